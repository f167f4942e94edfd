import { randomUUID } from 'node:crypto';

import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { ATTEMPT_LIMITS } from '#libs/access';
import type { Tx } from '#libs/database';
import type { AuthorisationRecord } from '#libs/registry';

import { authorisationEndpoints } from '../api/authorisations.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { RegistryGuard } from '../http/registry-guard.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** An authorisation that is given. */
interface Giving {
  person: string;
  agent: string;
  by: string;
  reason: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** Relatives who may act for somebody. The registry keeps the authorisations with their history. */
@Controller()
export class AuthorisationsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryGuard) private readonly guard: RegistryGuard,
  ) {}

  @Route(authorisationEndpoints.listAuthorisations)
  async list(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(authorisationEndpoints.listAuthorisations, request);
    return this.listed(caller.person);
  }

  @Route(authorisationEndpoints.listAuthorisationsOf)
  async listOf(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(authorisationEndpoints.listAuthorisationsOf, request);
    return this.listed(params.person);
  }

  @Route(authorisationEndpoints.authorise)
  async authorise(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body, identity } = await this.gate.enter(authorisationEndpoints.authorise, request);
    const { accounts, database } = this.platform;
    // names that exist are not to be found by trying
    await accounts.attempts.take([{ limit: ATTEMPT_LIMITS.lookUp, key: identity.account }]);
    const { login, ...period } = body;
    const id = await database.transaction(async (tx) => {
      const agent = (await accounts.directory.personByLogin(tx, login)) ?? refuse('resource.unknown');
      const { person } = caller;
      return this.give(tx, { ...period, person, agent, by: person, reason: '本人委托 · authorised by the person' });
    });
    void reply.status(201);
    return { id };
  }

  @Route(authorisationEndpoints.endAuthorisation)
  async end(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(authorisationEndpoints.endAuthorisation, request);
    await this.platform.database.transaction((tx) =>
      this.finish(tx, { id: params.id, person: caller.person, by: caller.person }),
    );
    return {};
  }

  @Route(authorisationEndpoints.authoriseFor)
  async authoriseFor(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, body } = await this.gate.enter(authorisationEndpoints.authoriseFor, request);
    const { database, registry } = this.platform;
    const { slip, agent, ...period } = body;
    const id = await database.transaction(async (tx) => {
      if ((await registry.person(tx, agent)) === null) refuse('resource.unknown');
      await this.guard.refuseAgent(tx, { caller }, { person: params.person, agent });
      const reason = `签字单 ${slip} · signed slip ${slip}`;
      return this.give(tx, { ...period, agent, person: params.person, by: caller.person, reason });
    });
    void reply.status(201);
    return { id };
  }

  @Route(authorisationEndpoints.endAuthorisationFor)
  async endFor(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(authorisationEndpoints.endAuthorisationFor, request);
    await this.platform.database.transaction((tx) => this.finish(tx, { ...params, by: caller.person }));
    return {};
  }

  /** Both sides of the authorisations of a person, with names. */
  private async listed(of: string) {
    const { database, registry } = this.platform;
    return database.transaction(
      async (tx) => {
        const own = await registry.idsOf(tx, of);
        const all = await registry.authorisationsOf(tx, of, this.today);
        const sides = all.flatMap(({ person, agent }) => [person, agent]);
        const names = new Map((await registry.people(tx, [...new Set(sides)])).map(({ id, name }) => [id, name]));
        const present = ({ id, from, to }: AuthorisationRecord, person: string) => ({
          ...{ id, person, from, to },
          name: names.get(person) ?? '',
        });
        return {
          given: all.filter(({ agent }) => !own.includes(agent)).map((one) => present(one, one.agent)),
          held: all.filter(({ agent }) => own.includes(agent)).map((one) => present(one, one.person)),
        };
      },
      { readOnly: true },
    );
  }

  private get today(): string {
    return this.platform.localDateOf(this.platform.now());
  }

  private async give(tx: Tx, { person, agent, by, reason, from = this.today, to }: Giving): Promise<string> {
    if (agent === person) refuse('input.invalid', { issues: [{ path: 'login', message: 'is yourself' }] });
    if (to !== undefined && to <= from)
      refuse('input.invalid', { issues: [{ path: 'to', message: 'is not after from' }] });
    if (from < this.today) refuse('input.invalid', { issues: [{ path: 'from', message: 'is in the past' }] });
    const id = randomUUID();
    const authorisations = [{ id, person, agent, from, to: to ?? null }];
    await this.platform.registry.apply(tx, { by, source: 'desk', reason }, { authorisations });
    return id;
  }

  /** Over from today: the day before is the last one on which the relative could act. */
  private async finish(tx: Tx, { id, person, by }: { id: string; person: string; by: string }): Promise<void> {
    const { registry } = this.platform;
    const found = (await registry.authorisationsOf(tx, person, this.today)).find((one) => one.id === id);
    if (found === undefined) refuse('resource.unknown');
    // what has not begun yet is over before it begins
    const to = found.from > this.today ? found.from : this.today;
    const reason = '收回委托 · authorisation ended';
    await registry.apply(tx, { by, source: 'desk', reason }, { authorisations: [{ id, to }] });
  }
}
