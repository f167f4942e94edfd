import { assertEvent } from 'xstate';

import { personOf, type PetitionContext, type Signature } from './petition.context.js';
import type { PetitionEvent } from './petition.events.js';
import type { PetitionOutput } from './contract.js';
import type { MeetingInput } from '../meeting/contract.js';

/*
 * What each step writes into the context, and what the chart hands to its meeting. Pure: the chart names them.
 */

type Args = { context: PetitionContext; event: PetitionEvent };
type Change = Partial<PetitionContext>;

function adding({ signatures }: PetitionContext, added: Omit<Signature, 'number' | 'struck'>[]): Change {
  const last = signatures.at(-1)?.number ?? 0;
  return {
    signatures: [...signatures, ...added.map((one, index) => ({ ...one, number: last + index + 1, struck: null }))],
  };
}

export function recordSignature({ context, event }: Args): Change {
  assertEvent(event, 'sign');
  const person = personOf(event.by);
  return adding(context, [{ of: event.input.of ?? person ?? '', person, paper: null }]);
}

export function recordSheet({ context, event }: Args): Change {
  assertEvent(event, 'recordSignatures');
  const { of, paper } = event.input;
  return adding(
    context,
    of.map((each) => ({ of: each, person: null, paper })),
  );
}

export function recordRevocation({ context, event }: Args): Change {
  assertEvent(event, 'withdrawSignature');
  const person = personOf(event.by);
  return { signatures: context.signatures.filter((one) => one.person !== person) };
}

export function recordBase({ event }: Args): Change {
  assertEvent(event, 'setBase');
  return { size: event.input.size };
}

export function countStrike({ context, event }: Args): Change {
  assertEvent(event, 'strikeSignatures');
  const { numbers, reason } = event.input;
  return {
    checks: context.checks + 1,
    signatures: context.signatures.map((one) => (numbers.includes(one.number) ? { ...one, struck: reason } : one)),
  };
}

export function countCall({ context, event }: Args): Change {
  assertEvent(event, ['callMeeting', 'callInstead']);
  const { unit, kind, startsAt, members, rule } = event.input;
  const level = kind === 'council' ? 'council' : 'assembly';
  return { calls: context.calls + 1, call: { unit, level, kind, startsAt, members, rule: rule ?? null } };
}

export function countShortfall({ context }: Args): Change {
  return { shortfalls: context.shortfalls + 1 };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export const endAs = (ending: PetitionOutput['result']) => (): Change => ({ ending });

/** The meeting with what the petition asks for on its agenda. */
export function meetingInput({ context }: { context: PetitionContext }): MeetingInput {
  const { call, title } = context;
  if (call === null) throw new Error('no meeting was called');
  const { rule, ...sitting } = call;
  return {
    ...sitting,
    named: title,
    matter: title,
    calledBy: 'petition',
    petition: context.case,
    ...(rule === null ? {} : { rule }),
  };
}

export function outputWhenDone({ context }: { context: PetitionContext }): PetitionOutput {
  const signatures = context.signatures.filter(({ struck }) => struck === null).length;
  return { result: context.ending ?? 'withdrawn', signatures };
}
