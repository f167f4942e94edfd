import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'dashboards', lazy: async () => ({ Component: (await import('./dashboards.page.js')).DashboardsPage }) },
  { path: 'open-data', lazy: async () => ({ Component: (await import('./open-data.page.js')).OpenDataPage }) },
];
