import { expect } from '@jest/globals';

import type { DemoPersonKey } from '#apps/demo';

import { barriers, sideways, type Installation, type WIDTHS } from './browser.js';
import { Hand, type Entered, type Language } from './hand.js';

interface Seating {
  device?: keyof typeof WIDTHS;
  path?: string;
}

/** Everybody at a screen of their own, as long as a test lasts. */
export class Everybody {
  readonly #there = new Map<DemoPersonKey, Promise<Hand>>();

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
    const hand = await this.one(who, { path: `/cases/${caseId}` });
    if (new URL(hand.page.url()).pathname !== `/cases/${caseId}`) await hand.goTo(`/cases/${caseId}`);
    await hand.doesHere(caseId, act, entered);
  }

  /** What any of the pages complained about. */
  async complaints(): Promise<string[]> {
    const hands = await Promise.all(this.#there.values());
    return hands.flatMap(({ who, complaints }) => complaints.map((one) => `${who}: ${one}`));
  }

  async leave(): Promise<void> {
    for (const hand of await Promise.all(this.#there.values())) await hand.close();
  }
}

/** No barriers and nothing beside the window, where much is at stake. */
export async function isSound(hand: Hand, where: string): Promise<void> {
  expect([where, await barriers(hand.page), await sideways(hand.page)]).toEqual([where, [], 0]);
}
