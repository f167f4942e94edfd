import { expect, test } from '@jest/globals';

import { maskedIdNumber, maskedName, maskedPhone } from './masks.rules.js';

test.each([
  ['a mobile number', maskedPhone('13812345678'), '138****5678'],
  ['a short number of an office', maskedPhone('6226789'), '*****89'],
  ['a number too short to hide anything', maskedPhone('110'), '***'],
  ['an identity number', maskedIdNumber('320602194905021234'), '320*************34'],
  ['a name of three characters', maskedName('王小明'), '王**'],
  ['a name of one character', maskedName('王'), '王*'],
  ['a name outside the basic plane', maskedName('𠮷野家'), '𠮷**'],
])('%s is masked', (_, masked, expected) => {
  expect(masked).toBe(expected);
});
