import type { Page } from 'playwright-core';

import { inPage } from './browser.js';

/** Somebody who has no mouse. Counts what they press. */
export interface Keyboard {
  readonly presses: number;
  /** Presses keys one after the other. */
  press(...keys: string[]): Promise<void>;
  /** Types a text; counted as one press a character. */
  type(text: string): Promise<void>;
  /** What has the focus: the row it is in, and what it is called. `null`: nothing has it. */
  focus(): Promise<string | null>;
  /** Presses Tab until the focus is on something whose name contains the words. */
  tabTo(words: string): Promise<void>;
}

const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  // what a dialog says is not its name
  if (at.matches('[role=dialog]')) return 'dialog';
  const row = at.closest('[data-index]');
  const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '';
  return (row === null ? '' : 'row ' + row.dataset.index + ' ') + name.trim();
})()`;

const FARTHEST = 60;

/** Takes the mouse and the finger away from a page: whatever uses them throws. */
export function keyboardOnly(page: Page): Keyboard {
  const refuse = (): never => {
    throw new Error('there is no mouse here');
  };
  for (const device of [page.mouse, page.touchscreen])
    for (const act of ['click', 'dblclick', 'down', 'move', 'up', 'wheel', 'tap'])
      if (act in device) Object.defineProperty(device, act, { value: refuse });
  let presses = 0;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      presses += 1;
    }
  };
  const focus = (): Promise<string | null> => inPage(page, FOCUSED);
  return {
    get presses() {
      return presses;
    },
    press,
    focus,
    type: async (text) => {
      await page.keyboard.type(text);
      presses += Array.from(text).length;
    },
    tabTo: async (words) => {
      for (let step = 0; step < FARTHEST; step += 1) {
        if ((await focus())?.includes(words) === true) return;
        await press('Tab');
      }
      throw new Error(`Tab does not lead to “${words}”`);
    },
  };
}
