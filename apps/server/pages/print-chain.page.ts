import type { Label } from '#libs/engine';
import type { ChainState, Hand, StepLine } from '#workflows/sign-off';

import { html, type Html } from './html.js';
import { addressFoot, both, sheet } from './print-sheet.js';

const l = (zh: string, en: string): Label => ({ zh, en });

/** A chain as it is printed: departments by name, nobody else. */
export interface PrintedChain extends Omit<ChainState, 'steps'> {
  title: string | null;
  unitName: string;
  template: string | null;
  sittings: number;
  steps: readonly (StepLine & { unitName: string | null })[];
}

export interface PrintedWhere {
  /** Where the sheet is read online. */
  address: string;
  dateOf: (instant: string) => string;
  today: string;
}

const STATES: Readonly<Record<StepLine['state'], Label>> = {
  waiting: l('等待', 'Waiting'),
  open: l('办理中', 'Under way'),
  signed: l('已签', 'Signed'),
  refused: l('不予签章', 'Refused'),
  dropped: l('免办', 'Dropped'),
  expired: l('过期重签', 'Ran out, renewing'),
};
const HANDS: Readonly<Record<Hand, Label>> = {
  nobody: l('', ''),
  group: l('业主小组', 'Task group'),
  department: l('部门', 'Department'),
  upper: l('上一级', 'Tier above'),
};

/** The sheet that hangs in the stairwell: who holds the seal, since when, until when, what is missing. */
export async function chainSheet(chain: PrintedChain, where: PrintedWhere): Promise<string> {
  const { steps, seals, percent, held, criticalPath } = chain;
  const names = new Map(steps.map((step) => [step.id, step.name]));
  const title = chain.title ?? '已依法删除 · erased';
  const progress = l(
    `${chain.unitName} · ${where.today} · 已盖 ${String(seals.affixed)}/${String(seals.wanted)} 个章（${String(percent)}%）`,
    `${String(seals.affixed)} of ${String(seals.wanted)} seals on (${String(percent)} %)`,
  );
  const body = html`<main>
    <h1>${title}</h1>
    <p class="draft">${both(progress)}</p>
    <h2>${both(l('谁拿着', 'Who holds it'))}</h2>
    ${held.length === 0 ? [html`<p>${both(l('没有在办的步骤。', 'Nothing is out.'))}</p>`] : [heldTable(chain, where)]}
    <p>
      ${both(
        l(
          `最慢的一串还要约 ${String(criticalPath.days)} 天：${named(criticalPath.steps, names)}`,
          `The slowest row takes about ${String(criticalPath.days)} more days, ${String(criticalPath.steps.length)} steps.`,
        ),
      )}
    </p>
    <h2>${both(l('全部步骤', 'All steps'))}</h2>
    <table>
      ${steps.map((step, index) => stepRow(step, index + 1, names))}
    </table>
    ${await addressFoot(where.address)}
  </main>`;
  return sheet(title, body);
}

const named = (ids: readonly string[], names: ReadonlyMap<string, string>): string =>
  ids.map((id) => names.get(id) ?? id).join(' → ');

function heldTable({ steps, held }: PrintedChain, { dateOf }: PrintedWhere): Html {
  const lines = new Map(steps.map((step) => [step.id, step]));
  return html`<table>
    <tr>
      <th>${both(l('步骤', 'Step'))}</th>
      <th>${both(l('在谁手里', 'In whose hand'))}</th>
      <th>${both(l('从', 'Since'))}</th>
      <th>${both(l('到', 'Until'))}</th>
      <th>${both(l('缺', 'Missing'))}</th>
    </tr>
    ${held.flatMap((id) => {
      const step = lines.get(id);
      if (step === undefined) return [];
      const holder = step.hand === 'department' ? l(step.unitName ?? '', 'department') : HANDS[step.hand];
      return [
        html`<tr>
          <td>${step.name}</td>
          <td>${both(holder)}</td>
          <td>${dateOf(step.since)}</td>
          <td>${step.dueAt === null ? '—' : dateOf(step.dueAt)}${step.overdue ? ' ⚠ 超期 overdue' : ''}</td>
          <td>${step.missing.join('、')}</td>
        </tr>`,
      ];
    })}
  </table>`;
}

function stepRow(step: PrintedChain['steps'][number], n: number, names: ReadonlyMap<string, string>): Html {
  const waits = step.waitsFor.length === 0 ? '' : `← ${named(step.waitsFor, names)}`;
  return html`<tr>
    <td>${n}</td>
    <td>${step.name}</td>
    <td>${step.unitName ?? '？'}</td>
    <td>${both(STATES[step.state])}</td>
    <td>${step.number ?? waits}${step.validUntil === null ? '' : ` 有效至 ${step.validUntil}`}</td>
  </tr>`;
}
