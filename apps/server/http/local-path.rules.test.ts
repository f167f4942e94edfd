import { expect, test } from '@jest/globals';

import { localPath } from './local-path.rules.js';

test.each([
  ['/', '/'],
  ['/cases/1?lang=zh#top', '/cases/1?lang=zh#top'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/a\\b', null],
  ['/\t/evil.example', null],
  ['/\n/evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['', null],
  [undefined, null],
  [['/', '/'], null],
  [`/${'x'.repeat(500)}`, null],
])('after signing in one may go on to %j: %j', (asked, path) => {
  expect(localPath(asked)).toBe(path);
});
