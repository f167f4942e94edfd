import { ValueOutOfRangeError } from './database.errors.js';

/*
 * One table of parsers and one encoder for both drivers: node-pg and PGlite each have their own idea of dates, bigints and
 * arrays, and code tested on one would break on the other.
 */

type Parse = (text: string) => unknown;

const UTC_TIMESTAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;
const OFFSET_WITHOUT_MINUTES = /([+-]\d\d)$/;

/** PostgreSQL's text of a timestamptz as ISO 8601 in UTC with milliseconds; microseconds are cut off. */
export function parseTimestamptz(text: string): string {
  const parts = UTC_TIMESTAMP.exec(text);
  if (parts !== null) return `${parts[1] ?? ''}T${parts[2] ?? ''}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  // another session time zone; "infinity" and years outside 0001–9999 stay as PostgreSQL writes them
  const instant = new Date(text.replace(' ', 'T').replace(OFFSET_WITHOUT_MINUTES, '$1:00'));
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new ValueOutOfRangeError(text);
  return value;
}

function parseBytes(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}

const parseText: Parse = (text) => text;
const parseBoolean: Parse = (text) => text === 't';
const parseJson: Parse = (text) => JSON.parse(text) as unknown;

/** Element type → array type, by the fixed type ids of PostgreSQL's catalogue (`pg_type.dat`). */
const TYPES: readonly (readonly [oid: number, arrayOid: number, parse: Parse])[] = [
  [16, 1000, parseBoolean],
  [17, 1001, parseBytes],
  [20, 1016, parseBigint],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, parseText],
  [26, 1028, Number],
  [114, 199, parseJson],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, parseText],
  [1043, 1015, parseText],
  [1082, 1182, parseText],
  [1083, 1183, parseText],
  [1114, 1115, parseText],
  [1184, 1185, parseTimestamptz],
  [1186, 1187, parseText],
  [1700, 1231, parseText],
  [2950, 2951, parseText],
  [3802, 3807, parseJson],
];

const PARSERS = new Map<number, Parse>(
  TYPES.flatMap(([oid, arrayOid, parse]) => [
    [oid, parse],
    [arrayOid, (text: string) => parseArray(text, parse)],
  ]),
);

/** For `pg`: the `types` of one query. */
export const PG_TYPES = {
  getTypeParser: (oid: number): Parse => PARSERS.get(oid) ?? parseText,
};

/** For PGlite: the `parsers` of one query. */
export const PGLITE_PARSERS: Record<number, Parse> = Object.fromEntries(PARSERS);

/** For PGlite: parameters are already text, see {@link encodeParameters}. */
export const PGLITE_SERIALIZERS = new Proxy<Record<number, (value: string) => string>>(
  {},
  { get: () => (value: string) => value },
);

/** PostgreSQL's array text (`{1,NULL,"a b"}`), nested arrays included. */
export function parseArray(text: string, parse: Parse): unknown[] {
  let at = text.indexOf('{');
  function element(): unknown {
    if (text[at] === '{') return list();
    if (text[at] === '"') return parse(quoted());
    const start = at;
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1;
    const plain = text.slice(start, at);
    return plain === 'NULL' ? null : parse(plain);
  }
  function quoted(): string {
    let value = '';
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      value += text[at] ?? '';
    }
    at += 1;
    return value;
  }
  function list(): unknown[] {
    const items: unknown[] = [];
    for (at += 1; at < text.length && text[at] !== '}';) {
      items.push(element());
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return items;
  }
  return at < 0 ? [] : list();
}

/** Parameters as PostgreSQL's text, or null; the same for both drivers. */
export function encodeParameters(params: readonly unknown[]): (string | null)[] {
  const encoded = new Array<string | null>(params.length);
  for (let index = 0; index < params.length; index += 1) encoded[index] = encode(params[index]);
  return encoded;
}

function encode(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'undefined':
      return null;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return encodeObject(value);
    default:
      throw new TypeError(`a ${typeof value} cannot be a query parameter`);
  }
}

function encodeObject(value: object | null): string | null {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return encodeArray(value);
  if (ArrayBuffer.isView(value)) {
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  }
  return JSON.stringify(value);
}

function encodeArray(items: readonly unknown[]): string {
  return `{${items.map((item) => (Array.isArray(item) ? encodeArray(item) : quote(encode(item)))).join(',')}}`;
}

function quote(text: string | null): string {
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
