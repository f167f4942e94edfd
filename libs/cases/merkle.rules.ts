import { createHash } from 'node:crypto';

/** The last journal entry of a case: what a signature vouches for. */
export interface Head {
  caseId: string;
  seq: number;
  hash: string;
}

/** Root of no heads at all. */
const EMPTY = createHash('sha256').update('').digest('hex');

/**
 * Merkle root over the heads of all cases, in the order of their ids (by code unit). Leaves and nodes are hashed with different
 * first bytes, so that a node can never be passed off as a leaf; an odd node goes up as it is.
 */
export function merkleRoot(heads: Iterable<Head>): string {
  const sorted = [...heads].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  let level = sorted.map(leafOf);
  while (level.length > 1) level = pairs(level);
  return level[0]?.toString('hex') ?? EMPTY;
}

function leafOf({ caseId, seq, hash }: Head): Buffer {
  return createHash('sha256')
    .update('\u0000')
    .update(JSON.stringify([caseId, seq, hash]))
    .digest();
}

function pairs(level: Buffer[]): Buffer[] {
  const up: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left === undefined) continue;
    up.push(right === undefined ? left : createHash('sha256').update('\u0001').update(left).update(right).digest());
  }
  return up;
}
