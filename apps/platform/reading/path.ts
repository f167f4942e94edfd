import type { Cases, JournalEntry } from '#libs/cases';
import type { Database } from '#libs/database';
import { start, step, type EngineEvent, type JsonObject, type Registered, type Stored } from '#libs/engine';

import type { ChartMarks } from '../charts/chart.model.js';

const PAGE = 200;

/** Where a case is and where it has been: state nodes found by replaying its journal. */
export async function marksOf(cases: Cases, registered: Registered, caseId: string): Promise<ChartMarks> {
  const entries = await journalOf(cases, caseId);
  const last = entries.at(-1);
  // loads the policy versions the journal names, and says whether it replays at all
  const now = last === undefined ? null : await cases.asOf(caseId, last.seq);
  if (now === null) return { active: new Set(), visited: new Set() };
  const visited = new Set<string>();
  for (const stored of statesAlong(cases, registered, entries))
    for (const id of activeNodes(registered, stored)) visited.add(id);
  return { active: new Set(activeNodes(registered, now.stored)), visited };
}

/** An entry of a journal with the stage it led to. */
export interface StagedEntry {
  entry: JournalEntry;
  /** `null` where the entry changed no state, or where what it led to cannot be told any more. */
  stage: string | null;
}

/**
 * The whole journal with the stages along it, found by replaying: no table keeps them. Where the program has changed since and the
 * journal does not replay any more, the stages end there.
 */
export async function stagesAlong(
  { cases, database }: { cases: Cases; database: Database },
  registered: Registered,
  caseId: string,
): Promise<StagedEntry[]> {
  const along = await replayed({ cases, database }, registered, caseId);
  return along.map(({ entry, stored }) => ({
    entry,
    stage: stored === null ? null : registered.workflow.summary(stored.context, stored.value).stage,
  }));
}

/** Where a case stood after an entry that moved it. */
export interface PathEntry {
  seq: number;
  at: string;
  /** Ids of the state nodes, outermost included. */
  states: string[];
}

/** The way of a case: an entry that left it where it was is left out. */
export async function pathOf(
  parts: { cases: Cases; database: Database },
  registered: Registered,
  caseId: string,
): Promise<PathEntry[]> {
  const along = await replayed(parts, registered, caseId);
  let before = '';
  return along.flatMap(({ entry, stored }) => {
    if (stored === null) return [];
    const states = activeNodes(registered, stored);
    const stands = states.join(' ');
    if (stands === before) return [];
    before = stands;
    return [{ seq: entry.seq, at: entry.at, states }];
  });
}

/** Each entry with what it led to; `null` where it changed nothing, or where that cannot be told any more. */
async function replayed(
  { cases, database }: { cases: Cases; database: Database },
  registered: Registered,
  caseId: string,
): Promise<{ entry: JournalEntry; stored: Stored | null }[]> {
  const entries = await journalOf(cases, caseId);
  const policies = [...new Set(entries.flatMap(({ body }) => policiesIn(body)))];
  await database.transaction((tx) => cases.policies.ensure(tx, policies), { readOnly: true });
  let stored: Stored | null = null;
  let isLost = false;
  return entries.map((entry) => {
    const next = isLost ? null : attempt(() => applied(cases, registered, { stored, entry }));
    isLost ||= next === 'lost';
    if (next === null || next === 'lost') return { entry, stored: null };
    stored = next;
    return { entry, stored };
  });
}

function attempt<T>(work: () => T): T | 'lost' {
  try {
    return work();
  } catch {
    // code that has changed may throw where it once did not; what is shown then is the journal without its stages
    return 'lost';
  }
}

function policiesIn({ policy, event }: JsonObject): string[] {
  const adopted = (event as JsonObject | undefined)?.['policyVersion'];
  return [policy, adopted].filter((id) => typeof id === 'string');
}

/** The whole journal of a case. */
export async function journalOf(cases: Cases, caseId: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: JournalEntry[]; next: string | null } = await cases.journal(caseId, {
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    entries.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return entries;
}

/** The stored states after each entry. */
function* statesAlong(cases: Cases, registered: Registered, entries: readonly JournalEntry[]): Generator<Stored> {
  let stored: Stored | null = null;
  for (const entry of entries) {
    const next = applied(cases, registered, { stored, entry });
    if (next === null) continue;
    stored = next;
    yield stored;
  }
}

function applied(
  cases: Cases,
  registered: Registered,
  at: { stored: Stored | null; entry: JournalEntry },
): Stored | null {
  const { stored, entry } = at;
  const { body, kind, by, caseId } = entry;
  if (kind === 'checkpoint') return body.stored as unknown as Stored;
  const context = (policy: string) => ({
    at: entry.at,
    by,
    on: typeof body.on === 'string' ? body.on : '',
    policy: cases.world.policy(policy),
  });
  if (kind === 'started') {
    const { policy, input } = body as { policy: string; input: JsonObject };
    const outcome = start(registered, input, { ...context(policy), caseId, policyVersion: policy });
    return outcome.kind === 'stepped' ? outcome.stored : null;
  }
  if (stored === null || kind === 'dropped' || body.event === undefined) return null;
  const event = body.event as unknown as EngineEvent;
  const policy = event.kind === 'policyAdopted' ? event.policyVersion : stored.policy;
  const outcome = step(registered, stored, { event, ...context(policy) });
  return outcome.kind === 'stepped' ? outcome.stored : null;
}

/** Ids of the active state nodes, outermost included. */
export function activeNodes({ chart, nodes }: Registered, { value }: Pick<Stored, 'value'>): string[] {
  const active = new Set<string>();
  const walk = (prefix: string, part: unknown): void => {
    if (typeof part === 'string') active.add(`${prefix}.${part}`);
    else
      for (const [key, inner] of Object.entries((part ?? {}) as Record<string, unknown>)) {
        active.add(`${prefix}.${key}`);
        walk(`${prefix}.${key}`, inner);
      }
  };
  walk(chart.id, value);
  return nodes.filter(({ path }) => active.has([chart.id, ...path].join('.'))).map(({ id }) => id);
}
