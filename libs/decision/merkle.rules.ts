import { hash } from 'node:crypto';

/*
 * The Merkle tree of RFC 6962 (Certificate Transparency) with SHA-256: a leaf is hashed behind a 0x00, a node behind a 0x01, a
 * tree of n leaves is split at the largest power of two below n. Buffers are reused: a million leaves make no garbage of their own.
 */

const DIGEST = 32;
const EMPTY = hash('sha256', '', 'hex');

/**
 * 32 bytes, each as one character. Node makes them in half the time of a buffer, which tells where there are millions.
 */
type Digest = string;

const node = Buffer.alloc(1 + 2 * DIGEST);
node[0] = 1;

function nodeHash(left: Digest, right: Digest): Digest {
  node.write(left, 1, 'latin1');
  node.write(right, 1 + DIGEST, 'latin1');
  return hash('sha256', node, 'binary');
}

function leafDigest(text: string): Digest {
  return hash('sha256', `\0${text}`, 'binary');
}

function hexOf(digest: Digest): string {
  return Buffer.from(digest, 'latin1').toString('hex');
}

/** Hash of a leaf: SHA-256 of a 0x00 and the UTF-8 bytes of the text. */
export function leafHash(text: string): Buffer {
  return Buffer.from(leafDigest(text), 'latin1');
}

/** A tree that grows leaf by leaf and keeps only one digest a level. */
export class MerkleTree {
  #size = 0;
  readonly #peaks: Digest[] = [];

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends a leaf: a text. */
  add(text: string): void {
    let digest = leafDigest(text);
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      digest = nodeHash(this.#peaks.pop() ?? digest, digest);
    }
    this.#peaks.push(digest);
    this.#size += 1;
  }

  /** Root of what is there so far, in hex; that of no leaves is the hash of nothing. */
  root(): string {
    const peaks = this.#peaks.toReversed();
    const [last, ...others] = peaks;
    if (last === undefined) return EMPTY;
    return hexOf(others.reduce((right, left) => nodeHash(left, right), last));
  }
}

/** Root of texts in their order, in hex. */
export function merkleRoot(texts: Iterable<string>): string {
  const tree = new MerkleTree();
  for (const text of texts) tree.add(text);
  return tree.root();
}

/** Proof that a text is a leaf of a tree: its place, the size of the tree, and the digests beside its way to the root, in hex. */
export interface InclusionProof {
  index: number;
  size: number;
  path: string[];
}

/**
 * Proof for the leaf at a place, from the hashes of all leaves (32 bytes each, one behind the other).
 * Thrown when there is no such leaf.
 */
export function inclusionProof(hashes: Buffer, index: number): InclusionProof {
  const size = hashes.length / DIGEST;
  if (!(Number.isInteger(index) && index >= 0 && index < size)) throw new RangeError(`no leaf ${String(index)}`);
  const path: string[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const [low, high] = index < middle ? [middle, to] : [from, middle];
    path.push(hexOf(rootOf(hashes, low, high)));
    if (index < middle) to = middle;
    else from = middle;
  }
  return { index, size, path: path.toReversed() };
}

/** The largest power of two below a size of two or more. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function rootOf(hashes: Buffer, from: number, to: number): Digest {
  if (to - from === 1) return hashes.toString('latin1', from * DIGEST, to * DIGEST);
  const middle = from + splitOf(to - from);
  return nodeHash(rootOf(hashes, from, middle), rootOf(hashes, middle, to));
}

/** Whether a text is in the tree with this root. Takes anything as a proof; a wrong one is false, never an error. */
export function isIncluded(text: string, { index, size, path }: InclusionProof, root: string): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last] = [index, size - 1];
  let digest = leafDigest(text);
  for (const beside of path) {
    if (!/^[0-9a-f]{64}$/.test(beside) || last === 0) return false;
    const other = Buffer.from(beside, 'hex').toString('latin1');
    if (at % 2 === 1 || at === last) {
      digest = nodeHash(other, digest);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else digest = nodeHash(digest, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hexOf(digest) === root;
}
