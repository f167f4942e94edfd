import { toString as drawQr } from 'qrcode';

import type { Label } from '#libs/engine';

import { html, Html } from './html.js';

const STYLE = new Html(`
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; color: #000; background: #fff; font: 12pt/1.55 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
body.large { font-size: 17pt; line-height: 1.5; }
body.medium { font-size: 14pt; line-height: 1.45; }
h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .2em; text-align: center; }
h2 { font-size: 1.25em; line-height: 1.3; margin: 1em 0 .3em; break-after: avoid; }
h3 { font-size: 1em; margin: .6em 0 .2em; break-after: avoid; }
p { margin: 0 0 .5em; }
[lang=en] { font-size: .68em; line-height: 1.35; color: #222; display: block; }
.large [lang=en] { font-size: .58em; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.draft { border: 2px solid #000; padding: .2em .6em; text-align: center; font-weight: 700; }
table { border-collapse: collapse; width: 100%; margin: .3em 0 .8em; break-inside: avoid; }
th, td { border: 1px solid #555; padding: .2em .5em; text-align: left; vertical-align: top; }
section { break-inside: avoid-page; }
ul { margin: .2em 0 .6em; padding-left: 1.3em; }
.foot { display: grid; grid-template-columns: 1fr 34mm; gap: 6mm; align-items: end; margin-top: 1.2em; break-inside: avoid; }
.foot svg { width: 34mm; height: 34mm; display: block; }
.sign { text-align: right; white-space: pre-wrap; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
.code { font: 700 1.5em/1.2 ui-monospace, Consolas, monospace; letter-spacing: .1em; }
th:first-child:nth-last-child(2) { width: 32%; }
.box { margin: 0 0 .45em; font-size: 1.15em; break-inside: avoid; }
.line { border-bottom: 1px solid #555; margin: 0 0 .3em; }
.form p { break-inside: avoid; }
@media (max-width: 700px) { body { padding: 4mm; } body.large { font-size: 14pt; } }
`);

/** Chinese with the English below it. */
export function both({ zh, en }: Label): Html {
  return html`<span lang="zh-CN">${zh}</span> <span lang="en">${en}</span>`;
}

/** A QR code as a picture in the page. */
export async function qrOf(url: string): Promise<Html> {
  return new Html(await drawQr(url, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }));
}

/** A whole page to print; it asks nothing of the network. */
export function sheet(title: string, body: Html, size: 'large' | 'medium' | 'normal' = 'normal'): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body class="${size}">
        ${body}
      </body>
    </html>`.text;
}

/** The foot of a sheet that only says where it is found: the address, more lines below it, and the code that leads there. */
export async function addressFoot(address: string, ...more: readonly string[]): Promise<Html> {
  return html`<div class="foot">
    <p>
      <small>${address}${more.map((line) => html`<br />${line}`)}</small>
    </p>
    ${await qrOf(address)}
  </div>`;
}
