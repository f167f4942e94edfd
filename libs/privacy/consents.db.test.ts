import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { FakeClock, testDatabase } from '#libs/testing';

import { Consents } from './consents.service.js';
import { CONSENT_TEXTS } from './consents.vocabulary.js';
import { privacyEntities } from './privacy.entities.js';
import { refusalOf } from './testing/world.js';

const held = testDatabase(privacyEntities, { tables: 'of the entities' });
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => held.database.transaction(work);

function consents() {
  const stopped: string[] = [];
  const clock = new FakeClock('2026-03-02T09:00:00+08:00');
  const effects = {
    meterWatching: (_tx: Tx, person: string) => {
      stopped.push(person);
      return Promise.resolve();
    },
  };
  return { stopped, consents: new Consents({ now: () => clock.now(), effects }) };
}
const own = {
  person: 'wang',
  purpose: 'meterWatching' as const,
  textVersion: CONSENT_TEXTS.meterWatching.version,
  channel: 'self' as const,
  givenBy: 'wang',
};

describe('a consent', () => {
  test('holds from when it is given until it is withdrawn, for its purpose only', async () => {
    const { consents: service } = consents();
    expect(await inTx((tx) => service.isGiven(tx, 'wang', 'meterWatching'))).toBe(false);
    await inTx((tx) => service.give(tx, own));
    expect(await inTx((tx) => service.isGiven(tx, 'wang', 'meterWatching'))).toBe(true);
    expect(await inTx((tx) => service.isGiven(tx, 'wang', 'photoPublication'))).toBe(false);
    await inTx((tx) => service.withdraw(tx, 'wang', { purpose: 'meterWatching', by: 'wang' }));
    expect(await inTx((tx) => service.isGiven(tx, 'wang', 'meterWatching'))).toBe(false);
  });

  test('withdrawn ends at once what it allowed, and only once', async () => {
    const { consents: service, stopped } = consents();
    await inTx((tx) => service.give(tx, own));
    const withdraw = () => inTx((tx) => service.withdraw(tx, 'wang', { purpose: 'meterWatching', by: 'wang' }));
    expect([await withdraw(), await withdraw()]).toEqual([true, false]);
    expect(stopped).toEqual(['wang']);
  });

  test('is proof of the text that was agreed to: another version is refused', async () => {
    const { consents: service } = consents();
    expect(await refusalOf(inTx((tx) => service.give(tx, { ...own, textVersion: '2020-1' })))).toBe(
      'consent.text_changed',
    );
  });

  test.each([
    ['a delegate without a slip', { channel: 'delegate' as const, givenBy: 'daughter' }, 'consent.evidence_missing'],
    [
      'staff with a number but no picture, for sensitive data',
      { channel: 'slip' as const, givenBy: 'li', slip: 'A-1' },
      'consent.evidence_missing',
    ],
    ['staff in the name of the person', { channel: 'self' as const, givenBy: 'li' }, 'consent.evidence_missing'],
    [
      'staff with number and picture',
      { channel: 'slip' as const, givenBy: 'li', slip: 'A-1', evidence: 'file-1' },
      'carried out',
    ],
    [
      'staff with a number, for what is not sensitive',
      { channel: 'slip' as const, givenBy: 'li', slip: 'A-1', purpose: 'photoPublication' as const },
      'carried out',
    ],
  ])('entered by %s: %#', async (_, given, outcome) => {
    const { consents: service } = consents();
    expect(await refusalOf(inTx((tx) => service.give(tx, { ...own, ...given })))).toBe(outcome);
  });

  test('given twice is given once; given again after it was withdrawn it is a new one', async () => {
    const { consents: service } = consents();
    await inTx((tx) => service.give(tx, own));
    expect(await refusalOf(inTx((tx) => service.give(tx, own)))).toBe('resource.conflict');
    await inTx((tx) => service.withdraw(tx, 'wang', { purpose: 'meterWatching', by: 'wang' }));
    await inTx((tx) => service.give(tx, own));
    expect(await inTx((tx) => service.of(tx, 'wang'))).toHaveLength(2);
  });
});
