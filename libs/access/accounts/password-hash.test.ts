import { describe, expect, test } from '@jest/globals';

import { AccountRefused } from './account-refused.js';
import { HASH_COST, PasswordHasher } from './password-hash.js';

const cheap = { memory: 64, passes: 1, parallelism: 1 };

describe('a stored password', () => {
  test('is argon2id in PHC format with what OWASP recommends', async () => {
    const stored = await new PasswordHasher().hash('correct horse battery');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(HASH_COST.memory).toBeGreaterThanOrEqual(19 * 1024);
  });

  test('matches itself and nothing else, also when another keyboard composed the signs', async () => {
    const hasher = new PasswordHasher(cheap);
    const stored = await hasher.hash('café 的口令很长');
    expect(await hasher.matches('cafe\u0301 的口令很长', stored)).toBe(true);
    expect(await hasher.matches('cafe 的口令很长', stored)).toBe(false);
  });

  test('is never the same twice', async () => {
    const hasher = new PasswordHasher(cheap);
    expect(await hasher.hash('the same one')).not.toBe(await hasher.hash('the same one'));
  });

  test('made with less work is outdated, and still opens', async () => {
    const stored = await new PasswordHasher(cheap).hash('an old password');
    const now = new PasswordHasher({ memory: 128, passes: 2, parallelism: 1 });
    expect(now.isOutdated(stored)).toBe(true);
    expect(await now.matches('an old password', stored)).toBe(true);
    expect(now.isOutdated(await now.hash('an old password'))).toBe(false);
  });
});

describe('the work of a check', () => {
  test.each([
    ['a right password', 'right password', true],
    ['a wrong password', 'wrong password', false],
  ])('for %s is one hash', async (...[, password, isRight]) => {
    const hasher = new PasswordHasher(cheap);
    const stored = await hasher.hash('right password');
    const before = hasher.runs;
    expect(await hasher.matches(password, stored)).toBe(isRight);
    expect(hasher.runs - before).toBe(1);
  });

  test('for nobody is one hash with the same cost', async () => {
    const hasher = new PasswordHasher(cheap);
    expect(await hasher.matches('right password', null)).toBe(false);
    expect(hasher.runs).toBe(1);
  });
});

test('a flood is told to come again instead of eating memory', async () => {
  const hasher = new PasswordHasher(cheap, { atOnce: 1, waiting: 3 });
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => hasher.matches('x', null)));
  const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as unknown);
  expect(refused).toHaveLength(6);
  expect(refused.every((reason) => reason instanceof AccountRefused)).toBe(true);
  expect(hasher.runs).toBe(4);
});
