import type { BallotRow } from '#libs/ballots';
import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** One voting unit, as its paper names it. */
export interface PrintedPaper {
  entry: string;
  doors: readonly string[];
  /** Names of those who may sign; empty where nobody is known. */
  casters: readonly string[];
  /** 0.01 m²; null where the roll does not weigh by area. */
  area: number | null;
}

/** What all papers of a ballot have in common. */
export interface PaperHead {
  ballot: Pick<BallotRow, 'title' | 'question' | 'rule' | 'secret'>;
  /** Where papers are handed in. */
  unit: string;
  /** Local date and time; null while it is not known. */
  closes: string | null;
  /** The page of the ballot. */
  address: string;
}

const l = (zh: string, en: string): Label => ({ zh, en });
const inOrder = new Intl.Collator('zh', { numeric: true });
/** A scale with more steps is written as a number. */
const MOST_STEPS = 11;

/**
 * Papers to be filled in by hand, a page each, in the order of the doors. A named one bears its number and is signed. Of a secret one
 * the number stands on a page of its own, for the outer envelope: the paper itself is the same for everybody.
 */
export async function ballotPapers(head: PaperHead, papers: readonly PrintedPaper[]): Promise<string> {
  const qr = await qrOf(head.address);
  const sorted = papers.toSorted(
    (a, b) => inOrder.compare(a.doors[0] ?? '', b.doors[0] ?? '') || inOrder.compare(a.entry, b.entry),
  );
  const pages = sorted.map((paper) =>
    head.ballot.secret ? secretPaper(head, paper, qr) : namedPaper(head, paper, qr),
  );
  const none = html`<p>${both(l('没有要打印的选票。', 'There are no papers to print.'))}</p>`;
  const body = html`<main>${pages.length === 0 ? none : pages}</main>`;
  return sheet(`表决票 · ${head.ballot.title.zh}`, body, 'large');
}

function namedPaper(head: PaperHead, paper: PrintedPaper, qr: Html): Html {
  return html`<section class="sheet">
    <h1>${both(l('表决票', 'Ballot paper'))}</h1>
    ${whose(paper)}
    <h2>${both(head.ballot.title)}</h2>
    ${choices(head.ballot)}
    <p>${both(l('投票人签名：　　　　　　　日期：', 'Signature:　　　　　　　Date:'))}</p>
    ${foot(head, qr, l('两个人分别录入这张票，一致才计入。', 'Two people enter this paper independently; it counts when they agree.'))}
  </section>`;
}

function secretPaper(head: PaperHead, paper: PrintedPaper, qr: Html): Html {
  return html`<section class="sheet">
      <h1>${both(l('外信封', 'Outer envelope'))}</h1>
      ${whose(paper)}
      <h2>${both(head.ballot.title)}</h2>
      <p>
        ${both(
          l(
            '选票放进没有字的内信封封好，再放进外信封，在这里签名。登记外信封时不拆内信封。',
            'Seal the paper in an inner envelope without any writing, put it into the outer one and sign here. The inner one stays closed.',
          ),
        )}
      </p>
      <p>${both(l('签名：　　　　　　　日期：', 'Signature:　　　　　　　Date:'))}</p>
      ${foot(head, qr, l('截止后混在一起才拆内信封。', 'Inner envelopes are mixed, and opened after the close.'))}
    </section>
    <section class="sheet">
      <h1>${both(l('表决票（不记名）', 'Ballot paper (secret)'))}</h1>
      <h2>${both(head.ballot.title)}</h2>
      ${choices(head.ballot)}
      <p>${both(l('不要写姓名、门牌或任何记号。', 'Write no name, no door and no mark of your own.'))}</p>
    </section>`;
}

function whose({ entry, doors, casters, area }: PrintedPaper): Html {
  const names = casters.join('、');
  return html`<table>
    <tr>
      <th>${both(l('名册编号', 'Number on the roll'))}</th>
      <td class="code">${entry}</td>
    </tr>
    ${doors.length === 0 ? '' : fact(l('门牌', 'Door'), doors.join('、'))}
    ${area === null ? '' : fact(l('专有部分面积', 'Exclusive area'), `${(area / 100).toFixed(2)} m²`)}
    ${fact(l('谁可以投', 'Who may vote'), names === '' ? '—' : names)}
  </table>`;
}

function fact(label: Label, value: string): Html {
  return html`<tr>
    <th>${both(label)}</th>
    <td>${value}</td>
  </tr>`;
}

function foot({ unit, closes, address }: PaperHead, qr: Html, how: Label): Html {
  const until = closes === null ? l('', '') : l(`${closes} 前`, `before ${closes} `);
  return html`<div class="foot">
    <div>
      <p>
        ${both(l(`${until.zh}交到${unit}，也可以请人上门取。`, `Hand it in ${until.en}at ${unit}, or ask to have it fetched.`))}
      </p>
      <p>${both(how)}</p>
      <p><small>${address}</small></p>
    </div>
    ${qr}
  </div>`;
}

const box = (label: Label): Html => html`<p class="box">${both(l(`□ ${label.zh}`, label.en))}</p>`;

function choices({ question, rule }: PaperHead['ballot']): Html {
  const { method, options } = question;
  if (method === 'yesNo')
    return html`${hint(l('只勾一项。', 'Tick one.'))} ${box(l('同意', 'Agree'))} ${box(l('不同意', 'Disagree'))}
    ${box(rule.abstention === 'counts_in_base' ? l('弃权（计入参加，不算同意）', 'Abstain (counts as taking part, not in favour)') : l('弃权', 'Abstain'))}`;
  if (method === 'consent')
    return html`${hint(l('只勾一项；反对的请写理由。', 'Tick one; give a reason if you object.'))}
      ${box(l('没有反对意见', 'No objection'))} ${box(l('反对，理由：', 'I object, because:'))}
      <p class="line">&#160;</p>`;
  if (method === 'score')
    return html`${hint(l('每一项打一个分，越高越赞成。', 'Give each a score; higher is better.'))}
    ${options.map((option) => html`<p class="box">${both(option.label)} ${steps(question.scale)}</p>`)}`;
  if (method === 'ranked')
    return html`${hint(l('在横线上写名次，1 是最想要的。', 'Write ranks on the lines; 1 is what you want most.'))}
    ${options.map((option) => html`<p class="box">＿＿ ${both(option.label)}</p>`)}`;
  const most = method === 'chooseUpTo' ? question.most : 1;
  return html`${hint(l(`最多勾 ${String(most)} 项。`, `Tick ${String(most)} at most.`))}
  ${options.map(({ label }) => box(label))}`;
}

const hint = (label: Label): Html => html`<p><b>${both(label)}</b></p>`;

function steps({ min, max }: { min: number; max: number }): Html {
  if (max - min >= MOST_STEPS) return html`<span>＿＿＿（${String(min)}–${String(max)}）</span>`;
  const marks = Array.from({ length: max - min + 1 }, (_, at) => `□ ${String(min + at)}`);
  return html`<span>${marks.join('　')}</span>`;
}
