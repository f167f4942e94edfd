import { createHash } from 'node:crypto';

import { BallotRefused } from '#libs/ballots';
import type { CastRequest } from '#libs/ballots';
import { trackerOfReceipt, verifyInclusion, type Choice } from '#libs/decision';

import { recorded, unitsOf, type Units } from './ballot.steps.js';
import type { Someone } from './cast-members.js';
import { demand } from './checks.js';
import type { CaseName, Doing, Step } from './scenario.types.js';
import { deed } from './words.js';

const TAKING: Someone = 'gridLeader';
const WITNESS: Someone = 'secretary';
const RECEIPT_SIGNS = 26;

/** What a voter's device makes and keeps; here made so that the story can look for it later. */
function receiptOf({ caseId }: Doing, entry: string, turn = 1): string {
  const digest = createHash('sha256')
    .update(`${caseId}:${entry}:${String(turn)}`)
    .digest('hex');
  return digest.slice(0, RECEIPT_SIGNS).toUpperCase();
}

async function only(doing: Doing, unit: number): Promise<{ entry: string; caster: string }> {
  const [one] = await unitsOf(doing, { from: unit, count: 1 });
  demand(one !== undefined, `the roll has no unit ${String(unit)}`);
  return one;
}

async function isRefused(doing: Doing, request: Omit<CastRequest, 'ballot'>, code: string): Promise<void> {
  const answer = await doing.ballots.casting.cast({ ballot: doing.caseId, ...request });
  demand(answer.kind === 'refused' && answer.code === code, `it was answered: ${JSON.stringify(answer)}`);
}

/** What is known of those who may not be asked: the code of a refusal, or what was told. */
async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await work());
  } catch (error) {
    if (error instanceof BallotRefused) return error.refusal.code;
    throw error;
  }
}

/** Voters cast on their telephones, each with a receipt that their own device made. */
export function voteSecretly(ballot: CaseName, units: Units, choices: readonly Choice[]): Step {
  const says = { zh: `${String(units.count)}人用手机无记名投票`, en: `${String(units.count)} cast secret papers` };
  return deed('neighbour', { on: ballot, says }, async (doing) => {
    for (const [at, { entry, caster }] of (await unitsOf(doing, units)).entries()) {
      const choice = choices[at % choices.length];
      const receipt = receiptOf(doing, entry);
      const paper = { ballot: doing.caseId, entry, caster, choice, key: `secret:${entry}`, receipt };
      recorded(await doing.ballots.casting.cast(paper));
    }
  });
}

/** Somebody changes their mind: only with the receipt of the paper in force. */
export function changesPaper(ballot: CaseName, unit: number, choice: Choice): Step {
  const says = { zh: '凭回执改票；没有回执不能改', en: 'a paper is changed with its receipt, and not without' };
  return deed('neighbour', { on: ballot, says }, async (doing) => {
    const { entry, caster } = await only(doing, unit);
    const again = { entry, caster, choice, receipt: receiptOf(doing, entry, 2) };
    await isRefused(doing, { ...again, key: 'without' }, 'ballot.already_cast');
    const wrong = receiptOf(doing, 'another');
    await isRefused(doing, { ...again, key: 'wrong', replaces: wrong }, 'ballot.wrong_receipt');
    const replaces = receiptOf(doing, entry);
    recorded(await doing.ballots.casting.cast({ ballot: doing.caseId, ...again, key: 'changed', replaces }));
  });
}

/** A call taken down by staff with a witness breaks the secrecy: only with the voter's written waiver. */
export function telephonesWithWaiver(ballot: CaseName, unit: number, choice: Choice): Step {
  const says = { zh: '电话代录：没有书面同意不收，有了才收', en: 'a vote by telephone needs a written waiver' };
  return deed(TAKING, { on: ballot, says }, async (doing) => {
    const { entry, caster } = await only(doing, unit);
    const assisted = { channel: 'telephone' as const, by: doing.person, witness: doing.here.person(WITNESS) };
    const paper = { entry, caster, choice };
    await isRefused(doing, { ...paper, key: 'call:1', assisted }, 'ballot.waiver_needed');
    const waived = { ...assisted, file: doing.here.file('sheet') };
    recorded(await doing.ballots.casting.cast({ ballot: doing.caseId, ...paper, key: 'call:2', assisted: waived }));
  });
}

/** Outer envelopes say who took part; the inner ones stay closed. */
export function handsInEnvelopes(ballot: CaseName, units: Units): Step {
  const says = {
    zh: `收下${String(units.count)}个外信封，内信封不拆`,
    en: `${String(units.count)} outer envelopes are taken, the inner ones stay closed`,
  };
  return deed('secretary', { on: ballot, says }, async (doing) => {
    const { ballots, database, caseId } = doing;
    for (const [at, { entry, caster }] of (await unitsOf(doing, units)).entries()) {
      const envelope = { ballot: caseId, entry, caster, by: doing.person };
      await database.transaction((tx) => ballots.paperEntry.receiveEnvelope(tx, envelope));
      const inner = { ballot: caseId, inner: at + 1, by: doing.person, choice: { options: [] } };
      const tooEarly = await codeOf(() => database.transaction((tx) => ballots.paperEntry.transcribe(tx, inner)));
      demand(tooEarly === 'ballot.wrong_status', `an inner envelope was opened before the close: ${tooEarly}`);
    }
  });
}

/** After the close the inner envelopes, which name nobody, are opened and read by two people. */
export function opensInner(ballot: CaseName, choices: readonly { number: number; choice: Choice }[]): Step {
  const says = {
    zh: `截止后拆开${String(choices.length)}个内信封，两人分别录入`,
    en: `${String(choices.length)} inner envelopes are opened after the close and read by two people`,
  };
  return deed('secretary', { on: ballot, says }, async (doing) => {
    const { ballots, database, caseId, here } = doing;
    for (const { number: inner, choice } of choices) {
      const states: string[] = [];
      for (const by of [doing.person, here.person(TAKING)]) {
        const read = { ballot: caseId, inner, by, choice, file: here.file('sheet') };
        states.push((await database.transaction((tx) => ballots.paperEntry.transcribe(tx, read))).state);
      }
      demand(states.join() === 'waiting,counted', `the readings of an envelope are ${states.join()}`);
    }
  });
}

/** While papers are taken there is nothing to be seen: no result, no turnout of a building, no list of who is missing. */
export function showsNothing(ballot: CaseName, building: string): Step {
  const says = { zh: '投票期间谁也看不到结果和参与情况', en: 'shows no result and no turnout while it is open' };
  return deed('coordinator', { on: ballot, says }, async ({ ballots, database, caseId, here }) => {
    const seen = await database.transaction(
      async (tx) => ({
        decision: await ballots.publishing.decision(tx, caseId),
        turnout: await ballots.papers.turnoutByBuilding(tx, caseId),
        silent: await ballots.papers.silentOf(tx, caseId, here.unit(building)),
        record: await codeOf(() => ballots.publishing.lines(tx, caseId).next()),
        rows: await tx.query<{ choice: unknown; tracker: unknown }>(
          'select choice, tracker from ballot_papers where ballot = $1',
          [caseId],
        ),
      }),
      { readOnly: true },
    );
    const { decision, turnout, silent, record, rows } = seen;
    demand(decision === null && turnout === null && silent === null, 'something is told of it');
    demand(record === 'ballot.wrong_status', `its record is published: ${record}`);
    demand(
      rows.length > 0 && rows.every(({ choice, tracker }) => choice === null && tracker === null),
      'a paper lies open',
    );
  });
}

interface Counted {
  papers: number;
  winners: readonly string[];
  /** A unit that finds its paper by the receipt of so many a turn, and what it says. */
  finds: { unit: number; turn: number; choice: Choice };
}

/** Counted and published: who is elected, a voter finds their paper by its tracker, and no entry is joined to any paper. */
export function expectSecretRecord(ballot: CaseName, { papers, winners, finds }: Counted): Step {
  const says = {
    zh: `当选：${winners.join('、')}；投票人凭追踪码找到自己的票，票与人不能对应`,
    en: `elects ${winners.join(', ')}; a voter finds their paper, and no paper is joined to anybody`,
  };
  return deed('resident', { on: ballot, says }, async (doing) => {
    const { ballots, database, caseId } = doing;
    const lines: string[] = [];
    const left = await database.transaction(
      async (tx) => {
        for await (const line of ballots.publishing.lines(tx, caseId)) lines.push(line);
        const decision = await ballots.publishing.decision(tx, caseId);
        const rows = await tx.query('select from ballot_papers where ballot = $1 and envelope is not null', [caseId]);
        return { decision, envelopes: rows.length };
      },
      { readOnly: true },
    );
    const { decision, envelopes } = left;
    demand(decision?.kind === 'decided', 'it is not counted');
    const { certificate } = decision;
    demand(certificate.winners.join() === winners.join(), `elected are ${String(certificate.winners)}`);
    const published = lines.filter((line) => line.startsWith('{"choice":'));
    demand(published.length === papers, `${String(published.length)} papers are published`);
    demand(
      envelopes === 0 && published.every((line) => !line.includes('"entry"')),
      'a paper can be joined to its voter',
    );
    const { entry } = await only(doing, finds.unit);
    const receipt = receiptOf(doing, entry, finds.turn);
    const { findings, line } = await verifyInclusion(receipt, lines);
    demand(findings.length === 0, `the paper is not found: ${JSON.stringify(findings)}`);
    demand(line?.includes(JSON.stringify(finds.choice)) === true, `the paper says ${String(line)}`);
    if (finds.turn === 1) return;
    const former = trackerOfReceipt(receiptOf(doing, entry));
    demand(!lines.some((one) => one.includes(former)), 'the paper of before is there, too');
  });
}
