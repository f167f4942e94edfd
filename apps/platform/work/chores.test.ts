import { setTimeout as delay } from 'node:timers/promises';

import { expect, test } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';

import type { Platform } from '../platform.js';
import { Chores } from './chores.service.js';

test('a chore that takes longer than its turn is not begun a second time, and goes on with its next turn', async () => {
  let begun = 0;
  let end: () => void = () => undefined;
  const run = (): Promise<void> => {
    begun += 1;
    return new Promise((resolve) => {
      end = resolve;
    });
  };
  const scheduler = new SchedulerRegistry();
  const platform = { chores: [{ name: 'slow', everyMs: 2, run }] } as unknown as Platform;
  new Chores(platform, scheduler).onApplicationBootstrap();
  await delay(40);
  expect(begun).toBe(1);
  end();
  await delay(40);
  expect(begun).toBe(2);
  end();
  scheduler.deleteInterval('slow');
});
