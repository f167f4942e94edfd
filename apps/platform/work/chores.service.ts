import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';

import { Platform } from '../platform.js';

/** Puts the platform's chores on Nest's scheduler, which stops them when the program stops. */
@Injectable()
export class Chores implements OnApplicationBootstrap {
  readonly #running = new Set<string>();

  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(SchedulerRegistry) private readonly scheduler: SchedulerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    for (const { name, everyMs, run } of this.platform.chores) {
      const timer = setInterval(() => void this.once(name, run), everyMs);
      timer.unref();
      this.scheduler.addInterval(name, timer);
    }
  }

  /**
   * A chore that fails is logged and tried again at its next turn. One that is still at work, as behind a mail server that is slow,
   * is not begun a second time.
   */
  private async once(name: string, run: () => Promise<unknown>): Promise<void> {
    if (this.#running.has(name)) return;
    this.#running.add(name);
    try {
      await run();
    } catch (err) {
      this.platform.log.error({ err, chore: name }, 'a chore failed');
    } finally {
      this.#running.delete(name);
    }
  }
}
