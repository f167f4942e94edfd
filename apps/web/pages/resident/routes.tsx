import type { RouteObject } from 'react-router';

/** What residents and visitors see: the first page, saying something, issues, notices. */
export const routes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./home.page.js')).HomePage }) },
  { path: 'report', lazy: async () => ({ Component: (await import('./report.page.js')).ReportPage }) },
  { path: 'issues', lazy: async () => ({ Component: (await import('./issues.page.js')).IssuesPage }) },
  { path: 'notices', lazy: async () => ({ Component: (await import('./notices.page.js')).NoticesPage }) },
  { path: 'notices/:id', lazy: async () => ({ Component: (await import('./notice.page.js')).NoticePage }) },
];
