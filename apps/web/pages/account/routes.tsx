import type { RouteObject } from 'react-router';

/** Coming in, and what is one's own. */
export const routes: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('./sign-in.page.js')).SignInPage }) },
  { path: 'join', lazy: async () => ({ Component: (await import('./join.page.js')).JoinPage }) },
  { path: 'join/:code', lazy: async () => ({ Component: (await import('./join.page.js')).JoinPage }) },
  {
    path: 'password-reset',
    lazy: async () => ({ Component: (await import('./password-reset.page.js')).PasswordResetPage }),
  },
  { path: 'my', lazy: async () => ({ Component: (await import('./my.page.js')).MyPage }) },
  { path: 'my/messages', lazy: async () => ({ Component: (await import('./messages.page.js')).MessagesPage }) },
  {
    path: 'my/notifications',
    lazy: async () => ({ Component: (await import('./notifications.page.js')).NotificationsPage }),
  },
  {
    path: 'my/authorisations',
    lazy: async () => ({ Component: (await import('./authorisations.page.js')).AuthorisationsPage }),
  },
  { path: 'my/data', lazy: async () => ({ Component: (await import('./my-data.page.js')).MyDataPage }) },
  { path: 'account', lazy: async () => ({ Component: (await import('./account.page.js')).AccountPage }) },
];
