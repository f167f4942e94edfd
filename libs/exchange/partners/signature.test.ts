import { expect, test } from '@jest/globals';

import { isFresh, isSignature, signatureOf } from './signature.rules.js';

const signed = {
  method: 'POST',
  path: '/api/v1/partners/hotline/cases?x=1',
  timestamp: '1780275600',
  nonce: 'abcdefghijklmnop',
  body: Buffer.from('{"number":"20260601"}'),
};
const NOW = 1_780_275_600_000;

test('a signature covers method, path, time, nonce and body', () => {
  const signature = signatureOf(signed, 'key');
  expect(isSignature(signature, signed, ['other', 'key'])).toBe(true);
  const altered = [
    { ...signed, method: 'GET' },
    { ...signed, path: '/api/v1/partners/hotline/cases?x=2' },
    { ...signed, timestamp: '1780275601' },
    { ...signed, nonce: 'abcdefghijklmnoq' },
    { ...signed, body: Buffer.from('{"number":"20260602"}') },
  ];
  expect(altered.map((one) => isSignature(signature, one, ['key']))).toEqual(altered.map(() => false));
  expect(isSignature(signature, signed, ['other'])).toBe(false);
  expect(isSignature('', signed, ['key'])).toBe(false);
});

test('a request is taken within five minutes of its time, with a nonce that is one', () => {
  expect(isFresh(signed, NOW)).toBe(true);
  expect([NOW + 300_000, NOW - 300_000].map((now) => isFresh(signed, now))).toEqual([true, true]);
  expect([NOW + 300_001, NOW - 300_001].map((now) => isFresh(signed, now))).toEqual([false, false]);
  expect(isFresh({ ...signed, nonce: 'short' }, NOW)).toBe(false);
  expect(isFresh({ ...signed, timestamp: 'now' }, NOW)).toBe(false);
});
