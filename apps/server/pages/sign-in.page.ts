import type { Language } from '#libs/contract';

import { html, type Html } from './html.js';
import { SIGN_IN_STYLE } from './sign-in.style.js';
import { SIGN_IN_WORDS } from './sign-in.words.js';
import { START_STYLE } from './start.style.js';

/** The pages to come in by. */
export const DOORS = ['sign-in', 'join', 'password-reset'] as const;
export type Door = (typeof DOORS)[number];

/** What such a page shows. */
export interface DoorPage {
  door: Door;
  language: Language;
  /** A name to start with. */
  login: string;
  /** Where to go afterwards; of this site. */
  next: string;
  /** `null` outside demonstration mode. */
  demoPassword: string | null;
  /** Words on the button of single sign-on; `null`: there is none. */
  singleSignOn: string | null;
  /** Why single sign-on came back without success. */
  problem: { title: string; detail: string } | null;
}

type Words = (typeof SIGN_IN_WORDS)[Language];

/** A page to come in by; its script is `/sign-in.js`. */
export function doorPage(page: DoorPage): string {
  const { door, language, next } = page;
  const words = SIGN_IN_WORDS[language];
  const title = { 'sign-in': words.signInTitle, join: words.joinTitle, 'password-reset': words.resetTitle }[door];
  const other = language === 'zh' ? 'en' : 'zh';
  const switched = `?${new URLSearchParams({ lang: other, login: page.login, next }).toString()}`;
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 民议 Minyi</title>
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        <style>
          ${START_STYLE}${SIGN_IN_STYLE}
        </style>
        <script src="/sign-in.js" type="module"></script>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <div class="top">
            <a href="/?lang=${language}">民议 Minyi · ${words.home}</a>
            <a class="switch" id="switch" href="${switched}" lang="${SIGN_IN_WORDS[other].lang}">${words.switchTo}</a>
          </div>
        </header>
        <main
          id="main"
          data-door="${door}"
          data-next="${next}"
          data-busy="${words.busy}"
          data-failed="${words.failed}"
          data-born="${words.born}"
          data-unknown="${words.unknownYear}"
          data-saved="${words.saved}"
          data-reset="${words.resetDone}"
        >
          <noscript><p class="error">${words.noScript}</p></noscript>
          <p class="error" id="error" role="alert">${problemText(page)}</p>
          <p id="said" role="status"></p>
          ${stepsOf(page, words)}
        </main>
      </body>
    </html>`.text;
}

function problemText({ problem }: DoorPage): string {
  return problem === null ? '' : `${problem.title}。${problem.detail}`.replace('。。', '。');
}

function stepsOf(page: DoorPage, words: Words): readonly Html[] {
  switch (page.door) {
    case 'sign-in':
      return [passwordStep(page, words), codeStep(words), enrolStep(words), codesStep(words), insideStep(words)];
    case 'join':
      return [slipStep(words), whoStep(words), codeStep(words), enrolStep(words), codesStep(words), joinedStep(words)];
    case 'password-reset':
      return [resetStep(words)];
  }
}

/** A field with its label above it. */
function field(id: string, label: string, attributes: Record<string, string>): Html {
  const extra = Object.entries(attributes).map(([name, value]) => html` ${name}="${value}"`);
  return html`<label for="${id}">${label}<input id="${id}" name="${id}" required ${extra} /></label>`;
}

const secret = (id: string, label: string, autocomplete: string): Html =>
  field(id, label, { type: 'password', autocomplete, maxlength: '1000' });

function showBox(words: Words): Html {
  return html`<label class="check"><input type="checkbox" data-show />${words.show}</label>`;
}

function passwordStep({ login, demoPassword, singleSignOn, language }: DoorPage, words: Words): Html {
  const demo = demoPassword === null ? html`` : html`<p>${words.demo} <code>${demoPassword}</code></p>`;
  const other =
    singleSignOn === null
      ? html``
      : html`<p>${words.or}</p>
          <button type="button" class="plain" id="single-sign-on">${singleSignOn}</button>`;
  return html`<section id="step-password" class="step" aria-labelledby="password-title">
    <h1 id="password-title">${words.signInTitle}</h1>
    <p>${words.signInLead}</p>
    ${demo}
    <form id="form-password">
      ${field('login', words.login, { autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', maxlength: '200', value: login })}
      ${secret('password', words.password, 'current-password')} ${showBox(words)}
      <button>${words.signIn}</button>
    </form>
    ${other}
    <p>
      <a class="plain" href="/join?lang=${language}">${words.useSlip}</a> ·
      <a class="plain" href="/password-reset?lang=${language}">${words.forgot}</a>
    </p>
  </section>`;
}

const oneTimeCode = (id: string, words: Words): Html =>
  field(id, words.code, {
    autocomplete: 'one-time-code',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: '40',
  });

function codeStep(words: Words): Html {
  return html`<section id="step-code" class="step" aria-labelledby="code-title" hidden>
    <h1 id="code-title">${words.codeTitle}</h1>
    <p>${words.codeLead}</p>
    <form id="form-code">
      ${oneTimeCode('code', words)}
      <button>${words.next}</button>
    </form>
  </section>`;
}

function enrolStep(words: Words): Html {
  return html`<section id="step-enrol" class="step" aria-labelledby="enrol-title" hidden>
    <h1 id="enrol-title">${words.enrolTitle}</h1>
    <p>${words.enrolLead}</p>
    <button type="button" id="enrol-begin">${words.enrolBegin}</button>
    <form id="form-enrol" hidden>
      <img id="enrol-picture" class="picture" alt="${words.enrolPicture}" />
      <p>${words.enrolSecret} <span id="enrol-secret" class="secret"></span></p>
      ${oneTimeCode('first-code', words)}
      <button>${words.next}</button>
    </form>
  </section>`;
}

function codesStep(words: Words): Html {
  return html`<section id="step-codes" class="step" aria-labelledby="codes-title" hidden>
    <h1 id="codes-title">${words.codesTitle}</h1>
    <p>${words.codesLead}</p>
    <ol class="codes" id="codes"></ol>
    <button type="button" id="codes-done">${words.copied}</button>
  </section>`;
}

function insideStep(words: Words): Html {
  return html`<section id="step-inside" class="step" aria-labelledby="inside-title" hidden>
    <h1 id="inside-title">${words.inTitle}</h1>
    <p>${words.inAs} <strong data-name></strong></p>
    <button type="button" data-go>${words.goOn}</button>
    <button type="button" class="plain" data-sign-out>${words.signOut}</button>
  </section>`;
}

function slipStep(words: Words): Html {
  return html`<section id="step-slip" class="step" aria-labelledby="slip-title">
    <h1 id="slip-title">${words.joinTitle}</h1>
    <p>${words.joinLead}</p>
    <form id="form-slip">
      ${field('slip', words.slipCode, { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '60' })}
      <button>${words.next}</button>
    </form>
  </section>`;
}

function whoStep(words: Words): Html {
  return html`<section id="step-who" class="step" aria-labelledby="who-title" hidden>
    <h1 id="who-title">${words.whoTitle}</h1>
    <p>${words.whoLead}</p>
    <form id="form-who">
      <fieldset id="people" aria-labelledby="who-title"></fieldset>
      <label class="check"><input type="checkbox" required />${words.confirm}</label>
      <button>${words.join}</button>
    </form>
  </section>`;
}

function joinedStep(words: Words): Html {
  return html`<section id="step-inside" class="step" aria-labelledby="inside-title" hidden>
    <h1 id="inside-title">${words.inTitle}</h1>
    <p>${words.inAs} <strong data-name></strong></p>
    <p>${words.joinedLead}</p>
    <button type="button" data-go>${words.goOn}</button>
    <details>
      <summary>${words.setTitle}</summary>
      <form id="form-set">
        ${field('new-login', words.login, { autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', maxlength: '64' })}
        ${secret('new-password', words.newPassword, 'new-password')} ${showBox(words)}
        <button>${words.save}</button>
      </form>
    </details>
  </section>`;
}

function resetStep(words: Words): Html {
  return html`<section id="step-reset" class="step" aria-labelledby="reset-title">
    <h1 id="reset-title">${words.resetTitle}</h1>
    <p>${words.resetLead}</p>
    <form id="form-reset">
      ${field('reset-code', words.resetCode, { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '60' })}
      ${secret('reset-password', words.newPassword, 'new-password')} ${showBox(words)}
      <button>${words.save}</button>
    </form>
  </section>`;
}
