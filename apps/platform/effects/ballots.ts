import type { Cases, EffectCall, EffectHandler } from '#libs/cases';
import { BallotRefused, type Ballots, type RollSource } from '#libs/ballots';
import type { ErrorCode } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import { questionSchema } from '#libs/decision';
import type { Registry } from '#libs/registry';
import type { Json, JsonObject, ToldEvent } from '#libs/engine';
import { z } from 'zod';

import { ruleFor } from './ruling.js';

/** What a ballot's handlers work with; `ballots` takes the papers of the world that `cases` decides in. */
export interface BallotParts {
  cases: Cases;
  database: Database;
  ballots: Ballots;
  registry: Registry;
  /** Local date of an instant on the office calendar. */
  localDateOf: (instant: string) => string;
}

const rollOrder = z.object({
  unit: z.string(),
  rule: z.string(),
  subject: z.string(),
  secret: z.boolean(),
  question: questionSchema,
  roll: z.object({
    of: z.enum(['owners', 'households', 'adults', 'members', 'named']),
    unit: z.string(),
    persons: z.array(z.string()).optional(),
  }),
});

/** The clock that papers are taken by. */
const POLLING = 'polling';

/**
 * What a ballot by papers asks for. Each may come twice and late: what is done stays done, and what has passed is left alone; the
 * hour of the close is always that of the chart's clock.
 */
export function ballotHandlers(parts: BallotParts): Record<string, EffectHandler> {
  const { ballots } = parts;
  return {
    'ballot.drawRoll': (call) => drawRoll(parts, call),
    'ballot.openBallot': (call) =>
      whilePolling(parts, call, async (tx, closesAt) => {
        const isClosed = (await ballots.ballotOf(tx, call.caseId))?.status === 'closed';
        await (isClosed ? ballots.reopen(tx, call.caseId, closesAt) : ballots.open(tx, call.caseId, { closesAt }));
      }),
    'ballot.moveClosing': (call) =>
      whilePolling(parts, call, (tx, closesAt) => ballots.moveClosing(tx, call.caseId, closesAt)),
    'ballot.closeBallot': (call) => closeBallot(parts, call),
    'ballot.tallyPapers': (call) => tallyPapers(parts, call),
    'ballot.voidBallot': async (call) => {
      await parts.database.transaction((tx) => ballots.void(tx, call.caseId));
      return undefined;
    },
  };
}

/** The roll is that of the day on which it was asked for; asked again for the same reason, it is the same one. */
async function drawRoll(parts: BallotParts, call: EffectCall): Promise<ToldEvent> {
  const { cases, database, ballots, localDateOf } = parts;
  const { unit, rule: id, subject, secret, question, roll } = rollOrder.parse(call.payload);
  const on = localDateOf(call.at);
  const rule = await ruleFor(parts, { rule: id, unit, on });
  if (rule === null) return refused({ code: 'rule.unknown', rule: id });
  const stranger = await strangerOf(parts, call.caseId, { unit, roll });
  if (stranger !== null) return refused({ code: stranger });
  const title = (await cases.texts([subject]))[subject] ?? subject;
  const wanted = {
    id: call.caseId,
    unit,
    title: { zh: title, en: title },
    question,
    rule,
    roll: sourceOf(roll),
    secret,
    on,
    drawing: call.id,
  };
  try {
    const { entries, doubts, fingerprint } = await database.transaction(async (tx) => {
      const drawn = await ballots.draw(tx, wanted);
      const status = (await ballots.ballotOf(tx, call.caseId))?.status;
      if (status === 'drawn') await ballots.layOpen(tx, call.caseId);
      return drawn;
    });
    return { type: 'roll.drawn', payload: { entries, doubts: doubts.length, fingerprint } };
  } catch (error) {
    if (error instanceof BallotRefused) return refused(asJson(error.refusal));
    throw error;
  }

  function refused(why: JsonObject): ToldEvent {
    return { type: 'roll.refused', payload: why };
  }
}

/**
 * Nobody draws the roll of a place that is not theirs: it lies in the unit that holds the ballot (of a body: in the place the body
 * belongs to), and where an issue asked for it, in the issue's own tree. Voters are named one by one in a sitting only.
 */
async function strangerOf(
  { cases, database, registry }: BallotParts,
  caseId: string,
  { unit, roll }: Pick<z.infer<typeof rollOrder>, 'unit' | 'roll'>,
): Promise<ErrorCode | null> {
  const parent = (await cases.get(caseId))?.parent ?? null;
  const mother = parent === null ? null : await cases.get(parent);
  if (roll.of === 'named' && mother?.workflow !== 'meeting') return 'ballot.named_in_sittings_only';
  const { above, own, asked } = await database.transaction(
    async (tx) => ({
      above: await registry.lineage(tx, roll.unit),
      own: await registry.unit(tx, unit),
      asked: mother === null ? null : await registry.lineage(tx, mother.unit),
    }),
    { readOnly: true },
  );
  const holders = [unit, ...(own?.kind === 'body' && own.parent !== null ? [own.parent] : [])];
  if (!holders.some((holder) => above.includes(holder))) return 'ballot.roll_elsewhere';
  const isAsked = asked === null || asked.includes(roll.unit) || above.includes(asked[0] ?? '');
  return isAsked ? null : 'ballot.roll_elsewhere';
}

function sourceOf({ of, unit, persons = [] }: z.infer<typeof rollOrder>['roll']): RollSource {
  return of === 'named' ? { of, unit, persons } : { of, unit };
}

/** Does it as long as the clock runs; once it is over the chart has gone on. */
async function whilePolling(
  { cases, database }: BallotParts,
  call: EffectCall,
  work: (tx: Tx, closesAt: string) => Promise<unknown>,
): Promise<undefined> {
  const clock = (await cases.get(call.caseId))?.clocks.find(({ name }) => name === POLLING);
  if (clock !== undefined) await database.transaction((tx) => work(tx, clock.dueAt));
  return undefined;
}

async function closeBallot({ database, ballots }: BallotParts, call: EffectCall): Promise<ToldEvent> {
  const { papers, unsettled, reached } = await database.transaction((tx) => ballots.close(tx, call.caseId));
  return { type: 'ballot.closed', payload: { papers, unsettled, reached } };
}

async function tallyPapers({ database, ballots, localDateOf }: BallotParts, call: EffectCall): Promise<ToldEvent> {
  const decision = await database.transaction((tx) => ballots.count(tx, call.caseId, localDateOf(call.at)));
  await ballots.sweep();
  if (decision.kind === 'refused') return { type: 'ballot.refused', payload: asJson(decision.refusal) };
  const { verdict, provisional, certificate } = decision;
  return { type: 'ballot.counted', payload: { verdict, provisional, certificate: asJson(certificate) } };
}

/** Certificates and refusals are plain data; what is undefined in them is left out. */
function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as { [key: string]: Json };
}
