import { expect, test } from '@jest/globals';

import { brokenLinks, CHAIN_BEGIN, linkHash, saltedDigest } from './chain.rules.js';

function chainOf(words: string[]) {
  let prevHash = CHAIN_BEGIN;
  return words.map((word, index) => {
    const seq = index + 1;
    const row = { seq, word, prevHash, hash: linkHash({ seq, word }, prevHash) };
    prevHash = row.hash;
    return row;
  });
}
const saidBy = ({ seq, word }: { seq: number; word: string }): object => ({ seq, word });

test('a chain nobody touched has no broken link, also when its oldest links are gone', () => {
  const rows = chainOf(['a', 'b', 'c', 'd']);
  expect(brokenLinks(rows, saidBy)).toEqual([]);
  expect(brokenLinks(rows.slice(2), saidBy)).toEqual([]);
});

test('a changed, a missing and an inserted link are found', () => {
  const rows = chainOf(['a', 'b', 'c', 'd']);
  expect(
    brokenLinks(
      rows.map((row) => (row.seq === 2 ? { ...row, word: 'x' } : row)),
      saidBy,
    ),
  ).toEqual([2]);
  expect(
    brokenLinks(
      rows.filter(({ seq }) => seq !== 2),
      saidBy,
    ),
  ).toEqual([3]);
  const forged = { seq: 3, word: 'x', prevHash: CHAIN_BEGIN, hash: linkHash({ seq: 3, word: 'x' }, CHAIN_BEGIN) };
  expect(brokenLinks([...rows.slice(0, 2), forged, ...rows.slice(3)], saidBy)).toEqual([3, 4]);
});

test('the same words under another salt have another digest', () => {
  expect(saltedDigest('a', 'words')).not.toBe(saltedDigest('b', 'words'));
});
