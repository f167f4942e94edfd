import type { Label } from '../words/wording.rules.js';

/** The part of JSON Schema (2020-12) that forms of workflows are written in, with the words and marks the service adds. */
export interface FieldSchema {
  type?: string;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
  enum?: (string | number)[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  additionalProperties?: FieldSchema | boolean;
  /** What the field is called on a form. */
  label?: Label;
  help?: Label;
  /** Words of the values of an enum. */
  values?: Record<string, Label>;
  /** What an id names, so that there is something to choose from. */
  refers?: string;
  /** What a number counts. */
  unit?: string;
}

export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'yesNo'
  | 'choice'
  | 'number'
  | 'day'
  | 'instant'
  | 'reference'
  | 'file'
  | 'list'
  | 'group'
  | 'variants'
  | 'unknown';

/** A field as a form shows it. */
export interface Field {
  /** Name of the property. */
  name: string;
  kind: FieldKind;
  /** The schema without the possibility of being empty. */
  schema: FieldSchema;
  isRequired: boolean;
  /** Whether nothing is said by `null`. */
  isNullable: boolean;
}

export type FormValue = Record<string, unknown>;
