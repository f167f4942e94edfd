import type { AreaSource, PremisesUse, Share } from '#libs/registry';

import { readDate } from '../cells/dates.rules.js';
import { floorOf } from '../cells/flat.rules.js';
import { smallNumber } from '../cells/plain.rules.js';
import { readArea, readNames, readPhone, readShare } from '../cells/values.rules.js';
import type { ContactIndexes } from './known.sql.js';
import { identityOf } from './people.facts.js';
import type { Facts } from './row.facts.js';

/** An owner as a row names them. */
export interface OwnerFacts {
  name: string;
  idNumber: string | null;
  phone: string | null;
  /** Blind indexes of the two; empty when not given. */
  idIndexes: readonly string[];
  phoneIndexes: readonly string[];
  share: Share | null;
}

/** What a row says about premises. `null`: it does not say. */
export interface PremisesFacts {
  floor: number | null;
  area: number | null;
  areaSource: AreaSource | null;
  use: PremisesUse | null;
  owners: OwnerFacts[];
  since: string | null;
}

const USES: readonly (readonly [RegExp, PremisesUse])[] = [
  [/住|居|成套|dwelling/i, 'dwelling'],
  [/商|铺|店|门面|办公|营业|shop/i, 'shop'],
  [/车库|车位|储藏|仓|地下室|garage/i, 'garage'],
  [/共|公用|物业|社区用房|common/i, 'common'],
];
const SOURCES: readonly (readonly [RegExp, AreaSource])[] = [
  [/证|deed/i, 'deed'],
  [/测|survey/i, 'survey'],
  [/合同|协议|contract/i, 'contract'],
];

function oneOf<Value>(words: readonly (readonly [RegExp, Value])[]) {
  return (text: string): Value | null => words.find(([word]) => word.test(text))?.[1] ?? null;
}

function readFloor(text: string): number | null {
  const below = /^(?:地下|负|-|B)(\d|[一二三])(?:层|楼)?$/i.exec(text);
  if (below !== null) return -(smallNumber(below[1] ?? '') ?? 1);
  return smallNumber(text.replace(/^第/, '').replace(/(?:层|楼|F)(?:\/.*)?$/i, ''));
}

export function premisesFacts(facts: Facts, flat: string | null, indexes: ContactIndexes): PremisesFacts {
  const area = facts.read('area', readArea);
  if (area === null && facts.text('area') === '') facts.problem('area.missing', 'area');
  if (area === 0) facts.problem('cell.unreadable', 'area');
  return {
    floor: facts.read('floor', readFloor) ?? (flat === null ? null : floorOf(flat)),
    area: area === 0 ? null : area,
    areaSource: facts.read('areaSource', oneOf(SOURCES)),
    use: facts.read('use', oneOf(USES)),
    owners: ownersOf(facts, indexes),
    since: facts.read('since', (text) => readDate(text)?.day ?? null),
  };
}

/** Joint owners without a share of their own. */
const JOINT = /^(?:共同共有|共有|夫妻共有|joint)$/i;

/** Several owners stand in one cell, their numbers and shares in the same order. */
function ownersOf(facts: Facts, indexes: ContactIndexes): OwnerFacts[] {
  const names = readNames(facts.text('owners', 300));
  const numbers = readNames(facts.text('ownerIds', 300));
  const phones = readNames(facts.text('ownerPhones', 300));
  const given = facts.text('shares', 300);
  const shares = given === '' || JOINT.test(given) ? [] : given.split(/[、,，;；]/);
  return names.map((name, index) => {
    const idNumber = identityOf(facts, 'ownerIds', numbers[index] ?? '')?.number ?? null;
    const phone = phoneAt(facts, phones[index] ?? '');
    return {
      name: name.replaceAll(' ', ''),
      idNumber,
      phone,
      idIndexes: idNumber === null ? [] : indexes.idNumber(idNumber),
      phoneIndexes: phone === null ? [] : indexes.phone(phone),
      share: shareAt(facts, shares, index),
    };
  });
}

function phoneAt(facts: Facts, text: string): string | null {
  const phone = readPhone(text);
  if (phone === null && text !== '') facts.problem('phone.malformed', 'ownerPhones');
  return phone;
}

function shareAt(facts: Facts, shares: readonly string[], index: number): Share | null {
  const text = (shares[index] ?? (shares.length === 1 ? shares[0] : undefined) ?? '').trim();
  if (text === '') return null;
  const share = readShare(text);
  if (share === null) facts.problem('cell.unreadable', 'shares');
  return share;
}
