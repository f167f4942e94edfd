import { z } from 'zod';

import { Incidents, type Cases, type EffectCall, type EffectHandler } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import { tellPersons } from '#libs/notify';
import type { Registry } from '#libs/registry';
import { Rosters } from '#libs/rosters';

/** What ringing works with. */
export interface DutyParts {
  cases: Cases;
  database: Database;
  registry: Registry;
  localDateOf: (instant: string) => string;
  now: () => string;
}

const danger = z.object({ unit: z.string(), place: z.string().nullable(), title: z.string() });
const ringing = z.object({
  unit: z.string(),
  place: z.string(),
  title: z.string(),
  line: z.number().int(),
  incident: z.string(),
});
type Ringing = z.infer<typeof ringing>;

/** Who is rung, and where they were found. */
interface Rung {
  persons: string[];
  by: 'roster' | 'office' | 'leaders';
}

/**
 * An issue is dangerous: the duty officers of its unit and above are told, and it is written down. Whoever was rung already for the
 * emergency task of the same issue is not told a second time.
 */
export function ringDuty(parts: DutyParts): EffectHandler {
  return async (call) => {
    const { unit, place, title } = danger.parse(call.payload);
    await parts.database.transaction(async (tx) => {
      await oneAfterTheOther(tx, call.caseId);
      const officers = await officersOf(tx, parts, unit);
      const rung = await rungForTasksOf(tx, call.caseId);
      await recordCall(tx, call, { unit, place, title, persons: officers });
      const fresh = officers.filter((person) => !rung.includes(person));
      await tellPersons({ tx, call }, fresh, { about: 'danger', severity: 'red', text: title });
    });
    return undefined;
  };
}

/**
 * Rings who is on duty at this hour: the first line of the roster of the unit or the nearest above it, then its second line, then the
 * leaders. Where no roster is kept the duty officers are rung; whoever was told of the danger by the issue itself is not told again
 * with the first line, and later lines are calls of their own. If nobody is on duty at all the leaders are rung at once, and the
 * operator has an incident: an empty roster has to be filled.
 */
export function ringRoster(parts: DutyParts): EffectHandler {
  const incidents = new Incidents(parts.cases);
  return async (call) => {
    const asked = ringing.parse(call.payload);
    const rung = await parts.database.transaction(async (tx) => {
      await oneAfterTheOther(tx, asked.incident);
      const found = await whoIsRung(tx, parts, asked);
      const told = asked.line === 1 ? await rungFor(tx, asked.incident) : [];
      await recordCall(tx, call, { ...asked, persons: found.persons });
      const about = found.by === 'leaders' ? 'duty_unanswered' : 'duty_rung';
      const fresh = found.persons.filter((person) => !told.includes(person));
      await tellPersons({ tx, call }, fresh, { about, severity: 'red', text: asked.title });
      return found;
    });
    if (rung.by === 'leaders' && asked.line < 3)
      await incidents.raise(call.caseId, { name: call.name, error: nobody(call, asked) });
    return { type: 'duty.rung', payload: { persons: rung.persons, line: asked.line } };
  };
}

function nobody({ at }: EffectCall, { unit, line }: Ringing): string {
  return `nobody is on duty for ${unit} at ${at} in line ${String(line)}: the leaders were rung; fill the roster`;
}

/** An issue and its emergency task ring at the same moment: each sees whom the other has rung. */
async function oneAfterTheOther(tx: Tx, incident: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ring:${incident}`]);
}

async function recordCall(
  tx: Tx,
  { id, caseId, at }: EffectCall,
  { unit, place, title, persons }: { unit: string; place: string | null; title: string; persons: readonly string[] },
): Promise<void> {
  await tx.query(
    `insert into duty_calls (id, case_id, unit, place, title, officers, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [id, caseId, unit, place, title, persons, at],
  );
}

async function rungFor(tx: Tx, issue: string): Promise<string[]> {
  const rows = await tx.query<{ officers: string[] }>('select officers from duty_calls where case_id = $1', [issue]);
  return rows.flatMap(({ officers }) => officers);
}

async function rungForTasksOf(tx: Tx, issue: string): Promise<string[]> {
  const rows = await tx.query<{ officers: string[] }>(
    'select d.officers from duty_calls d join cases c on c.id = d.case_id where c.parent = $1',
    [issue],
  );
  return rows.flatMap(({ officers }) => officers);
}

async function whoIsRung(tx: Tx, parts: DutyParts, { unit, line }: Ringing): Promise<Rung> {
  const { registry, now } = parts;
  if (line >= 3) return { persons: await leadersOf(tx, parts, unit), by: 'leaders' };
  const turns = await new Rosters().onDuty(tx, await registry.lineage(tx, unit), now());
  const ofLine = turns.filter((turn) => turn.line === line).map(({ person }) => person);
  if (ofLine.length > 0) return { persons: [...new Set(ofLine)], by: 'roster' };
  const officers = await officersOf(tx, parts, unit);
  const [first, ...others] = officers.filter((person) => !turns.some((turn) => turn.person === person));
  const next = turns.length > 0 || line === 1 ? [first, ...others] : others;
  const persons = next.filter((person) => person !== undefined);
  if (persons.length > 0) return { persons, by: 'office' };
  return { persons: await leadersOf(tx, parts, unit), by: 'leaders' };
}

async function officersOf(tx: Tx, { registry, localDateOf, now }: DutyParts, unit: string): Promise<string[]> {
  return (await registry.holders(tx, { role: 'duty', unit, on: localDateOf(now()) })).map(({ person }) => person);
}

async function leadersOf(tx: Tx, { registry, localDateOf, now }: DutyParts, unit: string): Promise<string[]> {
  return (await registry.holders(tx, { role: 'leader', unit, on: localDateOf(now()) })).map(({ person }) => person);
}
