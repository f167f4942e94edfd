import type { Page } from 'playwright-core';

import type { Keyboard } from './keyboard.js';
import { until } from './neighbourhood.js';

/** Twenty acts one after the other take their time on a busy machine. */
const PATIENCE_MS = 120_000;
const PATIENCE = { timeout: PATIENCE_MS } as const;
const DIALOG = '[role=dialog]';

/** What somebody at the desk of a department waits to see before they go on. */
export class ClerkDesk {
  constructor(
    readonly page: Page,
    readonly keys: Keyboard,
  ) {}

  /** The number a tab of the desk shows. */
  async waiting(queue: string): Promise<number> {
    return Number(await this.page.getByRole('button', { name: queue }).locator('.number').textContent());
  }

  async shows(queue: string, n: number): Promise<void> {
    await until(async () => ((await this.waiting(queue)) === n ? true : null), PATIENCE_MS);
  }

  /** The list of a queue, with its rows. */
  async lists(queue: string): Promise<void> {
    await this.page.getByRole('grid', { name: queue }).locator('[data-index]').first().waitFor(PATIENCE);
  }

  /** Goes to a queue by its digit; the focus is on its first row then. */
  async goTo(digit: string, queue: string): Promise<string> {
    await this.keys.press(digit);
    await this.lists(queue);
    return await this.onRow();
  }

  async says(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor(PATIENCE);
  }

  /** The dialog that a key has opened, once a field of it has the focus. */
  async asks(): Promise<void> {
    await this.page.locator(`${DIALOG} form :focus`).waitFor({ state: 'attached', ...PATIENCE });
  }

  async opened(title: string): Promise<void> {
    await this.page.getByRole('dialog', { name: title }).waitFor(PATIENCE);
  }

  async closed(): Promise<void> {
    const dialog = this.page.locator(DIALOG);
    await dialog.waitFor({ state: 'detached', ...PATIENCE }).catch(async (error: unknown) => {
      // what is wrong stands in the dialog
      throw new Error((await dialog.textContent()) ?? '', { cause: error });
    });
  }

  /** The row somebody stands on, once it is another than the one that leaves the list: whoever loses a row is never nowhere. */
  onRow(leaving?: string): Promise<string> {
    return this.on((at) => at.startsWith('row ') && at !== leaving);
  }

  /** What has the focus, once it is what is looked for. */
  on(isIt: (at: string) => boolean): Promise<string> {
    return until(async () => {
      const at = await this.keys.focus();
      return at !== null && isIt(at) ? at : null;
    }, PATIENCE_MS);
  }
}

/** What the steps of a walk took. */
export class Steps {
  readonly took: Record<string, { keys: number; seconds: number }> = {};

  async step(name: string, keys: Keyboard, work: () => Promise<void>): Promise<void> {
    const [presses, began] = [keys.presses, performance.now()];
    await work();
    this.took[name] = { keys: keys.presses - presses, seconds: Math.round((performance.now() - began) / 100) / 10 };
  }

  tell(): void {
    process.stdout.write(`${JSON.stringify(this.took)}\n`);
  }
}
