import { fieldsOf, sentValue } from '../../forms/form.rules.js';
import type { FieldSchema, FormValue } from '../../forms/schema.types.js';

/** Fields that say why and from when, and are sent with every change. */
export const ALWAYS = ['reason', 'on'] as const;

/**
 * What a form changes: fields that differ from what was there, `null` for those that were emptied and may be empty. What was left
 * as it was is not sent, so that somebody else's change of it is not taken back.
 */
export function changedOnly(schema: FieldSchema, { given, value }: { given: FormValue; value: FormValue }): FormValue {
  const sent = sentValue(schema, value);
  const before = sentValue(schema, given);
  return Object.fromEntries(
    fieldsOf(schema).flatMap(({ name, isNullable }): [string, unknown][] => {
      const next = sent[name];
      if ((ALWAYS as readonly string[]).includes(name)) return next === undefined ? [] : [[name, next]];
      if (JSON.stringify(next ?? null) === JSON.stringify(before[name] ?? null)) return [];
      return next === undefined ? (isNullable ? [[name, null]] : []) : [[name, next]];
    }),
  );
}

/** Whether anything beside the reason was changed. */
export const isChanged = (changed: FormValue): boolean =>
  Object.keys(changed).some((name) => !(ALWAYS as readonly string[]).includes(name));
