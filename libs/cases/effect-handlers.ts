import { REMIND_EFFECT, type Registered } from '#libs/engine';

import type { EffectHandler } from './effects.types.js';

/** The effects that have no handler, and the handlers that have no effect. */
export class EffectHandlersError extends Error {
  override readonly name = 'EffectHandlersError';

  constructor(
    readonly missing: readonly string[],
    readonly unused: readonly string[],
  ) {
    super(`effects without a handler: [${missing.join(', ')}]; handlers without an effect: [${unused.join(', ')}]`);
  }
}

/**
 * One handler for each effect. A name alone (`remind`) is the handler for that effect of every workflow; with the workflow before
 * it (`notice.publish`) for that workflow's.
 */
export class EffectHandlers {
  readonly #handlers = new Map<string, EffectHandler>();

  /** @throws Error when the name has a handler already. */
  handle(name: string, handler: EffectHandler): this {
    if (this.#handlers.has(name)) throw new Error(`effect "${name}" has two handlers`);
    this.#handlers.set(name, handler);
    return this;
  }

  find(workflow: string, effect: string): EffectHandler | undefined {
    return this.#handlers.get(this.nameFor(workflow, effect));
  }

  private nameFor(workflow: string, effect: string): string {
    const own = `${workflow}.${effect}`;
    return this.#handlers.has(own) ? own : effect;
  }

  /**
   * Checks at boot that every declared effect, and the reminders of clocks, has exactly one handler.
   * @throws EffectHandlersError
   */
  check(workflows: ReadonlyMap<string, Registered>): void {
    const declared = [...workflows.values()].flatMap(({ workflow }) =>
      [...Object.keys(workflow.effects), REMIND_EFFECT].map((effect) => ({ workflow: workflow.name, effect })),
    );
    const missing = declared.filter(({ workflow, effect }) => this.find(workflow, effect) === undefined);
    const used = new Set(declared.map(({ workflow, effect }) => this.nameFor(workflow, effect)));
    const unused = [...this.#handlers.keys()].filter((name) => !used.has(name));
    if (missing.length === 0 && unused.length === 0) return;
    throw new EffectHandlersError(
      missing.map(({ workflow, effect }) => `${workflow}.${effect}`),
      unused,
    );
  }
}
