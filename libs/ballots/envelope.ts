import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

import type { Vault } from '#libs/vault';

/** Purpose under which the vault seals the secrets of a ballot. */
export const BALLOT_KEY_SEAL = 'ballot.key';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** Envelopes grow in steps, so that nothing is told by the last byte. */
const STEP_BYTES = 256;
/** Names and signs of a choice around its options, the tracker, and room to spare. */
const FRAME_BYTES = 250;
const OPTION_BYTES = 24;

/** What a secret paper holds. */
export interface Enclosed {
  choice: unknown;
  tracker: string;
}

/** Secrets of one ballot, in memory while it is open: they seal envelopes, salt locks and make receipts. */
export class BallotSecrets {
  readonly #key: KeyObject;
  readonly salt: Buffer;
  readonly receipts: Buffer;

  constructor(bytes: Buffer) {
    if (bytes.length !== 3 * KEY_BYTES) throw new Error('the secrets of a ballot are three keys');
    this.#key = createSecretKey(bytes.subarray(0, KEY_BYTES));
    this.salt = bytes.subarray(KEY_BYTES, 2 * KEY_BYTES);
    this.receipts = bytes.subarray(2 * KEY_BYTES);
  }

  /** New secrets, sealed for the table. */
  static sealed(vault: Vault): string {
    return vault.seal(randomBytes(3 * KEY_BYTES).toString('base64'), BALLOT_KEY_SEAL);
  }

  static open(vault: Vault, sealed: string): BallotSecrets {
    return new BallotSecrets(Buffer.from(vault.open(sealed, BALLOT_KEY_SEAL), 'base64'));
  }

  /** Encloses a paper: AES-256-GCM, bound to the place it lies in, all envelopes of a ballot of one size. */
  enclose(paper: Enclosed, at: { place: string; size: number }): Buffer {
    const text = Buffer.from(JSON.stringify(paper));
    if (text.length + LENGTH_BYTES > at.size) throw new Error('a paper does not fit into its envelope');
    const padded = Buffer.alloc(at.size);
    padded.writeUInt32BE(text.length);
    text.copy(padded, LENGTH_BYTES);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(at.place));
    return Buffer.concat([iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  }

  /** Opens an envelope. @throws when it was altered, or lies in another place than it was put. */
  disclose(envelope: Buffer, place: string): Enclosed {
    const iv = envelope.subarray(0, IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(envelope.subarray(-TAG_BYTES));
    const padded = Buffer.concat([decipher.update(envelope.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    const length = padded.readUInt32BE();
    return JSON.parse(padded.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length)) as Enclosed;
  }
}

/** Size of every envelope of a ballot, in bytes before sealing: the largest answer to its question fits. */
export function envelopeSize(question: { options: readonly { id: string }[] }): number {
  const bytes = question.options.reduce((sum, { id }) => sum + OPTION_BYTES + Buffer.byteLength(id), FRAME_BYTES);
  return Math.ceil(bytes / STEP_BYTES) * STEP_BYTES;
}

/** Where the envelope of an entry lies: it cannot be put into another's place. */
export function placeOfEntry(ballot: string, entry: string): string {
  return `${ballot}\n${entry}`;
}
