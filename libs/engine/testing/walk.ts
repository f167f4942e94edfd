import { registerWorkflow, type Registered } from '../registration.js';
import { start, step } from '../step.js';
import type { Effect, EngineEvent, JsonObject, Outcome, StepContext, Stored, Workflow } from '../vocabulary.js';
import { repairWorkflow } from './repair.fixture.js';

export const at = (minute: number): StepContext => ({
  at: new Date(Date.UTC(2026, 5, 8, 1, minute)).toISOString(),
  on: '2026-06-08',
  by: { kind: 'person', person: 'p1' },
  policy: { days: 3, maxRounds: 2 },
});

/** Walks a case for tests: every step goes through JSON, as if it had been stored and restored. */
export class Walk {
  readonly registered: Registered;
  stored: Stored;
  effects: Effect[];
  minute = 0;

  constructor(
    workflow: Workflow = repairWorkflow,
    input: JsonObject = { place: 'stairwell 7' },
    policy: JsonObject = { days: 3, maxRounds: 2 },
  ) {
    this.registered = registerWorkflow(workflow);
    const outcome = start(this.registered, input, { ...at(0), policy, caseId: 'case-1', policyVersion: 'usual@1' });
    if (outcome.kind !== 'stepped') throw new Error('did not start');
    this.stored = outcome.stored;
    this.effects = outcome.effects;
  }

  context(): StepContext {
    return at(this.minute);
  }

  /** Sends an event; the case moves on if it was stepped. */
  send(event: EngineEvent): Outcome {
    this.minute += 1;
    const outcome = step(this.registered, deepFreeze(copy(this.stored)), { event, ...this.context() });
    if (outcome.kind === 'stepped') {
      this.stored = outcome.stored;
      this.effects = outcome.effects;
    }
    return outcome;
  }

  act(name: string, input: JsonObject = {}): Outcome {
    return this.send({ kind: 'act', act: name, input });
  }

  /** Lets the named clock come due. */
  due(name: string): Outcome {
    const [clock, running] = this.clock(name);
    return this.send({ kind: 'clock', clock, token: running.token });
  }

  clock(name: string): [string, Stored['clocks'][string]] {
    const found = Object.entries(this.stored.clocks).find(([, clock]) => clock.name === name);
    if (found === undefined) throw new Error(`no clock ${name}`);
    return found;
  }

  child(id: string): Stored['children'][string] {
    const child = this.stored.children[id];
    if (child === undefined) throw new Error(`no child ${id}`);
    return child;
  }
}

export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
