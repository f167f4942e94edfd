import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'cases/:id', lazy: async () => ({ Component: (await import('./case.page.js')).CasePage }) },
];
