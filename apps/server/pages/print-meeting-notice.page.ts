import type { Label } from '#libs/engine';

import { html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

/** A sitting as it is announced on paper. */
export interface PrintedMeeting {
  kind: Label;
  calledBy: Label;
  title: string;
  unit: string;
  /** Local date and time. */
  startsAt: string;
  isShortNotice: boolean;
  items: readonly { title: string; decides: Label }[];
  address: string;
}

const l = (zh: string, en: string): Label => ({ zh, en });

/** Who is called, when and about what: hung up, or brought to those without a phone. */
export async function meetingNotice(meeting: PrintedMeeting): Promise<string> {
  const { kind, calledBy, title, unit, startsAt, isShortNotice, items, address } = meeting;
  const heading = l(`${kind.zh}会议通知`, `${kind.en}: notice of a meeting`);
  const body = html`<main>
    <h1>${both(heading)}</h1>
    <h2>${title}</h2>
    <p><b>${both(l(`时间：${startsAt}`, `Time: ${startsAt}`))}</b></p>
    <p>${both(l(`${unit}，${calledBy.zh}`, `${unit}. ${calledBy.en}`))}</p>
    ${isShortNotice ? html`<p>${both(l('通知时间短于规定，会写进纪要。', 'Short notice: it will stand in the minutes.'))}</p>` : ''}
    <h2>${both(l('议题', 'Agenda'))}</h2>
    ${
      items.length === 0
        ? html`<p>${both(l('议题另行公布。', 'The agenda follows.'))}</p>`
        : html`<ol>
            ${items.map((item) => html`<li>${item.title} ${both(item.decides)}</li>`)}
          </ol>`
    }
    <ul>
      <li>
        ${both(l('来不了的成员可以书面委托别的成员。', 'A member who cannot come may give another one a written proxy.'))}
      </li>
      <li>
        ${both(l('与议题有利害关系的，请说明并回避。', 'Whoever has an interest in an item says so and stays out of it.'))}
      </li>
      <li>
        ${both(l('行动不便的，请告诉社区，可以上门听您的意见。', 'If you cannot get out, tell the community: somebody comes to hear you.'))}
      </li>
    </ul>
    <div class="foot">
      <div>
        <p>${both(l('扫码看议题材料、报名发言：', 'Scan for the papers and to ask for the floor:'))}</p>
        <p><small>${address}</small></p>
        <p class="sign">${unit}</p>
      </div>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${title}`, body, 'large');
}
