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

/** Free text of at most `max` characters (default 2000), trimmed, not empty. */
export function text(max = 2000): z.ZodType<FreeText, string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, { error: 'contains characters that cannot be stored' })
    .meta({ format: 'text' })
    .transform((body) => new FreeText(body));
}
