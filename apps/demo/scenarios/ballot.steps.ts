import { BallotRefused } from '#libs/ballots';
import type { CastAnswer, RollLine } from '#libs/ballots';
import { verifyBallot, type Choice } from '#libs/decision';

import { demand } from './checks.js';
import type { Doer, Someone } from './cast-members.js';
import type { CaseName, Doing, Step } from './scenario.types.js';
import { check, deed } from './words.js';

/** Voting units by their place on the roll; the same ones in every run, whatever their random codes. */
export interface Units {
  from: number;
  count: number;
}

const YES: Choice = { vote: 'yes' };
const COLLECTING: Someone = 'gridLeader';
const WITNESS: Someone = 'secretary';

/** The roll in an order that does not depend on random codes. */
async function rollOf({ ballots, database, caseId }: Doing): Promise<RollLine[]> {
  const roll = await database.transaction((tx) => ballots.papers.roll(tx, caseId), { readOnly: true });
  const nameOf = ({ premises, casters }: RollLine): string => [...premises, ...casters].join(' ');
  return roll.filter(({ isRemoved }) => !isRemoved).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Voting units with whoever casts for each. @throws ScenarioFailed when the roll has not so many. */
export async function unitsOf(doing: Doing, { from, count }: Units): Promise<(RollLine & { caster: string })[]> {
  const units = (await rollOf(doing)).slice(from, from + count);
  demand(units.length === count, `the roll has no ${String(count)} units from ${String(from)} on`);
  return units.map((unit) => ({ ...unit, caster: unit.casters[0] ?? '' }));
}

/** @throws ScenarioFailed when the paper was refused. */
export function recorded(answer: CastAnswer): void {
  demand(answer.kind === 'recorded', answer.kind === 'recorded' ? '' : `it was refused: ${answer.code}`);
}

/** People vote on their own telephones. */
export function voteByPhone(ballot: CaseName, units: Units, choice: Choice = YES): Step {
  const says = { zh: `${String(units.count)}户用手机投票`, en: `${String(units.count)} vote on their telephones` };
  return deed('neighbour', { on: ballot, says }, async (doing) => {
    for (const { entry, caster } of await unitsOf(doing, units)) {
      const paper = { ballot: doing.caseId, entry, caster, choice, key: `phone:${entry}` };
      recorded(await doing.ballots.casting.cast(paper));
      // the button pressed twice
      recorded(await doing.ballots.casting.cast(paper));
    }
  });
}

/** A unit that has voted tries again by telephone without its receipt. */
export function cannotVoteTwice(ballot: CaseName, unit: number): Step {
  const says = { zh: '已投过票的户不能再投', en: 'a unit that has voted cannot vote again' };
  return deed(COLLECTING, { on: ballot, says }, async (doing) => {
    const [one] = await unitsOf(doing, { from: unit, count: 1 });
    if (one === undefined) return;
    const answer = await doing.ballots.casting.cast({
      ballot: doing.caseId,
      entry: one.entry,
      caster: one.caster,
      choice: YES,
      key: `again:${one.entry}`,
      assisted: { channel: 'telephone', by: doing.person, witness: doing.here.person(WITNESS) },
    });
    demand(answer.kind === 'refused' && answer.code === 'ballot.already_cast', 'it was taken twice');
  });
}

/**
 * Written proxies: the owner after these units casts for them, beside their own paper. Nobody enters a proxy for themselves, and
 * nobody holds one too many.
 */
export function voteByProxy(ballot: CaseName, { from, count }: Units, choice: Choice = YES): Step {
  const says = { zh: `一位业主受书面委托代${String(count)}户投票`, en: `one owner casts for ${String(count)} others` };
  return deed('secretary', { on: ballot, says }, async (doing) => {
    const { ballots, database, caseId: id, here } = doing;
    const units = await unitsOf(doing, { from, count: count + 2 });
    const holder = units[count]?.caster ?? '';
    const give = async ({ entry, caster }: (typeof units)[number], by: string): Promise<string> => {
      const proxy = { ballot: id, entry, giver: caster, holder, file: here.file('sheet'), by };
      try {
        await database.transaction((tx) => ballots.proxies.give(tx, proxy));
        return 'given';
      } catch (error) {
        if (error instanceof BallotRefused) return error.refusal.code;
        throw error;
      }
    };
    const [first, ...others] = units.slice(0, count);
    if (first === undefined) return;
    demand((await give(first, holder)) === 'ballot.two_people', 'somebody entered a proxy for themselves');
    for (const unit of [first, ...others]) demand((await give(unit, doing.person)) === 'given', 'a proxy was refused');
    const [last] = units.slice(count + 1);
    if (last !== undefined) demand((await give(last, doing.person)) === 'ballot.proxy_limit', 'there was one too many');
    for (const { entry } of units.slice(0, count + 1)) {
      recorded(await ballots.casting.cast({ ballot: id, entry, caster: holder, choice, key: `proxy:${entry}` }));
    }
  });
}

/** A grid leader knocks, with a witness. */
export function voteAtTheDoor(ballot: CaseName, units: Units, choice: Choice = YES): Step {
  const says = { zh: `上门收${String(units.count)}户的票`, en: `${String(units.count)} papers are taken at the door` };
  return deed(COLLECTING, { on: ballot, says }, async (doing) => {
    for (const { entry, caster } of await unitsOf(doing, units)) {
      const assisted = { channel: 'doorstep' as const, by: doing.person, witness: doing.here.person(WITNESS) };
      recorded(
        await doing.ballots.casting.cast({
          ballot: doing.caseId,
          entry,
          caster,
          choice,
          key: `door:${entry}`,
          assisted,
        }),
      );
    }
  });
}

/** Sheets of paper, each read by two people; where the second misreads one, a third settles it. */
export function voteOnPaper(ballot: CaseName, units: Units, { choice = YES, misread = false } = {}): Step {
  const says = {
    zh: `${String(units.count)}张纸质票由两人分别录入`,
    en: `${String(units.count)} sheets are entered by two people`,
  };
  return deed('secretary', { on: ballot, says }, async (doing) => {
    const [first, second, third] = (['secretary', COLLECTING, 'supervisor'] as const).map((who) =>
      doing.here.person(who),
    );
    for (const { entry, caster } of await unitsOf(doing, units)) {
      const read = async (by: string | undefined, what: Choice): Promise<string> => {
        const sheet = {
          ballot: doing.caseId,
          entry,
          caster,
          by: by ?? '',
          choice: what,
          file: doing.here.file('sheet'),
        };
        return (await doing.database.transaction((tx) => doing.ballots.paperEntry.transcribe(tx, sheet))).state;
      };
      demand((await read(first, choice)) === 'waiting', 'one reading was enough');
      if (misread) {
        demand((await read(second, { vote: 'abstain' })) === 'differs', 'two readings that differ were taken');
        demand((await read(third, choice)) === 'counted', 'the third person did not settle it');
      } else demand((await read(second, choice)) === 'counted', 'two equal readings were not taken');
    }
  });
}

/** One who belongs to a unit contests who has voted for it: the paper is set aside. */
export function contests(ballot: CaseName, unit: number, reason: string): Step {
  const says = {
    zh: '有人对本户的投票人提出异议，该票先搁置',
    en: 'who voted for a unit is contested: the paper is set aside',
  };
  return deed('neighbour', { on: ballot, says }, async (doing) => {
    const [one] = await unitsOf(doing, { from: unit, count: 1 });
    if (one === undefined) return;
    const by = one.casters.at(-1) ?? one.caster;
    const contest = { ballot: doing.caseId, entry: one.entry, by, reason };
    await doing.database.transaction((tx) => doing.ballots.contests.contest(tx, contest));
  });
}

/** A named person settles what is contested. */
export function settles(by: Doer, ballot: CaseName, { unit, ground }: { unit: number; ground: string }): Step {
  const says = { zh: '争议票处理：有效', en: 'the contested paper is settled: it counts' };
  return deed(by, { on: ballot, says }, async (doing) => {
    const [one] = await unitsOf(doing, { from: unit, count: 1 });
    if (one === undefined) return;
    const settlement = { ballot: doing.caseId, entry: one.entry, by: doing.person, outcome: 'counts' as const, ground };
    await doing.database.transaction((tx) => doing.ballots.contests.settle(tx, settlement));
  });
}

/** What came of it, and that a stranger can reckon it again from the published record alone. */
export function expectVerdict(ballot: CaseName, verdict: string): Step {
  const says = { zh: `结果：${verdict}；公开记录可以复算`, en: `its verdict is ${verdict}, and its record verifies` };
  return deed('supervisor', { on: ballot, says }, (doing) => verified(doing, verdict));
}

async function verified({ ballots, database, caseId }: Doing, verdict: string): Promise<void> {
  const lines: string[] = [];
  const decision = await database.transaction(
    async (tx) => {
      for await (const line of ballots.publishing.lines(tx, caseId)) lines.push(line);
      return ballots.publishing.decision(tx, caseId);
    },
    { readOnly: true },
  );
  const found = decision?.kind === 'decided' ? decision.verdict : 'none';
  demand(found === verdict, `it is ${found}`);
  const { findings } = await verifyBallot(lines);
  demand(findings.length === 0, `the record does not verify: ${JSON.stringify(findings)}`);
}

/** The ballot's step. */
export function expectPoll(ballot: CaseName, step: string): Step {
  return check(ballot, { zh: `投票进行到 ${step}`, en: `the vote is at ${step}` }, async (here) => {
    const paths = await here.paths(ballot);
    const { poll } = (await here.view(ballot)).context as { poll: { refusedBy: string | null } | null };
    demand(paths.includes(`poll.${step}`), `it is at ${paths.join(', ')} ${poll?.refusedBy ?? ''}`);
  });
}
