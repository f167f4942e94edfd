import type { Language } from '#libs/contract';
import type { Label } from '#libs/engine';

import { html, type Html } from './html.js';
import { MY_WORDS } from './my.words.js';
import { ROLE_WORDS } from './role.words.js';
import { SIGN_IN_STYLE } from './sign-in.style.js';
import { START_STYLE } from './start.style.js';

interface MatterRow {
  id: string;
  title: string | null;
  stage: { label: Label };
}

/** What the page of whoever is signed in shows: theirs, and nobody else's. */
export interface MyPage {
  language: Language;
  name: string;
  offices: readonly { role: string; unit: string }[];
  unread: number;
  waits: readonly { id: string; title: string | null; label: Label; dueAt: string | null; isOverdue: boolean }[];
  mine: readonly MatterRow[];
  visible: readonly MatterRow[];
  households: readonly { address: string; due: string }[];
  actsFor: readonly string[];
}

type Words = (typeof MY_WORDS)[Language];

/** The page at `/my`; its script ends the session. */
export function myPage(page: MyPage): string {
  const { language, name } = page;
  const words = MY_WORDS[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} · 民议 Minyi</title>
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        <style>
          ${START_STYLE}${SIGN_IN_STYLE}
        </style>
        <script src="/my.js" type="module"></script>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <div class="top">
            <a href="/?lang=${language}">民议 Minyi · ${words.home}</a>
            <a class="switch" href="/my?lang=${other}" lang="${MY_WORDS[other].lang}">${words.switchTo}</a>
          </div>
          <h1>${name}</h1>
          <p>${officesOf(page, words)}</p>
        </header>
        <main id="main" tabindex="-1">
          ${waitsOf(page, words)} ${mattersOf('mine', page)} ${householdsOf(page, words)} ${actsForOf(page, words)}
          ${mattersOf('visible', page)} ${dataOf(words)}
          <p><button type="button" id="sign-out" data-next="/?lang=${language}">${words.signOut}</button></p>
        </main>
      </body>
    </html>`.text;
}

function officesOf({ offices, unread, language }: MyPage, words: Words): Html {
  const held = offices.map(({ role, unit }) => `${unit} ${ROLE_WORDS[role]?.[language] ?? role}`);
  const stop = language === 'zh' ? '；' : '; ';
  return html`${words.offices}: ${held.length === 0 ? words.none : held.join(stop)} · ${words.unread}: ${unread}`;
}

function waitsOf({ waits, language }: MyPage, words: Words): Html {
  const items = waits.map(
    ({ id, title, label, dueAt, isOverdue }) =>
      html`<li>
        <p><a href="${chartOf(id, language)}">${title ?? id}</a></p>
        <p>
          <span class="stage">${label[language]}</span>
          ${dueAt === null ? '' : `${isOverdue ? `${words.overdue} · ` : ''}${words.due} ${dayAndTime(dueAt, language)}`}
        </p>
      </li> `,
  );
  return section('waits', words.waits, items.length === 0 ? html`<p>${words.nothingWaits}</p>` : list(items));
}

function mattersOf(which: 'mine' | 'visible', page: MyPage): Html {
  const { language } = page;
  const words = MY_WORDS[language];
  const rows = page[which].map(
    ({ id, title, stage }) =>
      html`<li>
        <p><a href="${chartOf(id, language)}">${title ?? id}</a></p>
        <p>${words.stage} <span class="stage">${stage.label[language]}</span></p>
      </li> `,
  );
  return section(which, words[which], rows.length === 0 ? html`<p>${words.nothingMine}</p>` : list(rows));
}

function householdsOf({ households }: MyPage, words: Words): Html {
  if (households.length === 0) return html``;
  const items = households.map(({ address, due }) => html`<li><p>${address} · ${words.nextVisit} ${due}</p></li>`);
  return section('households', words.households, list(items));
}

function actsForOf({ actsFor }: MyPage, words: Words): Html {
  if (actsFor.length === 0) return html``;
  return section('relatives', words.relatives, list(actsFor.map((name) => html`<li><p>${name}</p></li>`)));
}

function dataOf(words: Words): Html {
  return section(
    'data',
    words.data,
    html`<p>${words.dataHelp}</p>
      <ul class="links">
        <li><a href="/api/v1/me/looks">${words.looks}</a></li>
        <li><a href="/api/v1/me/sessions">${words.sessions}</a></li>
        <li><a href="/api/v1/me/sign-ins">${words.signIns}</a></li>
        <li><a href="/api/docs">${words.export}</a></li>
      </ul>`,
  );
}

function section(id: string, heading: string, content: Html): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;
}

const list = (items: readonly Html[]): Html =>
  html`<ul class="rows">
    ${items}
  </ul>`;

const chartOf = (id: string, language: Language): string =>
  `/api/v1/cases/${encodeURIComponent(id)}/chart?lang=${language}`;

function dayAndTime(instant: string, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(instant));
}

/** The script of the page, at `/my.js`. */
export const MY_SCRIPT = `const button = document.getElementById('sign-out');
button.addEventListener('click', async () => {
  button.setAttribute('aria-busy', 'true');
  const headers = { 'content-type': 'application/json' };
  await fetch('/api/v1/session/end', { method: 'POST', headers, body: '{}' });
  location.assign(button.dataset.next);
});
`;
