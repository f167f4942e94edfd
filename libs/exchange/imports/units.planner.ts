import type { Tx } from '#libs/database';
import type { NewUnit, UnitKind, UnitRecord, Upsert } from '#libs/registry';
import { UNIT_KINDS } from '#libs/registry';

import { readDate } from '../cells/dates.rules.js';
import { UNITS } from '../kinds/other.columns.js';
import type { StagedRow } from '../table/staged-row.js';
import { phoneOf } from './people.facts.js';
import { recordIds } from './doors.js';
import { stops, type Plan, type PlanGround, type PlannedRow, type Planner } from './planner.types.js';
import { unitsElsewhere } from './reach.sql.js';
import { Facts } from './row.facts.js';

const KIND_WORDS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^街区$/, 'streetBlock'],
  [/单元|楼门/, 'stairwell'],
  [/楼|栋|幢|座/, 'building'],
  [/网格/, 'grid'],
  [/院落|大院|庭院/, 'courtyard'],
  [/邻里|片区|自然村/, 'neighbourhood'],
  [/小区|家属院/, 'compound'],
  [/居民小组|^小组$/, 'group'],
  [/支部|党委|党组织/, 'branch'],
  [/社区|村/, 'community'],
  [/街道|镇|乡/, 'street'],
  [/区|县/, 'district'],
  [/市|州/, 'city'],
  [/协会|社会组织|志愿/, 'association'],
  [/公司|企业|物业/, 'company'],
  [/局|办|所|队|部门|科|中心/, 'department'],
  [/专班/, 'taskForce'],
  [/委员会|议事会|团|会议|大会/, 'body'],
  [/学校|医院|银行|机构|组织|单位/, 'organisation'],
];

function readKind(text: string): UnitKind | null {
  const named = UNIT_KINDS.find((kind) => kind.toLowerCase() === text.toLowerCase());
  return named ?? KIND_WORDS.find(([word]) => word.test(text))?.[1] ?? null;
}

interface Unit {
  facts: Facts;
  code: string;
  name: string;
  kind: UnitKind | null;
  above: string;
}

/** Plans a table of units: all of it at once, since they stand under each other in any order. */
export class UnitsPlanner implements Planner {
  readonly #read: Unit[] = [];
  /** Units that are founded, by their rows. */
  readonly #fresh = new Map<number, { facts: Facts; id: string; code: string }>();

  constructor(private readonly ground: PlanGround) {}

  plan(_tx: Tx, rows: readonly StagedRow[]): Promise<Plan> {
    for (const row of rows) {
      const facts = new Facts(row, UNITS);
      const name = facts.needed('name');
      const kind = facts.text('kind') === '' ? null : facts.read('kind', readKind);
      if (facts.text('kind') === '') facts.problem('cell.missing', 'kind');
      this.#read.push({ facts, name, kind, code: facts.text('code', 60), above: facts.text('parent') });
    }
    return Promise.resolve({ rows: [], writes: [] });
  }

  /** Parents first: a row waits until what it stands under is known; what waits for ever stands under nothing. */
  async finish(tx: Tx): Promise<Plan> {
    const units = new Map<string, Upsert<NewUnit>>();
    const planned: PlannedRow[] = [];
    let waiting = this.#read;
    for (;;) {
      const left = waiting.filter((unit) => this.#mustWait(unit, waiting));
      for (const unit of waiting) if (!left.includes(unit)) planned.push(this.#planRow(unit, units));
      if (left.length === 0 || left.length === waiting.length) {
        for (const unit of left) planned.push(this.#planRow(unit, units));
        break;
      }
      waiting = left;
    }
    planned.sort((one, other) => one.row - other.row);
    const rows = await this.#withoutTaken(tx, planned);
    return { rows, writes: [{ on: this.ground.asOf, batch: { units: [...units.values()] } }] };
  }

  /** A code names one unit everywhere: one that a unit of others has is no new one, and never that unit. */
  async #withoutTaken(tx: Tx, planned: readonly PlannedRow[]): Promise<PlannedRow[]> {
    const names = [...this.#fresh.values()].flatMap(({ id, code }) => [id, code]);
    const taken = await unitsElsewhere(tx, names, this.ground.unit);
    return planned.map((one) => {
      const fresh = this.#fresh.get(one.row);
      if (fresh === undefined || !(taken.has(fresh.id) || taken.has(fresh.code))) return one;
      fresh.facts.problem('unit.code_taken', 'code');
      return { ...one, outcome: 'error' };
    });
  }

  #mustWait({ above, name }: Unit, waiting: readonly Unit[]): boolean {
    if (above === '' || this.ground.places.named(above).ok) return false;
    return waiting.some((one) => one.name !== name && (one.code === above || one.name === above));
  }

  #planRow(unit: Unit, units: Map<string, Upsert<NewUnit>>): PlannedRow {
    const { facts, name, kind } = unit;
    const parent = this.#parentOf(unit);
    const phone = phoneOf(facts);
    const address = facts.text('address', 200);
    const from = facts.read('from', (text) => readDate(text)?.day ?? null);
    if (stops(facts.problems) || kind === null || parent === null)
      return { row: facts.row, outcome: 'error', problems: facts.problems };
    const known = this.#known(unit, parent);
    const code = unit.code === '' ? (known?.code ?? `${parent.code}-${name}`) : unit.code;
    const id = known?.id ?? recordIds.keyed('unit', '', code);
    const given = {
      kind,
      name,
      code,
      parent: parent.id,
      ...(phone === null ? {} : { phone }),
      ...(address === '' ? {} : { address }),
      ...(from === null ? {} : { from }),
    };
    const isSame =
      known !== undefined &&
      Object.entries(given).every(([field, value]) => known[field as keyof UnitRecord] === value);
    if (!isSame) units.set(id, { ...units.get(id), ...given, id });
    if (known?.code !== code) this.#fresh.set(facts.row, { facts, id, code });
    if (known === undefined)
      this.ground.places.add({
        body: null,
        address: null,
        phone: null,
        from: null,
        to: null,
        successor: null,
        ...given,
        id,
        path: `${parent.path}${id}/`,
      });
    return {
      row: facts.row,
      outcome: known === undefined ? 'new' : isSame ? 'unchanged' : 'changed',
      problems: facts.problems,
    };
  }

  /** What the unit stands under: what the row says, or the unit the import is for. */
  #parentOf({ facts, above, code }: Unit): UnitRecord | null {
    const { places, unit } = this.ground;
    if (above === '') {
      const own = code === '' ? undefined : places.named(code);
      const kept = own?.ok === true && own.unit.id !== unit ? places.get(own.unit.parent ?? '') : undefined;
      return kept ?? places.get(unit) ?? null;
    }
    const named = places.named(above);
    if (named.ok) return named.unit;
    facts.problem(named.code, 'parent', { name: above });
    return null;
  }

  /** By its code; without one, by its name among those that stand under the same. */
  #known({ code, name }: Unit, parent: UnitRecord): UnitRecord | undefined {
    return code === '' ? this.ground.places.below(parent.id, name) : this.ground.places.coded(code);
  }
}
