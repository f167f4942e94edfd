/** Papers the service prints of a case, by workflow, with the end of their address. */
const PRINTS = {
  notice: { notice: 'notice', chatText: 'chat-text' },
  meeting: { minutes: 'minutes' },
  'sign-off': { chain: 'chain' },
  'cost-share': { costs: 'costs' },
  issue: { sheet: 'sheet', reviewSlip: 'review-slip' },
  task: { sheet: 'sheet' },
  'joint-meeting': { sheet: 'sheet' },
} as const;

export type PrintName = 'notice' | 'chatText' | 'minutes' | 'chain' | 'costs' | 'sheet' | 'reviewSlip';

/** What can be printed of a case, in the order in which it is offered. */
export function printsOf({ id, workflow }: { id: string; workflow: string }): { name: PrintName; href: string }[] {
  const known: Partial<Record<string, Partial<Record<PrintName, string>>>> = PRINTS;
  return Object.entries(known[workflow] ?? {}).map(([name, path]) => ({
    name: name as PrintName,
    href: `/api/v1/cases/${id}/print/${path}`,
  }));
}
