import { hash } from 'node:crypto';

import { TRACKER } from './ballot-file.schema.js';
import { finding } from './ballot.findings.js';
import type { Finding } from './ballot.findings.js';
import { inclusionProof, isIncluded, leafHash } from './merkle.rules.js';
import type { InclusionProof } from './merkle.rules.js';
import type { Lines } from './verify-ballot.rules.js';

const DIGEST = 32;
/** How the line of a paper begins: in canonical JSON no other line does. */
const PAPER = '{"choice":';
const CERTIFICATE = '{"certificate":';

/** What is published of the paper with this receipt: the first 32 hex digits of the SHA-256 of `minyi-tracker:` and the receipt. */
export function trackerOfReceipt(receipt: string): string {
  return hash('sha256', `minyi-tracker:${receipt}`, 'hex').slice(0, 32);
}

/** Whether a paper with the receipt was published and is in the tree of the certificate. */
export interface VerifiedInclusion {
  /** Nothing: the paper is there, counted, and in the tree. */
  findings: Finding[];
  tracker: string;
  /** Line of the paper as published: what it says can be read there. */
  line: string | null;
  proof: InclusionProof | null;
  root: string | null;
}

/** Hashes of leaves one behind the other in a buffer that grows. */
class LeafHashes {
  #bytes = Buffer.alloc(1024 * DIGEST);
  size = 0;

  add(text: string): void {
    if ((this.size + 1) * DIGEST > this.#bytes.length) {
      const more = Buffer.alloc(this.#bytes.length * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes.set(leafHash(text), this.size * DIGEST);
    this.size += 1;
  }

  all(): Buffer {
    return this.#bytes.subarray(0, this.size * DIGEST);
  }
}

function readJson(line: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function rootOf(line: string | null): string | null {
  const certificate = line === null ? undefined : readJson(line)['certificate'];
  const papers = (certificate as { papers?: { root?: unknown } } | null | undefined)?.papers;
  const root = papers?.root;
  return typeof root === 'string' ? root : null;
}

interface Read {
  leaves: LeafHashes;
  index: number;
  paper: string | null;
  certificate: string | null;
}

async function readFor(tracker: string, lines: Lines): Promise<Read> {
  const read: Read = { leaves: new LeafHashes(), index: -1, paper: null, certificate: null };
  for await (const line of lines) {
    if (line.startsWith(PAPER)) {
      if (read.paper === null && line.includes(tracker) && readJson(line)['tracker'] === tracker) {
        read.paper = line;
        read.index = read.leaves.size;
      }
      read.leaves.add(line);
    } else if (line.startsWith(CERTIFICATE)) read.certificate = line;
  }
  return read;
}

/**
 * Looks for the paper of a receipt (26 characters, as given; or its tracker) in a published ballot and proves that the
 * certificate covers it. It does not verify the rest of the file: that is what `verifyBallot` does. Never throws.
 */
export async function verifyInclusion(receipt: string, lines: Lines): Promise<VerifiedInclusion> {
  const tracker = TRACKER.test(receipt) ? receipt : trackerOfReceipt(receipt);
  const nothing: VerifiedInclusion = { findings: [], tracker, line: null, proof: null, root: null };
  let read: Read;
  try {
    read = await readFor(tracker, lines);
  } catch (error) {
    const detail = error instanceof Error ? error.message : null;
    return { ...nothing, findings: [finding('file.unreadable', null, detail)] };
  }
  const { leaves, index, paper, certificate } = read;
  const root = rootOf(certificate);
  if (paper === null) return { ...nothing, root, findings: [finding('receipt.not_found', null, tracker)] };
  const proof = inclusionProof(leaves.all(), index);
  const findings: Finding[] = [];
  if (root === null) findings.push(finding('certificate.missing', null));
  else if (!isIncluded(paper, proof, root)) findings.push(finding('receipt.not_included', null, tracker));
  const { state } = readJson(paper);
  if (state !== 'counted') findings.push(finding('receipt.not_counted', null, String(state)));
  return { findings, tracker, line: paper, proof, root };
}
