import type { EngineEvent, JsonObject } from '#libs/engine';

import type { CaseWalk } from './case-walk.js';

/** Inputs to try for each act and told event; several are tried one after another. */
export interface Samples {
  acts: Record<string, JsonObject[]>;
  told?: Record<string, JsonObject[]>;
  children?: Record<string, JsonObject[]>;
  /** Persons who take turns in acting. */
  persons?: string[];
  /** What of a case tells situations apart besides its state; default nothing. */
  situation?: (walk: CaseWalk) => string;
}

/** What was found by walking every way from a start. */
export interface Explored {
  /** Ids of leaf states, as dotted paths. */
  leaves: Set<string>;
  /** Acts that were taken at least once. */
  acts: Set<string>;
  situations: number;
  /** Broken promises: dead ends, unlisted acts that were taken. */
  faults: string[];
}

const MOST_SITUATIONS = 3000;

/**
 * Walks every act, told event, clock and child end from a case, breadth first, and checks in every situation that each act
 * not among the abilities is refused and that a living case can go on.
 */
export function explore(first: CaseWalk, samples: Samples): Explored {
  const explored: Explored = { leaves: new Set(), acts: new Set(), situations: 0, faults: [] };
  const seen = new Set<string>();
  const queue = [first];
  for (let walk = queue.shift(); walk !== undefined && seen.size < MOST_SITUATIONS; walk = queue.shift()) {
    const key = JSON.stringify([walk.value, samples.situation?.(walk) ?? '']);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const leaf of leavesOf(walk.value)) explored.leaves.add(leaf);
    if (walk.stored.status !== 'active') continue;
    explored.faults.push(...faultsAt(walk, samples));
    queue.push(...nextOf(walk, samples, explored));
  }
  explored.situations = seen.size;
  return explored;
}

/** The leaf states of a state value as dotted paths. */
export function leavesOf(value: CaseWalk['value'], prefix = ''): string[] {
  if (typeof value === 'string') return [prefix + value];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined || Object.keys(inner).length === 0 ? [prefix + key] : leavesOf(inner, `${prefix}${key}.`),
  );
}

function faultsAt(walk: CaseWalk, samples: Samples): string[] {
  const where = JSON.stringify(walk.value);
  const able = walk.abilities;
  const unlisted = Object.keys(walk.workflow.acts).filter((act) => !able.includes(act));
  const taken = unlisted.filter((act) =>
    (samples.acts[act] ?? [{}]).some((input) => walk.attempt({ kind: 'act', act, input }).kind !== 'refused'),
  );
  const isStuck = able.length === 0 && walk.clocks.length === 0 && Object.keys(walk.stored.children).length === 0;
  return [
    ...taken.map((act) => `${act} was taken in ${where} though it is not listed`),
    ...(isStuck ? [`${where} has no way on`] : []),
  ];
}

function nextOf(walk: CaseWalk, samples: Samples, explored: Explored): CaseWalk[] {
  return eventsAt(walk, samples).flatMap((event) =>
    (samples.persons ?? ['p1']).flatMap((person) => {
      const outcome = walk.attempt(event, person);
      if (outcome.kind !== 'stepped') return [];
      if (event.kind === 'act') explored.acts.add(event.act);
      return [walk.forkAt(outcome)];
    }),
  );
}

function eventsAt(walk: CaseWalk, samples: Samples): EngineEvent[] {
  return [
    ...walk.abilities.flatMap((act) =>
      (samples.acts[act] ?? [{}]).map((input): EngineEvent => ({ kind: 'act', act, input })),
    ),
    ...Object.entries(samples.told ?? {}).flatMap(([type, payloads]) =>
      payloads.map((payload): EngineEvent => ({ kind: 'told', event: { type, payload } })),
    ),
    ...Object.entries(walk.stored.clocks).map(([clock, { token }]): EngineEvent => ({ kind: 'clock', clock, token })),
    ...Object.entries(walk.stored.children).flatMap(([child, { token, workflow }]) => [
      ...(samples.children?.[workflow] ?? []).map((output): EngineEvent => ({
        kind: 'childDone',
        child,
        token,
        output,
      })),
      { kind: 'childFailed', child, token, error: 'incident' } as const,
    ]),
    { kind: 'cancel', reason: 'explored' },
  ];
}
