import type { z } from 'zod';

import type { TellTarget, ToldEvent } from '#libs/engine';

import type { CovenantOutput } from './contract.js';
import type { CovenantContext } from './covenant.context.js';
import type { covenantEffects } from './covenant.effects.js';
import type { BallotInput } from '../ballot/contract.js';
import type { NoticeInput } from '../notice/contract.js';

/*
 * What the chart hands to effects, to its children and to other cases.
 */

type Of = { context: CovenantContext };
type Tell = { target: TellTarget; event: ToldEvent };

/** The text; every state after drafting has one. */
function textOf({ text }: CovenantContext): string {
  if (text === null) throw new Error('a covenant without a text has left drafting');
  return text;
}

/** The draft, shown to residents who may object. */
export function commentsInput({ context }: Of): NoticeInput {
  const { unit, title, policy } = context;
  const shown = { issue: context.case, unit, title, text: textOf(context) };
  return { ...shown, blocking: true, days: policy.commentDays, kind: 'covenant' };
}

/** The text in force, with its number. */
export function postingInput({ context }: Of): NoticeInput {
  const { unit, title, policy, entered, filing } = context;
  const shown = { issue: context.case, unit, title, text: textOf(context) };
  const filed = filing === null ? {} : { filing: filing.number ?? filing.on };
  const facts =
    entered === null ? {} : { number: entered.number, version: entered.version, inForce: entered.inForceFrom };
  return { ...shown, blocking: false, days: policy.noticeDays, kind: 'covenant', fields: { ...facts, ...filed } };
}

/** Papers of the households, adults or owners of the unit. */
export function ballotInput({ context }: Of): BallotInput {
  const { unit, policy, check } = context;
  const { rule, roll } = policy.bodies[check?.body ?? 'assembly'];
  const vote = { subject: textOf(context), unit, rule, issue: context.case };
  return { ...vote, taking: 'papers', roll: { of: roll, unit } };
}

export function submission({ context }: Of): Tell {
  const { meeting, title } = context;
  if (meeting === null) throw new Error('there is no meeting to submit it to');
  const payload = { issue: context.case, title, measures: [textOf(context)], recused: [], decides: 'residents' };
  return { target: { case: meeting }, event: { type: 'item.submitted', payload } };
}

export function verdictToSettle({ context }: Of): z.input<typeof covenantEffects.settleVerdict> {
  return { unit: context.unit, certificate: context.vote?.certificate ?? null };
}

/** Everything the register wants to know. */
export function entry({ context }: Of): z.input<typeof covenantEffects.enterRegister> {
  const { unit, kind, revises, title, document, vote, adopted, check, filing, chair, signatories, street } = context;
  if (adopted === null) throw new Error('a covenant that was not adopted is entered nowhere');
  return {
    unit,
    kind,
    revises,
    title,
    text: textOf(context),
    document,
    decision: vote === null ? null : { case: vote.by, certificate: vote.certificate },
    adoptedOn: adopted.on,
    check: check === null ? null : { by: check.by, on: check.on, finding: check.finding },
    filing: filing === null || street === null ? null : { with: street, ...filing },
    chair,
    signatories,
  };
}

/** The covenant that took the place of an older one says so to the case of the older one. */
export function successionNews(context: CovenantContext, previous: string): Tell {
  const how = context.intent === 'repeal' ? 'repealed' : 'superseded';
  return { target: { case: previous }, event: { type: 'entry.ended', payload: { by: context.case, how } } };
}

export function outputWhenDone({ context }: Of): CovenantOutput {
  const { entered, ending } = context;
  return {
    result: ending ?? 'cancelled',
    entry: entered?.entry ?? null,
    number: entered?.number ?? null,
    version: entered?.version ?? null,
  };
}
