import { bigramsAsked } from '#libs/contract';
import type { Tx } from '#libs/database';

import { addressAsked } from './address.rules.js';
import type { ContactSealer } from './contact.sealer.js';
import { personColumns } from './people.read.js';
import type { PersonRecord } from './registry.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

/** Whom to look for; everything given must fit. A question in which nothing can be looked for finds nobody. */
export interface PeopleQuestion {
  /** Part of a name, at least two characters; a single one: the surname. */
  name?: string;
  /** Exactly this number, in any spelling. */
  phone?: string;
  /** As people say it: `12号楼3单元402`, `利民小区 12-3-402`. */
  address?: string;
  /** Only people who live or work at one of these units or below. */
  within: readonly UnitId[];
  limit: number;
  /** `next` of the page before. */
  cursor?: string | null;
}

/** A person found, with what tells namesakes apart. */
export interface FoundPerson extends PersonRecord {
  address: string | null;
}

export interface PeoplePage {
  rows: FoundPerson[];
  /** `null`: there are no more. */
  next: string | null;
}

/** Thrown for a cursor that is none of ours. */
export class CursorMalformed extends Error {
  readonly code = 'cursor.malformed';

  constructor() {
    super('the cursor is malformed');
    this.name = 'CursorMalformed';
  }
}

export const cursorOf = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Takes a cursor apart. @throws CursorMalformed */
export function partsOf(cursor: string, count: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === 'string')) return parts;
  } catch {
    // not even JSON: the same answer
  }
  throw new CursorMalformed();
}

/** Conditions with their parameters, numbered as they are added. */
class Conditions {
  readonly parameters: unknown[] = [];
  readonly #all: string[] = [];

  add(condition: (place: (value: unknown) => string) => string): void {
    this.#all.push(
      condition((value) => {
        this.parameters.push(value);
        return `$${String(this.parameters.length)}`;
      }),
    );
  }

  toString(): string {
    return this.#all.join(' and ');
  }
}

/** Few enough units to name each of them: then their index of people is better than any other. */
const MOST_NAMED_UNITS = 1500;
/** For a surname: among the people of more units than these, one walks along the names until a page is full. */
const MOST_UNITS_OF_SURNAME = 50;

async function addScope(
  tx: Tx,
  conditions: Conditions,
  { within, most }: { within: readonly UnitId[]; most: number },
): Promise<void> {
  const units = await tx.query<{ id: UnitId }>(
    `select u.id from units top join units u on u.path like top.path || '%' where top.id = any($1) limit $2`,
    [within, most + 1],
  );
  if (units.length <= most) {
    conditions.add((at) => `p.unit = any(${at(units.map(({ id }) => id))})`);
    return;
  }
  const tops = await tx.query<{ path: string }>('select path from units where id = any($1)', [within]);
  // a value asked for row by row: as a join it would be tempting to begin with the units, of which there are too many
  conditions.add(
    (at) => `(select u.path from units u where u.id = p.unit) like any(${at(tops.map(({ path }) => `${path}%`))})`,
  );
}

const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Answers whether anything can be looked for by this name. */
function addName(conditions: Conditions, name: string): boolean {
  const text = squeezed(name);
  const [first, ...more] = bigramsAsked(text);
  if (first === undefined) return false;
  if (Array.from(first).length === 1 && more.length === 0) {
    // one character is in too many names to be looked for anywhere in them: it is taken as a surname
    conditions.add((at) => `p.name collate "C" >= ${at(text)} and p.name collate "C" < ${at(`${text}\u{10FFFF}`)}`);
    return true;
  }
  conditions.add((at) => `p.grams @> ${at([first, ...more])}`);
  conditions.add((at) => `position(${at(text)} in replace(lower(normalize(p.name, NFKC)), ' ', '')) > 0`);
  return true;
}

function addAddress(conditions: Conditions, address: string): boolean {
  const asked = addressAsked(address);
  if (asked.length === 0) return false;
  conditions.add((at) => `p.household = any(array(select id from households where grams @> ${at(asked)}))`);
  return true;
}

/** Finds people by name, exact telephone number or address, in the order of names. @throws CursorMalformed */
export async function findPeople(tx: Tx, sealer: ContactSealer, question: PeopleQuestion): Promise<PeoplePage> {
  const { name, phone, address, within, limit, cursor } = question;
  const conditions = new Conditions();
  const phones = phone === undefined ? [] : sealer.phoneIndexes(phone);
  const isAnswerable =
    (name === undefined || addName(conditions, name)) &&
    (phone === undefined || phones.length > 0) &&
    (address === undefined || addAddress(conditions, address));
  if (!isAnswerable || within.length === 0) return { rows: [], next: null };
  if (phones.length > 0) conditions.add((at) => `p.phone_index = any(${at(phones)})`);
  const isSurnameAlone = name !== undefined && Array.from(squeezed(name)).length === 1 && address === undefined;
  await addScope(tx, conditions, { within, most: isSurnameAlone ? MOST_UNITS_OF_SURNAME : MOST_NAMED_UNITS });
  conditions.add(() => 'p.merged_into is null');
  if (typeof cursor === 'string') {
    const [after, id] = partsOf(cursor, 2);
    conditions.add((at) => `(p.name collate "C", p.id collate "C") > (${at(after)}, ${at(id)})`);
  }
  const rows = await tx.query<FoundPerson>(
    `select ${personColumns('p')}, h.address from people p left join households h on h.id = p.household
     where ${conditions.toString()} order by p.name collate "C", p.id collate "C"
     limit ${String(Math.trunc(limit) + 1)}`,
    conditions.parameters,
  );
  const last = rows.at(limit - 1);
  if (rows.length <= limit || last === undefined) return { rows, next: null };
  return { rows: rows.slice(0, limit), next: cursorOf(last.name, last.id) };
}
