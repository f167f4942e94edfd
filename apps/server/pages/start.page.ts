import type { Language } from '#libs/contract';
import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { START_WORDS } from './start.words.js';

/** What the start page shows. */
export interface StartPage {
  language: Language;
  version: string;
  origin: string;
  /** Cases by status. */
  numbers: Record<'active' | 'done' | 'cancelled', number>;
  /** How far the demonstration year is; `null`: there is none. */
  year: { label: Label; percent: number; isRunning: boolean } | null;
  /** `null` outside demonstration mode. */
  people: { id: string; name: string; title: Label; offices: string[] }[] | null;
  workflows: { name: string; label: Label; description: Label }[];
}

type Words = (typeof START_WORDS)[Language];

/** The page at `/`: what this is, how far the demonstration is, whom one can be, where to go on. No script, nothing from elsewhere. */
export function startPage(page: StartPage): string {
  const { language, version } = page;
  const words = START_WORDS[language];
  const refresh = page.year?.isRunning === true ? html`<meta http-equiv="refresh" content="5" />` : html``;
  return html`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
${refresh}
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header>
<p class="switch"><a href="${words.switchLink}" hreflang="${language === 'zh' ? 'en' : 'zh-CN'}">${words.switchTo}</a></p>
<h1>${words.title}</h1>
<p>${words.lead}</p>
</header>
<main id="main">
${numbersOf(page, words)}
${yearOf(page, words)}
${linksOf(words)}
${peopleOf(page, words)}
${workflowsOf(page, words)}
</main>
<footer><p>Minyi 民议 ${version} · Apache-2.0</p></footer>
</body>
</html>
`.text;
}

function numbersOf({ numbers }: StartPage, words: Words): Html {
  const item = (name: keyof StartPage['numbers']): Html => html`<div><dt>${words[name]}</dt><dd>${numbers[name]}</dd></div>`;
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${words.numbers}</h2>
<dl class="numbers">${[item('active'), item('done'), item('cancelled')]}</dl></section>`;
}

function yearOf({ year, language }: StartPage, words: Words): Html {
  if (year === null) return html``;
  const percent = Math.round(year.percent);
  return html`<section aria-labelledby="year"><h2 id="year">${words.year}</h2>
<p role="status"><progress max="100" value="${percent}" aria-label="${words.year}">${percent}%</progress> ${year.label[language]}</p></section>`;
}

function linksOf(words: Words): Html {
  return html`<section aria-labelledby="links"><h2 id="links">${words.links}</h2><ul>
<li><a href="/api/docs">${words.docs}</a></li>
<li><a href="/api/openapi.json">${words.document}</a></li>
<li><a href="/readme">${words.readme}</a></li>
<li><a href="/health/ready">${words.health}</a> · <a href="/metrics">${words.metrics}</a></li>
</ul></section>`;
}

function peopleOf({ people, language, origin }: StartPage, words: Words): Html {
  if (people === null) return html`<section><h2>${words.people}</h2><p>${words.noDemo}</p></section>`;
  const cards = people.map(
    ({ id, name, title, offices }) => html`<li><details><summary><strong>${name}</strong> · ${title[language]}</summary>
<dl><dt>${words.offices}</dt><dd>${offices.length === 0 ? words.resident : offices.join(language === 'zh' ? '、' : ', ')}</dd>
<dt>${words.id}</dt><dd><code>${id}</code></dd></dl>
<p>${words.tryIt}:</p><pre tabindex="0">curl -s ${origin}/api/v1/desk -H 'X-Minyi-Person: ${id}'</pre></details></li>
`,
  );
  return html`<section aria-labelledby="people"><h2 id="people">${words.people}</h2><p>${words.peopleHelp}</p><ul class="people">${cards}</ul></section>`;
}

function workflowsOf({ workflows, language }: StartPage, words: Words): Html {
  const items = workflows.map(
    ({ name, label, description }) => html`<li><strong>${label[language]}</strong>(${name}) —
${description[language]} <a href="/api/v1/workflows/${name}/chart?lang=${language}">${words.chart}: ${label[language]}</a></li>
`,
  );
  return html`<section aria-labelledby="workflows"><h2 id="workflows">${words.workflows}</h2><ul>${items}</ul></section>`;
}

const STYLE = html`
:root { color-scheme: light dark; --ink: #1b2126; --paper: #fdfcf9; --line: #cfc9bd; --link: #0b4f8a; --card: #f4f1ea; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e0; --paper: #15191c; --line: #454c52; --link: #8ec5ff; --card: #1f2529; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.7 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: .25rem 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
a { color: var(--link); text-underline-offset: .2em; } a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
.switch { text-align: right; margin: 0; } ul { padding-left: 1.25rem; } .people { list-style: none; padding: 0; }
.people li { border: 1px solid var(--line); border-radius: .5rem; background: var(--card); margin: .5rem 0; }
summary { padding: .6rem .8rem; cursor: pointer; min-height: 2.75rem; } details > :not(summary) { margin: .5rem .8rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
.numbers div { border: 1px solid var(--line); border-radius: .5rem; background: var(--card); padding: .5rem 1rem; min-width: 6rem; }
.numbers dd { font-size: 1.5rem; font-weight: 700; margin: 0; }
pre, code { font: .9rem/1.5 ui-monospace, Consolas, monospace; } pre { overflow-x: auto; padding: .6rem; border: 1px solid var(--line); border-radius: .4rem; }
progress { width: 100%; max-width: 24rem; height: 1rem; vertical-align: middle; } footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9rem; }
`;
