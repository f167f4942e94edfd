import { z } from 'zod';

/**
 * A free text on its way in. It never enters a journal or a context: the durable layer stores it apart (so that it can be
 * erased by law) and puts its id in its place.
 */
export class FreeText {
  constructor(readonly body: string) {}
}

/** Id of a stored text. */
export type TextId = string;

/** An input as charts see it: every {@link FreeText} replaced by the id of the stored text. */
export type Referenced<T> = T extends FreeText
  ? TextId
  : T extends readonly (infer Item)[]
    ? Referenced<Item>[]
    : T extends object
      ? { [Key in keyof T]: Referenced<T[Key]> }
      : T;

/** What a chart receives for an input schema. */
export type InputOf<Schema extends z.ZodType> = Referenced<z.output<Schema>>;

const NUL_OR_LONE_SURROGATE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether PostgreSQL and JSON can hold the string. */
export function isStorable(value: string): boolean {
  return !NUL_OR_LONE_SURROGATE.test(value);
}

/** Whether there is anything to be seen: blanks of all kinds, joiners and marks of direction alone say nothing. */
export function isSeen(value: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(value);
}

const OPENED = new Map([
  ...['\u202a', '\u202b', '\u202d', '\u202e'].map((mark) => [mark, '\u202c'] as const),
  ...['\u2066', '\u2067', '\u2068'].map((mark) => [mark, '\u2069'] as const),
]);

/** The same text with every mark of direction closed at the end of its line, so that nothing beside it is turned around. */
export function closed(value: string): string {
  return value.split('\n').map(closedLine).join('\n');
}

function closedLine(line: string): string {
  const open: string[] = [];
  for (const mark of line) {
    const end = OPENED.get(mark);
    if (end !== undefined) open.push(end);
    else if (mark === open.at(-1)) open.pop();
    else if (mark === '\u2069' && open.includes(mark)) open.splice(open.lastIndexOf(mark));
  }
  return line + open.reverse().join('');
}

/** Free text of at most `max` characters (default 2000), trimmed, not empty, with every mark of direction closed. */
export function text(max = 2000): z.ZodType<FreeText, string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, { error: 'contains characters that cannot be stored' })
    .refine(isSeen, { error: 'there is nothing to be seen in it' })
    .meta({ format: 'text' })
    .transform((body) => new FreeText(closed(body)));
}
