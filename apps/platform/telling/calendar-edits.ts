import type { Cases } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { Label } from '#libs/engine';
import { tellRole } from '#libs/notify';
import type { LocalDate, Registry, UnitId } from '#libs/registry';
import { Remeasuring, type ChangedDay, type FinishedEdit } from '#libs/timekeeping';

const LEADER = 'leader';
const IS: Record<ChangedDay['is'], Label> = {
  closed: { zh: '不办公', en: 'closed' },
  open: { zh: '办公', en: 'open' },
  usual: { zh: '恢复平常', en: 'as usual again' },
};
/** Of a whole year of holidays the first are enough: the calendar has them all. */
const DAYS_NAMED = 5;

interface EditTellerParts {
  registry: Pick<Registry, 'servedBy' | 'unit'>;
  today: () => LocalDate;
}

/** Opens the measuring of clocks after edits, with telling those who answer for whoever edited. */
export function openRemeasuring({
  database,
  cases,
  registry,
  today,
}: {
  database: Database;
  cases: Cases;
  registry: Registry;
  today: () => LocalDate;
}): Remeasuring {
  const lineage = (tx: Tx, unit: UnitId) => registry.lineage(tx, unit);
  return new Remeasuring({ database, cases, lineage, finished: editTeller({ registry, today }) });
}

/**
 * Whoever edits a unit's own calendar may be party to tasks whose deadlines move with it. So the leaders of the unit and those above
 * it are told what was changed, why and how much it moved; not the leader who did it, and not of what the program brings.
 */
function editTeller({ registry, today }: EditTellerParts): (tx: Tx, edit: FinishedEdit) => Promise<void> {
  return async (tx, edit) => {
    const { unit, by, lineage, isBelow } = edit;
    if (unit === null || by.kind !== 'person') return;
    const above = lineage[1];
    const served =
      above === undefined || isBelow ? null : await registry.servedBy(tx, { role: LEADER, unit: above, on: today() });
    const said = saidOf(edit, (await registry.unit(tx, unit))?.name ?? unit);
    const call = { id: `calendar:${String(edit.epoch)}`, caseId: '', at: edit.at };
    for (const place of new Set([unit, served]))
      if (place !== null)
        await tellRole(
          { tx, call },
          { role: LEADER, unit: place, excluded: [by.person] },
          { about: 'calendar_edited', said },
        );
  };
}

/** What leaders read of an edit. */
function saidOf({ days, reason, cases, clocks }: Omit<FinishedEdit, 'by'>, unit: string): Label {
  return {
    zh: `${unit}的日历已修改${daysIn('zh', days)}。理由：${reason}。${
      clocks === 0 ? '没有时限因此移动。' : `${String(cases)}件事项的${String(clocks)}个时限随之移动。`
    }`,
    en: `The calendar of ${unit} was edited${daysIn('en', days)}. Reason: ${reason}. ${
      clocks === 0 ? 'No deadline moved.' : `Deadlines moved: ${String(clocks)}, in ${String(cases)} case(s).`
    }`,
  };
}

function daysIn(language: keyof Label, days: readonly ChangedDay[]): string {
  if (days.length === 0) return '';
  const named = days
    .slice(0, DAYS_NAMED)
    .map(({ date, is, label }) =>
      language === 'zh'
        ? `${date} ${IS[is].zh}${label === undefined ? '' : `（${label}）`}`
        : `${date} ${IS[is].en}${label === undefined ? '' : ` (${label})`}`,
    );
  const all = String(days.length);
  if (language === 'zh') return `：${named.join('，')}${days.length > DAYS_NAMED ? `等${all}天` : ''}`;
  return `: ${named.join(', ')}${days.length > DAYS_NAMED ? ` and more, ${all} days` : ''}`;
}
