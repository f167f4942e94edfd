import { expect, test } from '@jest/globals';

import type { Config } from '#libs/config';
import type { Ledger } from '#libs/ledger';

import { ledgerChores } from './ledger.js';

test('documents are written only after the account has followed everything: they are never written again', async () => {
  const order: string[] = [];
  const done = (what: string) => (): Promise<number> => {
    order.push(what);
    return Promise.resolve(0);
  };
  const ledger = { projector: { sweep: done('sweep') }, digests: { makeMissing: done('digests') } };
  const chores = ledgerChores({ role: 'worker' } as Config, ledger as unknown as Ledger);
  await chores.find(({ name }) => name === 'write digests')?.run();
  expect(order).toEqual(['sweep', 'digests']);
});
