import type { NoticeWording } from '#workflows/notice';

import { html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** A notice for a board or a stairwell: large, both languages, with a code that leads to it. */
export async function noticeSheet(wording: NoticeWording, address: string): Promise<string> {
  const { heading, title, text, facts, rights, signature } = wording;
  const body = html`<main>
    <h1>${both(heading)}</h1>
    <h2>${title}</h2>
    <p class="text">${text}</p>
    ${facts.map((fact) => html`<p>${both(fact)}</p>`)}
    <ul>
      ${rights.map((right) => html`<li>${both(right)}</li>`)}
    </ul>
    <div class="foot">
      <div>
        <p>${both({ zh: '扫码查看、提出异议：', en: 'Scan to read it and to object:' })}</p>
        <p><small>${address}</small></p>
        <p class="sign">${both(signature)}</p>
      </div>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${title}`, body, 'large');
}
