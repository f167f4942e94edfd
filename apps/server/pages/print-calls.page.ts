import type { Label } from '#libs/engine';

import { html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** Somebody to be called or visited, as it is printed. */
export interface PrintedCall {
  name: string;
  address: string;
  phone: string | null;
  say: Label;
  /** Number of the case; null: of what is confidential. */
  number: string | null;
  attempts: readonly { onDate: string; outcome: string }[];
}

const OUTCOMES: Readonly<Record<string, string>> = {
  reached: '已告知',
  not_reached: '未联系上',
  refused: '不愿接听',
  moved: '已搬走',
};

const inOrder = new Intl.Collator('zh', { numeric: true });

/** The call list of a unit, door by door, with room to write. */
export function callSheet(calls: readonly PrintedCall[], today: string): string {
  const rows = sorted(calls).map(
    ({ name, address, phone, say, attempts }) =>
      html`<tr>
        <td>${address}<br />${name}<br />${phone ?? '无电话 no telephone'}</td>
        <td>${both(say)}</td>
        <td>${attempts.map(({ onDate, outcome }) => html`${onDate} ${OUTCOMES[outcome] ?? outcome}<br />`)}</td>
        <td>□ 已告知 □ 未联系上<br />□ 不愿接听 □ 已搬走<br />日期：</td>
      </tr>`,
  );
  const body = html`<main>
    <h1>${both({ zh: `电话名单（${String(calls.length)}）`, en: `Call list (${String(calls.length)})` })}</h1>
    <p>
      ${today} · ${both({ zh: '只说表中的话，不谈别人的事。', en: 'Say what stands here and nothing about others.' })}
    </p>
    <table>
      <thead>
        <tr>
          <th>住户 Who</th>
          <th>怎么说 What to say</th>
          <th>此前 Before</th>
          <th>结果 Outcome</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </main>`;
  return sheet('电话名单 · Call list', body);
}

/** Slips to bring to the door: one page a household, in large print. */
export async function callSlips(
  calls: readonly PrintedCall[],
  { url, today }: { url: string; today: string },
): Promise<string> {
  const picture = await qrOf(url);
  const households = [...Map.groupBy(sorted(calls), ({ address, name }) => (address === '' ? name : address))];
  const slips = households.map(
    ([place, own]) =>
      html`<section style="break-after: page">
        <h1>${both({ zh: '社区告知', en: 'A word from your community' })}</h1>
        <h2>${place}</h2>
        ${own.map(
          ({ name, say, number }) =>
            html`<p>${name}：</p>
              <p>${both(say)}</p>
              ${number === null ? '' : html`<p>编号 No. <b>${number}</b></p>`}`,
        )}
        <div class="foot">
          <div>
            <p>
              ${both({ zh: '扫码登录查看，或凭编号到社区询问。', en: 'Scan to sign in, or ask at the office with the number.' })}
            </p>
            <p><small>${url} · ${today}</small></p>
          </div>
          <div>${picture}</div>
        </div>
      </section>`,
  );
  const none = html`<p>${both({ zh: '没有要送的告知条。', en: 'There is nothing to bring.' })}</p>`;
  return sheet('上门告知条 · Slips', html`<main>${slips.length === 0 ? none : slips}</main>`, 'large');
}

function sorted(calls: readonly PrintedCall[]): PrintedCall[] {
  return [...calls].sort((a, b) => inOrder.compare(a.address, b.address) || inOrder.compare(a.name, b.name));
}
