import type { ChainStep } from './chain.schema.js';

/*
 * The order of a chain: a directed graph without circles. Pure.
 */

type Linked = Pick<ChainStep, 'id' | 'needs'>;

/** What is wrong with the order of the steps, in words that name them; empty when it can be carried out. */
export function chainProblems(steps: readonly Linked[]): string[] {
  const ids = new Set(steps.map(({ id }) => id));
  const twice = steps.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
  const unknown = steps.flatMap(({ id, needs }) =>
    needs.filter((need) => !ids.has(need)).map((need) => `step "${id}" needs "${need}", which is no step of the chain`),
  );
  const circle = circleOf(steps);
  return [
    ...[...new Set(twice)].map((id) => `the id "${id}" is given to more than one step`),
    ...unknown,
    ...(circle.length === 0 ? [] : [`the steps wait for one another in a circle: ${circle.join(' → ')}`]),
  ];
}

/** The steps in an order in which each comes after all it needs; shorter than the chain where steps wait in a circle. */
export function inOrder<Step extends Linked>(steps: readonly Step[]): Step[] {
  const ids = new Set(steps.map(({ id }) => id));
  const open = new Map(steps.map(({ id, needs }) => [id, new Set(needs.filter((need) => ids.has(need))).size]));
  const followers = new Map<string, Step[]>();
  for (const step of steps)
    for (const need of new Set(step.needs)) followers.set(need, [...(followers.get(need) ?? []), step]);
  const queue = steps.filter(({ id }) => open.get(id) === 0);
  const ordered: Step[] = [];
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    ordered.push(step);
    for (const follower of followers.get(step.id) ?? []) {
      const left = (open.get(follower.id) ?? 0) - 1;
      open.set(follower.id, left);
      if (left === 0) queue.push(follower);
    }
  }
  return ordered;
}

/** One circle, its first step at both ends; empty when there is none. */
function circleOf(steps: readonly Linked[]): string[] {
  const free = new Set(inOrder(steps).map(({ id }) => id));
  const stuck = new Map(steps.filter(({ id }) => !free.has(id)).map((step) => [step.id, step]));
  let [at] = stuck.keys();
  const trail: string[] = [];
  while (at !== undefined && !trail.includes(at)) {
    trail.push(at);
    at = stuck.get(at)?.needs.find((need) => stuck.has(need));
  }
  return at === undefined ? [] : [...trail.slice(trail.indexOf(at)), at];
}
