import type { ActCommand, AlsoWrite, Answer, Cases, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Tx } from '#libs/database';

import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { inSpan } from './telemetry.js';

export interface ActingParts {
  cases: Cases;
  log: Log;
  metrics: Metrics;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Where a command comes from, for the log line. */
export interface Origin {
  /** Id of the request. */
  request: string;
  workflow: string;
}

/**
 * What else is written with what a person says, in the transaction it is carried out in; `undefined`: nothing. It is asked before
 * that transaction begins.
 */
export type Accompanying = (
  input: unknown,
  person: string,
) => Promise<((tx: Tx, caseId: string) => Promise<void>) | undefined>;

/** Why what somebody says is not taken; `null`: it may be carried out. */
export interface Judges {
  act: (command: ActCommand, workflow: string) => Promise<RefusalBody | null>;
  start: (command: StartCommand) => Promise<RefusalBody | null>;
}

/** Carries out people's commands: one span, one measurement and one log line each. Ids and codes only. */
export class Acting {
  #judges: Judges = { act: () => Promise.resolve(null), start: () => Promise.resolve(null) };
  #accompanying: Accompanying = () => Promise.resolve(undefined);

  constructor(private readonly parts: ActingParts) {}

  /**
   * What is asked before a person starts a case or acts on one, where what they say has to be held against the registry, of which a
   * chart knows nothing. Only what comes in through here is asked: stories and simulations give their acts to the cases.
   */
  judging(judges: Judges): void {
    this.#judges = judges;
  }

  /** What else is written with each command that is carried out. If that fails, the command is not carried out either. */
  accompanying(handler: Accompanying): void {
    this.#accompanying = handler;
  }

  start(command: StartCommand, origin: Origin): Promise<Answer> {
    return this.observed({ ...origin, act: 'start' }, async () => {
      const refusal = await this.refused(command, () => this.#judges.start(command));
      if (refusal !== null) return { ok: false, refusal };
      return this.parts.cases.start(command, await this.alsoWrite(command));
    });
  }

  act(command: ActCommand, origin: Origin): Promise<Answer> {
    const what = { ...origin, act: command.act, case: command.caseId };
    return this.observed(what, async () => {
      const refusal = await this.refused(command, () => this.#judges.act(command, origin.workflow));
      if (refusal !== null) return { ok: false, refusal };
      return this.parts.cases.act(command, await this.alsoWrite(command));
    });
  }

  /** What was carried out once answers the same again, whatever has become of the files and seats it named. */
  private async refused(
    { actor, key }: Pick<ActCommand, 'actor' | 'key'>,
    judge: () => Promise<RefusalBody | null>,
  ): Promise<RefusalBody | null> {
    const refusal = await judge();
    if (refusal === null || key === undefined) return refusal;
    return (await this.parts.cases.hasAnswered(actor, key)) ? null : refusal;
  }

  private async alsoWrite({
    actor,
    input,
  }: Pick<ActCommand, 'actor' | 'input'>): Promise<AlsoWrite<Answer> | undefined> {
    const write = actor.kind === 'person' ? await this.#accompanying(input, actor.person) : undefined;
    return write && ((tx, answer) => (answer.ok ? write(tx, answer.caseId) : Promise.resolve()));
  }

  private async observed(what: Origin & { act: string; case?: string }, work: () => Promise<Answer>): Promise<Answer> {
    const { log, metrics, now } = this.parts;
    const began = now();
    const attributes = {
      'minyi.workflow': what.workflow,
      'minyi.act': what.act,
      ...(what.case === undefined ? {} : { 'minyi.case': what.case }),
    };
    const answer = await inSpan('act', attributes, async (span) => {
      const given = await work();
      if (given.ok) span.setAttributes({ 'minyi.case': given.caseId, 'minyi.version': given.version });
      else span.setAttribute('minyi.refusal', given.refusal.code);
      return given;
    });
    const ms = now() - began;
    if (answer.ok) {
      metrics.acted(what.workflow, what.act, ms / 1000);
      log.info({ ...what, case: answer.caseId, version: answer.version, repeated: answer.repeated, ms }, 'act');
    } else log.info({ ...what, refusal: answer.refusal.code, ms }, 'act refused');
    return answer;
  }
}
