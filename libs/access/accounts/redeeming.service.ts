import type { Tx } from '#libs/database';
import type { PersonRecord } from '#libs/registry';

import { AccountRefused } from './account-refused.js';
import type { CodeKind } from './accounts.entity.js';
import type { Origin } from './accounts.vocabulary.js';
import { ATTEMPT_LIMITS } from './attempt.limits.js';
import { accountById, accountOfPerson, loginsOf } from './directory.sql.js';
import type { AccountRow } from './directory.sql.js';
import type { Logins } from './logins.service.js';
import { refuseWeak } from './logins.service.js';
import type { AccountsParts } from './parts.js';
import { hashOf, spellCode } from './secret.rules.js';
import type { OpenedSession, Sessions } from './sessions.service.js';
import type { SignInDesk } from './sign-in.service.js';
import { initialOf } from './slip.rules.js';
import type { Slips } from './slips.service.js';
import type { Tokens } from './tokens.service.js';

/** Somebody a slip can be for, shown to whoever holds it: enough to know oneself by, not enough to learn who lives there. */
export interface SlipChoice {
  /** Stands for the person on this slip only. */
  choice: string;
  initial: string;
  birthYear: number | null;
}

interface UsableSlip {
  id: string;
  kind: CodeKind;
  subject: string;
  staff: boolean;
}

const CHOICE_PURPOSE = 'access.choice';
const USABLE = `used_at is null and revoked_at is null and expires_at > $2::timestamptz`;

/** Where slips and codes are handed in. Each works once, also when it is handed in twice at the same instant. */
export class Redeeming {
  constructor(
    private readonly parts: AccountsParts,
    private readonly services: { slips: Slips; desk: SignInDesk; logins: Logins; sessions: Sessions; tokens: Tokens },
  ) {}

  /**
   * Whom a slip can be for. Nothing is used up.
   * @throws AccountRefused `slip.unusable`, `access.rate_limited`.
   */
  async look(code: string, { address }: Origin): Promise<SlipChoice[]> {
    await this.parts.attempts.take([{ limit: ATTEMPT_LIMITS.slip, key: address }]);
    return this.parts.database.transaction(async (tx) => {
      const slip = await this.#usable(tx, code);
      const people = slip === null ? [] : await this.services.slips.candidates(tx, slip);
      if (slip === null || people.length === 0) throw new AccountRefused('slip.unusable');
      return people.map((person) => this.#choiceOf(slip, person));
    });
  }

  /**
   * Lets somebody in with a slip and uses it up. The account it leads to has no password of its own unless one is set later.
   * @throws AccountRefused `slip.unusable`, `slip.choice_unknown`, `access.rate_limited`.
   */
  async redeem(slip: {
    code: string;
    choice: string;
    origin: Origin;
    previous?: string | undefined;
  }): Promise<OpenedSession> {
    const { code, choice, origin, previous } = slip;
    await this.parts.attempts.take([{ limit: ATTEMPT_LIMITS.slip, key: origin.address }]);
    return this.parts.database.transaction(async (tx) => {
      const account = await this.useFor(tx, code, choice);
      return this.services.desk.enter(tx, { account, way: 'slip', origin, previous });
    });
  }

  /**
   * Uses a slip up and answers the account of the chosen person, made if need be.
   * @throws AccountRefused `slip.unusable`, `slip.choice_unknown`.
   */
  async useFor(tx: Tx, code: string, choice: string): Promise<AccountRow> {
    const known = await this.#usable(tx, code);
    if (known === null || known.kind === 'reset') throw new AccountRefused('slip.unusable');
    const slip = await this.#use(tx, known.id);
    const people = await this.services.slips.candidates(tx, slip);
    const person = people.find((one) => this.#choiceOf(slip, one).choice === choice);
    if (person === undefined) throw new AccountRefused('slip.choice_unknown');
    if ((await accountOfPerson(tx, person.id)) === null) await this.services.logins.create(tx, { person: person.id });
    const account = await accountOfPerson(tx, person.id);
    if (account?.status !== 'active') throw new AccountRefused('slip.unusable');
    await tx.query('update slips set used_by = $2 where id = $1', [slip.id, account.id]);
    return account;
  }

  /**
   * Sets a new password with a code an operator gave out: sessions end, tokens are revoked, the code is used up. Called outside
   * of transactions.
   * @throws AccountRefused `slip.unusable`, `password.…`, `access.rate_limited`.
   */
  async resetPassword(reset: { code: string; password: string; origin: Origin }): Promise<{ login: string | null }> {
    const { database, hasher, attempts, signIns, now } = this.parts;
    const { code, password, origin } = reset;
    await attempts.take([{ limit: ATTEMPT_LIMITS.slip, key: origin.address }]);
    const logins = await database.transaction(async (tx) => {
      const slip = await this.#usable(tx, code);
      if (slip?.kind !== 'reset') throw new AccountRefused('slip.unusable');
      return loginsOf(tx, slip.subject);
    });
    refuseWeak(password, logins);
    const hash = await hasher.hash(password);
    return database.transaction(async (tx) => {
      const slip = await this.#use(tx, (await this.#usable(tx, code))?.id ?? '');
      const account = await accountById(tx, slip.subject);
      if (account?.status !== 'active') throw new AccountRefused('slip.unusable');
      await tx.query('update accounts set password_hash = $2, password_set_at = $3, changed_at = $3 where id = $1', [
        account.id,
        hash,
        now(),
      ]);
      await this.services.sessions.endAll(tx, account.id);
      await this.services.tokens.revokeAll(tx, account.id);
      await signIns.noteIn(tx, { account: account.id, way: 'reset', outcome: 'in', origin });
      return { login: logins[0] ?? null };
    });
  }

  async #usable(tx: Tx, code: string): Promise<UsableSlip | null> {
    const spelt = spellCode(code);
    if (spelt === null) return null;
    const [slip] = await tx.query<UsableSlip>(
      `select id, kind, subject, staff from slips where hash = $1 and ${USABLE}`,
      [hashOf(spelt), this.parts.now()],
    );
    return slip ?? null;
  }

  /** The one statement that decides: a second user waits for the first one's commit and then finds it used. */
  async #use(tx: Tx, id: string): Promise<UsableSlip> {
    const [slip] = await tx.query<UsableSlip>(
      `update slips set used_at = $2 where id = $1 and ${USABLE} returning id, kind, subject, staff`,
      [id, this.parts.now()],
    );
    if (slip === undefined) throw new AccountRefused('slip.unusable');
    return slip;
  }

  #choiceOf({ id }: UsableSlip, { id: person, name, birthYear }: PersonRecord): SlipChoice {
    const choice = this.parts.vault.blindIndex(`${id}\n${person}`, CHOICE_PURPOSE).slice(0, 22);
    return { choice, initial: initialOf(name), birthYear };
  }
}
