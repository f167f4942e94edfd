import { describe, expect, test } from '@jest/globals';

import { ChangeRing, eventIdOf, type Change } from './change-ring.js';

const change = (caseId: string, version: number): Change => ({ caseId, version });
const ids = (changes: Change[] | null) => changes?.map(eventIdOf);

describe('a watcher that comes back', () => {
  test('is told what happened after its last event', () => {
    const ring = new ChangeRing(10);
    ring.add(change('a', 1), 0);
    ring.add(change('b', 1), 60_000);
    ring.add(change('a', 2), 120_000);
    expect(ids(ring.since('b:1'))).toEqual(['a:2']);
  });

  test('is told again what was heard just before, because another server may have told it in another order', () => {
    const ring = new ChangeRing(10);
    ring.add(change('a', 1), 1_000);
    ring.add(change('b', 1), 2_000);
    expect(ids(ring.since('b:1'))).toEqual(['a:1']);
  });

  test('must reload when its last event is too long ago', () => {
    const ring = new ChangeRing(2);
    for (let version = 1; version <= 3; version += 1) ring.add(change('a', version), version);
    expect(ring.since('a:1')).toBeNull();
    expect(ring.since('nonsense')).toBeNull();
  });
});
