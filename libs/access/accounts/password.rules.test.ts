import { describe, expect, test } from '@jest/globals';

import { spellLogin } from './login.rules.js';
import { passwordProblem } from './password.rules.js';

describe('a password', () => {
  test.each([
    ['short', 'tooShort'],
    ['123456789', 'tooShort'],
    ['楼下的路灯又不亮了', 'tooShort'],
    ['楼下的路灯昨天又不亮了', null],
    ['correct horse battery', null],
    ['x'.repeat(201), 'tooLong'],
    ['1234567890', 'tooCommon'],
    ['Woaini1314', 'tooCommon'],
    ['P@ssw0rd123', 'tooCommon'],
    ['aaaaaaaaaaaa', 'tooSimple'],
    ['abababababab', 'tooSimple'],
    ['bcdefghijklm', 'tooSimple'],
    ['kjihgfedcba', 'tooSimple'],
    ['wangguilan', 'isLogin'],
    ['WangGuilan1!', 'isLogin'],
    ['naliugnaw99', null],
    ['naliuggnaw1', 'isLogin'],
    ['wangguilan feeds the cat', null],
  ])('%j has problem %j', (password, problem) => {
    expect(passwordProblem(password, ['wangguilan'])).toBe(problem);
  });

  test('typed full-width is the same password', () => {
    expect(passwordProblem('１２３４５６７８９０', [])).toBe('tooCommon');
  });
});

describe('a login name', () => {
  test.each([
    ['Coordinator', 'coordinator'],
    ['  王桂兰 ', '王桂兰'],
    ['ｃｏｏｒｄ', 'coord'],
    ['ﬁre', 'fire'],
    ['13800001234', '13800001234'],
    ['', null],
    ['   ', null],
    ['two words', null],
    ['a\u200bb', null],
    ['x'.repeat(65), null],
  ])('typed as %j is %j', (typed, spelt) => {
    expect(spellLogin(typed)).toBe(spelt);
  });

  test('in its one spelling stays as it is', () => {
    for (const login of ['ǅungla', 'Straße', 'İstanbul']) {
      const spelt = spellLogin(login);
      expect(spellLogin(spelt ?? '')).toBe(spelt);
    }
  });
});
