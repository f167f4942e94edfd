import { bigramsAsked, bigramsOf } from '#libs/contract';

import type { UnitKind } from './units.vocabulary.js';

/** What an address says of a door; numbers without leading zeros. `rest` are the names around them. */
export interface Door {
  building: string | null;
  stairwell: string | null;
  flat: string | null;
  rest: string;
}

const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** `十二` → 12, `二十` → 20; up to 99. */
function numberOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words];
  const tensOf = tens === '' ? 1 : (NUMERALS[tens ?? ''] ?? 0);
  return tensOf * 10 + (NUMERALS[ones ?? ''] ?? 0);
}

const NUMERAL_BEFORE_A_DOOR =
  /([零〇一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?=号楼|栋|幢|单元|号院|座楼)/g;
const DASHED = /(?<![\d-])(?:(\d{1,3})-)?(\d{1,3})-(\d{3,4}[a-z]?)(?!\d|-\d)/;
const BUILDING = /(\d{1,4}[a-z]?)(?:号楼|栋|幢|座|#楼|#|楼(?!层|上|下))/;
const STAIRWELL = /(\d{1,2})(?:单元|门洞|梯)/;
const FLAT = /(\d{3,4}[a-z]?)(?:室|号房|户|房)?$/;

const plain = (digits: string | undefined): string | null =>
  digits === undefined ? null : digits.replace(/^0+(?=.)/, '');

/** Takes an address apart, in the spellings people use: `12号楼3单元402`, `12-3-402`, `3-402`, `十二号楼三单元402室`. */
export function doorOf(text: string): Door {
  let rest = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―－_/]/g, '-')
    .replace(/\s+/g, '')
    .replace(NUMERAL_BEFORE_A_DOOR, (words) => String(numberOf(words)));
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
    return match;
  };
  const dashed = take(DASHED);
  const building = take(BUILDING);
  const stairwell = take(STAIRWELL);
  const flat = dashed === null ? take(FLAT) : null;
  return {
    building: plain(dashed?.[1] ?? building?.[1]),
    stairwell: plain(dashed?.[2] ?? stairwell?.[1]),
    flat: plain(dashed?.[3] ?? flat?.[1]),
    rest: rest.replace(/^[-,，、]+|[-,，、]+$/g, ''),
  };
}

/** Tokens an index of doors holds; none of them can be a pair of characters of a name. */
function doorTokens({ building, stairwell, flat }: Door): string[] {
  const tokens: string[] = [];
  if (building !== null) tokens.push(`@${building}`);
  if (building !== null && stairwell !== null) tokens.push(`@${building}-${stairwell}`);
  if (flat === null) return tokens;
  tokens.push(`#${flat}`);
  if (stairwell !== null) tokens.push(`#${stairwell}-${flat}`);
  if (building !== null) tokens.push(`#${building}-${flat}`);
  if (building !== null && stairwell !== null) tokens.push(`#${building}-${stairwell}-${flat}`);
  return tokens;
}

/** A place on the way from the root to a flat. */
export interface NamedPlace {
  kind: UnitKind;
  name: string;
}

/** What a household's address is made of: the places above its stairwell, the stairwell itself, and the flat. */
export interface AddressParts {
  places: readonly NamedPlace[];
  flat: string;
}

const nameOf = (places: readonly NamedPlace[], kinds: readonly UnitKind[]): string =>
  places.find(({ kind }) => kinds.includes(kind))?.name ?? '';

/** The address in one line, and what it is found by. */
export function addressOf({ places, flat }: AddressParts): { address: string; grams: string[] } {
  const building = nameOf(places, ['building']);
  const stairwell = nameOf(places, ['stairwell']);
  const compound = nameOf(places, ['compound', 'courtyard', 'neighbourhood']);
  const community = nameOf(places, ['community']);
  const around = compound === '' && /^[\d\s#]/.test(building) ? community : compound;
  const prefix = building.startsWith(around) ? '' : around;
  const own = doorOf(flat);
  const above = doorOf(building);
  const number = doorOf(stairwell).stairwell;
  const inStairwell = own.stairwell === null && number !== null ? `${number}单元` : '';
  const door = {
    building: own.building ?? above.building,
    stairwell: own.stairwell ?? number,
    flat: own.flat,
    rest: '',
  };
  const named = bigramsOf(`${community} ${compound} ${above.rest} ${own.flat === null ? flat : own.rest}`);
  return {
    address: `${prefix}${building}${inStairwell}${flat}`,
    grams: [...new Set([...named, ...doorTokens(door)])],
  };
}

/** What a question asks of the index of addresses: all of these must be there. Empty: nothing can be asked. */
export function addressAsked(question: string): string[] {
  const door = doorOf(question);
  const strongest = doorTokens(door).at(-1);
  return [...bigramsAsked(door.rest), ...(strongest === undefined ? [] : [strongest])];
}
