import type { RouteObject } from 'react-router';

/** Coming in, and what is one's own. */
export const routes: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('./sign-in.page.js')).SignInPage }) },
];
