import { describe, expect, test } from '@jest/globals';

import { isCrossSite } from './cross-site.rules.js';

const host = 'minyi.example.cn';

describe('a request with a session cookie', () => {
  test.each([
    ['POST', { 'sec-fetch-site': 'same-origin' }, false],
    ['POST', { 'sec-fetch-site': 'none' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, true],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: 'https://minyi.example.cn' }, true],
    ['POST', { 'sec-fetch-site': ['same-origin', 'cross-site'] }, true],
    ['POST', { origin: 'https://minyi.example.cn' }, false],
    ['POST', { origin: 'https://MINYI.example.cn' }, false],
    ['POST', { origin: 'https://evil.example' }, true],
    ['POST', { origin: 'https://minyi.example.cn.evil.example' }, true],
    ['POST', { origin: 'https://minyi.example.cn:8443' }, true],
    ['POST', { origin: 'null' }, true],
    ['POST', { origin: '' }, true],
    ['POST', {}, false],
    ['DELETE', { 'sec-fetch-site': 'cross-site' }, true],
    ['PUT', { origin: 'https://evil.example' }, true],
    ['GET', { 'sec-fetch-site': 'cross-site' }, false],
    ['HEAD', { origin: 'https://evil.example' }, false],
  ])('%s %j is of another site: %j', (method, headers, forged) => {
    expect(isCrossSite({ method, headers, host })).toBe(forged);
  });

  test('a method nobody knows counts as one that changes something', () => {
    expect(isCrossSite({ method: 'get', headers: { 'sec-fetch-site': 'cross-site' }, host })).toBe(true);
  });
});
