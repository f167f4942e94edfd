import type { Label } from '#libs/engine';

import type { StoryBody } from '../api/story.schema.js';
import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** What the sheet of a case needs beside its story. */
export interface PrintedCase {
  story: StoryBody;
  address: string;
  /** Local date and time of an instant. */
  timeOf: (instant: string) => string;
}

const l = (zh: string, en: string): Label => ({ zh, en });
const nothing = html``;

/** A case on paper: an order to whoever has it, a report when it is done. */
export async function caseSheet({ story, address, timeOf }: PrintedCase): Promise<string> {
  const heading = headingOf(story);
  const body = html`<main>
    <h1>${both(heading)}</h1>
    <h2>${story.title ?? '—'}</h2>
    ${facts({ story, timeOf })} ${story.description === null ? nothing : html`<p class="text">${story.description}</p>`}
    ${promises({ story, timeOf })} ${course({ story, timeOf })} ${review(story)}
    <div class="foot">
      <p class="sign">${both(l('签名（盖章）：    日期：', 'Signed:    Date:'))}</p>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${story.title ?? ''}`, body);
}

function headingOf({ workflow, workflowLabel, status }: StoryBody): Label {
  if (status === 'done') return l('办结报告', 'Completion report');
  return workflow === 'task'
    ? l('任务办理单', 'Order of work')
    : l(`${workflowLabel.zh} · 办理单`, `${workflowLabel.en}: sheet`);
}

function row(label: Label, value: string | Html | null): Html {
  if (value === null || value === '') return nothing;
  return html`<tr>
    <th>${both(label)}</th>
    <td>${value}</td>
  </tr>`;
}

function facts({ story, timeOf }: Omit<PrintedCase, 'address'>): Html {
  const { number, unit, place, category, createdAt, endedAt, ending, holder, stage } = story;
  return html`<table>
    ${row(l('编号', 'Number'), number)} ${row(l('单位', 'Unit'), unit.name)}
    ${row(l('地点', 'Place'), place?.name ?? null)}
    ${row(l('类别', 'Kind'), category === null ? null : both(category.name))}
    ${row(l('提出', 'Opened'), timeOf(createdAt))} ${row(l('走到', 'Stage'), both(stage.label))}
    ${row(l('在谁手里', 'Held by'), holder === null ? null : holder.names.map(({ name }) => name.zh).join('、'))}
    ${row(l('等什么', 'Waits for'), holder === null ? null : both(holder.label))}
    ${row(l('应完成', 'Due'), holder?.dueAt == null ? null : timeOf(holder.dueAt))}
    ${row(l('为什么是这个时候', 'Why then'), holder?.explanation == null ? null : both(holder.explanation))}
    ${row(l('办结', 'Ended'), endedAt === null ? null : timeOf(endedAt))}
    ${row(l('结果', 'Outcome'), ending === null ? null : both(ending))}
  </table>`;
}

const PROMISED: Readonly<Record<StoryBody['promises'][number]['state'], Label>> = {
  running: l('进行中', 'running'),
  paused: l('暂停', 'paused'),
  late: l('晚了', 'late'),
  kept: l('做到了', 'kept'),
  broken: l('没做到', 'not kept'),
};

function promises({ story, timeOf }: Omit<PrintedCase, 'address'>): Html {
  if (story.promises.length === 0) return nothing;
  return html`<h2>${both(l('承诺与时限', 'Promises'))}</h2>
    <table>
      ${story.promises.map(({ label, by, dueAt, doneAt, state }) =>
        row(
          label,
          html`${[by?.name, dueAt === null ? null : timeOf(dueAt)].filter((part) => part != null).join(' ')}
            <strong>${both(PROMISED[state])}</strong> ${doneAt === null ? '' : timeOf(doneAt)}`,
        ),
      )}
    </table>`;
}

function course({ story, timeOf }: Omit<PrintedCase, 'address'>): Html {
  return html`<h2>${both(l('经过', 'What happened'))}</h2>
    <table>
      ${story.timeline.map(
        ({ at, label, who, text, files }) =>
          html`<tr>
            <td>${timeOf(at)}</td>
            <td>
              ${both(label)} ${who === null ? '' : who.zh}
              ${text === null ? nothing : html`<p class="text">${text}</p>`}
              ${files.length === 0 ? nothing : both(l(`附件 ${String(files.length)} 个`, `${String(files.length)} files`))}
            </td>
          </tr>`,
      )}
    </table>`;
}

function review({ review: said }: StoryBody): Html {
  if (said === null) return nothing;
  const { asked, reached, answered, silent } = said;
  return html`<h2>${both(l('评议', 'Review'))}</h2>
    <p>
      ${both(
        l(
          `问 ${String(asked)} 人，联系上 ${String(reached)} 人，答 ${String(answered)} 人，未答 ${String(silent)} 人`,
          `${String(asked)} asked, ${String(reached)} reached, ${String(answered)} answered, ${String(silent)} silent`,
        ),
      )}
    </p>`;
}

/** The paper on which those concerned say whether it is solved, for whoever has no telephone. */
export async function reviewSlip({ story, address }: Pick<PrintedCase, 'story' | 'address'>): Promise<string> {
  const heading = l('评议单', 'Review slip');
  const question = (zh: string, en: string): Html => html`<p>${both(l(`${zh} □ 是 □ 否`, `${en} □ yes □ no`))}</p>`;
  const body = html`<main>
    <h1>${both(heading)}</h1>
    <h2>${story.title ?? '—'}</h2>
    ${story.number === null ? nothing : html`<p>${both(l(`编号：${story.number}`, `Number: ${story.number}`))}</p>`}
    ${question('问题解决了吗？', 'Is it solved?')} ${question('您满意吗？', 'Are you satisfied?')}
    <p>${both(l('您想说的话：', 'What you wish to say:'))}</p>
    <p class="line">&#160;</p>
    <p class="line">&#160;</p>
    <p>${both(l('姓名：   门牌：   日期：', 'Name:   Door:   Date:'))}</p>
    <p>${both(l('代填见证人：   ', 'Witness, if somebody else wrote it:   '))}</p>
    <div class="foot">
      <p>
        ${both(l(`交到${story.unit.name}，或扫码评议。不交不等于满意。`, `Hand it in at ${story.unit.name}, or scan. Silence is never agreement.`))}
      </p>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${story.title ?? ''}`, body, 'large');
}
