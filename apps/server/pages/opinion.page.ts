import { drawOpinionSvg, type Counts, type OpinionPicture } from '#libs/opinion';

import { Html, html } from './html.js';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    title: '意见群体与共识',
    united: '各组一致的观点',
    none: '暂无',
    statement: '观点',
    all: '全部',
    group: '组',
    counts: ({ agree, disagree, pass }: Counts) => `赞成 ${agree} · 反对 ${disagree} · 跳过 ${pass}`,
    few: '人数太少，不显示',
    leans: { agree: '赞成', disagree: '反对' },
    note: (least: number) => `少于 ${least} 人的数字不显示。`,
  },
  en: {
    title: 'Opinion groups and what unites them',
    united: 'What all groups answer alike',
    none: 'nothing yet',
    statement: 'Statement',
    all: 'Everybody',
    group: 'Group ',
    counts: ({ agree, disagree, pass }: Counts) => `agree ${agree} · disagree ${disagree} · pass ${pass}`,
    few: 'too few to be shown',
    leans: { agree: 'agree', disagree: 'disagree' },
    note: (least: number) => `No number of fewer than ${least} people is shown.`,
  },
} as const;

/** The picture with the same numbers as a table, for whoever does not see it or wants to know exactly. */
export function opinionPage(picture: OpinionPicture, texts: ReadonlyMap<number, string>, language: Language): string {
  const words = WORDS[language];
  const { groups, united, table, leastShown } = picture;
  const textOf = (statement: number): string => `${String(statement)}. ${texts.get(statement) ?? ''}`;
  const name = (nth: number): string => groups[nth]?.name ?? '';
  const heading = (nth: number): string =>
    language === 'zh' ? `${name(nth)} ${words.group}` : words.group + name(nth);
  const counts = (of: Counts | null | undefined): string => (of == null ? words.few : words.counts(of));
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <figure>${new Html(drawOpinionSvg(picture, language))}</figure>
          <h2>${words.united}</h2>
          ${united.length === 0 ? html`<p>${words.none}</p>` : ''}
          <ol>
            ${united.map(({ statement, leans }) => html`<li>${textOf(statement)} (${words.leans[leans]})</li>`)}
          </ol>
          <table>
            <caption>
              ${words.note(leastShown)}
            </caption>
            <thead>
              <tr>
                <th scope="col">${words.statement}</th>
                <th scope="col">${words.all}</th>
                ${groups.map((_, nth) => html`<th scope="col">${heading(nth)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${table.map(
                (row) =>
                  html`<tr>
                    <th scope="row">${textOf(row.statement)}</th>
                    <td>${counts(row.counts)}</td>
                    ${groups.map((_, nth) => html`<td>${counts(row.byGroup?.[nth])}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </main>
      </body>
    </html>`;
  return page.text;
}
