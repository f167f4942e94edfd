import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

/** `prevHash` of the first entry of a chain. */
export const CHAIN_BEGIN = '0'.repeat(64);

/** One link: what it says, with the hash of the link before it. */
export interface Link {
  seq: number;
  prevHash: string;
  hash: string;
}

/** Hash of a link: covers everything it says and the link before it. */
export function linkHash(said: object, prevHash: string): string {
  return sha256(`${prevHash}\n${canonicalize(said) ?? ''}`);
}

/** Digest of words that may have to be erased: the salt, erased with them, keeps them from being guessed. */
export function saltedDigest(salt: string, words: string): string {
  return sha256(`${salt}\n${words}`);
}

/**
 * Numbers of the links that were changed or do not follow the one before. A chain whose oldest links are past their time begins
 * where it begins.
 */
export function brokenLinks<Row extends Link>(rows: readonly Row[], saidBy: (row: Row) => object): number[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const follows = before === undefined || (row.seq === before.seq + 1 && row.prevHash === before.hash);
    return follows && row.hash === linkHash(saidBy(row), row.prevHash) ? [] : [row.seq];
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
