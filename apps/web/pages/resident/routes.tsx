import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./home.page.js')).HomePage }) },
];
