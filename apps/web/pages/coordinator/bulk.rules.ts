import { flawsOf, initialValue } from '../../forms/form.rules.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import type { Label } from '../../words/words.js';

/** A row that something can be done with. */
export interface BulkRow {
  id: string;
  version: number;
  workflow: string;
  title: string;
  acts: readonly { act: string; label: Label }[];
}

/** An act of a workflow, with its form. */
export interface KnownAct {
  act: string;
  label: Label;
  help: Label;
  confirm: boolean;
  input: unknown;
}

/** Acts that every one of these rows allows now and that ask for nothing: they can be done with all of them at once. */
export function bulkActs(rows: readonly BulkRow[], known: readonly KnownAct[]): KnownAct[] {
  const [first] = rows;
  if (first === undefined || rows.some(({ workflow }) => workflow !== first.workflow)) return [];
  return known.filter(
    ({ act, input }) =>
      rows.every(({ acts }) => acts.some((one) => one.act === act)) && asksNothing(input as FieldSchema),
  );
}

/** Whether the form can be sent as it is opened. */
export function asksNothing(schema: FieldSchema): boolean {
  return flawsOf(schema, initialValue(schema)).length === 0;
}
