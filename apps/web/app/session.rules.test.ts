import { describe, expect, test } from '@jest/globals';

import { sessionAt } from './session.rules.js';

const SESSION = {
  ...{ person: 'p1', name: '王桂兰', staff: false, secondFactor: 'passed' as const, singleSignOn: null },
  expiresAt: '2026-11-22T10:00:00.000Z',
};

describe('a session that was kept on the device', () => {
  test('holds until it ends', () => {
    expect(sessionAt(SESSION, Date.parse('2026-11-22T09:59:59Z'))).toEqual(SESSION);
  });

  test('is nobody from the instant it ends', () => {
    expect(sessionAt(SESSION, Date.parse(SESSION.expiresAt))).toMatchObject({
      person: null,
      name: null,
      secondFactor: null,
    });
  });

  test('holds where its end is not known', () => {
    expect(sessionAt({ ...SESSION, expiresAt: null }, Date.parse('2030-01-01')).person).toBe('p1');
  });
});
