import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'cases/:id', lazy: async () => ({ Component: (await import('./case.page.js')).CasePage }) },
  { path: 'cases/:id/chart', lazy: async () => ({ Component: (await import('./chart.page.js')).ChartPage }) },
  { path: 'gallery', lazy: async () => ({ Component: (await import('./gallery.page.js')).GalleryPage }) },
  { path: 'gallery/:workflow', lazy: async () => ({ Component: (await import('./workflow.page.js')).WorkflowPage }) },
  { path: 'start/:workflow', lazy: async () => ({ Component: (await import('./start.page.js')).StartPage }) },
];
