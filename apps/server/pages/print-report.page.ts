import type { JsonObject, Label } from '#libs/engine';
import { ACTIVITIES, ACTIVITY_LABELS, COUNT_LABELS, RATE_LABELS, type Report } from '#libs/ledger';

import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

const l = (zh: string, en: string): Label => ({ zh, en });

/** A report as it is printed. */
export interface PrintedReport {
  content: JsonObject;
  digest: string;
  madeAt: string;
  isKept: boolean;
  unitName: string;
  address: string;
  dayOf: (instant: string) => string;
}

/** A unit's account of a period on paper: everything that happened, every rate with both numbers, every entry. */
export async function reportSheet({
  content,
  digest,
  unitName,
  address,
  dayOf,
  isKept,
}: PrintedReport): Promise<string> {
  // a document of the ledger, as the ledger wrote it
  const report = content as unknown as Report;
  const heading = l(`${unitName} ${report.title.zh}`, `${unitName}: ${report.title.en}`);
  const body = html`<main>
    <h1>${both(heading)}</h1>
    ${isKept ? [] : [html`<p class="draft">${both(l('尚未归档，以下为当前数据', 'Not on file yet: as it reads now'))}</p>`]}
    <h2>${both(l('办理情况', 'What happened'))}</h2>
    <table>
      ${ACTIVITIES.map(
        (name) =>
          html`<tr>
            <td>${both(ACTIVITY_LABELS[name])}</td>
            <td>${report.activity[name]}</td>
          </tr>`,
      )}
    </table>
    ${report.rates === null ? [] : [ratesOf(report, report.rates)]} ${exclusionsOf(report)} ${appraisalOf(report)}
    <h2>${both(l('逐件清单', 'Entry by entry'))}</h2>
    ${entriesOf(report, dayOf)}
    <div class="foot">
      <div>
        <p>${both(l('全部数字由台账日志计算，扫码核对：', 'Every number is counted from the journals. Compare:'))}</p>
        <p><small>${address}</small></p>
        <p><small>SHA-256 ${digest}</small></p>
      </div>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(heading.zh, body);
}

function ratesOf({ confidential }: Report, { rates, counts, callBackReached }: NonNullable<Report['rates']>): Html {
  const names = Object.keys(RATE_LABELS) as (keyof typeof RATE_LABELS)[];
  const beside = ['asked', 'reached', 'answered', 'silent'] as const;
  const sample = callBackReached === null ? '—' : callBackReached ? '✓' : '✗';
  return html`<h2>${both(l('比率', 'Rates'))}</h2>
    <table>
      <tr>
        <th>${both(l('项目', 'Rate'))}</th>
        <th>%</th>
        <th>${both(l('分子 / 分母', 'Of'))}</th>
        <th>${both(l('剔除', 'Left out'))}</th>
      </tr>
      ${names.map((name) => {
        const { percent, numerator, denominator, excluded } = rates[name];
        return html`<tr>
          <td>${both(RATE_LABELS[name])}</td>
          <td>${percent ?? '—'}</td>
          <td>${numerator} / ${denominator}</td>
          <td>${excluded}</td>
        </tr>`;
      })}
    </table>
    <p>${beside.map((name) => html`${both(COUNT_LABELS[name])} ${counts[name]} · `)}</p>
    <p>
      ${both(l('回访抽样不低于10%', 'At least one in ten called back'))} ${counts.called} / ${counts.callable} ${sample}
    </p>
    <p>${both(l('保密需求（满10件才计数）', 'Confidential needs (counted from ten on)'))} ${confidential ?? 0}</p>`;
}

function exclusionsOf({ exclusions }: Report): Html {
  if (exclusions.length === 0)
    return html`<p>${both(l('本期没有申诉剔除。', 'No appeal to leave anything out was decided.'))}</p>`;
  return html`<h2>${both(l('申诉剔除', 'Appeals to leave entries out'))}</h2>
    <table>
      ${exclusions.map(
        ({ rate, ground, result }) =>
          html`<tr>
            <td>${both(RATE_LABELS[rate])}</td>
            <td>${ground}</td>
            <td>${result ?? ''}</td>
          </tr>`,
      )}
    </table>`;
}

function appraisalOf({ appraisal }: Report): Html {
  if (appraisal.length === 0) return html`<p>${both(l('尚无街道评议。', 'No appraisal by streets yet.'))}</p>`;
  return html`<h2>${both(l('街道评部门', 'Appraised by the streets'))}</h2>
    <table>
      ${appraisal.map(
        ({ period, points, most, streets, silent }) =>
          html`<tr>
            <td>${period}</td>
            <td>${points} / ${most}</td>
            <td>${both(l(`${String(streets)} 个街道`, `${String(streets)} streets`))}</td>
            <td>${both(l(`未评 ${String(silent.length)}`, `silent ${String(silent.length)}`))}</td>
          </tr>`,
      )}
    </table>`;
}

function entriesOf({ entries, more }: Report, dayOf: PrintedReport['dayOf']): Html {
  const day = (instant: string | null): string => (instant === null ? '' : dayOf(instant));
  const mark = (is: boolean | null): string => (is === null ? '' : is ? '✓' : '✗');
  return html`<table>
      <tr>
        <th>${both(l('编号', 'Number'))}</th>
        <th>${both(l('类别', 'Matter'))}</th>
        <th>${both(l('收到', 'Received'))}</th>
        <th>${both(l('到期', 'Due'))}</th>
        <th>${both(l('办结', 'Finished'))}</th>
        <th>${both(l('按时', 'On time'))}</th>
        <th>${both(l('结果', 'Outcome'))}</th>
      </tr>
      ${entries.map(
        (one) =>
          html`<tr>
            <td>${one.number ?? ''}</td>
            <td>${one.category ?? ''}</td>
            <td>${day(one.openedAt)}</td>
            <td>${day(one.dueAt)}${one.extensions > 0 ? ` +${String(one.extensions)}` : ''}</td>
            <td>${day(one.finishedAt)}</td>
            <td>${mark(one.onTime)}</td>
            <td>${one.ending ?? ''}</td>
          </tr>`,
      )}
    </table>
    ${more ? [html`<p>${both(l('其余见网上台账。', 'The rest is in the account online.'))}</p>`] : []}`;
}
