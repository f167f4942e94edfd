import { Secret, TOTP } from 'otpauth';
import { toString as drawQr } from 'qrcode';

import type { Tx } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import type { Origin, SessionView } from './accounts.vocabulary.js';
import { ATTEMPT_LIMITS } from './attempt.limits.js';
import { accountById, loginsOf } from './directory.sql.js';
import type { AccountsParts } from './parts.js';
import { hashOf, newReadableCode, spellCode } from './secret.rules.js';
import type { OpenedSession, Sessions } from './sessions.service.js';
import type { Tokens } from './tokens.service.js';

/** What authenticator apps all understand: SHA-1, six digits, half a minute (RFC 6238). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** A code of the half minute before or after is taken too: clocks differ, and typing takes time. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const ISSUER = '民议 Minyi';
/** What the secret is sealed for. */
export const TOTP_PURPOSE = 'access.totp';

/** What an authenticator needs to know, shown this once. */
export interface Enrolment {
  /** Base32, to be typed where no picture can be taken. */
  secret: string;
  uri: string;
  /** The same as a QR code, SVG. */
  picture: string;
}

/** Somebody signed in, and from where. */
export interface Asking {
  session: SessionView;
  origin: Origin;
}

/** The second factor of an account: codes of an authenticator (TOTP), and ten recovery codes for the day the telephone is lost. */
export class SecondFactor {
  constructor(
    private readonly parts: AccountsParts,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {}

  /**
   * Draws a secret that counts once a code of it was shown; beginning again replaces it.
   * @throws AccountRefused `factor.already_set`.
   */
  async begin(account: string): Promise<Enrolment> {
    const { database, vault } = this.parts;
    const secret = new Secret({ size: SECRET_BYTES });
    const label = await database.transaction(async (tx) => {
      const sealed = vault.seal(secret.base32, TOTP_PURPOSE);
      const sql = 'update accounts set totp_pending = $2 where id = $1 and totp_secret is null returning id';
      if ((await tx.query(sql, [account, sealed])).length === 0) throw new AccountRefused('factor.already_set');
      return (await loginsOf(tx, account))[0] ?? ISSUER;
    });
    const uri = new TOTP({ ...SHAPE, issuer: ISSUER, label, secret }).toString();
    return { secret: secret.base32, uri, picture: await drawQr(uri, { type: 'svg', margin: 4 }) };
  }

  /**
   * The first code of a new secret: from now on it is asked for. The session is whole, all others end.
   * @throws AccountRefused `factor.not_begun`, `factor.wrong`, `access.rate_limited`.
   */
  async confirm(
    { session, origin }: Asking,
    code: string,
  ): Promise<{ opened: OpenedSession; recoveryCodes: string[] }> {
    const { database, vault } = this.parts;
    const account = await accountById(database, session.account);
    if (account?.totpPending == null) throw new AccountRefused('factor.not_begun');
    const pending = account.totpPending;
    return this.#counted(session, origin, async (tx) => {
      const step = this.#stepOf(vault.open(pending, TOTP_PURPOSE), code);
      if (step === null) return null;
      const rows = await tx.query(
        `update accounts set totp_secret = totp_pending, totp_pending = null, totp_step = $3, changed_at = $4
         where id = $1 and totp_pending = $2 and totp_secret is null returning id`,
        [session.account, pending, step, this.parts.now()],
      );
      if (rows.length === 0) throw new AccountRefused('factor.not_begun');
      await this.sessions.endAll(tx, session.account, session.id);
      return { opened: await this.#whole(tx, session), recoveryCodes: await this.#newCodes(tx, session.account) };
    });
  }

  /**
   * A code of the authenticator, or a recovery code: the session is whole, under a new token.
   * @throws AccountRefused `factor.wrong` (also for a code that was used before), `access.rate_limited`.
   */
  pass({ session, origin }: Asking, code: string): Promise<OpenedSession> {
    return this.#counted(session, origin, async (tx) =>
      (await this.#isRight(tx, session.account, code)) ? this.#whole(tx, session) : null,
    );
  }

  /**
   * Ten new recovery codes in place of the old ones, for a code of the authenticator.
   * @throws AccountRefused as {@link pass}.
   */
  renewCodes({ session, origin }: Asking, code: string): Promise<string[]> {
    return this.#counted(session, origin, async (tx) =>
      (await this.#isRight(tx, session.account, code)) ? this.#newCodes(tx, session.account) : null,
    );
  }

  /** Takes the second factor off an account whose owner has lost it: for operators. Its sessions end, its tokens are revoked. */
  async reset(tx: Tx, account: string): Promise<void> {
    await tx.query(
      `update accounts set totp_secret = null, totp_pending = null, totp_step = null, changed_at = $2 where id = $1`,
      [account, this.parts.now()],
    );
    await tx.query('delete from recovery_codes where account = $1', [account]);
    await this.sessions.endAll(tx, account);
    await this.tokens.revokeAll(tx, account);
  }

  /** Whether the account has one, and how many recovery codes are left. */
  async state(tx: Tx, account: string): Promise<{ isSet: boolean; codesLeft: number }> {
    const [row] = await tx.query<{ isSet: boolean; codesLeft: number }>(
      `select a.totp_secret is not null as "isSet",
         (select count(*) from recovery_codes c where c.account = a.id and c.used_at is null) as "codesLeft"
       from accounts a where a.id = $1`,
      [account],
    );
    return row ?? { isSet: false, codesLeft: 0 };
  }

  /** Seals every secret again that is sealed with an old key. Answers how many. */
  async reseal(tx: Tx): Promise<number> {
    const { vault } = this.parts;
    const rows = await tx.query<{ id: string; secret: string }>(
      'select id, totp_secret as secret from accounts where totp_secret is not null for update',
    );
    const old = rows.filter(({ secret }) => !vault.isCurrent(secret));
    for (const { id, secret } of old) {
      const sealed = vault.seal(vault.open(secret, TOTP_PURPOSE), TOTP_PURPOSE);
      await tx.query('update accounts set totp_secret = $2, totp_pending = null where id = $1', [id, sealed]);
    }
    return old.length;
  }

  /** Counts the attempt, does it, notes how it ended. `null`: the code was wrong. */
  async #counted<T>(session: SessionView, origin: Origin, work: (tx: Tx) => Promise<T | null>): Promise<T> {
    const { database, attempts, signIns } = this.parts;
    const counted = [{ limit: ATTEMPT_LIMITS.secondFactor, key: session.account }];
    await attempts.take(counted);
    const noted = { account: session.account, way: 'password' as const, origin };
    const done = await database.transaction(async (tx) => {
      const result = await work(tx);
      await signIns.noteIn(tx, { ...noted, outcome: result === null ? 'wrongCode' : 'secondFactorPassed' });
      return result;
    });
    if (done === null) throw new AccountRefused('factor.wrong');
    await attempts.forgive(counted);
    return done;
  }

  async #isRight(tx: Tx, account: string, code: string): Promise<boolean> {
    const spelt = spellCode(code);
    return spelt === null ? this.#useStep(tx, account, code) : this.#useRecoveryCode(tx, account, spelt);
  }

  /** Each step works once, and none before the last one used: whoever looked over a shoulder has nothing. */
  async #useStep(tx: Tx, account: string, code: string): Promise<boolean> {
    const secret = (await accountById(tx, account))?.totpSecret;
    if (secret == null) return false;
    const step = this.#stepOf(this.parts.vault.open(secret, TOTP_PURPOSE), code);
    if (step === null) return false;
    const rows = await tx.query(
      `update accounts set totp_step = $2 where id = $1 and totp_secret is not null and (totp_step is null or totp_step < $2)
       returning id`,
      [account, step],
    );
    return rows.length > 0;
  }

  async #useRecoveryCode(tx: Tx, account: string, code: string): Promise<boolean> {
    const rows = await tx.query(
      'update recovery_codes set used_at = $3 where account = $1 and hash = $2 and used_at is null returning hash',
      [account, hashOf(code), this.parts.now()],
    );
    return rows.length > 0;
  }

  #stepOf(secret: string, code: string): number | null {
    const digits = code.normalize('NFKC').replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return null;
    const timestamp = Date.parse(this.parts.now());
    const at = { ...SHAPE, secret: Secret.fromBase32(secret), token: digits, timestamp, window: WINDOW };
    const delta = TOTP.validate(at);
    return delta === null ? null : TOTP.counter({ period: SHAPE.period, timestamp }) + delta;
  }

  async #whole(tx: Tx, session: SessionView): Promise<OpenedSession> {
    const opened = await this.sessions.rotate(tx, session, 'passed');
    if (opened === null) throw new AccountRefused('access.unauthenticated');
    return opened;
  }

  async #newCodes(tx: Tx, account: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newReadableCode);
    await tx.query('delete from recovery_codes where account = $1', [account]);
    await tx.query('insert into recovery_codes (hash, account) select unnest($1::text[]), $2', [
      codes.map(hashOf),
      account,
    ]);
    return codes;
  }
}
