import { expect } from '@jest/globals';

import type { DemoPersonKey } from '#apps/demo';

import { barriers, inPage, sideways, type Installation, type WIDTHS } from './browser.js';
import { Hand, type Entered, type Language } from './hand.js';

interface Seating {
  device?: keyof typeof WIDTHS;
  path?: string;
}

/** Everybody at a screen of their own, as long as a test lasts. */
export class Everybody {
  readonly #there = new Map<DemoPersonKey, Promise<Hand>>();
  readonly #heard: string[] = [];

  constructor(
    readonly installation: Installation,
    readonly language: Language,
  ) {}

  /** Somebody at their screen; whoever was not there yet sits down before `path`. */
  one(who: DemoPersonKey, { device = 'desk', path = '/' }: Seating = {}): Promise<Hand> {
    const known = this.#there.get(who) ?? Hand.of(this.installation, who, { language: this.language, device, path });
    this.#there.set(who, known);
    return known;
  }

  /** Does an act on the page of its case, where they may be already. */
  async does(who: DemoPersonKey, caseId: string, [act, entered = {}]: readonly [string, Entered?]): Promise<void> {
    const hand = await this.at(who, `/cases/${caseId}`);
    await hand.doesHere(caseId, act, entered);
    await readsTheirLanguage(hand, act);
  }

  /** Somebody at a page: they stay where they are if it is open already, because it follows what happens by itself. */
  async at(who: DemoPersonKey, path: string, device?: keyof typeof WIDTHS): Promise<Hand> {
    const hand = await this.one(who, { path, ...(device === undefined ? {} : { device }) });
    await hand.isAt(path);
    return hand;
  }

  /** What any of the pages complained about, also those that are closed. */
  async complaints(): Promise<string[]> {
    const hands = await Promise.all(this.#there.values());
    return [...this.#heard, ...hands.flatMap((hand) => complaintsOf(hand))];
  }

  /** Whoever has done their part closes their page: one that stays open reads what changes, and that takes its time. */
  async leave(...people: readonly DemoPersonKey[]): Promise<void> {
    for (const who of people.length === 0 ? [...this.#there.keys()] : people) {
      const hand = await this.#there.get(who);
      this.#there.delete(who);
      if (hand === undefined) continue;
      await hand.close();
      this.#heard.push(...complaintsOf(hand));
    }
  }
}

function complaintsOf({ who, complaints }: Hand): string[] {
  return complaints.map((one) => `${who}: ${one}`);
}

/** Nothing in Chinese before somebody who reads English, but the names of people and places. */
async function readsTheirLanguage(hand: Hand, where: string): Promise<void> {
  if (hand.language === 'zh') return;
  const seen = await inPage<string[]>(
    hand.page,
    `(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const seen = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (node.parentElement.closest('noscript, [lang^=zh]') === null) seen.push(node.textContent);
      for (const one of document.body.querySelectorAll('[aria-label], [placeholder], [title]'))
        if (one.closest('[lang^=zh]') === null) seen.push(one.ariaLabel ?? '', one.getAttribute('placeholder') ?? '', one.title);
      return seen;
    })()`,
  );
  const names = await hand.names();
  const chinese = seen.flatMap((text) => text.match(/[\d○]*\p{Script=Han}[\p{Script=Han}\d○]*/gu) ?? []);
  expect([where, chinese.filter((one) => !names.has(one))]).toEqual([where, []]);
}

/** No barriers and nothing beside the window, where much is at stake. */
export async function isSound(hand: Hand, where: string): Promise<void> {
  await readsTheirLanguage(hand, where);
  expect([where, await barriers(hand.page), await sideways(hand.page)]).toEqual([where, [], 0]);
}
