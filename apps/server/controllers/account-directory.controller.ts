import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { AccountEntry } from '#libs/access';
import type { Tx } from '#libs/database';

import { directoryEndpoints } from '../api/directory.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';

const PAGE = 50;

type Managing = Exclude<keyof typeof directoryEndpoints, 'listAccounts' | 'listSignIns'>;

/** What operators do with the accounts of others. */
@Controller()
export class AccountDirectoryController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(directoryEndpoints.listAccounts)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(directoryEndpoints.listAccounts, request);
    const { accounts, database, registry } = this.platform;
    return database.transaction(
      async (tx) => {
        const people = new Map((await registry.peopleWithin(tx, query.unit)).map(({ id, name }) => [id, name]));
        const rows = await accounts.directory.among(tx, [...people.keys()]);
        return { rows: rows.map((row) => ({ ...present(row), name: people.get(row.person) ?? '' })) };
      },
      { readOnly: true },
    );
  }

  @Route(directoryEndpoints.readPersonAccount)
  async read(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(directoryEndpoints.readPersonAccount, request);
    const { accounts, database } = this.platform;
    const entry = await database.transaction((tx) => accounts.directory.of(tx, params.person), { readOnly: true });
    return present(entry ?? refuse('resource.unknown'));
  }

  @Route(directoryEndpoints.createPersonAccount)
  async create(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, body } = await this.gate.enter(directoryEndpoints.createPersonAccount, request);
    const { accounts, database } = this.platform;
    const { person } = params;
    const made = await database.transaction(async (tx) => {
      const { login } = body;
      await accounts.createAccount(tx, { person, ...(login === undefined ? {} : { login }) });
      await accounts.directory.note(tx, { person, by: caller.person, what: 'created' });
      return accounts.directory.of(tx, person);
    });
    void reply.status(201);
    return present(made ?? refuse('resource.unknown'));
  }

  @Route(directoryEndpoints.addPersonLogin)
  async addLogin(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { params, body } = await this.gate.enter(directoryEndpoints.addPersonLogin, request);
    const { accounts, database } = this.platform;
    const entry = await database.transaction(async (tx) => {
      const { account } = (await this.directory.of(tx, params.person)) ?? refuse('resource.unknown');
      await accounts.logins.addLogin(tx, account, body.login);
      return this.directory.of(tx, params.person);
    });
    void reply.status(201);
    return present(entry ?? refuse('resource.unknown'));
  }

  @Route(directoryEndpoints.lockAccount)
  async lock(@Req() request: HttpRequest) {
    await this.managing('lockAccount', request, (tx, asked) => this.directory.lock(tx, asked));
    return {};
  }

  @Route(directoryEndpoints.unlockAccount)
  async unlock(@Req() request: HttpRequest) {
    await this.managing('unlockAccount', request, (tx, asked) => this.directory.unlock(tx, asked));
    return {};
  }

  @Route(directoryEndpoints.closeAccount)
  async close(@Req() request: HttpRequest) {
    await this.managing('closeAccount', request, (tx, asked) => this.directory.close(tx, asked));
    return {};
  }

  @Route(directoryEndpoints.endPersonSessions)
  async endSessions(@Req() request: HttpRequest) {
    const ended = await this.managing('endPersonSessions', request, (tx, asked) =>
      this.directory.endSessions(tx, asked),
    );
    return { ended };
  }

  @Route(directoryEndpoints.issueReset)
  async issueReset(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const issued = await this.managing('issueReset', request, async (tx, { person, by }) => {
      const unit = (await this.platform.registry.person(tx, person))?.unit ?? '';
      const { account } = (await this.directory.of(tx, person)) ?? refuse('resource.unknown');
      await this.directory.note(tx, { person, by, what: 'passwordReset' });
      return this.platform.accounts.slips.issueReset(tx, { account, unit, by });
    });
    void reply.status(201).header('cache-control', 'no-store');
    return issued;
  }

  @Route(directoryEndpoints.resetSecondFactor)
  async resetSecondFactor(@Req() request: HttpRequest) {
    await this.managing('resetSecondFactor', request, (tx, asked) => this.directory.resetSecondFactor(tx, asked));
    return {};
  }

  @Route(directoryEndpoints.listSignIns)
  async listSignIns(@Req() request: HttpRequest) {
    const { query, reach } = await this.gate.enter(directoryEndpoints.listSignIns, request);
    const { accounts, database } = this.platform;
    const { limit = PAGE, cursor, person, outcome } = query;
    return database.transaction(
      async (tx) => {
        const question = {
          limit,
          ...(person === undefined ? {} : { person }),
          ...(outcome === undefined ? {} : { outcome }),
          ...(cursor === undefined ? {} : { before: decodeTimeCursor(cursor) }),
        };
        const page = timePage(await accounts.signIns.list(tx, question), limit);
        const seen = await this.withinReach(
          tx,
          page.rows.flatMap((row) => row.person ?? []),
          reach,
        );
        const isOverAll = await this.reachesAll(tx, reach);
        const rows = page.rows
          .filter((row) => (row.person === null ? isOverAll : seen.has(row.person)))
          .map(({ account: _, ...row }) => row);
        return { rows, next: page.next };
      },
      { readOnly: true },
    );
  }

  private get directory() {
    return this.platform.accounts.directory;
  }

  /** People who live or work where the operator's office reaches: those of another community are none of their business. */
  private async withinReach(tx: Tx, people: readonly string[], reach: readonly string[]): Promise<Set<string>> {
    const { registry } = this.platform;
    const seen = new Set<string>();
    for (const { id, unit } of await registry.people(tx, [...new Set(people)]))
      if ((await registry.lineage(tx, unit)).some((above) => reach.includes(above))) seen.add(id);
    return seen;
  }

  /** Names nobody has belong to no community: only those who answer for the whole installation see them. */
  private async reachesAll(tx: Tx, reach: readonly string[]): Promise<boolean> {
    const units = await this.platform.registry.units(tx, reach);
    return units.some(({ parent }) => parent === null);
  }

  private async managing<T>(
    operation: Managing,
    request: HttpRequest,
    work: (tx: Tx, asked: { person: string; by: string }) => Promise<T>,
  ): Promise<T> {
    const { caller, params } = await this.gate.enter(directoryEndpoints[operation], request);
    return this.platform.database.transaction((tx) => work(tx, { person: params.person, by: caller.person }));
  }
}

function present({ account: _, ...entry }: AccountEntry) {
  return entry;
}
