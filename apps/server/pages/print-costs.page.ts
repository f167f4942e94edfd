import type { Label } from '#libs/engine';
import type { CostTable } from '#workflows/cost-share';

import { html } from './html.js';
import { addressFoot, both, sheet } from './print-sheet.js';

const l = (zh: string, en: string): Label => ({ zh, en });

/** Fen as yuan: exact, from whole numbers. */
function yuan(fen: number): string {
  return `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;
}

const HEADS: readonly Label[] = [
  l('楼层/房号', 'Floor or flat'),
  l('户数', 'Flats'),
  l('分摊', 'Share'),
  l('认缴', 'Pledged'),
  l('已交', 'Paid'),
  l('核销', 'Written off'),
  l('已退', 'Paid back'),
];

/** The public table of costs on paper: no person, no household. */
export async function costSheet(
  table: CostTable & { title: string | null; unitName: string },
  { address, today }: { address: string; today: string },
): Promise<string> {
  const title = table.title ?? '已依法删除 · erased';
  const sums = l(
    `总额 ${yuan(table.total)} 元；认缴缺口 ${yuan(table.unpledged)} 元；未交 ${yuan(table.unpaid)} 元${table.writtenOff === 0 ? '' : `，其中核销 ${yuan(table.writtenOff)} 元`}。`,
    `Total ${yuan(table.total)} yuan; not pledged ${yuan(table.unpledged)}; not paid ${yuan(table.unpaid)}${table.writtenOff === 0 ? '' : `, of it written off ${yuan(table.writtenOff)}`}.`,
  );
  const body = html`<main>
    <h1>${title}</h1>
    <p class="sign">${table.unitName} · ${today}</p>
    <p class="draft">${both(sums)}</p>
    <table>
      <tr>
        ${HEADS.map((head) => html`<th>${both(head)}</th>`)}
      </tr>
      ${table.rows.map(
        ({ label, flats, share, pledged, paid, writtenOff, refunded }) =>
          html`<tr>
            <td>${label}</td>
            <td>${flats}</td>
            ${[share, pledged, paid, writtenOff, refunded].map((amount) => html`<td>${yuan(amount)}</td>`)}
          </tr>`,
      )}
    </table>
    ${await addressFoot(address)}
  </main>`;
  return sheet(title, body);
}
