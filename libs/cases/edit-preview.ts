import type { Calendar } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import { lineagesOf, unmeasured, type Hands } from './due.sql.js';
import { calendarOfClock, concerns } from './ground.rules.js';
import { SessionGround } from './ground.service.js';
import { INSTANT, later, readRecord } from './load.sql.js';
import { previewClock } from './remeasure.rules.js';
import { summaryOf } from './rows.rules.js';
import type { World } from './work.types.js';

/** An edit that nobody has made yet. */
export interface EditDraft {
  name: string;
  unit: string | null;
  /** The unit and those above it; empty for the installation. */
  lineage: readonly string[];
  /** The calendar as it would be. */
  to: Calendar;
  /** How many cases are looked into, those with the earliest dues. */
  sample: number;
}

/** A clock that would move. */
export interface MovedSample {
  caseId: string;
  clock: string;
  before: Instant;
  after: Instant;
}

export interface EditPreview {
  /** Running clocks on this calendar, or that would come onto it. */
  clocks: number;
  /** Cases that were looked into. */
  looked: number;
  moved: MovedSample[];
}

/** An edit to come is numbered after all that were made. */
const NEXT = 2_147_483_647;

/** What an edit would do to running clocks, without doing it. */
export async function previewEdit(
  tx: Tx,
  world: World,
  { draft, hands }: { draft: EditDraft; hands: Hands },
): Promise<EditPreview> {
  const { name, unit, lineage, to } = draft;
  const edit = { epoch: NEXT, name, unit };
  const found = await unmeasured(tx, { edit, lineage, after: '' }, hands);
  const [clock] = await tx.query<{ at: Instant }>(`select ${INSTANT('$1')} as at`, [hands.now]);
  const ground = new SessionGround(tx, world.grounds);
  ground.know(await lineagesOf(tx, found.cases));
  const moved: MovedSample[] = [];
  for (const caseId of found.cases) {
    const record = await readRecord(tx, caseId);
    if (record === null || !world.knows(record.workflow)) continue;
    const at = later(clock?.at ?? '', record.changedAt);
    const whole = { ...edit, version: 0, at, by: { kind: 'system' as const, name: 'preview' }, reason: '' };
    for (const [id, held] of Object.entries(record.clocks)) {
      const change = await ground.run(() =>
        concerns(ground, whole, { clock: held, unit: summaryOf(world, record).unit })
          ? previewClock(held, { at, from: calendarOfClock(ground, held), to })
          : null,
      );
      if (change !== null) moved.push({ caseId, clock: id, ...change });
    }
  }
  return { clocks: found.clocks, looked: found.cases.length, moved };
}
