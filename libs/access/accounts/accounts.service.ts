import type { Database, Tx } from '#libs/database';
import type { LocalDate } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { DEFAULT_POLICY } from './accounts.vocabulary.js';
import type { AccountsPolicy, SessionView, TokenView } from './accounts.vocabulary.js';
import { Attempts } from './attempts.service.js';
import { openAtConsole } from './console.js';
import { Directory } from './directory.service.js';
import { Logins } from './logins.service.js';
import type { NewAccount } from './logins.service.js';
import type { AccountsParts, PeopleSource } from './parts.js';
import { PasswordHasher } from './password-hash.js';
import { Redeeming } from './redeeming.service.js';
import { SecondFactor } from './second-factor.service.js';
import { Sessions } from './sessions.service.js';
import type { OpenedSession } from './sessions.service.js';
import { Sightings } from './sightings.js';
import { SignInDesk } from './sign-in.service.js';
import type { SignInQuestion } from './sign-in.service.js';
import { SignIns } from './sign-ins.service.js';
import { Slips } from './slips.service.js';
import { SingleSignOn } from './single-sign-on.service.js';
import type { SingleSignOnOptions } from './single-sign-on.service.js';
import { Tokens } from './tokens.service.js';

/** What accounts are opened with. */
export interface AccountsOptions {
  database: Database;
  vault: Vault;
  registry: PeopleSource;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** Local date on which offices must be in force. */
  today: () => LocalDate;
  policy?: AccountsPolicy;
  hasher?: PasswordHasher;
  singleSignOn?: SingleSignOnOptions | undefined;
  /** Told of what fails in the background. */
  onError?: (error: unknown) => void;
}

/**
 * Who gets in, and as whom. Every request asks one of the two `resolve…`; everything else is for the sign-in page, for people
 * looking after their own account, and for operators.
 */
export class Accounts {
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly logins: Logins;
  readonly secondFactor: SecondFactor;
  readonly directory: Directory;
  /** `null`: not set up. */
  readonly singleSignOn: SingleSignOn | null;
  readonly slips: Slips;
  readonly redeeming: Redeeming;
  readonly signIns: SignIns;
  readonly attempts: Attempts;
  readonly policy: AccountsPolicy;
  readonly #desk: SignInDesk;
  readonly #sightings: Sightings;
  readonly #parts: AccountsParts;

  constructor({
    policy = DEFAULT_POLICY,
    hasher = new PasswordHasher(),
    onError,
    singleSignOn,
    ...ground
  }: AccountsOptions) {
    this.policy = policy;
    this.attempts = new Attempts(ground);
    this.signIns = new SignIns(ground);
    this.#parts = { ...ground, policy, hasher, attempts: this.attempts, signIns: this.signIns };
    this.#sightings = new Sightings({ database: ground.database, onError: onError ?? (() => undefined) });
    this.sessions = new Sessions(this.#parts, this.#sightings);
    this.tokens = new Tokens(this.#parts, this.#sightings);
    const { sessions, tokens } = this;
    this.logins = new Logins(this.#parts, { sessions, tokens });
    this.secondFactor = new SecondFactor(this.#parts, sessions, tokens);
    const { secondFactor } = this;
    this.directory = new Directory(this.#parts, { sessions, tokens, secondFactor });
    this.#desk = new SignInDesk(this.#parts, this.sessions);
    this.slips = new Slips(this.#parts);
    const { slips, logins } = this;
    this.redeeming = new Redeeming(this.#parts, { slips, logins, sessions, tokens, desk: this.#desk });
    const { redeeming } = this;
    this.singleSignOn =
      singleSignOn === undefined ? null : new SingleSignOn(singleSignOn, this.#parts, { redeeming, desk: this.#desk });
  }

  /** Whose session a cookie's token is; `null`: nobody's, ended, or of an account that is not active. */
  resolveSession(tx: Pick<Tx, 'query'>, token: string): Promise<SessionView | null> {
    return this.sessions.resolve(tx, token);
  }

  /** The same for many requests at once, each in its place. */
  resolveSessions(tx: Pick<Tx, 'query'>, tokens: readonly string[]): Promise<(SessionView | null)[]> {
    return this.sessions.resolveAll(tx, tokens);
  }

  /** Whose token a program sends and what it may; `null`: nobody's, expired or revoked. */
  resolveToken(tx: Pick<Tx, 'query'>, bearer: string): Promise<TokenView | null> {
    return this.tokens.resolve(tx, bearer);
  }

  /**
   * Lets somebody in by name and password. Called outside of transactions: the hashing takes its time.
   * @throws AccountRefused `access.credentials_wrong`, `access.rate_limited`, `account.locked`.
   */
  signIn(question: SignInQuestion): Promise<OpenedSession> {
    return this.#desk.signIn(question);
  }

  /** Proof for a browser to keep that somebody signed in from it: its attempts are not counted together with strangers'. */
  knownDevice(account: string): string {
    return this.#desk.knownDevice(account);
  }

  /**
   * Opens a short session for whoever sits at the machine and names a login or a person; `null`: there is no such one. Never
   * reached over the network.
   */
  openAtConsole(tx: Tx, who: string): Promise<OpenedSession | null> {
    const { sessions, logins, signIns } = this;
    const isPerson = async (asked: Tx, person: string): Promise<boolean> =>
      (await this.#parts.registry.person(asked, person)) !== null;
    return openAtConsole(tx, who, { sessions, logins, signIns, isPerson });
  }

  /** Ends the session of a token. */
  signOut(tx: Tx, token: string): Promise<void> {
    return this.sessions.end(tx, token);
  }

  /**
   * Gives a person an account.
   * @throws AccountRefused `account.exists`, `account.login_taken`, `account.login_invalid`, `password.…`.
   */
  createAccount(tx: Tx, account: NewAccount): Promise<string> {
    return this.logins.create(tx, account);
  }

  /** Which of these people have an account that is not closed. */
  async havingAccount(tx: Tx, people: readonly string[]): Promise<string[]> {
    const sql = `select person from accounts where person = any($1) and status <> 'closed'`;
    return (await tx.query<{ person: string }>(sql, [people])).map(({ person }) => person);
  }

  /** Removes what its time is over: counts, old sessions, old rows of the journal. */
  async prune(): Promise<void> {
    await this.attempts.prune();
    await this.signIns.prune(this.policy.journalDays);
    await this.#parts.database.transaction((tx) => this.sessions.prune(tx, this.policy.journalDays));
  }

  /** Writes when sessions and tokens were last used; otherwise this happens once a minute. */
  writeSightings(): Promise<void> {
    return this.#sightings.write();
  }

  close(): Promise<void> {
    return this.#sightings.close();
  }
}
