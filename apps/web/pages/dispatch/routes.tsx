import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'desk/tasks', lazy: async () => ({ Component: (await import('./desk.page.js')).DepartmentDeskPage }) },
  { path: 'routing', lazy: async () => ({ Component: (await import('./routing.page.js')).RoutingPage }) },
  { path: 'duty', lazy: async () => ({ Component: (await import('./duty.page.js')).DutyPage }) },
];
