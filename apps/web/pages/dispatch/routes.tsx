import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'desk/tasks', lazy: async () => ({ Component: (await import('./desk.page.js')).DepartmentDeskPage }) },
];
