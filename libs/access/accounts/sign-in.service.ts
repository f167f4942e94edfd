import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import type { Counted } from './attempts.service.js';
import { ATTEMPT_LIMITS } from './attempt.limits.js';
import type { Origin, SecondFactorState, SignInWay } from './accounts.vocabulary.js';
import { accountByLogin } from './directory.sql.js';
import type { AccountRow } from './directory.sql.js';
import { spellLogin } from './login.rules.js';
import type { AccountsParts } from './parts.js';
import type { OpenedSession, Sessions } from './sessions.service.js';
import { isStaff } from './staff.rules.js';

/** Somebody at the door. */
export interface SignInQuestion extends Origin {
  login: string;
  password: string;
  /** Token of the session this browser had until now. */
  previous?: string | undefined;
  /** Proof that this browser was in before; see {@link knownDevice}. */
  device?: string | undefined;
}

const DEVICE_PURPOSE = 'access.device';

/** Whom the counts are kept for. */
interface Counts {
  /** This name from this place: forgotten when it goes well. */
  own: Counted[];
  /** Shared with others. */
  together: Counted[];
}

/** Where people come in by name and password. */
export class SignInDesk {
  constructor(
    private readonly parts: AccountsParts,
    private readonly sessions: Sessions,
  ) {}

  /** See `Accounts.signIn`. */
  async signIn(question: SignInQuestion): Promise<OpenedSession> {
    const { database, hasher, signIns, attempts } = this.parts;
    const { address, agent } = question;
    const login = spellLogin(question.login) ?? '';
    const account = await accountByLogin(database, login);
    const noted = {
      account: account?.id ?? null,
      ...(account === null ? { unknownLogin: login } : {}),
      way: 'password' as const,
      origin: { address, agent },
    };
    const counts = this.#countsOf(login, account?.id ?? null, question);
    try {
      await attempts.take([...counts.own, ...counts.together]);
    } catch (error) {
      if (error instanceof AccountRefused) await signIns.note({ ...noted, outcome: 'limited' });
      throw error;
    }
    const isRight = await hasher.matches(question.password, account?.passwordHash ?? null);
    if (account === null || !isRight || account.status === 'closed') {
      await signIns.note({ ...noted, outcome: 'wrong' });
      throw new AccountRefused('access.credentials_wrong');
    }
    if (account.status === 'locked') {
      await signIns.note({ ...noted, outcome: 'locked' });
      throw new AccountRefused('account.locked');
    }
    await attempts.forgive(counts.own);
    await attempts.takeBack(counts.together);
    const renewed = await this.#rehashed(question.password, account);
    return database.transaction(async (tx) => {
      if (renewed !== null) await this.#storeHash(tx, account, renewed);
      return this.enter(tx, { account, way: 'password', previous: question.previous, origin: { address, agent } });
    });
  }

  /**
   * Opens a session for an account that has shown enough, and notes it.
   * @param entry.hasSecondFactor a second factor was shown elsewhere (by the single sign-on service).
   */
  async enter(
    tx: Tx,
    entry: {
      account: Pick<AccountRow, 'id' | 'person' | 'totpSecret'>;
      way: SignInWay;
      origin: Origin;
      previous?: string | undefined;
      hasSecondFactor?: boolean;
    },
  ): Promise<OpenedSession> {
    const { account, way, origin, previous, hasSecondFactor = false } = entry;
    const staff = isStaff(await this.parts.registry.grantsOf(tx, account.person, this.parts.today()));
    const secondFactor = hasSecondFactor ? 'passed' : this.#secondFactor(account, staff);
    await this.parts.signIns.noteIn(tx, {
      account: account.id,
      way,
      outcome: secondFactor === 'due' ? 'secondFactorDue' : 'in',
      origin,
    });
    const { id, person } = account;
    return this.sessions.open(tx, { account: id, person, way, staff, secondFactor, origin, previous });
  }

  #secondFactor({ totpSecret }: Pick<AccountRow, 'totpSecret'>, staff: boolean): SecondFactorState {
    if (totpSecret !== null) return 'due';
    return staff && this.parts.policy.staffSecondFactor === 'required' ? 'enrol' : 'passed';
  }

  /**
   * Proof to be kept in a browser that this account was signed in from it. Whoever tries names from elsewhere can use up the
   * attempts for a name, but not those of the browsers its owner comes with.
   */
  knownDevice(account: string): string {
    return this.parts.vault.seal(`${account}\n${randomUUID()}`, DEVICE_PURPOSE);
  }

  /** Which browser of the account a proof stands for; `null`: it proves nothing. */
  #knownAs(device: string | undefined, account: string | null): string | null {
    if (device === undefined || account === null) return null;
    try {
      const [owner, id] = this.parts.vault.open(device, DEVICE_PURPOSE).split('\n');
      return owner === account && id !== undefined ? id : null;
    } catch {
      return null;
    }
  }

  #countsOf(login: string, account: string | null, { address, device }: SignInQuestion): Counts {
    const known = this.#knownAs(device, account);
    if (account !== null && known !== null)
      return {
        // by what the proof says, never by how it is spelt
        own: [{ limit: ATTEMPT_LIMITS.loginFromPlace, key: `${account}\ndevice ${known}` }],
        together: [{ limit: ATTEMPT_LIMITS.knownDevices, key: account }],
      };
    return {
      own: [{ limit: ATTEMPT_LIMITS.loginFromPlace, key: `${login}\naddress ${address}` }],
      together: [
        { limit: ATTEMPT_LIMITS.address, key: address },
        { limit: ATTEMPT_LIMITS.login, key: login },
      ],
    };
  }

  async #rehashed(password: string, { passwordHash }: AccountRow): Promise<string | null> {
    const { hasher } = this.parts;
    return passwordHash !== null && hasher.isOutdated(passwordHash) ? hasher.hash(password) : null;
  }

  async #storeHash(tx: Tx, { id, passwordHash }: AccountRow, renewed: string): Promise<void> {
    const sql = 'update accounts set password_hash = $2 where id = $1 and password_hash = $3';
    await tx.query(sql, [id, renewed, passwordHash]);
  }
}
