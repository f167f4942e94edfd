import type { Tx } from '#libs/database';

import { answerProblems, dutyHolders } from './catalogue.rules.js';
import type { AnswerProblem, DutyHolder } from './catalogue.rules.js';
import type { DutyRecord, MatterId, MatterRecord } from './catalogue.vocabulary.js';
import { bodyColumns, tableOf } from './record.tables.js';
import type { LocalDate } from './registry.vocabulary.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

const MATTER = bodyColumns(tableOf('matter'), 'm');
const DUTY = bodyColumns(tableOf('duty'), 'd');

export async function matter(tx: Tx, id: MatterId): Promise<MatterRecord | null> {
  const rows = await tx.query<MatterRecord>(`select ${MATTER} from matters m where m.id = $1`, [id]);
  return rows[0] ?? null;
}

export async function duty(tx: Tx, id: string): Promise<DutyRecord | null> {
  const rows = await tx.query<DutyRecord>(`select ${DUTY} from duties d where d.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The catalogue that holds at a unit on a day: its own and those of the units above, headings and matters, by code. */
export async function mattersAt(tx: Tx, unit: UnitId, on: LocalDate): Promise<MatterRecord[]> {
  return tx.query<MatterRecord>(
    `select ${MATTER} from units u join matters m on m.unit = any(string_to_array(u.path, '/'))
     where u.id = $1 and (m.from_date is null or m.from_date <= $2::date) and (m.to_date is null or m.to_date > $2::date)
     order by m.code collate "C", m.id`,
    [unit, on],
  );
}

/** What is wrong with the answers given when a matter is reported. Empty: nothing. */
export async function checkAnswers(tx: Tx, id: MatterId, answers: unknown): Promise<AnswerProblem[]> {
  return answerProblems((await matter(tx, id))?.questions ?? null, answers);
}

/** The matter and its headings, nearest first. */
async function headingsOf(tx: Tx, id: MatterId): Promise<{ id: MatterId }[]> {
  return tx.query<{ id: MatterId }>(
    `with recursive up(id, parent, depth) as (
       select id, parent, 0 from matters where id = $1
       union select m.id, m.parent, up.depth + 1 from up join matters m on m.id = up.parent where up.depth < 20)
     select id from up order by depth`,
    [id],
  );
}

/** The matter and its headings, nearest first, as they are registered; empty when there is no such matter. */
export async function matterLine(tx: Tx, id: MatterId): Promise<MatterRecord[]> {
  const ids = (await headingsOf(tx, id)).map((one) => one.id);
  const rows = await tx.query<MatterRecord>(`select ${MATTER} from matters m where m.id = any($1)`, [ids]);
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Every field of the duty matrix for any of these matters, whether or not it holds somewhere or on some day. */
export async function dutiesFor(tx: Tx, matters: readonly MatterId[]): Promise<DutyRecord[]> {
  return tx.query<DutyRecord>(`select ${DUTY} from duties d where d.matter = any($1) order by d.id`, [matters]);
}

/** Who builds, patrols, maintains and approves what belongs to a matter, at a place and on a day. */
export async function dutyOf(
  tx: Tx,
  id: MatterId,
  { unit, on }: { unit: UnitId; on: LocalDate },
): Promise<DutyHolder[]> {
  const matters = await headingsOf(tx, id);
  const lineage = await tx.query<{ id: UnitId; kind: UnitKind }>(
    `select a.id, a.kind from units u join units a on a.id = any(string_to_array(u.path, '/')) where u.id = $1
     order by length(a.path) desc`,
    [unit],
  );
  const duties = await dutiesFor(
    tx,
    matters.map((one) => one.id),
  );
  return dutyHolders(duties, { matters, lineage, on });
}
