import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'meetings', lazy: async () => ({ Component: (await import('./meetings.page.js')).MeetingsPage }) },
  { path: 'meetings/:id', lazy: async () => ({ Component: (await import('../cases/case.page.js')).CasePage }) },
  { path: 'meetings/:id/screen', lazy: async () => ({ Component: (await import('./screen.page.js')).ScreenPage }) },
  { path: 'meetings/:id/sheet', lazy: async () => ({ Component: (await import('./sheet.page.js')).SheetPage }) },
];
