import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { both, qrOf, sheet } from './print-sheet.js';

const l = (zh: string, en: string): Label => ({ zh, en });
const line = html`<p class="line">&#160;</p>`;
const ask = (zh: string, en: string): Html => html`<p>${both(l(zh, en))}</p>`;

/** The paper twin of the page on which residents say what is wrong: handed in at the office, or written down by whoever calls. */
export async function reportForm({ unit, address }: { unit: string; address: string }): Promise<string> {
  const heading = l('我要说（反映单）', 'Tell us (report form)');
  const body = html`<main class="form">
    <h1>${both(heading)}</h1>
    <p class="draft">
      ${both(
        l(
          '现在有人有危险吗？先打电话：110　119　120。打完电话再填这张单子。',
          'Is anyone in danger now? Call 110, 119 or 120 first; fill this in afterwards.',
        ),
      )}
    </p>
    ${ask('什么事（一句话）：', 'The matter in one line:')} ${line}
    ${ask('在哪里（楼栋、单元、位置）：', 'Where (building, stairwell, spot):')} ${line}
    ${ask('具体情况，从什么时候开始：', 'What happened, and since when:')} ${line} ${line} ${line}
    ${ask('姓名（可以不写；不写就没法当面答复您）：', 'Name (optional; without it nobody can answer you in person):')}
    ${line} ${ask('门牌和电话（没有电话写“无”）：', 'Door and telephone (“none” if you have none):')} ${line}
    ${ask('□ 不要让办理的人知道是我　　□ 请当面或上门答复我', '□ Hide me from whoever handles it　　□ Answer me in person')}
    ${ask('本人签名：　　　　　日期：', 'Signature:　　　　　Date:')}
    ${ask('代写人：　　　　　见证人：　　　　　（口头说的由代写人写，见证人在场）', 'Written by:　　　　　Witness:　　　　　(where it was spoken)')}
    <div class="foot">
      <div>
        ${ask(`交到${unit}。录入后会给您一个编号，凭编号查办到哪一步。`, `Hand it in at ${unit}. You get a number by which you can ask how far it is.`)}
        <p><small>${address}</small></p>
      </div>
      ${await qrOf(address)}
    </div>
  </main>`;
  return sheet(`${heading.zh} · ${unit}`, body);
}
