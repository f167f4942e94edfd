import type { Language } from '#libs/contract';
import type { Holding } from '#libs/privacy';

import { html, type Html } from './html.js';

/** Everything held about somebody, as it is exported. */
export interface OwnData {
  person: string;
  at: string;
  holdings: readonly Holding[];
}

const WORDS = {
  zh: { title: '民议保存的我的全部信息', made: '导出时间', nothing: '没有', rights: '有误可申请更正，也可申请删除。' },
  en: {
    title: 'Everything Minyi holds about me',
    made: 'Made at',
    nothing: 'Nothing',
    rights: 'You may ask for corrections, and to be erased.',
  },
} as const;

/** A page to read and to print: no script, nothing loaded from elsewhere. */
export function ownDataPage({ at, holdings }: OwnData, language: Language): string {
  const words = WORDS[language];
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <style>
          body {
            font: 18px/1.6 sans-serif;
            max-width: 60rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
          table {
            border-collapse: collapse;
            width: 100%;
            margin-bottom: 1.5rem;
          }
          th,
          td {
            border: 1px solid #999;
            padding: 0.3rem 0.6rem;
            text-align: left;
            vertical-align: top;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <h1>${words.title}</h1>
        <p>${words.made}: ${at}. ${words.rights}</p>
        ${holdings.map((one) => section(one, language))}
      </body>
    </html>`.text;
}

function section({ label, rows }: Holding, language: Language): Html {
  if (rows.length === 0)
    return html`<h2>${label[language]}</h2>
      <p>${WORDS[language].nothing}</p>`;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return html`<h2>${label[language]}</h2>
    <table>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map((column) => html`<td>${cell((row as Record<string, unknown>)[column])}</td>`)}
          </tr>`,
      )}
    </table>`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
