import { expect, test } from '@jest/globals';

import type { AccountLine } from '#libs/contract';
import type { Effect, EngineEvent, JsonObject } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import { taskAccount } from './task.account.js';
import { dispatched, FINISHED, HOLD, MORE_TIME, RETURN } from './task.fixture.js';

const UNITS = ['dept-water', 'dept-roads', 'dept-power', 'district-1', 'district-2'];
const ENGINE = { kind: 'system', name: 'engine' } as const;
const told = (type: string, payload: JsonObject): EngineEvent => ({ kind: 'told', event: { type, payload } });
const act = (name: string, input: JsonObject = {}): EngineEvent => ({ kind: 'act', act: name, input });

const HAPPENINGS: EngineEvent[] = [
  ...['accept', 'takeOver', 'approveHold', 'resume', 'grantExtension', 'signAnswer'].map((name) => act(name)),
  ...['sendBack', 'nobodyFits', 'declineTransfer'].map((name) => act(name, { reason: 'r' })),
  ...[act('returnTask', RETURN), act('finish', FINISHED), act('askHold', HOLD), act('askExtension', MORE_TIME)],
  ...UNITS.flatMap((unit) => [
    act('reassign', { unit }),
    ...['transfer', 'proposeTransfer', 'assignOwner'].map((name) => act(name, { unit, reason: 'r' })),
    told('owner.named', { unit, minutes: 'meeting-1' }),
    told('unit.succeeded', { from: unit, to: null, reason: 'r' }),
    ...UNITS.map((to) => told('unit.succeeded', { from: unit, to, reason: 'r' })),
  ]),
  ...[1, 2, 3, 4].flatMap((round) =>
    ['city-1', null].map((unit) => told('arbiter.found', { unit, fallback: 'district-1', round })),
  ),
  told('admission.checked', { admitted: false, entry: null, reason: 'not_listed' }),
];

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A step as the journal has it, with a due instant far away: what is late is late because its clock came due. */
function lineOf(event: JsonObject, effects: readonly Effect[], seq: number): AccountLine {
  const said: JsonObject[] = [];
  const armed: JsonObject = {};
  for (const effect of effects) {
    if (!('clock' in effect)) continue;
    const { kind, clock, token } = effect;
    said.push({ kind, name: clock, token });
    if (kind !== 'disarm') armed[clock] = { token, dueAt: kind === 'pause' ? null : '2026-12-01T00:00:00.000Z' };
  }
  const at = `2026-11-02T0${String(1 + Math.floor(seq / 60))}:${String(seq % 60).padStart(2, '0')}:00.000Z`;
  return { seq, at, kind: seq === 1 ? 'started' : 'step', by: ENGINE, body: { ...event, effects: said, armed } };
}

const clocksOf = (walk: CaseWalk): EngineEvent[] =>
  Object.entries(walk.stored.clocks).map(([clock, { token }]) => ({ kind: 'clock', clock, token }));

/** Who had it by the chart, and how it stands with whoever has it. */
function byChart({ context, value }: CaseWalk): JsonObject {
  const holdings = context['holdings'] as JsonObject[];
  const isWithDoer = typeof value === 'object' && 'withDoer' in value;
  return {
    units: holdings.map(({ unit }) => unit ?? null),
    isOpen: isWithDoer,
    isHeld: JSON.stringify(value).includes('held'),
  };
}

function byAccount(lines: AccountLine[]): JsonObject {
  const turns = taskAccount(lines)?.turns ?? [];
  const last = turns.at(-1);
  const isOpen = last !== undefined && last.finishedAt === null && last.returnedAt === null && last.leftAt === null;
  const isOwed = isOpen && last.dueAt !== null;
  return { units: turns.map(({ unit }) => unit), isOpen: isOwed, isHeld: isOpen && last.heldSince !== null };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'the account gives a task to whom the chart gives it, whatever happens (%s)',
  (seed) => {
    const below = numbers(seed);
    for (let walks = 0; walks < 25; walks += 1) {
      let walk = dispatched(below(4) === 0 ? { from: 'dept-health' } : {});
      const lines = [lineOf({ input: { unit: 'dept-water' } }, walk.effects, 1)];
      for (let tries = 0; tries < 120 && walk.stored.status === 'active'; tries += 1) {
        const events = below(3) === 0 ? clocksOf(walk) : HAPPENINGS;
        const event = events[below(events.length)];
        const outcome = event === undefined ? undefined : walk.attempt(event, `p${String(below(4))}`);
        if (event === undefined || outcome?.kind !== 'stepped') continue;
        walk = walk.forkAt(outcome);
        lines.push(lineOf({ event: event as unknown as JsonObject }, walk.effects, lines.length + 1));
        const story = JSON.stringify(lines.map(({ body }) => body['event']));
        expect({ story, ...byAccount(lines) }).toEqual({ story, ...byChart(walk) });
      }
    }
  },
);
