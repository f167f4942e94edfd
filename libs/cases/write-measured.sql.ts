import { clockRows } from './clocks.rules.js';
import type { ClockRow } from './clocks.rules.js';
import { dueOfName } from './desk.rules.js';
import type { MeasuredCase } from './measured-case.rules.js';
import { canonicalJson } from './journal.rules.js';
import { nextDueOf } from './rows.rules.js';
import type { CaseWork } from './work.types.js';

/** One part of the write statement: SQL with `$n` written as `?`, and its parameters. */
export interface Part {
  sql: string;
  params: unknown[];
}

/** A column of a set: its type, and its value in each row. */
type Column<Row> = [name: string, type: string, valueOf: (row: Row) => unknown];

/**
 * Rows as a table: an array a column. JSON goes as lines of one text, because quoting it once more for an array costs more than
 * everything else; {@link JSON.stringify} never writes a line break.
 */
function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): { sql: string; params: unknown[] } {
  const arrays = columns.map(([, type]) => (type === 'json' ? `string_to_array(?::text, e'\\n')` : `?::${type}[]`));
  const params = columns.map(([, type, valueOf]) => {
    const values = rows.map(valueOf);
    return type === 'json' ? values.join('\n') : values;
  });
  return { sql: `unnest(${arrays.join(', ')}) as x(${columns.map(([name]) => name).join(', ')})`, params };
}

const CASE: Column<MeasuredCase>[] = [
  ['id', 'text', ({ now }) => now.id],
  ['version', 'int', ({ now }) => now.version],
  ['seq', 'int', ({ now }) => now.seq],
  ['head_hash', 'text', ({ now }) => now.headHash],
  ['changed_at', 'timestamptz', ({ now }) => now.changedAt],
  ['next_due_at', 'timestamptz', ({ now }) => nextDueOf(now)],
  ['stuck_until', 'timestamptz', ({ now }) => now.stuckUntil],
  ['clocks', 'json', ({ now }) => JSON.stringify(now.clocks)],
];

const CLOCK: Column<ClockRow & { id: string }>[] = [
  ['case_id', 'text', ({ id }) => id],
  ['clock', 'text', ({ clock }) => clock],
  ['calendar_unit', 'text', ({ calendarUnit }) => calendarUnit],
  ['calendar_version', 'int', ({ calendarVersion }) => calendarVersion],
  ['calendar_epoch', 'int', ({ calendarEpoch }) => calendarEpoch],
  ['state', 'text', ({ state }) => state],
  ['due_at', 'timestamptz', ({ dueAt }) => dueAt],
  ['next_at', 'timestamptz', ({ nextAt }) => nextAt],
];

interface DeskDue {
  id: string;
  clock: string;
  due: string | null;
}

const DESK: Column<DeskDue>[] = [
  ['case_id', 'text', ({ id }) => id],
  ['clock', 'text', ({ clock }) => clock],
  ['due_at', 'timestamptz', ({ due }) => due],
];

type Entry = MeasuredCase['entries'][number] & { id: string };

const ENTRY: Column<Entry>[] = [
  ['case_id', 'text', ({ id }) => id],
  ['seq', 'int', ({ seq }) => seq],
  ['at', 'timestamptz', ({ at }) => at],
  ['by', 'json', ({ by }) => by],
  ['body', 'json', ({ body }) => body],
  ['prev_hash', 'text', ({ prevHash }) => prevHash],
  ['hash', 'text', ({ hash }) => hash],
];

/**
 * What is written of cases whose clocks were measured anew and to which nothing else happened: a hundred thousand of them after the
 * edit of a calendar, and none has its state, parties or desk made again for it.
 */
export function measuredParts(cases: readonly MeasuredCase[], recordedAt: string): Part[] {
  if (cases.length === 0) return [];
  return [
    update('cases', { rows: cases, columns: CASE, keys: 1 }),
    update('case_clocks', { rows: cases.flatMap(clocksOf), columns: CLOCK, keys: 2 }),
    ...optional(cases.flatMap(deskDues), (rows) => update('desk', { rows, columns: DESK, keys: 2 })),
    ...optional(cases.flatMap(entriesOf), (rows) => journal(rows, recordedAt)),
  ];
}

/** A case in hand to which nothing else has happened, in the same words. */
export function onlyMeasured({ id, before, now, summary, entries }: CaseWork): MeasuredCase {
  const { stage, unit, visibility } = summary;
  return {
    before: before?.clocks ?? {},
    now: { ...now, id, stage, unit, visibility, digest: '' },
    entries: entries.map(({ seq, at, by, body, prevHash, hash }) => ({
      ...{ seq, at, prevHash, hash },
      by: canonicalJson(by),
      body: canonicalJson(body),
    })),
  };
}

function optional<Row>(rows: readonly Row[], make: (rows: readonly Row[]) => Part): Part[] {
  return rows.length === 0 ? [] : [make(rows)];
}

/** Updates rows found by the first columns with all others. */
function update<Row>(
  into: string,
  { rows, columns, keys }: { rows: readonly Row[]; columns: readonly Column<Row>[]; keys: number },
): Part {
  const set = columns.slice(keys).map(([name, type]) => `${name} = x.${name}${type === 'json' ? '::json' : ''}`);
  const where = columns.slice(0, keys).map(([name]) => `t.${name} = x.${name}`);
  const { sql, params } = table(rows, columns);
  return { sql: `update ${into} t set ${set.join(', ')} from ${sql} where ${where.join(' and ')}`, params };
}

function journal(rows: readonly Entry[], recordedAt: string): Part {
  const { sql, params } = table(rows, ENTRY);
  return {
    sql: `insert into journal (case_id, seq, at, recorded_at, kind, by, body, prev_hash, hash)
       select case_id, seq, at, ?::timestamptz, 'reprojected', by::jsonb, body::json, prev_hash, hash from ${sql}`,
    params: [recordedAt, ...params],
  };
}

function entriesOf({ now, entries }: MeasuredCase): Entry[] {
  return entries.map((entry) => ({ ...entry, id: now.id }));
}

function clocksOf({ now }: MeasuredCase): (ClockRow & { id: string })[] {
  return clockRows(now.clocks).map((row) => ({ ...row, id: now.id }));
}

/** Desks show the due instant of the clock that runs meanwhile. */
function deskDues({ before, now }: MeasuredCase): DeskDue[] {
  const names = [...new Set(Object.values(now.clocks).map(({ name }) => name))];
  return names.flatMap((clock) => {
    const due = dueOfName(now.clocks, clock);
    return due === dueOfName(before, clock) ? [] : [{ id: now.id, clock, due }];
  });
}
