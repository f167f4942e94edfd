import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'registry', lazy: async () => ({ Component: (await import('./registry.page.js')).RegistryPage }) },
  { path: 'registry/units/:unit', lazy: async () => ({ Component: (await import('./unit.page.js')).UnitPage }) },
  { path: 'registry/people', lazy: async () => ({ Component: (await import('./people.page.js')).PeoplePage }) },
  { path: 'registry/people/merge', lazy: async () => ({ Component: (await import('./merge.page.js')).MergePage }) },
  { path: 'registry/people/:person', lazy: async () => ({ Component: (await import('./person.page.js')).PersonPage }) },
  { path: 'registry/imports', lazy: async () => ({ Component: (await import('./imports.page.js')).ImportsPage }) },
  {
    path: 'registry/imports/:import',
    lazy: async () => ({ Component: (await import('./import.page.js')).ImportPage }),
  },
  { path: 'registry/slips', lazy: async () => ({ Component: (await import('./slips.page.js')).SlipsPage }) },
  { path: 'registry/changes', lazy: async () => ({ Component: (await import('./changes.page.js')).ChangesPage }) },
  {
    path: 'registry/changes/:change',
    lazy: async () => ({ Component: (await import('./change.page.js')).ChangePage }),
  },
  { path: 'visits', lazy: async () => ({ Component: (await import('./visits.page.js')).VisitsPage }) },
  { path: 'visits/:household', lazy: async () => ({ Component: (await import('./visit.page.js')).VisitPage }) },
];
