import type { Language } from '#libs/contract';
import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { ROLE_WORDS } from './role.words.js';
import { START_STYLE } from './start.style.js';
import { START_WORDS } from './start.words.js';

/** Somebody a visitor can be. */
export interface StartPerson {
  key: string;
  id: string;
  name: string;
  title: Label;
  offices: readonly { role: string; unit: string }[];
}

/** What the start page shows. */
export interface StartPage {
  language: Language;
  version: string;
  /** Issues by status. */
  numbers: Record<'active' | 'done' | 'cancelled', number>;
  /** The newest issues anybody may see. */
  recent: { id: string; title: string | null; stage: { label: Label }; changedAt: string }[];
  /** How far the demonstration year is; `null`: there is none. */
  year: { label: Label; percent: number; isRunning: boolean } | null;
  /** `null` outside demonstration mode. */
  guests: { people: StartPerson[]; password: string } | null;
  workflows: { name: string; label: Label; description: Label }[];
}

type Words = (typeof START_WORDS)[Language];

/** The three users of the product stand open on the page, everybody else is folded away. */
const FIRST_PEOPLE = ['coordinator', 'department', 'resident'];

/** The page at `/`: what this is, what happens, whom one can be, where to go on. It works without its script. */
export function startPage(page: StartPage): string {
  const { language, version } = page;
  const words = START_WORDS[language];
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        <style>
          ${START_STYLE}
        </style>
        <script src="/start.js" type="module"></script>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <div class="top">
            <h1>${words.name}</h1>
            <a
              class="switch"
              href="${words.switchLink}"
              hreflang="${language === 'zh' ? 'en' : 'zh-CN'}"
              lang="${language === 'zh' ? 'en' : 'zh-CN'}"
              >${words.switchTo}</a
            >
            <a class="switch" href="/sign-in?lang=${language}">${words.signIn}</a>
          </div>
          <p>${words.lead}</p>
        </header>
        <main id="main" tabindex="-1">
          ${stepsOf(words)} ${numbersOf(page, words)} ${yearOf(page, words)} ${recentOf(page, words)}
          ${peopleOf(page, words)} ${workflowsOf(page, words)} ${linksOf(words, language)}
        </main>
        <footer><p>Minyi 民议 ${version} · Apache-2.0</p></footer>
      </body>
    </html> `.text;
}

function stepsOf(words: Words): Html {
  const steps = [words.say, words.deliberate, words.act, words.review].map(
    ([name, what]) =>
      html`<li>
        <h3>${name}</h3>
        <p>${what}</p>
      </li>`,
  );
  return html`<section aria-labelledby="steps">
    <h2 id="steps">${words.steps}</h2>
    <ol class="steps">
      ${steps}
    </ol>
  </section>`;
}

function numbersOf({ numbers }: StartPage, words: Words): Html {
  const item = (name: keyof StartPage['numbers']): Html =>
    html`<div>
      <dt>${words[name]}</dt>
      <dd>${numbers[name]}</dd>
    </div>`;
  return html`<section aria-labelledby="numbers">
    <h2 id="numbers">${words.numbers}</h2>
    <dl class="numbers" id="numbers-now">${[item('active'), item('done'), item('cancelled')]}</dl>
  </section>`;
}

function yearOf({ year, language }: StartPage, words: Words): Html {
  if (year === null) return html``;
  const percent = Math.round(year.percent);
  return html`<section aria-labelledby="year">
    <h2 id="year">${words.year}</h2>
    <div id="year-now">
      <p role="status" data-running="${year.isRunning ? 'yes' : 'no'}">${year.label[language]}</p>
      <progress max="100" value="${percent}" aria-labelledby="year">${percent}%</progress>
    </div>
  </section>`;
}

function recentOf({ recent, language }: StartPage, words: Words): Html {
  const rows = recent.map(
    ({ id, title, stage, changedAt }) =>
      html`<li>
        <p><strong>${title ?? '—'}</strong></p>
        <p>
          ${words.stage} <span class="stage">${stage.label[language]}</span> ·
          <time datetime="${changedAt}">${dayAndTime(changedAt, words.lang)}</time> ·
          <a
            href="/api/v1/cases/${encodeURIComponent(id)}/chart?lang=${language}"
            aria-label="${words.seePath}: ${title ?? id}"
            >${words.seePath}</a
          >
        </p>
      </li> `,
  );
  const list =
    rows.length === 0
      ? html`<p>${words.nothing}</p>`
      : html`<ul class="rows">
          ${rows}
        </ul>`;
  return html`<section aria-labelledby="recent">
    <h2 id="recent">${words.recent}</h2>
    <div id="recent-now">${list}</div>
  </section>`;
}

function dayAndTime(instant: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  );
}

function peopleOf(page: StartPage, words: Words): Html {
  const { guests } = page;
  if (guests === null)
    return html`<section>
      <h2>${words.people}</h2>
      <p>${words.noDemo}</p>
    </section>`;
  const { people, password } = guests;
  const first = people.filter(({ key }) => FIRST_PEOPLE.includes(key));
  const others = people.filter((person) => !first.includes(person));
  const cards = (some: StartPerson[]): Html =>
    html`<ul class="people">
      ${some.map((person) => personCard(person, page))}
    </ul>`;
  return html`<section aria-labelledby="people">
    <h2 id="people">${words.people}</h2>
    <p>${words.peopleHelp} <code>${password}</code></p>
    ${cards(first)}
    <details>
      <summary>${words.others} · ${others.length} ${words.otherCount}</summary>
      ${cards(others)}
    </details>
  </section>`;
}

function personCard({ key, id, name, title, offices }: StartPerson, { language }: StartPage): Html {
  const words = START_WORDS[language];
  const held = offices.map(({ role, unit }) => `${unit} ${ROLE_WORDS[role]?.[language] ?? role}`);
  return html`<li class="card">
    <details>
      <summary><strong>${name}</strong> · ${title[language]}</summary>
      <dl>
        <dt>${words.offices}</dt>
        <dd>${held.length === 0 ? words.resident : held.join(language === 'zh' ? '；' : '; ')}</dd>
        <dt>${words.login}</dt>
        <dd><code>${key}</code></dd>
        <dt>${words.id}</dt>
        <dd><code>${id}</code></dd>
      </dl>
      <p>
        <a href="/sign-in?lang=${language}&login=${key}" aria-label="${words.signInAs}: ${name}">${words.signInAs}</a>
      </p>
    </details>
  </li> `;
}

function workflowsOf({ workflows, language }: StartPage, words: Words): Html {
  const items = workflows.map(
    ({ name, label, description }) =>
      html`<li>
        <p><strong>${label[language]}</strong></p>
        <p>
          ${description[language]}
          <a href="/api/v1/workflows/${name}/chart?lang=${language}" aria-label="${words.chart}: ${label[language]}"
            >${words.chart}</a
          >
        </p>
      </li> `,
  );
  return html`<section aria-labelledby="workflows">
    <h2 id="workflows">${words.workflows}</h2>
    <ul class="rows">
      ${items}
    </ul>
  </section>`;
}

function linksOf(words: Words, language: Language): Html {
  return html`<section aria-labelledby="links">
    <h2 id="links">${words.links}</h2>
    <ul class="links">
      <li><a href="/readme?lang=${language}">${words.readme}</a></li>
      <li><a href="/api/docs">${words.docs}</a></li>
      <li><a href="/api/openapi.json">${words.document}</a></li>
      <li><a href="/health/ready">${words.health}</a></li>
      <li><a href="/metrics">${words.metrics}</a></li>
    </ul>
  </section>`;
}
