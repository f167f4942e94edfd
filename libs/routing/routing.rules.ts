import type { DutyRecord, LocalDate, UnitId, UnitKind } from '#libs/registry';

import {
  LEADING_DUTIES,
  type Considered,
  type Ground,
  type Route,
  type RoutedLimit,
  type RoutedUnit,
  type RoutingQuestion,
  type Verdict,
} from './routing.vocabulary.js';

/*
 * Who gets a matter at a place. Pure: the registry is read before, nothing is looked up here.
 *
 * A field of the duty matrix is nearer when it is for the matter itself rather than for a heading, then when it holds at a place nearer
 * to the one in question, then when it is for its kind of place only, then when it says who handles it rather than who maintains the
 * thing. The nearest field whose unit is there on the day wins. If none is left the street has it, else the district, else whatever
 * stands highest: there is always an owner.
 */

const isIn = (period: { from: LocalDate | null; to: LocalDate | null }, on: LocalDate): boolean =>
  (period.from === null || period.from <= on) && (period.to === null || period.to > on);

/** Why a field cannot win at all; `null`: it is in the running. */
function impediment(duty: DutyRecord, question: RoutingQuestion): Verdict | null {
  const { lineage, on, units } = question;
  if (!isIn(duty, on)) return 'not_in_force';
  if (lineage.every(({ id }) => id !== duty.unit)) return 'other_place';
  if (duty.placeKind !== null && lineage.every(({ kind }) => kind !== duty.placeKind)) return 'other_kind_of_place';
  const holder = holderOf(duty, question);
  if (holder === null) return 'no_such_unit';
  const unit = units.get(holder) ?? lineage.find(({ id }) => id === holder);
  return unit !== undefined && isIn(unit, on) ? null : 'unit_closed';
}

/** Who has it on the day: the unit a field means, or whoever took it over when it was merged. */
function holderOf(duty: DutyRecord, { lineage, units, on }: RoutingQuestion): UnitId | null {
  const meant = meantBy(duty, lineage);
  const seen = new Set<UnitId>();
  for (let id = meant; id !== null && !seen.has(id);) {
    seen.add(id);
    const unit = units.get(id) ?? lineage.find((one) => one.id === id);
    if (unit !== undefined && isIn(unit, on)) return id;
    id = unit?.successor ?? null;
  }
  return meant;
}

/** Whom a field means here: the unit it names, the unit of a kind above the place, or the unit at which it holds. */
function meantBy({ assignee, assigneeKind, unit }: DutyRecord, lineage: readonly RoutedUnit[]): UnitId | null {
  if (assignee !== null) return assignee;
  return assigneeKind === null ? unit : (lineage.find(({ kind }) => kind === assigneeKind)?.id ?? null);
}

/** Smaller is nearer, part by part; each part has the verdict of whoever loses by it. */
function rankOf(duty: DutyRecord, { matters, lineage }: RoutingQuestion): readonly (readonly [number, Verdict])[] {
  return [
    [matters.findIndex(({ id }) => id === duty.matter), 'farther_matter'],
    [lineage.findIndex(({ id }) => id === duty.unit), 'farther_place'],
    [duty.placeKind === null ? 1 : 0, 'for_all_places'],
    [duty.duty === 'maintain' ? 1 : 0, 'maintains_only'],
  ];
}

/** Negative: `a` is nearer. Fields of the same rank are told apart by their ids, so that the answer is always the same. */
function compare(a: DutyRecord, b: DutyRecord, question: RoutingQuestion): number {
  const theirs = rankOf(b, question);
  for (const [index, [own]] of rankOf(a, question).entries()) {
    const difference = own - (theirs[index]?.[0] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** By which part of the rank a field lost to the winner. */
function lossOf(duty: DutyRecord, winner: DutyRecord, question: RoutingQuestion): Verdict {
  const best = rankOf(winner, question);
  const lost = rankOf(duty, question).find(([own], index) => own !== best[index]?.[0]);
  return lost?.[1] ?? 'same_rank';
}

interface Judged {
  duty: DutyRecord;
  verdict: Verdict;
  to: string | null;
}

const leads = ({ duty }: DutyRecord): boolean => LEADING_DUTIES.some((one) => one === duty);

function judgeLeads(question: RoutingQuestion): { winner: DutyRecord | null; judged: Judged[] } {
  const fields = question.duties.filter(leads).map((duty) => ({ duty, against: impediment(duty, question) }));
  const [winner] = fields
    .filter(({ against }) => against === null)
    .map(({ duty }) => duty)
    .toSorted((a, b) => compare(a, b, question));
  const judged = fields.map(({ duty, against }): Judged => {
    if (against !== null || winner === undefined) return { duty, verdict: against ?? 'same_rank', to: null };
    if (duty === winner) return { duty, verdict: 'won', to: null };
    return { duty, verdict: lossOf(duty, winner, question), to: winner.id };
  });
  return { winner: winner ?? null, judged };
}

/** Everybody named by the nearest matter and place that names anybody assists, but the lead. */
function judgeAssists(question: RoutingQuestion, lead: UnitId): Judged[] {
  const fields = question.duties.filter(({ duty }) => duty === 'assist');
  const free = fields.filter((duty) => impediment(duty, question) === null);
  const [nearest] = free.toSorted((a, b) => compare(a, b, question));
  const isNear = (duty: DutyRecord): boolean =>
    nearest !== undefined &&
    rankOf(duty, question)
      .slice(0, 3)
      .every(([own], index) => own === rankOf(nearest, question)[index]?.[0]);
  return fields.map((duty): Judged => {
    const against = impediment(duty, question);
    if (against !== null) return { duty, verdict: against, to: null };
    if (holderOf(duty, question) === lead) return { duty, verdict: 'is_the_lead', to: null };
    return isNear(duty)
      ? { duty, verdict: 'assists', to: null }
      : { duty, verdict: 'farther_assist', to: nearest?.id ?? null };
  });
}

/** Fallbacks in their order (兜底): the street, the district, whatever place stands highest, in force on the day. */
function fallback({ lineage, on }: RoutingQuestion): { unit: UnitId; ground: Ground } {
  const there = lineage.filter((unit) => isIn(unit, on));
  const street = there.find(({ kind }) => kind === 'street');
  if (street !== undefined) return { unit: street.id, ground: 'street' };
  const district = there.find(({ kind }) => kind === 'district');
  if (district !== undefined) return { unit: district.id, ground: 'district' };
  const top = there.at(-1);
  if (top !== undefined && there.length > 1) return { unit: top.id, ground: 'top' };
  const place = top ?? lineage[0];
  if (place === undefined) throw new Error('a matter is asked about at a place');
  return { unit: place.id, ground: 'place' };
}

/** Clock time of danger (Beijing 12345 draft, 2021): two hours, day and night. */
const DANGER: RoutedLimit = {
  name: 'handling',
  amount: { amount: 2, unit: 'hour' },
  calendar: 'always',
  matter: null,
};

/** Every limit of the matter or, where it has none of that name, of the nearest heading that has. Hours run day and night. */
function limitsOf({ matters, danger }: RoutingQuestion): RoutedLimit[] {
  const found = new Map<string, RoutedLimit>();
  for (const { id, limits } of matters)
    for (const [name, amount] of Object.entries(limits))
      if (!found.has(name)) found.set(name, { name, amount, calendar: calendarOf(amount.unit), matter: id });
  if (danger) found.set('handling', DANGER);
  return [...found.values()];
}

function calendarOf(unit: RoutedLimit['amount']['unit']): string {
  return unit === 'workingDay' || unit === 'businessHour' ? 'office' : 'always';
}

/** Kinds of places that are tiers of government, and communities. */
export const PLACE_TIERS: readonly UnitKind[] = ['city', 'district', 'street', 'community', 'streetBlock'];

/** The tier of a unit that is a place of government itself; `null` for departments, whose tier is that of what they serve. */
function tierOf(unit: UnitId, { lineage, units }: RoutingQuestion): UnitKind | null {
  const known = units.get(unit) ?? lineage.find(({ id }) => id === unit);
  if (known !== undefined && PLACE_TIERS.includes(known.kind)) return known.kind;
  return null;
}

/** Who gets a matter, who assists, within what time, and what became of every field that says something about it. */
export function routeOf(question: RoutingQuestion): Route {
  const { winner, judged } = judgeLeads(question);
  const unit = winner === null ? null : holderOf(winner, question);
  const lead =
    winner === null || unit === null
      ? { ...fallback(question), role: null, field: null }
      : { unit, role: winner.role, ground: 'matrix' as const, field: winner.id };
  const helping = judgeAssists(question, lead.unit);
  const assists = new Map(
    helping
      .filter(({ verdict }) => verdict === 'assists')
      .map(({ duty }) => [holderOf(duty, question) ?? '', duty.id] as const),
  );
  return {
    lead,
    assists: [...assists].map(([id, field]) => ({ unit: id, field })),
    tier: tierOf(lead.unit, question),
    limits: limitsOf(question),
    emergency: question.danger && question.dutyUnit !== null ? { unit: question.dutyUnit } : null,
    considered: [...judged, ...helping]
      .toSorted((a, b) => compare(a.duty, b.duty, question))
      .map((one) => consideredOf(one, question)),
  };
}

function consideredOf({ duty, verdict, to }: Judged, question: RoutingQuestion): Considered {
  const { id, matter, unit, placeKind } = duty;
  const [holder, meant] = [holderOf(duty, question), meantBy(duty, question.lineage)];
  const insteadOf = holder === meant ? null : meant;
  return { field: id, duty: duty.duty, matter, unit, placeKind, holder, insteadOf, verdict, to };
}
