import { isDeepStrictEqual } from 'node:util';

import type { Amount, DurationUnit } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Competence, Duty, MatterRecord, NewDuty, NewMatter, Upsert } from '#libs/registry';
import { DUTIES, idFromName } from '#libs/registry';

import { CATALOGUE } from '../kinds/other.columns.js';
import type { StagedRow } from '../table/staged-row.js';
import { recordIds } from './doors.js';
import { stops, type Plan, type PlanGround, type PlannedRow, type Planner } from './planner.types.js';
import { Facts } from './row.facts.js';

const COMPETENCE_WORDS: readonly (readonly [RegExp, Competence])[] = [
  [/居民|议事|residents/i, 'residents'],
  [/业主|owners/i, 'owners'],
  [/部门|行政|department/i, 'department'],
  [/不表决|无|个人|nobody/i, 'nobody'],
];

function readCompetence(text: string): Competence | null {
  return COMPETENCE_WORDS.find(([word]) => word.test(text))?.[1] ?? null;
}

const UNITS_OF_TIME: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(?:小时|时|h|hours?)$/i, 'hour'],
  [/^(?:个?工作日|wd|working days?)$/i, 'workingDay'],
  [/^(?:天|日|自然日|d|days?)$/i, 'day'],
];

/** `24小时`, `5个工作日`, `15天`; a bare number is hours. */
function readLimit(text: string): Amount | null {
  const [, amount, unit = ''] = /^(\d{1,4})\s*(.*)$/.exec(text) ?? [];
  if (amount === undefined || Number(amount) === 0) return null;
  const found = unit === '' ? 'hour' : UNITS_OF_TIME.find(([word]) => word.test(unit))?.[1];
  return found === undefined ? null : { amount: Number(amount), unit: found };
}

interface Matter {
  facts: Facts;
  code: string;
}

/** Plans a service catalogue: all of it at once, headings may stand below what they head. */
export class CataloguePlanner implements Planner {
  readonly #read: Matter[] = [];

  constructor(private readonly ground: PlanGround) {}

  plan(_tx: Tx, rows: readonly StagedRow[]): Promise<Plan> {
    for (const row of rows) {
      const facts = new Facts(row, CATALOGUE);
      this.#read.push({ facts, code: facts.needed('code', 60) });
    }
    return Promise.resolve({ rows: [], writes: [] });
  }

  async finish(tx: Tx): Promise<Plan> {
    const { unit } = this.ground;
    const known = await tx.query<MatterRecord>(
      `select id, parent, unit, code, name, competence, limits, guide from matters where unit = $1`,
      [unit],
    );
    const duties = await tx.query<{ id: string; matter: string; duty: Duty; assignee: string | null }>(
      `select d.id, d.matter, d.duty, d.assignee from duties d join matters m on m.id = d.matter
       where m.unit = $1 and d.unit = $1 and d.place_kind is null and d.to_date is null`,
      [unit],
    );
    const writing = new CatalogueWriting(this.ground, new Map(known.map((one) => [one.code, one])), duties);
    const codes = new Set([...known.map(({ code }) => code), ...this.#read.map(({ code }) => code)]);
    const rows = this.#read.map(({ facts, code }) => writing.row(facts, code, codes));
    return { rows, writes: [{ on: this.ground.asOf, batch: writing.batch() }] };
  }
}

/** What a row says of a matter. */
type Said = Pick<NewMatter, 'name'> & Partial<Pick<NewMatter, 'parent' | 'competence' | 'limits' | 'guide'>>;

/** Collects what a catalogue writes. */
class CatalogueWriting {
  readonly #matters = new Map<string, Upsert<NewMatter>>();
  readonly #duties: Upsert<NewDuty>[] = [];
  readonly #rows = new Map<string, number>();

  constructor(
    private readonly ground: PlanGround,
    private readonly known: ReadonlyMap<string, MatterRecord>,
    private readonly assigned: readonly { id: string; matter: string; duty: Duty; assignee: string | null }[],
  ) {}

  row(facts: Facts, code: string, codes: ReadonlySet<string>): PlannedRow {
    const given = this.#matter(facts, codes);
    const { row, problems } = facts;
    const known = this.known.get(code);
    const id = known?.id ?? this.#idOf(code);
    const changes = DUTIES.flatMap((duty) => this.#duty(facts, id, duty));
    if (stops(problems)) return { row, outcome: 'error', problems };
    const first = this.#rows.get(code);
    if (first !== undefined) facts.problem('row.repeated', 'code', { other: first });
    else this.#rows.set(code, row);
    const isSame =
      known !== undefined &&
      Object.entries(given).every(([field, value]) => isDeepStrictEqual(known[field as keyof MatterRecord], value));
    if (!isSame)
      this.#matters.set(id, { parent: null, ...this.#matters.get(id), ...given, id, unit: this.ground.unit, code });
    this.#duties.push(...changes);
    return {
      row,
      outcome: known === undefined ? 'new' : isSame && changes.length === 0 ? 'unchanged' : 'changed',
      problems,
    };
  }

  #idOf(code: string): string {
    return this.known.get(code)?.id ?? recordIds.keyed('matter', this.ground.unit, code);
  }

  #matter(facts: Facts, codes: ReadonlySet<string>): Said {
    const zh = facts.needed('name');
    const english = facts.text('nameEn');
    const above = facts.text('parent');
    if (above !== '' && !codes.has(above)) facts.problem('unit.unknown', 'parent', { name: above });
    const competence = facts.read('competence', readCompetence);
    const limit = facts.read('hours', readLimit);
    const guide = facts.text('guide', 4000);
    const given: Said = { name: { zh, en: english === '' ? zh : english } };
    if (above !== '') given.parent = this.#idOf(above);
    if (competence !== null) given.competence = competence;
    if (limit !== null) given.limits = { handling: limit };
    if (guide !== '') given.guide = { text: { zh: guide, en: guide }, pictures: [] };
    return given;
  }

  #duty(facts: Facts, matter: string, duty: Duty): Upsert<NewDuty>[] {
    const name = facts.text(duty);
    if (name === '') return [];
    const { places, unit } = this.ground;
    const named = places.named(name);
    if (!named.ok) {
      facts.problem(named.code, duty, { name });
      return [];
    }
    const now = this.assigned.find((one) => one.matter === matter && one.duty === duty);
    if (now?.assignee === named.unit.id) return [];
    const id = now?.id ?? idFromName(`duty:${matter}:${duty}:${unit}`);
    return [{ id, matter, duty, unit, assignee: named.unit.id }];
  }

  batch(): { matters: Upsert<NewMatter>[]; duties: Upsert<NewDuty>[] } {
    return {
      matters: [...this.#matters.values()],
      duties: [...new Map(this.#duties.map((one) => [one.id, one])).values()],
    };
  }
}
