import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'registry', lazy: async () => ({ Component: (await import('./registry.page.js')).RegistryPage }) },
  { path: 'registry/units/:unit', lazy: async () => ({ Component: (await import('./unit.page.js')).UnitPage }) },
];
