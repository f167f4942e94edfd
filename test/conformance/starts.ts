import type { EngineEvent, JsonObject } from '#libs/engine';

import { eventsOf, send, type World } from './world.js';

/**
 * Starts that the walk begins with, for workflows whose inputs exclude one another or are so many that each would be walked a few
 * steps only. All others begin with inputs made from their schema.
 */
export const USUAL_STARTS: Readonly<Record<string, readonly JsonObject[]>> = {
  ballot: [
    { subject: 'text-1', unit: 'p1', rule: 'p1', issue: 'p1', members: 5, recused: 0, present: 5 },
    { subject: 'text-1', unit: 'p1', rule: 'p1', taking: 'papers', roll: { of: 'owners', unit: 'p1' } },
    { subject: 'text-1', unit: 'p1', rule: 'p1', taking: 'papers', roll: { of: 'named', unit: 'p1', persons: ['p1'] } },
  ],
  'cost-share': [
    {
      unit: 'p1',
      title: 'text-1',
      total: 1,
      basis: 'text-1',
      group: ['p1'],
      flats: [{ flat: 'p1', floor: 3, household: null, payer: 'p1', area: 0 }],
    },
  ],
  meeting: [
    { unit: 'p1', level: 'building', title: 'text-1', startsAt: '2026-06-10T02:00:00.000Z', members: 3 },
    { unit: 'p1', level: 'council', title: 'text-1', startsAt: '2026-06-10T02:00:00.000Z', members: 1 },
  ],
};

const SITTING = ['item.submitted', 'start', 'recordArrivals', 'openSitting', 'presentItem'];

/** Acts, clocks and told events that lead to where a procedure is widest, for walks that would be lost before they come there. */
export const HEAD_STARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'cost-share': [['openPledging', 'recordPledge', 'beginCollecting', 'recordReceipt']],
  meeting: [
    [...SITTING, 'askForFloor', 'giveFloor'],
    [...SITTING, 'propose', 'second', 'putToVote'],
    [...SITTING, 'propose', 'second', 'askForFloor', 'moveAmendment', 'secondAmendment', 'putAmendmentToVote'],
  ],
};

/** The case after each of these, by the fullest of its examples that it takes. @throws when it takes none of them. */
export function headStart(from: World, names: readonly string[]): World[] {
  const trail = [from];
  for (const name of names) {
    const world = trail.at(-1) ?? from;
    const next = eventsOf(world)
      .toReversed()
      .filter((event) => isCalled(event, name))
      .map((event) => send(world, event))
      .find(({ outcome }) => outcome.kind === 'stepped');
    if (next === undefined) throw new Error(`${name} is not taken in ${JSON.stringify(world.stored.value)}`);
    trail.push(next.world);
  }
  return trail;
}

function isCalled(event: EngineEvent, name: string): boolean {
  if (event.kind === 'told') return event.event.type === name;
  if (event.kind === 'clock') return event.clock.startsWith(`${name}@`);
  return event.kind === 'act' && event.act === name;
}
