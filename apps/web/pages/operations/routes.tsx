import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'operations', lazy: async () => ({ Component: (await import('./operations.page.js')).OperationsPage }) },
  { path: 'privacy', lazy: async () => ({ Component: (await import('./privacy.page.js')).PrivacyPage }) },
];
