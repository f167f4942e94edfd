import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** Sheets a task is handed on with, each of its own: order of work, urge, supervision, return, report. */
export const ORDERS = ['dispatch', 'urge', 'supervision', 'return', 'completion'] as const;
export type Order = (typeof ORDERS)[number];

/** A task as its sheets tell of it; every text in words, as far as the reader may know it. */
export interface PrintedTask {
  number: string | null;
  title: string;
  instruction: string | null;
  /** Unit that does it, and the unit whose place it is. */
  doer: string;
  unit: string;
  place: string;
  /** Local date and time. */
  dispatchedAt: string;
  /** `null`: no clock of the handler runs. */
  dueAt: string | null;
  /** Why it is due then. */
  explanation: Label | null;
  /** Times the limit has run out, and times it was sent back as badly done. */
  overdueCount: number;
  redoCount: number;
  redoReason: string | null;
  returns: readonly PrintedReturn[];
  answer: string | null;
  evidence: number;
  endedAt: string | null;
  address: string;
}

export interface PrintedReturn {
  unit: string;
  ground: Label;
  reason: string;
  basis: string;
  suggestedUnit: string | null;
  at: string;
}

const l = (zh: string, en: string): Label => ({ zh, en });

const HEADINGS: Readonly<Record<Order, Label>> = {
  dispatch: l('交办单', 'Order of work'),
  urge: l('催办单', 'Urge'),
  supervision: l('督办单', 'Supervision order'),
  return: l('退单', 'Return sheet'),
  completion: l('办结报告', 'Completion report'),
};

/** One sheet of a task. */
export async function orderSheet(order: Order, task: PrintedTask): Promise<string> {
  const heading = HEADINGS[order];
  const isToDoer = order === 'dispatch' || order === 'urge' || order === 'supervision';
  const body = html`<main>
    <h1>${both(heading)}</h1>
    <h2>${task.title}</h2>
    <p>${both(isToDoer ? l(`发给：${task.doer}`, `To: ${task.doer}`) : l(`交给：${task.unit}`, `To: ${task.unit}`))}</p>
    ${facts(task)} ${SAID[order](task)}
    <div class="foot">
      <div>
        ${isToDoer ? reply : ''}
        <p class="sign">${both(sealOf(isToDoer ? task.unit : task.doer))}</p>
        <p><small>${task.address}</small></p>
      </div>
      ${await qrOf(task.address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${task.title}`, body);
}

const sealOf = (unit: string): Label => l(`${unit}（盖章）：        日期：`, `${unit} (seal):        Date:`);

const reply = html`<p>${both(l('签收人：　　　　　签收时间：', 'Received by:　　　　　At:'))}</p>`;

function row(label: Label, value: string | Html | null): Html {
  if (value === null || value === '') return html``;
  return html`<tr>
    <th>${both(label)}</th>
    <td>${value}</td>
  </tr>`;
}

function facts({ number, doer, place, dispatchedAt, dueAt, explanation, instruction }: PrintedTask): Html {
  return html`<table>
    ${row(l('编号', 'Number'), number)} ${row(l('承办单位', 'Unit that does it'), doer)}
    ${row(l('地点', 'Place'), place)} ${row(l('派单时间', 'Dispatched'), dispatchedAt)}
    ${row(l('办理期限', 'Due'), dueAt)}
    ${row(l('为什么是这个时候', 'Why then'), explanation === null ? null : both(explanation))}
    ${row(l('要求', 'What is asked'), instruction === null ? null : html`<span class="text">${instruction}</span>`)}
  </table>`;
}

const SAID: Readonly<Record<Order, (task: PrintedTask) => Html>> = {
  dispatch: () =>
    html`<p>
      ${both(
        l(
          '请按期签收。不属于本单位职责的，写明理由和依据按期退回；到期不退，视为接受。',
          'Accept it in time. If it is not your duty, return it in time with reason and basis; silence accepts it.',
        ),
      )}
    </p>`,
  urge: ({ overdueCount }) =>
    html`<p>
        <b
          >${both(l(`已超过办理期限（第 ${String(overdueCount)} 次）。请立即办理。`, `The limit has run out (${String(overdueCount)}×). See to it at once.`))}</b
        >
      </p>
      ${fill(l('超期原因：', 'Why it is late:'))}
      ${fill(l('现在到哪一步，什么时候办完：', 'How far it is, and when it will be done:'))}`,
  supervision: ({ overdueCount, redoCount, redoReason }) =>
    html`<p>
        <b
          >${both(l('本事项列入督办，由上一级跟踪到办结。', 'This matter is under supervision of the tier above until it is done.'))}</b
        >
      </p>
      <table>
        ${row(l('超期次数', 'Times overdue'), String(overdueCount))}
        ${row(l('退回重办次数', 'Times sent back'), String(redoCount))}
        ${row(l('退回重办的理由', 'Why it was sent back'), redoReason)}
      </table>
      ${fill(l('整改措施：', 'What is done about it:'))}
      ${fill(l('负责人和完成时间：', 'Who answers for it, until when:'), 1)}`,
  return: ({ returns }) =>
    html`${returns.map(
      ({ unit, ground, reason, basis, suggestedUnit, at }) =>
        html`<h3>${unit} · ${at}</h3>
          <table>
            ${row(l('退单原因', 'Ground'), both(ground))}
            ${row(l('理由', 'Reason'), html`<span class="text">${reason}</span>`)}
            ${row(l('依据', 'Rule relied on'), html`<span class="text">${basis}</span>`)}
            ${row(l('建议承办单位', 'Unit that should have it'), suggestedUnit)}
          </table>`,
    )}
    ${fill(l('派单单位意见（□ 同意退回　□ 不同意，继续办理）：', 'The dispatcher (□ accepts　□ does not accept the return):'))}`,
  completion: ({ answer, evidence, endedAt, redoCount }) =>
    html`<table>
      ${row(l('办结时间', 'Ended'), endedAt)}
      ${row(l('答复居民', 'Answer to the resident'), answer === null ? null : html`<span class="text">${answer}</span>`)}
      ${row(l('证明材料', 'Evidence'), both(l(`${String(evidence)} 件，扫码查看`, `${String(evidence)} files: scan to see them`)))}
      ${row(l('退回重办次数', 'Times sent back'), String(redoCount))}
    </table>`,
};

function fill(label: Label, lines = 2): Html {
  return html`<p>${both(label)}</p>
    ${Array.from({ length: lines }, () => html`<p class="line">&#160;</p>`)}`;
}
