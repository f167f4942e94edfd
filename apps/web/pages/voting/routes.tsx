import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'vote/:ballot', lazy: async () => ({ Component: (await import('./booth.page.js')).BoothPage }) },
  { path: 'ballots', lazy: async () => ({ Component: (await import('./ballots.page.js')).BallotsPage }) },
  { path: 'ballots/:ballot', lazy: async () => ({ Component: (await import('./ballot.page.js')).BallotPage }) },
  { path: 'ballots/:ballot/check', lazy: async () => ({ Component: (await import('./check.page.js')).CheckPage }) },
  {
    path: 'consultations',
    lazy: async () => ({ Component: (await import('./consultations.page.js')).ConsultationsPage }),
  },
];
