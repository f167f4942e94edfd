import { composition, guardNames, type ChartNode, type ChartTransition } from './chart.js';
import type { Registered } from './registration.js';
import type { Label, StateMeta } from './vocabulary.js';

/** A state a case can stand in, with the acts its chart takes there. */
export interface StateActs {
  /** State node id. */
  state: string;
  /** From the outermost state that has one to the state itself. */
  labels: Label[];
  /** In the order in which the workflow declares them. */
  acts: { act: string; /** Guards over the case decide whether it is taken at all. */ isConditional: boolean }[];
}

/**
 * Which acts the chart takes in which innermost states, from its transitions: those of the state itself and of every state around
 * it. The conformance suite compares this with walking the chart.
 */
export function actsByState({ nodes, workflow }: Registered): StateActs[] {
  return nodes
    .filter(({ type, always }) => type === 'atomic' && !(always ?? []).some(({ guard }) => guard === undefined))
    .map((node) => {
      const around = [...outwards(node)];
      const takingOf = (act: string): ChartTransition[] => around.flatMap((one) => one.transitions.get(act) ?? []);
      const asksTheCase = ({ guard }: ChartTransition): boolean =>
        guardNames(guard).some((name) => workflow.guards[name]?.over === 'case') ||
        composition(guard ?? '') !== undefined;
      return {
        state: node.id,
        labels: around.toReversed().flatMap(({ meta }) => (meta as StateMeta | undefined)?.label ?? []),
        acts: Object.keys(workflow.acts).flatMap((act) => {
          const taking = takingOf(act);
          return taking.length === 0 ? [] : [{ act, isConditional: taking.every(asksTheCase) }];
        }),
      };
    });
}

function* outwards(node: ChartNode): Generator<ChartNode> {
  for (let at: ChartNode | undefined = node; at !== undefined; at = at.parent) yield at;
}
