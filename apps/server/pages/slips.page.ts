import { toString as drawQr } from 'qrcode';

import { html, Html } from './html.js';

/** A slip as it is printed. */
export interface PrintedSlip {
  number: string;
  code: string;
  url: string;
  /** Building, and flat or name: so that it finds its door. */
  place: string;
  label: string;
  building: string;
  expiresAt: string;
}

/** A sheet to print and cut. */
export interface SlipSheet {
  /** Where residents open the pages. */
  address: string;
  slips: readonly PrintedSlip[];
  /** Local date of an instant. */
  dayOf: (instant: string) => string;
}

const STYLE = new Html(`
@page { size: A4; margin: 9mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.35 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
h1 { font-size: 13pt; line-height: 1.2; margin: 0 0 2mm; }
section { break-after: page; }
section:last-child { break-after: auto; }
ul { margin: 0; padding: 0; list-style: none; display: grid; grid-template-columns: 1fr 1fr; }
li { border: 1px dashed #555; padding: 3mm 4mm; break-inside: avoid; display: grid; grid-template-columns: 1fr 30mm; gap: 1mm 3mm; align-content: start; min-height: 66mm; }
h2 { font-size: 13pt; line-height: 1.2; margin: 0; grid-column: 1 / -1; }
p { margin: 0 0 1mm; }
.code { grid-column: 1 / -1; font: 700 15pt/1.2 ui-monospace, Consolas, monospace; white-space: nowrap; }
.small { font-size: 8pt; line-height: 1.3; }
.wide { grid-column: 1 / -1; }
svg { width: 30mm; height: 30mm; display: block; }
@media (max-width: 700px) { ul { grid-template-columns: 1fr; } }
`);

const inOrder = new Intl.Collator('zh', { numeric: true });

/** Slips of a whole quarter: eight on a page, each building begins a new one. */
export async function slipSheet({ address, slips, dayOf }: SlipSheet): Promise<string> {
  const drawn = await Promise.all(
    [...slips]
      .sort((a, b) => inOrder.compare(a.place, b.place) || inOrder.compare(a.label, b.label))
      .map(async (slip) => ({
        building: slip.building,
        place: slip.place,
        item: await itemOf(slip, { address, dayOf }),
      })),
  );
  const buildings = [...new Set(drawn.map(({ building }) => building))];
  const sections = buildings.map((building) => {
    const own = drawn.filter((one) => one.building === building);
    return html`<section>
      <h1>${own[0]?.place ?? ''} · 邀请条 · Invitation slips (${own.length})</h1>
      <ul>
        ${own.map(({ item }) => item)}
      </ul>
    </section>`;
  });
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>邀请条 · Invitation slips</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        ${sections}
      </body>
    </html>`.text;
}

async function itemOf(slip: PrintedSlip, { address, dayOf }: Pick<SlipSheet, 'address' | 'dayOf'>): Promise<Html> {
  const day = dayOf(slip.expiresAt);
  const picture = new Html(await drawQr(slip.url, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }));
  return html`<li>
    <h2>${slip.place} ${slip.label}</h2>
    <div>
      <p>扫右边的码，进入“民议”：提问题、看进展、参加表决。</p>
      <p class="small">Scan to raise matters, follow them and vote.</p>
      <p>也可以打开 ${address}/join 输入：</p>
    </div>
    <div>${picture}</div>
    <p class="code">${slip.code}</p>
    <p class="small wide">
      只能用一次，${day} 前有效。请勿转给别人；丢了请告诉社区作废。<br />
      Works once, until ${day}. Keep it to your household. · 编号 No. ${slip.number}
    </p>
  </li>`;
}
