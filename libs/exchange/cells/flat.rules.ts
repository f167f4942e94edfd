import { smallNumber } from './plain.rules.js';

/** Where a flat is, in its one spelling. `null`: not said. */
export interface FlatAddress {
  building: string | null;
  stairwell: number | null;
  /** `402`; a shop or a garage keeps its letters: `S3`. */
  flat: string | null;
}

const NUMBER = '[0-9]{1,4}|[〇零一二三四五六七八九十百两]{1,5}';
const BUILDING = new RegExp(`^(.*?)(${NUMBER}|[A-Z]\\d{0,3})\\s*(?:号楼|号院|栋|幢|座|号|楼|#)$`, 'i');
const STAIRWELL = new RegExp(`^第?(${NUMBER})\\s*(?:单元|门|unit)?$`, 'i');

/** A building in its one spelling: its number, with what stands before it when that is more than a number; `null`: empty. */
export function readBuilding(text: string): string | null {
  const bare = text.replaceAll(/\s/g, '').replace(/^第/, '').toUpperCase();
  if (bare === '') return null;
  const named = BUILDING.exec(bare);
  if (named === null) {
    const alone = smallNumber(bare);
    return alone === null ? bare : String(alone);
  }
  const number = named[2] ?? '';
  const value = smallNumber(number);
  return `${named[1] ?? ''}${value === null ? number : String(value)}`;
}

/** The number of a stairwell: `3单元`, `三单元`, `3`; `null` when it is none. */
export function readStairwell(text: string): number | null {
  const number = STAIRWELL.exec(text.replaceAll(/\s/g, ''))?.[1];
  return number === undefined ? null : smallNumber(number);
}

/** A flat in its one spelling: `0402`, `402室`, `4楼402` and `四楼402户` are 402; `null`: empty. */
export function readFlat(text: string): string | null {
  const bare = text.replaceAll(/\s/g, '').toUpperCase();
  const withoutFloor = bare.replace(/^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:楼|层|F)(?=.*\d)/, '');
  const number = withoutFloor.replace(/(?:室|号|户|房|门)$/, '');
  if (number === '') return null;
  return /^\d+$/.test(number) ? String(Number(number)) : number;
}

const INSIDE = new RegExp(`^第?(${NUMBER})单元[-]?(.*)$`);
const PARTS = new RegExp(
  `^(.*?(?:${NUMBER}|[A-Z]\\d{0,3})(?:号楼|栋|幢|座|#楼?)|(?:${NUMBER})楼(?=.*单元)|.*?\\d{1,4}(?=-))[-—,，]?` +
    `(?:第?(${NUMBER})(?:单元|门)[-—]?|(\\d{1,2})-)?(.*)$`,
  'i',
);

/**
 * A whole address in one cell: `17号楼3单元402`, `17-3-402`, `利民小区17#3-0402`. Two spellings of a flat are one flat:
 * `3单元402`, `3-402` and `3-0402` say the same.
 */
export function readAddress(text: string): FlatAddress {
  const bare = text
    .replaceAll(/\s/g, '')
    .replaceAll(/[－–—―~]/g, '-')
    .toUpperCase();
  const inside = stairwellAndFlat(bare);
  if (inside !== null) return { building: null, ...inside };
  const [, building, named, dashed, rest] = PARTS.exec(bare) ?? [];
  if (building === undefined) return { building: null, stairwell: null, flat: readFlat(bare) };
  const stairwell = named ?? dashed;
  return {
    building: readBuilding(building.replace(/#楼$/, '#')),
    stairwell: stairwell === undefined ? null : smallNumber(stairwell),
    flat: rest === undefined ? null : readFlat(rest.replace(/^-/, '')),
  };
}

/** `3单元402`, `3-402`: what stands in the column of the flat when the building has its own. */
function stairwellAndFlat(bare: string): { stairwell: number; flat: string | null } | null {
  const named = INSIDE.exec(bare);
  const dashed = /^(\d{1,2})-(\d{2,4}[A-Z]?)(?:室|号|户)?$/.exec(bare);
  const stairwell = smallNumber(named?.[1] ?? dashed?.[1] ?? '');
  if (stairwell === null) return null;
  return { stairwell, flat: readFlat(named?.[2] ?? dashed?.[2] ?? '') };
}

/** The floor a flat is on, from its number: 402 is on the fourth, 1203 on the twelfth; `null` when it does not say. */
export function floorOf(flat: string): number | null {
  const digits = /^(\d{1,2})(\d{2})$/.exec(flat);
  return digits === null ? null : Number(digits[1]);
}
