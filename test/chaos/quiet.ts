import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a server says that no effect is on its way any more. */
export async function quiet(origin: string): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    if (/^minyi_outbox_pending 0$/m.test(metrics)) return;
    await delay(200);
  }
}
