import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { inPage, settled } from './browser.js';

type Role = Parameters<Page['getByRole']>[0];

/** What one errand has taken. */
export interface Errand {
  taps: number;
  /** Signs above what was tapped, each screen once: what somebody reads who skips nothing. */
  signs: number;
  /** What the machine took from taps to the screens after them, in milliseconds. */
  machineMs: number;
}

/** The least a finger hits, in pixels. */
const LEAST_TARGET = 44;

/**
 * Somebody with a telephone and no other help: taps what is seen, by its role and the words on it, and types where something is to be
 * typed. What they do is counted.
 */
export class Walker {
  #errand: Errand = { taps: 0, signs: 0, machineMs: 0 };
  /** The screen before the eyes, and how much of it was read. */
  #read = { screen: '', signs: 0 };

  constructor(readonly page: Page) {}

  /** Begins to count anew. */
  begin(): void {
    this.#errand = { taps: 0, signs: 0, machineMs: 0 };
    this.#read = { screen: '', signs: 0 };
  }

  /** What was counted since. */
  get errand(): Errand {
    return this.#errand;
  }

  async tap(role: Role, name: string | RegExp): Promise<void> {
    const target = this.seen(role, name).first();
    await target.waitFor();
    const box = await target.boundingBox();
    expect([name, Math.round(box?.height ?? 0) >= LEAST_TARGET]).toEqual([name, true]);
    await this.readsUpTo((await target.innerText()).split('\n').find((line) => signsIn(line) > 0) ?? '');
    this.#errand.taps += 1;
    await this.timed(() => target.tap());
  }

  /** Reads the screen down to these words. */
  async readsUpTo(words: string): Promise<void> {
    const text = await inPage<string>(this.page, "document.querySelector('main').innerText");
    const screen = await inPage<string>(this.page, "location.href + document.querySelector('main h2, h1').innerText");
    const at = text.indexOf(words);
    const signs = signsIn(at < 0 ? words : text.slice(0, at + words.length));
    this.#errand.signs += Math.max(0, signs - (screen === this.#read.screen ? this.#read.signs : 0));
    this.#read = { screen, signs: screen === this.#read.screen ? Math.max(signs, this.#read.signs) : signs };
  }

  async choose(name: string | RegExp): Promise<void> {
    const target = this.page.locator('label').filter({ hasText: name, visible: true });
    await target.waitFor();
    this.#errand.taps += 1;
    await target.tap();
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label });
    this.#errand.taps += 1;
    await field.tap();
    await field.pressSequentially(text);
  }

  /** Waits until a screen with this heading is there. */
  async isAt(heading: string | RegExp, level?: number): Promise<void> {
    await this.timed(async () => {
      await this.page.getByRole('heading', { name: heading, ...(level === undefined ? {} : { level }) }).waitFor();
      await settled(this.page);
    });
  }

  /** In the order of the page: what stands in its middle also stands in the bar below it. */
  private seen(role: Role, name: string | RegExp): Locator {
    return this.page.getByRole(role, { name, exact: typeof name === 'string' }).filter({ visible: true });
  }

  private async timed(work: () => Promise<void>): Promise<void> {
    const began = performance.now();
    await work();
    this.#errand.machineMs += performance.now() - began;
  }
}

/** Chinese signs each, words and numbers of other writing as one. */
export function signsIn(text: string): number {
  return text.match(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv)?.length ?? 0;
}
