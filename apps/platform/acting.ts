import type { ActCommand, Answer, Cases, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';

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

/** A command that was carried out. */
export interface Carried {
  caseId: string;
  person: string;
  input: unknown;
}

/** Why what somebody says is not taken; `null`: it may be carried out. */
export interface Judges {
  act: (command: ActCommand, workflow: string) => Promise<RefusalBody | null>;
  start: (command: StartCommand) => Promise<RefusalBody | null>;
}

/** Carries out people's commands: one span, one measurement and one log line each. Ids and codes only. */
export class Acting {
  #judges: Judges = { act: () => Promise.resolve(null), start: () => Promise.resolve(null) };
  #afterwards: (carried: Carried) => Promise<void> = () => Promise.resolve();

  constructor(private readonly parts: ActingParts) {}

  /**
   * What is asked before a person starts a case or acts on one, where what they say has to be held against the registry, of which a
   * chart knows nothing. Only what comes in through here is asked: stories and simulations give their acts to the cases.
   */
  judging(judges: Judges): void {
    this.#judges = judges;
  }

  /** What else is done with a command that was carried out. If it fails, the command stands. */
  afterwards(handler: (carried: Carried) => Promise<void>): void {
    this.#afterwards = handler;
  }

  start(command: StartCommand, origin: Origin): Promise<Answer> {
    return this.observed({ ...origin, act: 'start' }, async () => {
      const refusal = await this.#judges.start(command);
      return refusal === null ? this.carried(command, this.parts.cases.start(command)) : { ok: false, refusal };
    });
  }

  act(command: ActCommand, origin: Origin): Promise<Answer> {
    const what = { ...origin, act: command.act, case: command.caseId };
    return this.observed(what, async () => {
      const refusal = await this.#judges.act(command, origin.workflow);
      return refusal === null ? this.carried(command, this.parts.cases.act(command)) : { ok: false, refusal };
    });
  }

  private async carried(
    { actor, input }: Pick<ActCommand, 'actor' | 'input'>,
    going: Promise<Answer>,
  ): Promise<Answer> {
    const answer = await going;
    if (!answer.ok || actor.kind !== 'person') return answer;
    try {
      await this.#afterwards({ caseId: answer.caseId, person: actor.person, input });
    } catch (err) {
      this.parts.log.error({ err, case: answer.caseId }, 'what follows an act failed');
    }
    return answer;
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
