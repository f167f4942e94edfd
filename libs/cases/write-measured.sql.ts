import type { Instant } from '#libs/engine';

import { clockRows } from './clocks.rules.js';
import { dueOfName } from './desk.rules.js';
import { nextDueOf } from './rows.rules.js';
import type { CaseWork } from './work.types.js';

/** One part of the write statement: SQL with `$n` written as `?`, and its parameters. */
export interface Part {
  sql: string;
  params: unknown[];
}

const CASE = `x(id text, version int, seq int, head_hash text, changed_at timestamptz, next_due_at timestamptz, stuck_until timestamptz, clocks json)`;

const CLOCK = `x(case_id text, clock text, calendar_unit text, calendar_version int, calendar_epoch int, state text,
  due_at timestamptz, next_at timestamptz)`;

const DESK = `x(case_id text, clock text, due_at timestamptz)`;

/**
 * What is written of cases whose clocks were measured anew and to which nothing else happened: a hundred thousand of them after the
 * edit of a calendar, and none has its state, parties or desk made again for it. Journal entries are written like any others.
 */
export function measuredParts(works: readonly CaseWork[]): Part[] {
  if (works.length === 0) return [];
  const ids = works.map(({ id }) => id);
  const parts = [
    part(
      `update cases c set version = x.version, seq = x.seq, head_hash = x.head_hash, changed_at = x.changed_at,
         next_due_at = x.next_due_at, stuck_until = x.stuck_until, clocks = x.clocks
       from json_to_recordset(?::json) as ${CASE} where c.id = x.id and c.id = any(?::text[])`,
      works.map(caseRow),
      ids,
    ),
    part(
      `update case_clocks k set calendar_unit = x.calendar_unit, calendar_version = x.calendar_version,
         calendar_epoch = x.calendar_epoch, state = x.state, due_at = x.due_at, next_at = x.next_at
       from json_to_recordset(?::json) as ${CLOCK}
       where k.case_id = x.case_id and k.clock = x.clock and k.case_id = any(?::text[])`,
      works.flatMap(clockRowsOf),
      ids,
    ),
  ];
  const dues = works.flatMap(deskDues);
  if (dues.length === 0) return parts;
  return [
    ...parts,
    part(
      `update desk d set due_at = x.due_at from json_to_recordset(?::json) as ${DESK}
       where d.case_id = x.case_id and d.clock = x.clock and d.case_id = any(?::text[])`,
      dues,
      ids,
    ),
  ];
}

function part(sql: string, rows: unknown[], ids: string[]): Part {
  return { sql, params: [JSON.stringify(rows), ids] };
}

function caseRow({ id, now }: CaseWork): unknown {
  return {
    id,
    version: now.version,
    seq: now.seq,
    head_hash: now.headHash,
    changed_at: now.changedAt,
    next_due_at: nextDueOf(now),
    stuck_until: now.stuckUntil,
    clocks: now.clocks,
  };
}

function clockRowsOf({ id, now }: CaseWork): unknown[] {
  return clockRows(now.clocks).map(({ clock, calendarUnit, calendarVersion, calendarEpoch, state, dueAt, nextAt }) => ({
    case_id: id,
    clock,
    calendar_unit: calendarUnit,
    calendar_version: calendarVersion,
    calendar_epoch: calendarEpoch,
    state,
    due_at: dueAt,
    next_at: nextAt,
  }));
}

/** Desks show the due instant of the clock that runs meanwhile. */
function deskDues({ id, before, now }: CaseWork): { case_id: string; clock: string; due_at: Instant | null }[] {
  const names = [...new Set(Object.values(now.clocks).map(({ name }) => name))];
  return names.flatMap((clock) => {
    const due = dueOfName(now.clocks, clock);
    return due === dueOfName(before?.clocks ?? {}, clock) ? [] : [{ case_id: id, clock, due_at: due }];
  });
}
