import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

import { AccountRefused } from './account-refused.js';
import { spellPassword } from './password.rules.js';

/** How much work one hash is. `memory` in KiB. */
export interface HashCost {
  memory: number;
  passes: number;
  parallelism: number;
}

/** OWASP's first recommendation for argon2id with 19 MiB (Password Storage Cheat Sheet). */
export const HASH_COST: HashCost = { memory: 19_456, passes: 2, parallelism: 1 };

const TAG_BYTES = 32;
const SALT_BYTES = 16;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

interface Parsed {
  cost: HashCost;
  salt: Buffer;
  tag: Buffer;
}

/** How many hash at once, and how many may wait for it, in one process. */
export interface HasherLimits {
  atOnce: number;
  waiting: number;
}

/** Two at 19 MiB each; whoever comes when forty wait is told to come again: a flood costs neither memory nor the event loop. */
const LIMITS: HasherLimits = { atOnce: 2, waiting: 40 };
const COME_AGAIN_SECONDS = 5;

/** Hashes passwords with argon2id, in threads of their own, a few at once. */
export class PasswordHasher {
  readonly #cost: HashCost;
  readonly #limits: HasherLimits;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #runs = 0;
  readonly #nobody: string;

  constructor(cost: HashCost = HASH_COST, limits: HasherLimits = LIMITS) {
    this.#cost = cost;
    this.#limits = limits;
    this.#nobody = phcOf({ cost, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) });
  }

  /** How many hashes were made; the work of a sign-in is measured by it. */
  get runs(): number {
    return this.#runs;
  }

  /** @throws AccountRefused `access.rate_limited` when too many wait. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return phcOf({ cost: this.#cost, salt, tag: await this.#derive(password, { cost: this.#cost, salt }) });
  }

  /**
   * Whether the password is the stored one. Nothing stored costs the same work as something, so that the time says nothing about
   * whether there is such an account.
   * @throws AccountRefused `access.rate_limited` when too many wait.
   */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const parsed = parse(stored ?? this.#nobody) ?? parse(this.#nobody);
    if (parsed === null) return false;
    const tag = await this.#derive(password, parsed);
    return tag.length === parsed.tag.length && timingSafeEqual(tag, parsed.tag) && stored !== null;
  }

  /** Whether a stored hash was made with less work than hashes are made with now. */
  isOutdated(stored: string): boolean {
    const cost = parse(stored)?.cost;
    if (cost === undefined) return true;
    return cost.memory < this.#cost.memory || cost.passes < this.#cost.passes;
  }

  async #derive(password: string, { cost, salt }: Pick<Parsed, 'cost' | 'salt'>): Promise<Buffer> {
    await this.#enter();
    try {
      this.#runs += 1;
      return await derive(password, cost, salt);
    } finally {
      this.#running -= 1;
      this.#queue.shift()?.();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running >= this.#limits.atOnce) {
      if (this.#queue.length >= this.#limits.waiting)
        throw new AccountRefused('access.rate_limited', { params: { seconds: COME_AGAIN_SECONDS } });
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    }
    this.#running += 1;
  }
}

function derive(password: string, cost: HashCost, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parameters = { message: spellPassword(password), nonce: salt, tagLength: TAG_BYTES, ...cost };
    argon2('argon2id', parameters, (error, tag) => {
      if (error === null) resolve(tag);
      else reject(error);
    });
  });
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

function phcOf({ cost: { memory, passes, parallelism }, salt, tag }: Parsed): string {
  const work = `m=${String(memory)},t=${String(passes)},p=${String(parallelism)}`;
  return `$argon2id$v=19$${work}$${unpadded(salt)}$${unpadded(tag)}`;
}

function parse(phc: string): Parsed | null {
  const parts = PHC.exec(phc);
  if (parts === null) return null;
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
