import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf, type Standing } from '#libs/access';

import type { Admits, Endpoint, Subject, SubjectKind } from '../api/endpoint.js';
import { Callers, type Caller, type Identity } from './caller.service.js';
import type { HttpRequest } from './http.types.js';
import { parseRequest, type Parsed } from './parse-request.js';
import { refuse } from './request-refused.js';

/** A request that was let in. */
export interface Visited<E extends Endpoint> extends Parsed<E> {
  caller: Caller;
  identity: Identity | null;
}

/** A request of somebody who has signed in. */
export interface Entered<E extends Endpoint> extends Parsed<E> {
  caller: NonNullable<Caller>;
  identity: Identity;
  /** Units at which the caller holds the capability the endpoint needs; it reaches what is below them. */
  reach: readonly string[];
}

/** The one door: who is let in to which endpoint, from the endpoint's declaration. */
@Injectable()
export class Gate {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  /** Who reads a page; half signed in is not signed in. */
  async reader(request: HttpRequest): Promise<Caller> {
    const identity = await this.callers.identify(request);
    return identity !== null && identity.scopes === 'all' && isWhole(identity) ? callerOf(identity) : null;
  }

  /**
   * For endpoints that admit anyone. A session that has ended is a visitor, and so is one that is not whole; a token that is not
   * good is refused.
   */
  async visit<E extends Endpoint>(declared: E, request: HttpRequest): Promise<Visited<E>> {
    const identity = await this.callers.identify(request);
    if (identity !== null) refuseScope(declared, identity);
    const parsed = parseRequest(declared, request);
    const isIn = identity !== null && (declared.admitsHalfSignedIn || isWhole(identity));
    return isIn ? { ...parsed, identity, caller: callerOf(identity) } : { ...parsed, identity: null, caller: null };
  }

  /**
   * For endpoints that admit only some.
   * @throws RequestRefused 401 without a session or token, 403 without the office or the scope, 404 out of reach.
   */
  async enter<E extends Endpoint>(declared: E, request: HttpRequest): Promise<Entered<E>> {
    const identity = (await this.callers.identify(request)) ?? refuse('access.unauthenticated');
    if (identity.secondFactor !== 'passed' && !declared.admitsHalfSignedIn) refuse('access.second_factor_due');
    refuseScope(declared, identity);
    if (identity.isOutgrown) refuse('access.unauthenticated');
    const { admits } = declared;
    const reach = typeof admits === 'object' ? reachOf(await this.standing(identity), admits.needs) : [];
    if (typeof admits === 'object' && reach.length === 0) refuse('access.denied');
    const parsed = parseRequest(declared, request);
    const subject = subjectOf(admits);
    if (subject !== undefined) await this.refuseOutOfReach(subject, parsed, reach);
    return { ...parsed, identity, caller: callerOf(identity), reach };
  }

  private standing({ person }: Identity): Promise<Standing> {
    const { database, access } = this.platform;
    return database.transaction((tx) => access.standing(tx, person), { readOnly: true });
  }

  private async refuseOutOfReach(
    { kind, in: place, name }: Subject,
    parsed: Parsed<Endpoint>,
    reach: readonly string[],
  ): Promise<void> {
    const id = (parsed[place] as Record<string, unknown>)[name];
    if (typeof id !== 'string') return;
    const { database, registry } = this.platform;
    const lineage = await database.transaction(
      async (tx) => {
        const unit = await this.placeOf(kind, id, tx);
        return unit === null ? [] : registry.lineage(tx, unit);
      },
      { readOnly: true },
    );
    if (!lineage.some((unit) => reach.includes(unit))) refuse('resource.unknown');
  }

  /** The unit a subject belongs to; `null`: there is no such subject. */
  private async placeOf(
    kind: SubjectKind,
    id: string,
    tx: Parameters<Platform['registry']['unit']>[0],
  ): Promise<string | null> {
    const { registry } = this.platform;
    switch (kind) {
      case 'unit':
        return (await registry.unit(tx, id))?.id ?? null;
      case 'person':
        return (await registry.person(tx, id))?.unit ?? null;
      case 'household': {
        const household = await registry.household(tx, id);
        return household === null ? null : household.stairwell;
      }
      case 'premises':
        return (await registry.premises(tx, id))?.building ?? null;
      case 'ballot':
        return (await this.platform.ballots.ballotOf(tx, id))?.unit ?? null;
    }
  }
}

function subjectOf(admits: Admits): Subject | undefined {
  return typeof admits === 'object' ? admits.over : undefined;
}

/** The second factor is passed, and whoever has become staff since has signed in anew. */
function isWhole({ secondFactor, isOutgrown }: Identity): boolean {
  return secondFactor === 'passed' && !isOutgrown;
}

function callerOf({ person }: Identity): NonNullable<Caller> {
  return { kind: 'person', person };
}

function refuseScope({ tokenScope }: Endpoint, { scopes }: Identity): void {
  if (scopes === 'all') return;
  if (tokenScope === 'none' || !scopes.includes(tokenScope)) refuse('access.scope_missing');
}
