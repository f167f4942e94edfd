import type { Cases, JournalEntry } from '#libs/cases';
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

async function journalOf(cases: Cases, caseId: string): Promise<JournalEntry[]> {
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
