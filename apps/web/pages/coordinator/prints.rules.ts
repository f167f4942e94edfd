/** Papers the service prints of a case, by workflow, with the end of their address. */
const PRINTS = {
  notice: { notice: 'notice', chatText: 'chat-text' },
  meeting: { meetingNotice: 'meeting-notice', attendance: 'attendance', minutes: 'minutes' },
  ballot: { result: 'result' },
  'sign-off': { chain: 'chain' },
  'cost-share': { costs: 'costs' },
  issue: { sheet: 'sheet', reviewSlip: 'review-slip' },
  'joint-meeting': { sheet: 'sheet' },
  task: {
    dispatch: 'orders/dispatch',
    urge: 'orders/urge',
    supervision: 'orders/supervision',
    return: 'orders/return',
    completion: 'orders/completion',
  },
} as const;

export type PrintName =
  | 'notice'
  | 'chatText'
  | 'meetingNotice'
  | 'attendance'
  | 'minutes'
  | 'result'
  | 'chain'
  | 'sheet'
  | 'reviewSlip'
  | 'costs'
  | 'dispatch'
  | 'urge'
  | 'supervision'
  | 'return'
  | 'completion';

/** What of a case decides which of its papers there are. */
export interface Printed {
  id: string;
  workflow: string;
  status?: string;
  stage?: { key: string };
  /** Its memory, where the reader is shown it. */
  context?: unknown;
}

/** What can be printed of a case, in the order in which it is offered: only what there is cause for. */
export function printsOf(of: Printed): { name: PrintName; href: string }[] {
  const known: Partial<Record<string, Partial<Record<PrintName, string>>>> = PRINTS;
  return Object.entries(known[of.workflow] ?? {})
    .map(([name, path]) => ({ name: name as PrintName, href: hrefOf(of.id, path) }))
    .filter(({ name }) => isThere(name, of));
}

/** The attendance sheet is a page: whom it lists depends on what its reader may read. */
function hrefOf(id: string, path: string): string {
  return path === 'attendance' ? `/meetings/${id}/sheet` : `/api/v1/cases/${id}/print/${path}`;
}

function isThere(name: PrintName, { status, stage, context }: Printed): boolean {
  const { signedAt, overdue, overdueCount, supervised, returns } = (context ?? {}) as Record<string, unknown>;
  if (name === 'reviewSlip') return stage?.key === 'review';
  if (name === 'attendance') return context != null;
  if (name === 'dispatch') return context != null;
  if (name === 'urge') return overdue === true || Number(overdueCount) > 0;
  if (name === 'supervision') return supervised === true;
  if (name === 'return') return Array.isArray(returns) && returns.length > 0;
  if (name === 'completion') return context != null && status === 'done';
  if (name === 'result') return status === 'done';
  return name !== 'minutes' || (context == null ? status === 'done' : signedAt !== undefined);
}
