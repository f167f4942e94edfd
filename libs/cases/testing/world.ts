import { presetCalendars } from '#libs/calendar';
import type { Database } from '#libs/database';
import { registerWorkflow, type Actor } from '#libs/engine';
import { FakeClock } from '#libs/testing';

import type { CasesOptions } from '../cases.options.js';
import { Cases } from '../cases.service.js';
import type { Answer, Done } from '../commands.types.js';
import { EffectHandlers } from '../effect-handlers.js';
import type { EffectCall } from '../effects.types.js';
import { Outbox } from '../outbox.service.js';
import { checkWorkflow, errandWorkflow } from './errand.workflow.js';

export const ANNA: Actor = { kind: 'person', person: 'anna' };
export const BEN: Actor = { kind: 'person', person: 'ben' };
export const CARLA: Actor = { kind: 'person', person: 'carla' };

const WORKFLOWS = new Map(
  [errandWorkflow, checkWorkflow].map((workflow) => [workflow.name, registerWorkflow(workflow)]),
);

/** Cases of errands in a world whose clock stands still until it is told to move. */
export function errands(database: Database, options: Partial<CasesOptions> = {}) {
  const clock = new FakeClock('2026-03-02T09:00:00+08:00');
  const cases = new Cases({
    database,
    workflows: WORKFLOWS,
    calendars: presetCalendars(),
    clock: { kind: 'virtual', now: () => clock.now() },
    ...options,
  });
  return { cases, clock };
}

/** The same with a worker: what the effects were called with stands in `calls`. */
export function errandsWithWorker(
  database: Database,
  options: Partial<CasesOptions> & { handlers?: EffectHandlers } = {},
) {
  const { handlers, ...rest } = options;
  const { cases, clock } = errands(database, rest);
  const calls: EffectCall[] = [];
  const keep = (call: EffectCall): Promise<undefined> => {
    calls.push(call);
    return Promise.resolve(undefined);
  };
  const outbox = new Outbox({
    cases,
    jitter: () => 0,
    handlers: handlers ?? new EffectHandlers().handle('announce', keep).handle('remind', keep),
    retries: { attempts: 3, firstDelayMs: 60_000, longestDelayMs: 600_000 },
  });
  return { cases, clock, outbox, calls };
}

/** An answer that must be a yes. */
export function yes(answer: Answer): Done {
  if (answer.ok) return answer;
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}

/** The code of an answer that must be a no. */
export function codeOf(answer: Answer): string {
  return answer.ok ? 'carried out' : answer.refusal.code;
}

/** Starts an errand and answers its id. */
export async function openErrand(cases: Cases, input: Record<string, unknown> = {}): Promise<string> {
  const answer = await cases.start({
    workflow: 'errand',
    input: { title: 'A lamp is broken', place: 'east', ...input },
    actor: ANNA,
  });
  return yes(answer).caseId;
}

/** Every row of the tables that a command may write, for comparing before and after. */
export async function everything(database: Database): Promise<Record<string, unknown[]>> {
  const tables = [
    'cases',
    'journal',
    'case_clocks',
    'case_parties',
    'desk',
    'case_lookups',
    'case_links',
    'texts',
    'outbox',
    'idempotency',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      database.query<Record<string, unknown>>(`select row_to_json(t)::text as row from ${table} t order by 1`),
    ),
  );
  return Object.fromEntries(tables.map((table, index) => [table, rows[index] ?? []]));
}
