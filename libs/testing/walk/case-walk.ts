import {
  abilities,
  awaits,
  registerWorkflow,
  start,
  step,
  type Effect,
  type EngineEvent,
  type JsonObject,
  type Json,
  type Outcome,
  type Party,
  type Refusal,
  type Registered,
  type StepContext,
  type Stored,
  type Summary,
  type Workflow,
} from '#libs/engine';

const FIRST_INSTANT = Date.parse('2026-11-02T01:00:00.000Z');
const registered = new WeakMap<Workflow, Registered>();

function registeredOnce(workflow: Workflow): Registered {
  const known = registered.get(workflow) ?? registerWorkflow(workflow);
  registered.set(workflow, known);
  return known;
}

/** Where a walk starts: the contract's input, and a policy that differs from the default preset. */
export interface WalkOptions {
  input: JsonObject;
  policy?: JsonObject;
  caseId?: string;
  starter?: string;
}

/** A case walked in memory, step by step, for tests of charts. Every step takes one minute. Effects are collected, never run. */
export class CaseWalk {
  readonly registered: Registered;
  readonly policy: JsonObject;
  stored: Stored;
  /** Effects of the last step. */
  effects: Effect[] = [];
  private minutes = 0;

  private constructor(
    readonly workflow: Workflow,
    options: WalkOptions,
  ) {
    this.registered = registeredOnce(workflow);
    this.policy = { ...workflow.policy.presets[workflow.policy.default], ...options.policy };
    const outcome = start(this.registered, options.input, {
      ...this.moment(options.starter ?? 'starter'),
      caseId: options.caseId ?? 'case-1',
      policyVersion: 'test',
    });
    const { stored, effects } = this.settled(outcome, 'start');
    this.stored = stored;
    this.effects = effects;
  }

  static start(workflow: Workflow, options: WalkOptions): CaseWalk {
    return new CaseWalk(workflow, options);
  }

  /** The same case at this point, to walk another way from here. */
  fork(): CaseWalk {
    return Object.assign(Object.create(CaseWalk.prototype) as CaseWalk, this);
  }

  /** An act that must be taken. */
  act(name: string, input: JsonObject = {}, person = 'p1'): this {
    return this.take({ kind: 'act', act: name, input }, person);
  }

  /** An act that must be refused; nothing changes. */
  refused(name: string, input: JsonObject = {}, person = 'p1'): Refusal {
    const outcome = this.attempt({ kind: 'act', act: name, input }, person);
    if (outcome.kind !== 'refused') throw new Error(`${name} was not refused but ${outcome.kind}`);
    return outcome.refusal;
  }

  /** The running clock with this delay name comes due. */
  due(name: string): this {
    const { id, token } = this.clock(name);
    return this.take({ kind: 'clock', clock: id, token });
  }

  rung(clock: string, rung: string): this {
    const { id, token } = this.clock(clock);
    return this.take({ kind: 'rung', clock: id, token, rung });
  }

  tell(type: string, payload: JsonObject = {}): this {
    return this.take({ kind: 'told', event: { type, payload } });
  }

  childDone(child: string, output: Json): this {
    return this.take({ kind: 'childDone', child, token: this.childToken(child), output });
  }

  childFailed(child: string, error: string): this {
    return this.take({ kind: 'childFailed', child, token: this.childToken(child), error });
  }

  cancel(): this {
    return this.take({ kind: 'cancel', reason: 'no longer needed' });
  }

  /** Tries an event without keeping what comes of it. */
  attempt(event: EngineEvent, person = 'p1'): Outcome {
    return step(this.registered, this.stored, { event, ...this.moment(person) });
  }

  /** The same case after an outcome of {@link attempt}. */
  forkAt({ stored, effects }: Extract<Outcome, { kind: 'stepped' }>): CaseWalk {
    return Object.assign(this.fork(), { stored, effects, minutes: this.minutes + 1 });
  }

  /** Takes an event that must lead to a step. */
  take(event: EngineEvent, person = 'p1'): this {
    this.minutes += 1;
    const { stored, effects } = this.settled(this.attempt(event, person), JSON.stringify(event));
    this.stored = stored;
    this.effects = effects;
    return this;
  }

  get value(): Stored['value'] {
    return this.stored.value;
  }

  get context(): JsonObject {
    return this.stored.context;
  }

  get output(): Json | undefined {
    return this.stored.output;
  }

  get abilities(): string[] {
    return abilities(this.registered, this.stored, this.moment('p1')).sort();
  }

  /** Acts the active states wait for. */
  get awaited(): string[] {
    return awaits(this.registered, this.stored, this.moment('p1')).flatMap(({ acts }) => acts);
  }

  /** Delay names of the armed clocks. */
  get clocks(): string[] {
    return Object.values(this.stored.clocks)
      .map(({ name }) => name)
      .sort();
  }

  get parties(): Party[] {
    return this.workflow.parties(this.context);
  }

  get summary(): Summary {
    return this.workflow.summary(this.context, this.value);
  }

  /** Payloads of one named effect of the last step. */
  performed(name: string): JsonObject[] {
    return this.effects.flatMap((effect) =>
      effect.kind === 'perform' && effect.name === name ? [effect.payload] : [],
    );
  }

  /** What the last step told others. */
  get told(): { target: JsonObject; type: string; payload: JsonObject }[] {
    return this.effects.flatMap((effect) =>
      effect.kind === 'tell' ? [{ target: effect.target, type: effect.event.type, payload: effect.event.payload }] : [],
    );
  }

  private clock(name: string): { id: string; token: string } {
    const found = Object.entries(this.stored.clocks).find(([, clock]) => clock.name === name);
    if (found === undefined) throw new Error(`no clock "${name}" is armed; armed are ${this.clocks.join(', ')}`);
    return { id: found[0], token: found[1].token };
  }

  private childToken(child: string): string {
    const found = this.stored.children[child];
    if (found === undefined) throw new Error(`no child "${child}" runs`);
    return found.token;
  }

  private settled(outcome: Outcome, what: string): Extract<Outcome, { kind: 'stepped' }> {
    if (outcome.kind === 'stepped') return outcome;
    throw new Error(`${what} was not taken: ${JSON.stringify(outcome)}`);
  }

  private moment(person: string): StepContext {
    const at = new Date(FIRST_INSTANT + this.minutes * 60_000).toISOString();
    return { at, on: at.slice(0, 10), by: { kind: 'person', person }, policy: this.policy };
  }
}
