import { z } from 'zod';

import type { EffectCall, EffectHandler } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import { tellPersons } from '#libs/notify';
import type { Registry } from '#libs/registry';
import { Rosters } from '#libs/rosters';

/** What ringing works with. */
export interface DutyParts {
  database: Database;
  registry: Registry;
  localDateOf: (instant: string) => string;
  now: () => string;
}

const ringing = z.object({ unit: z.string(), place: z.string(), title: z.string(), line: z.number().int() });
type Ringing = z.infer<typeof ringing>;

/** Who is rung, and where they were found. */
interface Rung {
  persons: string[];
  by: 'roster' | 'office' | 'leaders';
}

/**
 * Rings who is on duty at this hour: the first line of the roster of the unit or the nearest above it, then its second line, then the
 * leaders. Where no roster is kept the duty officers are rung. If nobody is on duty at all the leaders are rung at once, and the
 * effect fails until it is an incident on the operator's desk: an empty roster has to be filled.
 */
export function ringRoster(parts: DutyParts): EffectHandler {
  return async (call) => {
    const asked = ringing.parse(call.payload);
    const rung = await parts.database.transaction(async (tx) => {
      const found = await whoIsRung(tx, parts, asked);
      await tx.query(
        `insert into duty_calls (id, case_id, unit, place, title, officers, at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
        [call.id, call.caseId, asked.unit, asked.place, asked.title, found.persons, call.at],
      );
      const about = found.by === 'leaders' ? 'duty_unanswered' : 'duty_rung';
      await tellPersons({ tx, call }, found.persons, { about, severity: 'red', text: asked.title });
      return found;
    });
    if (rung.by === 'leaders' && asked.line < 3) throw new Error(nobody(call, asked));
    return { type: 'duty.rung', payload: { persons: rung.persons, line: asked.line } };
  };
}

function nobody(call: EffectCall, { unit, line }: Ringing): string {
  return `nobody is on duty for ${unit} at ${call.at} in line ${String(line)}: the leaders were rung; fill the roster and retry`;
}

async function whoIsRung(tx: Tx, parts: DutyParts, { unit, line }: Ringing): Promise<Rung> {
  const { registry, now, localDateOf } = parts;
  if (line >= 3) return { persons: await leadersOf(tx, parts, unit), by: 'leaders' };
  const turns = await new Rosters().onDuty(tx, await registry.lineage(tx, unit), now());
  const ofLine = turns.filter((turn) => turn.line === line).map(({ person }) => person);
  if (ofLine.length > 0) return { persons: [...new Set(ofLine)], by: 'roster' };
  const officers = (await registry.holders(tx, { role: 'duty', unit, on: localDateOf(now()) })).map(
    (one) => one.person,
  );
  const [first, ...others] = officers.filter((person) => !turns.some((turn) => turn.person === person));
  const next = turns.length > 0 || line === 1 ? [first, ...others] : others;
  const persons = next.filter((person) => person !== undefined);
  if (persons.length > 0) return { persons, by: 'office' };
  return { persons: await leadersOf(tx, parts, unit), by: 'leaders' };
}

async function leadersOf(tx: Tx, { registry, localDateOf, now }: DutyParts, unit: string): Promise<string[]> {
  return (await registry.holders(tx, { role: 'leader', unit, on: localDateOf(now()) })).map((one) => one.person);
}
