import { describe, expect, test } from '@jest/globals';

import { audienceOf } from './audience.rules.js';

const parties = [
  { relation: 'handler', person: 'han' },
  { relation: 'doer', unit: 'limin' },
];

describe('an audience', () => {
  test('tells whoever is named once, not again through their office', () => {
    const audience = [{ relation: 'handler' }, { role: 'duty', of: 'doer' }, { role: 'coordinator' }];
    expect(audienceOf(audience, parties)).toEqual([
      { kind: 'person', person: 'han' },
      { kind: 'role', role: 'duty', unit: 'limin', excluded: ['han'] },
      { kind: 'wanted', role: 'coordinator', excluded: ['han'] },
    ]);
  });

  test('leaves out whom a relation excludes', () => {
    expect(audienceOf([{ role: 'supervisor', not: ['handler'] }], parties)).toEqual([
      { kind: 'wanted', role: 'supervisor', excluded: ['han'] },
    ]);
  });
});
