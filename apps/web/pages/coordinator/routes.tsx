import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'desk', lazy: async () => ({ Component: (await import('./desk.page.js')).DeskPage }) },
  { path: 'triage', lazy: async () => ({ Component: (await import('./triage.page.js')).TriagePage }) },
  { path: 'ledger', lazy: async () => ({ Component: (await import('./ledger.page.js')).LedgerPage }) },
  { path: 'intake', lazy: async () => ({ Component: (await import('./intake.page.js')).IntakePage }) },
  {
    path: 'ballots/:ballot/desk',
    lazy: async () => ({ Component: (await import('./ballot-desk.page.js')).BallotDeskPage }),
  },
  { path: 'calls', lazy: async () => ({ Component: (await import('./calls.page.js')).CallsPage }) },
  { path: 'photos', lazy: async () => ({ Component: (await import('./photos.page.js')).PhotosPage }) },
];
