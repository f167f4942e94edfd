import type { Ballots } from '#libs/ballots';
import { EffectHandlers, type Cases, type EffectCall, type EffectHandler } from '#libs/cases';
import type { Database } from '#libs/database';
import { caseFactsOf, notifyHandlers } from '#libs/notify';
import { opinionHandlers } from '#libs/opinion';
import { registerHandlers, resolutionHandlers } from '#libs/registers';
import type { Registry } from '#libs/registry';

import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { inSpan } from '../telemetry.js';
import { agendaHandlers } from './agenda.js';
import { findArbiter } from './arbiter.js';
import { reportAssist, writeToResident } from './assists.js';
import { ballotHandlers } from './ballots.js';
import { chainHandlers } from './chains.js';
import { countBallot } from './count-ballot.js';
import { ringDuty, ringRoster } from './duty.js';
import { exclusionHandlers } from './exclusion.js';
import { joinMain } from './joining.js';
import { jointHandlers } from './joint.js';
import { learningHandlers } from './learning.js';
import { callNextMeeting } from './next-meeting.js';

/** What effect handlers are made of; `cases` decides the world (live or simulated) they act in. */
export interface HandlerParts {
  cases: Cases;
  database: Database;
  registry: Registry;
  /** Takes the papers of the world. */
  ballots: Ballots;
  /** Local date of an instant on the office calendar. */
  localDateOf: (instant: string) => string;
  /** The present of the world. */
  now: () => string;
}

/** Every effect handler of the product, exactly one for each effect. */
export function effectHandlers(
  parts: HandlerParts,
  watch: (name: string, handler: EffectHandler) => EffectHandler = asItIs,
): EffectHandlers {
  const { cases, database, registry, localDateOf, now } = parts;
  const notify = notifyHandlers({
    database,
    registry,
    caseFacts: caseFactsOf(cases),
    today: () => localDateOf(now()),
  });
  const handlers = {
    ...notify,
    ...agendaHandlers(parts),
    ...registerHandlers(parts),
    ...resolutionHandlers(parts),
    ...ballotHandlers(parts),
    ...chainHandlers(parts),
    ...opinionHandlers({ cases, database, now }),
    ...jointHandlers(parts, notify['meeting.publishMinutes']),
    ...learningHandlers(parts),
    ...exclusionHandlers(parts),
    'ballot.countBallot': countBallot(parts),
    'issue.joinMain': joinMain(cases),
    'issue.ringDuty': ringDuty(parts),
    'task.findArbiter': findArbiter(parts),
    'task.reportAssist': reportAssist(parts),
    'task.ringRoster': ringRoster(parts),
    'task.writeToResident': writeToResident(parts),
    'meeting.callNext': callNextMeeting(cases),
  };
  return Object.entries(handlers).reduce(
    (all, [name, handler]) => all.handle(name, watch(name, handler)),
    new EffectHandlers(),
  );
}

function asItIs(_name: string, handler: EffectHandler): EffectHandler {
  return handler;
}

/** Measures and traces a handler, and writes one log line an attempt. */
export function watched(metrics: Metrics, log: Log, now: () => number) {
  return (name: string, handler: EffectHandler): EffectHandler =>
    async (call: EffectCall) => {
      const began = now();
      const ids = { case: call.caseId, effect: call.id };
      try {
        const told = await inSpan(
          'effect',
          { 'minyi.effect': name, 'minyi.case': call.caseId, 'minyi.effect.id': call.id },
          () => handler(call),
        );
        metrics.effect(name, 'done', (now() - began) / 1000);
        log.debug({ ...ids, name, attempt: call.attempt }, 'effect done');
        return told;
      } catch (error) {
        metrics.effect(name, 'failed', (now() - began) / 1000);
        throw error;
      }
    };
}
