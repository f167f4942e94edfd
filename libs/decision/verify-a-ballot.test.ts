import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { isIncluded, leastReaching, merkleRoot, trackerOfReceipt, verifyBallot, verifyInclusion } from './index.js';

const manual = readFileSync(new URL('../../docs/verify-a-ballot.md', import.meta.url), 'utf8');
const [, block = ''] = /```json\n([\s\S]*?)```/.exec(manual) ?? [];
const example = block.trimEnd().split('\n');
const RECEIPT = '0123456789ABCDEFGHJKMNPQR0';

test('the example of the manual is a complete record that fits, and says what the manual says of it', async () => {
  const { findings, verdict, certificate } = await verifyBallot(example);
  expect(findings).toEqual([]);
  expect(verdict).toBe('failed');
  expect(certificate?.tests.map(({ approval }) => [approval?.part, approval?.whole, approval?.met])).toEqual([
    [25090, 36365, false],
    [3, 4, true],
  ]);
});

test('every sign of the example that is changed behind its header is found', async () => {
  for (const [at, line] of example.entries()) {
    if (at === 0) continue;
    for (let sign = 0; sign < line.length; sign += 7) {
      const other = line[sign] === '1' ? '2' : '1';
      const touched = `${line.slice(0, sign)}${other}${line.slice(sign + 1)}`;
      const { findings } = await verifyBallot(example.with(at, touched));
      expect(findings).not.toEqual([]);
    }
  }
});

test('its receipt has the tracker that is printed, and the paper is proved', async () => {
  expect(manual).toContain(`\`${RECEIPT}\` has the tracker \`${trackerOfReceipt(RECEIPT)}\``);
  const { findings, line, proof, root } = await verifyInclusion(RECEIPT, example);
  expect(findings).toEqual([]);
  expect(proof !== null && isIncluded(line ?? '', proof, root ?? '')).toBe(true);
});

test('the roots and fractions that are printed are right', () => {
  const leaves = ['', '\0', '\x10', ' !'];
  for (let size = 0; size <= leaves.length; size += 1) {
    expect(manual).toContain(`${String(size)} \`${merkleRoot(leaves.slice(0, size))}\``);
  }
  const inclusive = { numerator: 2, denominator: 3, inclusive: true };
  expect(leastReaching(inclusive, 42765)).toBe(28510);
  expect(leastReaching({ numerator: 3, denominator: 4, inclusive: true }, 36365)).toBe(27274);
  expect([10, 11].map((whole) => leastReaching({ numerator: 1, denominator: 2, inclusive: false }, whole))).toEqual([
    6, 6,
  ]);
});
