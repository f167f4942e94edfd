import type { Platform } from '#apps/platform';
import { isStaff } from '#libs/access';

import type { Identity } from './caller.service.js';

/** How often who listens is looked at again, in milliseconds. */
export interface StreamPace {
  /** Between two heartbeats, each with a look. Proxies close connections on which nothing is said for a minute. */
  heartbeat: number;
  /** A look this recent does for what is told now. */
  recheck: number;
}

export const STREAM_PACE: StreamPace = { heartbeat: 20_000, recheck: 5_000 };

/** What somebody came in with to listen; `null`: a visitor. */
export interface Holder {
  identity: Identity;
  /** Of the session they came in with; `null`: with a token of a program. */
  sessionToken: string | null;
}

/**
 * Whether whoever opened a stream would still be let in. A stream lasts longer than a request: sessions end, accounts are locked,
 * offices are given meanwhile. Looking is no use of the session, an open page does not keep it alive.
 */
export class StreamPass {
  #lookedAt: number;

  constructor(
    private readonly platform: Platform,
    private readonly holder: Holder | null,
    private readonly recheck: number,
  ) {
    this.#lookedAt = performance.now();
  }

  /** As of the last look, when that was a moment ago. */
  async isGood(): Promise<boolean> {
    return performance.now() - this.#lookedAt < this.recheck || this.look();
  }

  /** As of now. */
  async look(): Promise<boolean> {
    const { holder } = this;
    if (holder === null) return true;
    const isGood = await this.platform.database.transaction(
      async (tx) => (await this.#isAsItWas(tx, holder)) && !(await this.#isOutgrown(tx, holder)),
      { readOnly: true },
    );
    this.#lookedAt = performance.now();
    return isGood;
  }

  async #isAsItWas(tx: ReadTx, { identity, sessionToken }: Holder): Promise<boolean> {
    const { accounts } = this.platform;
    if (identity.kind === 'token') return accounts.tokens.isLive(tx, identity.id);
    const now = sessionToken === null ? null : await accounts.sessions.look(tx, sessionToken);
    return now?.id === identity.id && now.person === identity.person && now.secondFactor === identity.secondFactor;
  }

  /** Became staff since: they sign in anew, with a second factor. What an office shows ends with it, at each case told. */
  async #isOutgrown(tx: ReadTx, { identity }: Holder): Promise<boolean> {
    return !identity.staff && isStaff((await this.platform.access.standing(tx, identity.person)).grants);
  }
}

type ReadTx = Parameters<Platform['access']['standing']>[0];
