import type { RouteObject } from 'react-router';

/** Pages of this area; each is loaded when somebody goes there. */
export const routes: RouteObject[] = [
  { path: 'meetings', lazy: async () => ({ Component: (await import('./meetings.page.js')).MeetingsPage }) },
  { path: 'meetings/:id', lazy: async () => ({ Component: (await import('../cases/case.page.js')).CasePage }) },
  { path: 'meetings/:id/screen', lazy: async () => ({ Component: (await import('./screen.page.js')).ScreenPage }) },
  { path: 'meetings/:id/sheet', lazy: async () => ({ Component: (await import('./sheet.page.js')).SheetPage }) },
  { path: 'rules', lazy: async () => ({ Component: (await import('./rules.page.js')).RulesPage }) },
  { path: 'rules/:rule', lazy: async () => ({ Component: (await import('./rule.page.js')).RulePage }) },
  {
    path: 'rules/policies/:workflow',
    lazy: async () => ({ Component: (await import('./policy.page.js')).PolicyPage }),
  },
  { path: 'procedure', lazy: async () => ({ Component: (await import('./procedure.page.js')).ProcedurePage }) },
  { path: 'calendars', lazy: async () => ({ Component: (await import('./calendars.page.js')).CalendarsPage }) },
  { path: 'registers', lazy: async () => ({ Component: (await import('./registers.page.js')).RegistersPage }) },
  {
    path: 'registers/:entry',
    lazy: async () => ({ Component: (await import('./registers.page.js')).RegisterEntryPage }),
  },
  { path: 'bodies', lazy: async () => ({ Component: (await import('./bodies.page.js')).BodiesPage }) },
];
