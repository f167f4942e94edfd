import { describe, expect, test } from '@jest/globals';

import { testVault } from '#libs/testing';

import { SealBroken, Vault } from './vault.js';

const PHONE = '13800001234';

describe('a sealed field', () => {
  test('opens to what was sealed, and never looks the same twice', () => {
    const vault = testVault();
    const sealed = vault.seal(PHONE, 'person.phone');
    expect(vault.open(sealed, 'person.phone')).toBe(PHONE);
    expect(vault.seal(PHONE, 'person.phone')).not.toBe(sealed);
    expect(sealed).not.toContain(PHONE);
  });

  test('cannot be moved to another field', () => {
    const vault = testVault();
    expect(() => vault.open(vault.seal(PHONE, 'person.phone'), 'person.idNumber')).toThrow(SealBroken);
  });

  test('cannot be altered', () => {
    const vault = testVault();
    const sealed = vault.seal(PHONE, 'person.phone');
    const at = sealed.length - 3;
    const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => vault.open(altered, 'person.phone')).toThrow(SealBroken);
  });

  test('has one spelling only: whatever else decodes to the same bytes is refused', () => {
    const vault = testVault();
    const sealed = vault.seal(PHONE, 'person.phone');
    const [version = '', id = '', body = ''] = sealed.split('.');
    const others = [
      ...[`${sealed}.`, `${sealed}.more`, `${sealed}=`, `${sealed} `, `${sealed}!`, ` ${sealed}`],
      `${version}.${id}.${body.slice(0, 5)}\n${body.slice(5)}`,
    ];
    for (const other of others) expect(() => vault.open(other, 'person.phone')).toThrow(SealBroken);
    const anyLength = ['a', 'ab', 'abc', 'abcd'].map((plain) => vault.seal(plain, 'person.phone'));
    const respelt = anyLength.flatMap((text) =>
      Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
        .map((sign) => `${text.slice(0, -1)}${sign}`)
        .filter((other) => other !== text),
    );
    for (const other of respelt) expect(() => vault.open(other, 'person.phone')).toThrow(SealBroken);
  });

  test('is never shorter than its nonce and its whole tag', () => {
    const vault = testVault();
    const [version = '', id = ''] = vault.seal('', 'person.phone').split('.');
    for (const length of [0, 4, 12, 16, 27]) {
      const short = `${version}.${id}.${Buffer.alloc(length).toString('base64url')}`;
      expect(() => vault.open(short, 'person.phone')).toThrow(SealBroken);
    }
    expect(vault.open(vault.seal('', 'person.phone'), 'person.phone')).toBe('');
  });

  test('opens after a rotation as long as the old key is named, and is then not current', () => {
    const sealed = testVault('old').seal(PHONE, 'person.phone');
    const rotated = testVault('new', 'old');
    expect(rotated.open(sealed, 'person.phone')).toBe(PHONE);
    expect(rotated.isCurrent(sealed)).toBe(false);
    expect(rotated.isCurrent(rotated.seal(PHONE, 'person.phone'))).toBe(true);
    expect(() => testVault('new').open(sealed, 'person.phone')).toThrow(SealBroken);
  });
});

describe('a blind index', () => {
  test('is the same for the same value and purpose, and different for another purpose or key', () => {
    const vault = testVault('new', 'old');
    expect(vault.blindIndex(PHONE, 'person.phone')).toBe(vault.blindIndex(PHONE, 'person.phone'));
    expect(vault.blindIndex(PHONE, 'person.phone')).not.toBe(vault.blindIndex(PHONE, 'person.idNumber'));
    expect(vault.blindIndexes(PHONE, 'person.phone')).toEqual([
      vault.blindIndex(PHONE, 'person.phone'),
      testVault('old').blindIndex(PHONE, 'person.phone'),
    ]);
  });
});

test('a key of the wrong length is refused', () => {
  expect(() => new Vault([Buffer.alloc(16)])).toThrow('32 bytes');
  expect(() => new Vault([])).toThrow('needs a key');
});
