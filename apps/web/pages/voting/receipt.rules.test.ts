import { describe, expect, test } from '@jest/globals';

import { trackerOf as trackerOfService } from '#libs/ballots';
import { inclusionProof, leafHash, merkleRoot } from '#libs/decision';

import { inGroups, isIncluded, readReceipt, readTracker, receiptFrom, trackerOf } from './receipt.rules.js';

const RECEIPT = '0123456789ABCDEFGHJKMNPQRS';

describe('a receipt', () => {
  test('has 26 signs of sixteen bytes, and other bytes make another one', () => {
    expect(receiptFrom(new Uint8Array(16))).toBe('0'.repeat(26));
    expect(receiptFrom(new Uint8Array(16).fill(255))).toBe(`${'Z'.repeat(25)}W`);
    expect(readReceipt(receiptFrom(Uint8Array.from({ length: 16 }, (_, at) => at * 17)))).not.toBeNull();
  });

  test('is read with spaces, dashes, small letters and letters that look like digits', () => {
    expect(readReceipt('ol23-4567 89ab cdefghjkmnpqrs')).toBe(RECEIPT);
    expect(readReceipt('0123')).toBeNull();
    expect(readReceipt(`${RECEIPT.slice(1)}U`)).toBeNull();
  });

  test('is told apart from what is published of it', async () => {
    const tracker = await trackerOf(RECEIPT);
    expect(tracker).toBe(trackerOfService(RECEIPT));
    expect(readTracker(inGroups(tracker).toUpperCase())).toBe(tracker);
    expect(readTracker(RECEIPT)).toBeNull();
    expect(inGroups(RECEIPT)).toBe('0123 4567 89AB CDEF GHJK MNPQ RS');
  });
});

describe('the proof of a paper', () => {
  test.each([1, 2, 3, 7, 8, 13])('holds for every paper of %i, and for no other line', async (size) => {
    const lines = Array.from({ length: size }, (_, at) => `{"choice":{"vote":"yes"},"id":"${at}票"}`);
    const root = merkleRoot(lines);
    const hashes = Buffer.concat(lines.map(leafHash));
    for (const [index, line] of lines.entries()) {
      const proof = inclusionProof(hashes, index);
      expect(await isIncluded(line, proof, root)).toBe(true);
      expect(await isIncluded(`${line} `, proof, root)).toBe(false);
    }
  });

  test('that is malformed is false', async () => {
    const root = merkleRoot(['a', 'b']);
    expect(await isIncluded('a', { index: 2, size: 2, path: [] }, root)).toBe(false);
    expect(await isIncluded('a', { index: 0, size: 2, path: ['no'] }, root)).toBe(false);
    expect(await isIncluded('a', { index: 0, size: 2, path: [] }, root)).toBe(false);
  });
});
