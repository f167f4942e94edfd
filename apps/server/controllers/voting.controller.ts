import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { BallotId, BallotRow, CastAnswer } from '#libs/ballots';
import { reachOf } from '#libs/access';
import type { Tx } from '#libs/database';

import { ballotEndpoints } from '../api/ballots.endpoints.js';
import { BallotDesk } from '../http/ballot-desk.js';
import type { Caller } from '../http/caller.service.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** What voters do: see what waits for them, cast, change, take back, contest, appeal, check. */
@Controller()
export class VotingController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(BallotDesk) private readonly desk: BallotDesk,
  ) {}

  @Route(ballotEndpoints.listOwnBallots)
  async mine(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(ballotEndpoints.listOwnBallots, request);
    const rows = await this.desk.read(async (tx) => {
      const own = await this.platform.ballots.papers.ballotsOf(tx, caller.person);
      const ballots = await Promise.all(own.map(({ ballot }) => this.platform.ballots.ballotOf(tx, ballot)));
      return own.flatMap(({ entries, cast }, at) => {
        const ballot = ballots[at];
        if (ballot == null) return [];
        const { id, title, status, secret, closesAt } = ballot;
        return [{ id, title, status, secret, closesAt, entries, cast }];
      });
    });
    // a ballot is as visible as its case: those of a simulated world are nobody's
    const seen = await Promise.all(rows.map(({ id }) => this.platform.reader.glance(id, caller)));
    return { rows: rows.filter((_, at) => seen[at] !== null) };
  }

  @Route(ballotEndpoints.readBallot)
  async ballot(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(ballotEndpoints.readBallot, request);
    const ballot = await this.seen(params.ballot, caller);
    const decision = await this.desk.read((tx) => this.platform.ballots.publishing.decision(tx, ballot.id));
    return present(ballot, decision);
  }

  @Route(ballotEndpoints.readOwnUnits)
  async units(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(ballotEndpoints.readOwnUnits, request);
    const { ballots } = this.platform;
    const rows = await this.desk.read(async (tx) => {
      if ((await ballots.ballotOf(tx, params.ballot)) === null) refuse('ballot.unknown');
      const own = await ballots.papers.ofPerson(tx, params.ballot, caller.person);
      const doors = await this.desk.doorsOf(tx, own);
      return own.map(({ ballot: _, premises, household: _household, isContested, ...unit }) => ({
        ...unit,
        contested: isContested,
        doors: premises.map((id) => doors.get(id) ?? id),
      }));
    });
    return { rows };
  }

  @Route(ballotEndpoints.castPaper)
  async cast(@Req() request: HttpRequest) {
    const { caller, params, body, key } = await this.gate.enter(ballotEndpoints.castPaper, request);
    const { entry, choice, receipt, replaces } = body;
    const own = { ballot: params.ballot, entry, caster: caller.person, choice, key };
    const paper = { ...own, ...definedOf({ receipt, replaces }) };
    return answered(await this.platform.ballots.casting.cast(paper));
  }

  @Route(ballotEndpoints.withdrawPaper)
  async withdraw(@Req() request: HttpRequest) {
    const { caller, params, body, key } = await this.gate.enter(ballotEndpoints.withdrawPaper, request);
    const wish = { ...body, ballot: params.ballot, caster: caller.person, key };
    return answered(await this.platform.ballots.casting.withdraw(wish));
  }

  @Route(ballotEndpoints.contestCaster)
  async contest(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ballotEndpoints.contestCaster, request);
    const { entry, reason, against } = body;
    const contest = { entry, reason, ...definedOf({ against }), ballot: params.ballot, by: caller.person };
    return { id: await this.desk.write((tx) => this.platform.ballots.contests.contest(tx, contest)) };
  }

  @Route(ballotEndpoints.appealRoll)
  async appeal(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ballotEndpoints.appealRoll, request);
    const appeal = { ...body, entry: body.entry ?? null, ballot: params.ballot, person: caller.person };
    return { id: await this.desk.write((tx) => this.platform.ballots.changes.appeal(tx, appeal)) };
  }

  @Route(ballotEndpoints.readInclusion)
  async inclusion(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(ballotEndpoints.readInclusion, request);
    await this.seen(params.ballot, caller);
    const { line, proof, root } = await this.desk.read((tx) =>
      this.platform.ballots.publishing.inclusion(tx, params.ballot, params.tracker),
    );
    return { line, proof, root };
  }

  @Route(ballotEndpoints.downloadBallot)
  async record(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params } = await this.gate.visit(ballotEndpoints.downloadBallot, request);
    const ballot = await this.seen(params.ballot, caller);
    if (!(await this.desk.read((tx) => this.mayHaveRecord(tx, ballot, caller)))) refuse('ballot.unknown');
    if (ballot.status !== 'counted') refuse('ballot.wrong_status', { params: { status: ballot.status } });
    void reply
      .header('content-type', 'application/x-ndjson')
      .header('content-disposition', `attachment; filename="ballot-${ballot.id}.ndjson"`);
    return this.desk.recordOf(ballot.id);
  }

  /** A ballot is as visible as its case. */
  private async seen(id: BallotId, caller: Caller): Promise<BallotRow> {
    const ballot = await this.desk.read((tx) => this.platform.ballots.ballotOf(tx, id));
    if (ballot === null || (await this.platform.reader.glance(id, caller)) === null) refuse('ballot.unknown');
    return ballot;
  }

  /** Named papers say how each entry voted: they are for those on the roll, and for whoever runs the ballot. */
  private async mayHaveRecord(tx: Tx, { id, unit, secret }: BallotRow, caller: Caller): Promise<boolean> {
    if (secret) return true;
    if (caller === null) return false;
    const { access, ballots, registry } = this.platform;
    if ((await ballots.papers.ofPerson(tx, id, caller.person)).length > 0) return true;
    const reach = reachOf(await access.standing(tx, caller.person), 'ballots.run');
    const lineage = await registry.lineage(tx, unit);
    return lineage.some((above) => reach.includes(above));
  }
}

/** @throws RequestRefused with the first paper's day and channel when a unit has cast already. */
export function answered(answer: CastAnswer) {
  if (answer.kind === 'recorded') {
    const { kind: _, ...recorded } = answer;
    return recorded;
  }
  const { code, problem, standing } = answer;
  refuse(code, {
    ...(problem === null ? {} : { issues: [{ path: 'choice', message: problem }] }),
    ...(standing === null ? {} : { params: { castAt: standing.castAt, channel: standing.channel } }),
  });
}

function present(ballot: BallotRow, decision: unknown) {
  const { id, unit, title, status, secret, question, rule, on, openedAt, closesAt, closedAt, countedAt } = ballot;
  const { openingFingerprint, finalFingerprint } = ballot;
  const times = { openedAt, closesAt, closedAt, countedAt };
  return {
    id,
    unit,
    title,
    status,
    secret,
    question,
    rule,
    rollDay: on,
    ...times,
    openingFingerprint,
    finalFingerprint,
    decision,
  };
}
