import type { BallotRow } from '#libs/ballots';
import type { Certificate, CertifiedTest, Comparison } from '#libs/decision';
import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** The result of a ballot as it is hung in a stairwell. */
export interface PrintedResult {
  ballot: Pick<BallotRow, 'title' | 'question' | 'secret'>;
  certificate: Certificate;
  unit: string;
  /** Local date and time. */
  closed: string;
  address: string;
}

const l = (zh: string, en: string): Label => ({ zh, en });

const VERDICTS = {
  passed: l('✓ 通过', '✓ Passed'),
  failed: l('✗ 未通过', '✗ Not passed'),
  no_quorum: l('— 参加的不够，没有结果', '— Too few took part: no decision'),
  tie: l('= 票数相等', '= A tie'),
} as const;

const BASES: Readonly<Record<CertifiedTest['base'], Label>> = {
  heads: l('按人数', 'By heads'),
  area: l('按面积（平方米）', 'By area (m²)'),
  households: l('按户数', 'By households'),
  members: l('按成员', 'By members'),
  present: l('按到场', 'By those present'),
};

/** The figures against their rule, in words and whole numbers, with a code that leads to every number and the proof. */
export async function resultNotice({ ballot, certificate, unit, closed, address }: PrintedResult): Promise<string> {
  const { verdict, provisional, rule, tests, winners, papers } = certificate;
  const named = (id: string): Label => ballot.question.options.find((one) => one.id === id)?.label ?? l(id, id);
  const body = html`<main>
    <h1>${both(l('表决结果', 'Result of a vote'))}</h1>
    <h2>${both(ballot.title)}</h2>
    <p class="draft">${both(VERDICTS[verdict])}</p>
    ${winners.map((id) => html`<p>${both(l('选出：', 'Chosen: '))} <b>${both(named(id))}</b></p>`)}
    ${
      provisional
        ? html`<p>${both(l('表决规则待核定，结果暂不生效。', 'The rule is to be confirmed: not in force yet.'))}</p>`
        : ''
    }
    ${tests.map((test) => testPart(test, named))}
    <p>${both(l(`依据的规则：${rule.label.zh}`, `Rule: ${rule.label.en}`))} <small>${rule.law}</small></p>
    <p>
      ${both(
        l(
          `截止：${closed}。${papers === null ? '' : `收到 ${String(papers.count)} 张票，计入 ${String(papers.counted)} 张。`}`,
          `Closed: ${closed}. ${papers === null ? '' : `Papers: ${String(papers.count)}, counted: ${String(papers.counted)}.`}`,
        ),
      )}
    </p>
    <div class="foot">
      <div>
        <p>
          ${both(
            l(
              '扫码看全部数字和核对办法；没有手机的，请社区工作人员当面查给您看。',
              'Scan for every number and how to check it; without a phone, ask the community to look it up with you.',
            ),
          )}
        </p>
        <p><small>${address}</small></p>
        <p class="sign">${unit}</p>
      </div>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`表决结果 · ${ballot.title.zh}`, body, 'medium');
}

/** Weights as people read them: areas are kept in 0.01 m². */
function amount(base: CertifiedTest['base'], value: number): string {
  return base === 'area' ? (value / 100).toFixed(2) : String(value);
}

function testPart(test: CertifiedTest, named: (id: string) => Label): Html {
  const { base, counts, turnout, approval, options } = test;
  const show = (value: number): string => amount(base, value);
  const line = (what: Label, compared: Comparison): Html => comparison(what, base, compared);
  return html`<h3>${both(BASES[base])}</h3>
    <table>
      ${turnout === null ? '' : line(l('参加', 'Took part'), turnout)}
      ${approval === null ? '' : line(l('同意', 'In favour'), approval)}
      ${
        options.length > 0
          ? options.map(
              ({ id, votes }) =>
                html`<tr>
                  <th>${both(named(id))}</th>
                  <td>${show(votes)}</td>
                </tr>`,
            )
          : html`<tr>
              <th>${both(l('同意、不同意、弃权、废票', 'Agree, disagree, abstain, void'))}</th>
              <td>${show(counts.yes)} / ${show(counts.no)} / ${show(counts.abstain)} / ${show(counts.void)}</td>
            </tr>`
      }
    </table>`;
}

function comparison(what: Label, base: CertifiedTest['base'], { fraction, part, whole, met }: Comparison): Html {
  const { numerator, denominator, inclusive } = fraction;
  const wanted = l(
    `须${inclusive ? '不少于' : '超过'}${String(denominator)}分之${String(numerator)}：${met ? '✓ 达到' : '✗ 没有达到'}`,
    `${inclusive ? 'at least' : 'more than'} ${String(numerator)}/${String(denominator)} wanted: ${met ? '✓ reached' : '✗ not reached'}`,
  );
  return html`<tr>
    <th>${both(what)}</th>
    <td>${amount(base, part)} / ${amount(base, whole)}<br />${both(wanted)}</td>
  </tr>`;
}
