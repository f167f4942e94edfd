import type { Actor, Label } from '#libs/engine';

import { demoPeople } from '../limin/demo-people.js';
import type { DemoPersonKey } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { castOf } from '../simulation/cast.js';
import type { Cast } from '../simulation/cast.js';
import { ScenarioFailed } from './scenario.failure.js';

/** Somebody of the demo community: a demo person, or the first (`#2`: second) holder of another office, `department@urban`. */
export type Someone = DemoPersonKey | `${string}@${string}`;

/** Who does something: a person, or one on behalf of another. */
export type Doer = Someone | { by: Someone; for: Someone };

/** A person with the words that introduce them. */
export interface CastMember {
  id: string;
  name: string;
  title: Label;
}

const OFFICES: Readonly<Record<string, Label>> = {
  department: { zh: '经办人', en: 'clerk' },
  leader: { zh: '负责人', en: 'leader' },
  duty: { zh: '值班员', en: 'duty officer' },
  coordinator: { zh: '协调员', en: 'coordinator' },
  deliberator: { zh: '议事团成员', en: 'deliberator' },
  representative: { zh: '居民代表', en: 'representative' },
  supervisor: { zh: '监督团成员', en: 'supervisor' },
  collector: { zh: '收集团成员', en: 'collector' },
  adviser: { zh: '顾问', en: 'adviser' },
  gridMember: { zh: '网格员', en: 'grid member' },
};

/** The people of the demo community as scenarios call them. */
export class CastMembers {
  readonly #cast: Cast = castOf();
  readonly #people = new Map(this.#cast.world.people.map(({ id, name }) => [id, name]));
  readonly #units = new Map(this.#cast.world.units.map(({ id, name }) => [id, name]));

  /** @throws ScenarioFailed when nobody is meant. */
  find(who: Someone): CastMember {
    if (isDemoPerson(who)) return demoPeople[who];
    const [role = '', place = ''] = who.split('@');
    const [unit = '', ordinal = '1'] = place.split('#');
    const id = this.#cast.holders(role, unitId(unit))[Number(ordinal) - 1];
    if (id === undefined) throw new ScenarioFailed(`nobody in the demo community is ${who}`);
    const where = this.#units.get(unitId(unit)) ?? unit;
    const office = OFFICES[role] ?? { zh: role, en: role };
    return {
      id,
      name: this.#people.get(id) ?? id,
      title: { zh: `${where}${office.zh}`, en: `${office.en}, ${where}` },
    };
  }

  actor(doer: Doer): Actor {
    if (typeof doer === 'string') return { kind: 'person', person: this.find(doer).id };
    return { kind: 'person', person: this.find(doer.by).id, onBehalfOf: this.find(doer.for).id };
  }

  /** @throws ScenarioFailed when there are not so many. */
  members(office: `${string}@${string}`, count: number): string[] {
    const [role = '', unit = ''] = office.split('@');
    const holders = this.#cast.holders(role, unitId(unit));
    if (holders.length < count) throw new ScenarioFailed(`only ${String(holders.length)} people are ${office}`);
    return holders.slice(0, count);
  }
}

/** Whether somebody is one of those a visitor can be. */
export function isDemoPerson(who: Someone): who is DemoPersonKey {
  return Object.hasOwn(demoPeople, who);
}

/** Whoever really does it. */
export function handOf(doer: Doer): Someone {
  return typeof doer === 'string' ? doer : doer.by;
}
