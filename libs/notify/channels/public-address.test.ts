import { describe, expect, test } from '@jest/globals';

import { isPostable } from './guarded-post.js';
import { isPublicAddress } from './public-address.rules.js';

describe('an address', () => {
  test.each(['1.1.1.1', '114.114.114.114', '2400:3200::1', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('where events may be sent', () => {
  test.each([
    ['https://example.cn/hook', true],
    ['https://1.1.1.1/hook', true],
    ['http://example.cn/hook', false],
    ['https://127.0.0.1/hook', false],
    ['https://[::1]/hook', false],
    ['https://[::ffff:10.0.0.1]/hook', false],
    ['https://2130706433/hook', false],
    ['https://0x7f.1/hook', false],
    ['https://localhost/hook', false],
    ['https://user:password@example.cn/', false],
    ['file:///etc/passwd', false],
    ['not a url', false],
  ])('%s: %s', (url, isAllowed) => {
    expect(isPostable(url, { allowsPrivate: false })).toBe(isAllowed);
  });
  test('also inside the house, where the operator has said so', () => {
    expect(isPostable('http://10.0.0.5:8080/hook', { allowsPrivate: true })).toBe(true);
    expect(isPostable('ftp://10.0.0.5/', { allowsPrivate: true })).toBe(false);
  });
});
