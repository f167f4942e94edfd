import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** Length of a data key, in bytes. */
export const DATA_KEY_BYTES = 32;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Thrown when a sealed value cannot be opened: it was altered, belongs to another field, or its key is not known here. */
export class SealBroken extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SealBroken';
  }
}

/** Nonces, drawn many at a time: a draw of its own for each value costs more than sealing it. None is handed out twice. */
class Nonces {
  #drawn: Buffer = Buffer.alloc(0);

  next(): Buffer {
    if (this.#drawn.length < IV_BYTES) this.#drawn = randomBytes(IV_BYTES * 512);
    const nonce = this.#drawn.subarray(0, IV_BYTES);
    this.#drawn = this.#drawn.subarray(IV_BYTES);
    return nonce;
  }
}

interface DataKey {
  id: string;
  /** As key objects, made once: handing bytes over for every value costs several times the work itself. */
  sealing: KeyObject;
  indexing: KeyObject;
}

/**
 * Seals single fields (telephone, identity number, second factor) so that a stolen database shows none of them: AES-256-GCM with
 * a random nonce, bound to its purpose. A keyed hash (blind index) beside the sealed value finds exact matches and nothing else.
 */
export class Vault {
  readonly #current: DataKey;
  readonly #keys: ReadonlyMap<string, DataKey>;
  readonly #nonces = new Nonces();

  /** @param keys of {@link DATA_KEY_BYTES} each; the first one seals, the others still open what was sealed before a rotation. */
  constructor(keys: readonly Buffer[]) {
    const [current, ...older] = keys.map(dataKey);
    if (current === undefined) throw new Error('a vault needs a key');
    this.#current = current;
    this.#keys = new Map([current, ...older].map((key) => [key.id, key]));
  }

  /** Seals a text for one purpose (`person.phone`); the same text never looks the same twice. */
  seal(plain: string, purpose: string): string {
    const { id, sealing } = this.#current;
    const iv = this.#nonces.next();
    const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${id}.${body.toString('base64url')}`;
  }

  /**
   * Only the very text that was handed out is opened: what merely decodes to the same bytes is refused, so that a sealed text can
   * be compared and counted as it is.
   * @throws SealBroken when it was altered, sealed for another purpose, or with a key that is not known here.
   */
  open(sealed: string, purpose: string): string {
    const [version, id = '', body = '', ...more] = sealed.split('.');
    const key = this.#keys.get(id);
    if (version !== 'v1' || key === undefined) throw new SealBroken(`sealed with an unknown key (${id})`);
    const bytes = Buffer.from(body, 'base64url');
    const isCanonical = more.length === 0 && bytes.toString('base64url') === body;
    // shorter, nonce and tag would overlap, and a tag of a few bytes can be guessed
    if (!isCanonical || bytes.length < IV_BYTES + TAG_BYTES) throw new SealBroken('not as it was sealed');
    try {
      const nonce = bytes.subarray(0, IV_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key.sealing, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw new SealBroken('altered, or sealed for another purpose', { cause });
    }
  }

  /** Whether a value is sealed with the key in use; otherwise a rotation seals it again. */
  isCurrent(sealed: string): boolean {
    return sealed.split('.')[1] === this.#current.id;
  }

  /** What an exact match is found by; the caller brings the value into its one spelling first. */
  blindIndex(value: string, purpose: string): string {
    return indexWith(this.#current, value, purpose);
  }

  /** The blind index under every key known here, for looking up while a rotation is going on. */
  blindIndexes(value: string, purpose: string): string[] {
    return [...this.#keys.values()].map((key) => indexWith(key, value, purpose));
  }
}

function indexWith({ indexing }: DataKey, value: string, purpose: string): string {
  return createHmac('sha256', indexing).update(`${purpose}\n${value}`).digest('base64url');
}

function dataKey(bytes: Buffer): DataKey {
  if (bytes.length !== DATA_KEY_BYTES) throw new Error(`a data key has ${String(DATA_KEY_BYTES)} bytes`);
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `minyi ${use}`, DATA_KEY_BYTES));
  return {
    id: createHash('sha256').update(derive('key id')).digest('base64url').slice(0, 8),
    sealing: createSecretKey(derive('field sealing')),
    indexing: createSecretKey(derive('blind index')),
  };
}
