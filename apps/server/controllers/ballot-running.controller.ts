import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { ownersKey, type BallotRow, type ProposedChange } from '#libs/ballots';
import type { Tx } from '#libs/database';
import type { z } from 'zod';

import { ballotEndpoints } from '../api/ballots.endpoints.js';
import type { changeBody } from '../api/ballots.schema.js';
import { BallotDesk } from '../http/ballot-desk.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

type ChangeBody = z.output<typeof changeBody>;

/** What those do who run a ballot: its roll, appeals against it, contested papers. */
@Controller()
export class BallotRunningController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(BallotDesk) private readonly desk: BallotDesk,
  ) {}

  @Route(ballotEndpoints.readBallotRoll)
  async roll(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(ballotEndpoints.readBallotRoll, request);
    const { papers } = this.platform.ballots;
    return this.desk.read(async (tx) => {
      const rows = await papers.roll(tx, params.ballot, query.after);
      return {
        doubts: await papers.doubts(tx, params.ballot),
        rows: rows.map(({ isContested, isRemoved, ...row }) => ({
          ...row,
          contested: isContested,
          removed: isRemoved,
        })),
      };
    });
  }

  @Route(ballotEndpoints.listRollChanges)
  async changes(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(ballotEndpoints.listRollChanges, request);
    const rows = await this.desk.read(async (tx) => {
      const listed = await this.platform.ballots.changes.list(tx, params.ballot);
      const doors = await this.desk.doorsOf(tx, listed);
      const names = await this.desk.namesOf(
        tx,
        listed.flatMap(({ casters }) => casters),
      );
      return listed.map(({ ballot: _, appeal: _appeal, casters, premises, ...row }) => ({
        ...row,
        casters: casters.map((person) => ({ person, name: names.get(person) ?? null })),
        doors: premises.map((id) => doors.get(id) ?? id),
      }));
    });
    return { rows };
  }

  @Route(ballotEndpoints.proposeRollChange)
  async propose(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ballotEndpoints.proposeRollChange, request);
    const { ballots } = this.platform;
    const changes = await this.desk.write(async (tx) => {
      const ballot = (await ballots.ballotOf(tx, params.ballot)) ?? refuse('ballot.unknown');
      return this.proposed(tx, ballot, { body, by: caller.person });
    });
    return { changes };
  }

  private async proposed(tx: Tx, ballot: BallotRow, { body, by }: { body: ChangeBody; by: string }): Promise<number[]> {
    const { changes } = this.platform.ballots;
    const { reason, appeal } = body;
    const why = { ballot: ballot.id, by, reason, ...definedOf({ appeal }) };
    if (body.kind === 'sale') return changes.proposeSale(tx, why, body);
    return [await changes.propose(tx, { ...why, ground: body.ground }, changeOf(ballot, body))];
  }

  @Route(ballotEndpoints.decideRollChange)
  async decide(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ballotEndpoints.decideRollChange, request);
    const { changes } = this.platform.ballots;
    const change = { ballot: params.ballot, n: params.change, by: caller.person };
    await this.desk.write((tx) => (body.approve ? changes.approve(tx, change) : changes.refuse(tx, change)));
    return { done: true };
  }

  @Route(ballotEndpoints.listRollAppeals)
  async appeals(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(ballotEndpoints.listRollAppeals, request);
    const rows = await this.desk.read((tx) => this.platform.ballots.changes.appeals(tx, params.ballot));
    return { rows: rows.map(({ ballot: _, ...row }) => row) };
  }

  @Route(ballotEndpoints.answerRollAppeal)
  async answer(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ballotEndpoints.answerRollAppeal, request);
    const answered = { ...body, ballot: params.ballot, appeal: params.appeal, by: caller.person };
    await this.desk.write((tx) => this.platform.ballots.changes.answer(tx, answered));
    return { done: true };
  }

  @Route(ballotEndpoints.listContests)
  async contests(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(ballotEndpoints.listContests, request);
    const rows = await this.desk.read((tx) =>
      this.platform.ballots.contests.list(tx, params.ballot, { settled: false }),
    );
    return { rows: rows.map(({ id, entry, reason, at, by }) => ({ id, entry, reason, at, by })) };
  }

  @Route(ballotEndpoints.settleContest)
  async settle(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ballotEndpoints.settleContest, request);
    const settlement = { ...body, ballot: params.ballot, by: caller.person };
    await this.desk.write((tx) => this.platform.ballots.contests.settle(tx, settlement));
    return { done: true };
  }

  @Route(ballotEndpoints.listDifferences)
  async differences(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(ballotEndpoints.listDifferences, request);
    return { rows: await this.desk.read((tx) => this.platform.ballots.paperEntry.differences(tx, params.ballot)) };
  }
}

/** A change as the room takes it: whose votes an added entry stands for follows from the kind of roll. */
function changeOf({ roll }: BallotRow, body: Exclude<ChangeBody, { kind: 'sale' }>): ProposedChange {
  if (body.kind === 'remove') return { kind: body.kind, entry: body.entry, wanted: {} };
  if (body.kind === 'correct') {
    const { casters, weights } = body;
    return {
      kind: body.kind,
      entry: body.entry,
      wanted: definedOf({ casters, weights: weights && definedOf(weights) }),
    };
  }
  const { casters, weights, household, premises, building, stairwell } = body;
  return {
    kind: body.kind,
    entry: null,
    wanted: {
      key: keyOf(roll.of, body),
      casters,
      weights: definedOf(weights),
      ...definedOf({ household, premises, building, stairwell }),
    },
  };
}

function keyOf(
  of: BallotRow['roll']['of'],
  { casters, household }: { casters: string[]; household?: string | undefined },
) {
  if (of === 'owners') return ownersKey(casters);
  return of === 'households' && household !== undefined ? `household:${household}` : `person:${casters[0] ?? ''}`;
}
