import { z } from 'zod';

import { chartOf, nodesOf, transitionsByEvent, type Chart, type ChartNode, type ChartTransition } from './chart.js';
import { RegistrationError } from './faults.js';
import { findProblems } from './registration.rules.js';
import type { Workflow } from './vocabulary.js';

/** Where a clock of the chart stands: the state node whose `after` it is. */
export interface ChartClock {
  /** `<delay name>@<state node id>`: unique in the chart. */
  id: string;
  name: string;
  node: string;
  /** XState's event type for its end. */
  eventType: string;
}

/** A workflow that has passed the registration checks, with what the engine looks up at every step. */
export interface Registered {
  workflow: Workflow;
  chart: Chart;
  nodes: ChartNode[];
  clocks: ReadonlyMap<string, ChartClock>;
  clocksByEvent: ReadonlyMap<string, ChartClock>;
  /** All transitions by event type, innermost state first. */
  transitions: ReadonlyMap<string, ChartTransition[]>;
  /** Ids of invoked children. */
  invoked: ReadonlySet<string>;
}

/**
 * Checks a workflow against the registration rules and prepares it for stepping.
 * @throws RegistrationError naming file, state, problem and remedy of every broken rule.
 */
export function registerWorkflow(workflow: Workflow): Registered {
  const chart = chartOf(workflow.machine);
  const nodes = nodesOf(chart);
  const problems = findProblems(workflow, chart, nodes);
  if (problems.length > 0) throw new RegistrationError(workflow.name, problems);
  const clocks = nodes.flatMap(clocksOf);
  return {
    workflow,
    chart,
    nodes,
    clocks: new Map(clocks.map((clock) => [clock.id, clock])),
    clocksByEvent: new Map(clocks.map((clock) => [clock.eventType, clock])),
    transitions: transitionsByEvent(nodes),
    invoked: new Set(nodes.flatMap((node) => node.invoke.map((invoke) => invoke.id))),
  };
}

/** The clocks on a node. XState fires all delays of one name on one node together, so they are one clock. */
export function clocksOf(node: ChartNode): ChartClock[] {
  const byEvent = new Map<string, ChartClock>();
  for (const { eventType, delay } of node.after) {
    const name = String(delay);
    byEvent.set(eventType, { id: `${name}@${node.id}`, name, node: node.id, eventType });
  }
  return [...byEvent.values()];
}

/** The JSON Schema a client may build a form from: what an act takes, before parsing. */
export function inputSchemaOf(input: z.ZodType): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'throw' });
}
