import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';

import type { Tx } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import type { Origin, SessionView } from './accounts.vocabulary.js';
import { ATTEMPT_LIMITS } from './attempt.limits.js';
import { accountById } from './directory.sql.js';
import type { AccountRow } from './directory.sql.js';
import type { AccountsParts } from './parts.js';
import type { Redeeming } from './redeeming.service.js';
import type { OpenedSession } from './sessions.service.js';
import type { SignInDesk } from './sign-in.service.js';

/** An OpenID Connect service people sign in with. */
export interface SingleSignOnOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the service sends people back to; registered with it. */
  redirectUri: string;
}

/**
 * What somebody goes there for: to sign in, to link the identity to the account they are signed in to, or to come in with a slip
 * and link it at once.
 */
export type Errand =
  { purpose: 'signIn' } | { purpose: 'link'; session: SessionView } | { purpose: 'join'; code: string; choice: string };

/** Under way: kept sealed in the browser, so that no server has to remember it. */
interface Journey {
  state: string;
  nonce: string;
  verifier: string;
  startedAt: string;
  next: string;
  errand:
    { purpose: 'signIn' } | { purpose: 'link'; session: string } | { purpose: 'join'; code: string; choice: string };
}

/** Somebody coming back. */
export interface Return {
  /** The address they came back to, with everything the service appended. */
  url: URL;
  /** What {@link SingleSignOn.begin} gave to the browser. */
  journey: string | undefined;
  /** The session of this browser. */
  session: SessionView | null;
  previous: string | undefined;
  origin: Origin;
}

/** How it ended. */
export interface Arrived {
  /** `null`: only linked, the session goes on. */
  opened: OpenedSession | null;
  next: string;
}

const PURPOSE = 'access.single-sign-on';
const TEN_MINUTES_MS = 600_000;
/** How long to wait for the other service, in seconds. */
const PATIENCE = 5;
/** What the other service says it has checked beside a password (RFC 8176). */
const SECOND_FACTORS: readonly string[] = ['mfa', 'otp', 'hwk', 'sc'];

/**
 * Single sign-on by OpenID Connect: authorisation code with PKCE, state and nonce. Somebody is known by issuer and subject, which
 * never change hands; mail addresses do, and are not looked at.
 */
export class SingleSignOn {
  #configuration: Promise<Configuration> | undefined;

  constructor(
    private readonly options: SingleSignOnOptions,
    private readonly parts: AccountsParts,
    private readonly services: { desk: SignInDesk; redeeming: Redeeming },
  ) {}

  /**
   * Where to send the browser, and what it has to keep until it comes back.
   * @throws AccountRefused `sso.failed` when the service cannot be reached, `access.rate_limited`.
   */
  async begin(
    errand: Errand,
    { next, address }: { next: string; address: string },
  ): Promise<{ url: string; journey: string }> {
    await this.parts.attempts.take([{ limit: ATTEMPT_LIMITS.singleSignOn, key: address }]);
    const configuration = await this.#discovered();
    const journey: Journey = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      startedAt: this.parts.now(),
      next,
      errand: errand.purpose === 'link' ? { purpose: 'link', session: errand.session.id } : errand,
    };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.options.redirectUri,
      scope: 'openid',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, journey: this.parts.vault.seal(JSON.stringify(journey), PURPOSE) };
  }

  /**
   * Lets somebody in whom the service vouches for, or links the identity.
   * @throws AccountRefused `sso.failed`, `sso.not_linked`, `sso.taken`, `slip.…`,
   * `account.locked`.
   */
  async finish(back: Return): Promise<Arrived> {
    const journey = this.#open(back.journey);
    const { subject, hasSecondFactor } = await this.#vouchedFor(back.url, journey);
    const { errand, next } = journey;
    const { database } = this.parts;
    if (errand.purpose === 'link') {
      await this.#linkToSession(back.session, errand.session, subject);
      return { opened: null, next };
    }
    const opened = await database.transaction(async (tx) => {
      const account =
        errand.purpose === 'join' ? await this.#join(tx, errand, subject) : await this.#linked(tx, subject);
      if (account === null) return null;
      const { origin, previous } = back;
      return this.services.desk.enter(tx, { account, way: 'singleSignOn', origin, previous, hasSecondFactor });
    });
    if (opened === null) {
      await this.parts.signIns.note({ account: null, way: 'singleSignOn', outcome: 'wrong', origin: back.origin });
      throw new AccountRefused('sso.not_linked');
    }
    return { opened, next };
  }

  /** Takes an identity off an account. Answers whether there was one. */
  async unlink(tx: Tx, account: string, issuer: string): Promise<boolean> {
    const sql = 'delete from account_identities where account = $1 and issuer = $2 returning subject';
    return (await tx.query(sql, [account, issuer])).length > 0;
  }

  /** The journey this browser is on; anything else, also one begun in another browser, is a failure. */
  #open(sealed: string | undefined): Journey {
    try {
      const journey = JSON.parse(this.parts.vault.open(sealed ?? '', PURPOSE)) as Journey;
      if (Date.parse(this.parts.now()) - Date.parse(journey.startedAt) <= TEN_MINUTES_MS) return journey;
    } catch (cause) {
      throw new AccountRefused('sso.failed', {}, { cause });
    }
    throw new AccountRefused('sso.failed');
  }

  async #vouchedFor(url: URL, journey: Journey): Promise<{ subject: string; hasSecondFactor: boolean }> {
    const configuration = await this.#discovered();
    try {
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('there is no id token');
      const methods: unknown = claims.amr;
      const hasSecondFactor =
        Array.isArray(methods) && methods.some((method) => SECOND_FACTORS.includes(String(method)));
      return { subject: claims.sub, hasSecondFactor };
    } catch (cause) {
      throw new AccountRefused('sso.failed', {}, { cause });
    }
  }

  async #linkToSession(session: SessionView | null, id: string, subject: string): Promise<void> {
    if (session?.id !== id || session.secondFactor !== 'passed') throw new AccountRefused('sso.failed');
    await this.parts.database.transaction((tx) => this.#link(tx, session.account, subject));
  }

  async #join(tx: Tx, { code, choice }: { code: string; choice: string }, subject: string): Promise<AccountRow> {
    const account = await this.services.redeeming.useFor(tx, code, choice);
    await this.#link(tx, account.id, subject);
    return account;
  }

  async #link(tx: Tx, account: string, subject: string): Promise<void> {
    const [row] = await tx.query<{ account: string }>(
      `insert into account_identities (issuer, subject, account, created_at) values ($1, $2, $3, $4)
       on conflict (issuer, subject) do update set account = account_identities.account returning account`,
      [this.options.issuer, subject, account, this.parts.now()],
    );
    if (row?.account !== account) throw new AccountRefused('sso.taken');
  }

  async #linked(tx: Tx, subject: string): Promise<AccountRow | null> {
    const [row] = await tx.query<{ account: string }>(
      'select account from account_identities where issuer = $1 and subject = $2',
      [this.options.issuer, subject],
    );
    const account = row === undefined ? null : await accountById(tx, row.account);
    if (account?.status === 'locked') throw new AccountRefused('account.locked');
    return account?.status === 'active' ? account : null;
  }

  /** What the service says about itself; asked for again when it could not be reached. */
  async #discovered(): Promise<Configuration> {
    this.#configuration ??= this.#discover();
    try {
      return await this.#configuration;
    } catch (cause) {
      this.#configuration = undefined;
      throw new AccountRefused('sso.failed', {}, { cause });
    }
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const server = new URL(issuer);
    const execute = [enableNonRepudiationChecks, ...(isOnThisMachine(server) ? [allowInsecureRequests] : [])];
    return discovery(server, clientId, clientSecret, undefined, { execute, timeout: PATIENCE });
  }
}

/** Without https only on this machine: there is nobody in between. */
function isOnThisMachine({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
