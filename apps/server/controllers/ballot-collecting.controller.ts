import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { ProxyRow } from '#libs/ballots';

import { ballotEndpoints } from '../api/ballots.endpoints.js';
import { BallotDesk } from '../http/ballot-desk.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { answered } from './voting.controller.js';

/** What those do who bring papers in: telephone, doorstep, sheets of paper, envelopes, written proxies. */
@Controller()
export class BallotCollectingController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(BallotDesk) private readonly desk: BallotDesk,
  ) {}

  @Route(ballotEndpoints.enterPaper)
  async enter(@Req() request: HttpRequest) {
    const { caller, params, body, key, reach } = await this.gate.enter(ballotEndpoints.enterPaper, request);
    await this.desk.read((tx) => this.desk.refuseBeyond(tx, reach, { ballot: params.ballot, entry: body.entry }));
    const { entry, caster, choice, channel, witness, file, replaces } = body;
    const assisted = { channel, by: caller.person, ...definedOf({ witness, file }) };
    const paper = { ballot: params.ballot, entry, caster, choice, key, assisted, ...definedOf({ replaces }) };
    return answered(await this.platform.ballots.casting.cast(paper));
  }

  @Route(ballotEndpoints.transcribePaper)
  async transcribe(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(ballotEndpoints.transcribePaper, request);
    const { choice, ...rest } = body;
    const read = { ...definedOf(rest), choice, ballot: params.ballot, by: caller.person };
    return this.desk.write(async (tx) => {
      await this.desk.refuseBeyond(tx, reach, { ballot: params.ballot, entry: body.entry });
      return this.platform.ballots.paperEntry.transcribe(tx, read);
    });
  }

  @Route(ballotEndpoints.receiveEnvelope)
  async receive(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(ballotEndpoints.receiveEnvelope, request);
    const { entry, caster, file } = body;
    const envelope = { ballot: params.ballot, entry, caster, by: caller.person, ...definedOf({ file }) };
    return this.desk.write(async (tx) => {
      await this.desk.refuseBeyond(tx, reach, { ballot: params.ballot, entry });
      return this.platform.ballots.paperEntry.receiveEnvelope(tx, envelope);
    });
  }

  @Route(ballotEndpoints.giveProxy)
  async give(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(ballotEndpoints.giveProxy, request);
    const proxy = { ...body, ballot: params.ballot, by: caller.person };
    const row = await this.desk.write(async (tx) => {
      await this.desk.refuseBeyond(tx, reach, { ballot: params.ballot, entry: body.entry });
      return this.platform.ballots.proxies.give(tx, proxy);
    });
    return present(row);
  }

  @Route(ballotEndpoints.listProxies)
  async proxies(@Req() request: HttpRequest) {
    const { params, reach } = await this.gate.enter(ballotEndpoints.listProxies, request);
    const rows = await this.desk.read(async (tx) => {
      await this.desk.refuseBeyond(tx, reach, { ballot: params.ballot });
      return this.platform.ballots.proxies.list(tx, params.ballot);
    });
    return { rows: rows.map(present) };
  }

  @Route(ballotEndpoints.revokeProxy)
  async revoke(@Req() request: HttpRequest) {
    const { caller, params, reach } = await this.gate.enter(ballotEndpoints.revokeProxy, request);
    const { ballots } = this.platform;
    const row = await this.desk.write(async (tx) => {
      await this.desk.refuseBeyond(tx, reach, { ballot: params.ballot });
      return ballots.proxies.revoke(tx, { ballot: params.ballot, proxy: params.proxy, by: caller.person });
    });
    return present(row);
  }

  @Route(ballotEndpoints.readTurnout)
  async turnout(@Req() request: HttpRequest) {
    const { params, reach } = await this.gate.enter(ballotEndpoints.readTurnout, request);
    const rows = await this.desk.read(async (tx) => {
      const all = await this.platform.ballots.papers.turnoutByBuilding(tx, params.ballot);
      if (all === null) refuse('ballot.secret_turnout');
      const mine = await Promise.all(
        all.map(async (row) => row.building !== null && (await this.desk.isWithin(tx, row.building, reach))),
      );
      return all.filter((_, at) => mine[at]);
    });
    return { rows };
  }

  @Route(ballotEndpoints.listDoors)
  async doors(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(ballotEndpoints.listDoors, request);
    return this.desk.read(async (tx) => {
      const silent = await this.platform.ballots.papers.silentOf(tx, params.ballot, query.building);
      if (silent === null) refuse('ballot.secret_turnout');
      const doors = await this.desk.doorsOf(tx, silent);
      const names = await this.desk.namesOf(
        tx,
        silent.flatMap(({ casters }) => casters),
      );
      const rows = silent.map(({ entry, stairwell, premises, casters }) => ({
        entry,
        stairwell,
        doors: premises.map((id) => doors.get(id) ?? id),
        casters: casters.map((person) => ({ person, name: names.get(person) ?? null })),
      }));
      return { rows };
    });
  }
}

function present({ id, entry, giver, holder, file, at, revokedAt }: ProxyRow) {
  return { id, entry, giver, holder, file, at, revokedAt };
}
