import { z } from 'zod';

import {
  DURATION_UNITS,
  type FieldTexts,
  type FieldWord,
  type Json,
  type JsonObject,
  type Workflow,
} from './vocabulary.js';

/** What of a workflow is a form: what starts it, what an act takes, what a community may choose. */
export type FormPlace = { part: 'start' } | { part: 'act'; act: string } | { part: 'policy' };

/** A field or a value of a form that has no words, or words that no form uses. */
export interface WordingGap {
  /** Where it stands, such as `act reply · text`. */
  place: string;
  problem: string;
}

/** The part of a JSON Schema that matters here. */
interface Shape {
  [key: string]: unknown;
  enum?: Json[];
  const?: Json;
  properties?: Record<string, Shape>;
  items?: Shape | boolean;
  prefixItems?: Shape[];
  additionalProperties?: Shape | boolean;
  propertyNames?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
}

/** A duration is the engine's own: its three fields read the same in every form. */
const DURATION_WORDS: Readonly<Record<string, FieldWord>> = {
  amount: ['时长', 'Length'],
  unit: [
    '时间单位',
    'Unit of time',
    {
      values: {
        minute: ['分钟', 'Minutes'],
        hour: ['小时', 'Hours'],
        businessHour: ['工作时间（小时）', 'Office hours'],
        day: ['天', 'Days'],
        workingDay: ['工作日', 'Working days'],
      },
    },
  ],
  calendar: [
    '按哪本日历计算',
    'Counted by which calendar',
    {
      help: [
        'office 按法定工作日，扣除节假日；always 昼夜连续计算；duty 按值班时间。',
        '`office` follows working days and public holidays, `always` runs round the clock, `duty` follows the hours on duty.',
      ],
    },
  ],
};

const KEYS_OF_ALTERNATIVES = ['anyOf', 'oneOf', 'allOf'] as const;
const forms = new WeakMap<Workflow, Map<string, JsonObject>>();

/**
 * The JSON Schema of a form with its words: every property has `label` and, where there is more to say, `help`; every choice has
 * `values`. A field without words (which registration refuses) is left as it is. Made once; not to be changed.
 */
export function formOf(workflow: Workflow, place: FormPlace): JsonObject {
  const known = forms.get(workflow) ?? new Map<string, JsonObject>();
  forms.set(workflow, known);
  const key = nameOfPlace(place);
  const form = known.get(key) ?? (wordedForm(workflow, place, new WordBook(workflow.texts.fields ?? {})) as JsonObject);
  known.set(key, form);
  return form;
}

/** Every field and choice of a workflow's forms without words, and all words nothing uses. */
export function wordingGaps(workflow: Workflow): WordingGap[] {
  const book = new WordBook(workflow.texts.fields ?? {});
  for (const place of placesOf(workflow)) wordedForm(workflow, place, book);
  const unknown = Object.keys(workflow.texts.fields?.acts ?? {}).filter((act) => !(act in workflow.acts));
  return [
    ...book.gaps,
    ...unknown.map((act) => ({ place: `act ${act}`, problem: 'words for an act that does not exist' })),
    ...book.unused(),
  ];
}

/** Nobody is shown the form of a start that only other cases can make; it needs no words, but may have them. */
function placesOf(workflow: Workflow): FormPlace[] {
  return [
    { part: 'start' },
    ...Object.keys(workflow.acts).map((act) => ({ part: 'act', act }) as const),
    { part: 'policy' },
  ];
}

function nameOfPlace(place: FormPlace): string {
  return place.part === 'act' ? `act ${place.act}` : place.part;
}

function wordedForm(workflow: Workflow, place: FormPlace, book: WordBook): Shape {
  const schema = schemaAt(workflow, place);
  if (schema === undefined) return {};
  const mayBeSilent = place.part === 'start' && workflow.startedBy.length === 0;
  return worded(shapeOf(schema), '', book.at(place, mayBeSilent));
}

function schemaAt(workflow: Workflow, place: FormPlace): z.ZodType | undefined {
  if (place.part === 'start') return workflow.contract.input;
  return place.part === 'policy' ? workflow.policy.schema : workflow.acts[place.act]?.input;
}

/** Another rule of the registration tells of an input that has no JSON Schema at all. */
function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function worded(shape: Shape, path: string, words: Lookup): Shape {
  const own: Shape = { ...shape };
  for (const key of KEYS_OF_ALTERNATIVES) {
    const alternatives = shape[key];
    if (alternatives !== undefined) own[key] = alternatives.map((one) => worded(one, path, words));
  }
  if (typeof shape.items === 'object') own.items = worded(shape.items, `${path}[]`, words);
  if (shape.prefixItems !== undefined)
    own.prefixItems = shape.prefixItems.map((one) => worded(one, `${path}[]`, words));
  if (typeof shape.additionalProperties === 'object')
    own.additionalProperties = worded(shape.additionalProperties, `${path}{}`, words);
  if (isDuration(shape)) own.properties = wordedDuration(shape.properties);
  else if (shape.properties !== undefined)
    own.properties = mapped(shape.properties, (part, key) =>
      wordedField(part, path === '' ? key : `${path}.${key}`, words),
    );
  return own;
}

function isDuration(shape: Shape): shape is Shape & { properties: Record<string, Shape> } {
  const { amount, unit, ...others } = shape.properties ?? {};
  const isOfTime = unit?.enum?.every((one) => DURATION_UNITS.some((known) => known === one)) ?? false;
  return amount !== undefined && isOfTime && Object.keys(others).every((key) => key === 'calendar');
}

function wordedDuration(properties: Record<string, Shape>): Record<string, Shape> {
  return mapped(properties, (part, key) => {
    const refers = key === 'calendar' ? { refers: 'calendar' } : {};
    const word = DURATION_WORDS[key];
    return word === undefined ? part : { ...labelled(part, word, () => undefined), ...refers };
  });
}

function wordedField(part: Shape, path: string, words: Lookup): Shape {
  const inside = worded(part, path, words);
  const word = words.word(path);
  return word === undefined ? inside : labelled(inside, word, (value) => words.value(path, word, value));
}

/** `said` hears of every value of a choice. */
function labelled(shape: Shape, [zh, en, more = {}]: FieldWord, said: (value: string) => void): Shape {
  const { help } = more;
  return {
    ...choices(shape, more.values ?? {}, said),
    label: { zh, en },
    ...(help === undefined ? {} : { help: { zh: help[0], en: help[1] } }),
  };
}

/** Values stand where the choice stands: at the field, at the alternative that is not null, at the items or keys of a list. */
function choices(
  shape: Shape,
  values: NonNullable<FieldWord[2]>['values'] & object,
  said: (value: string) => void,
): Shape {
  const own: Shape = { ...shape };
  const inside = (part: Shape): Shape => choices(part, values, said);
  for (const key of KEYS_OF_ALTERNATIVES) {
    const alternatives = shape[key];
    if (alternatives !== undefined) own[key] = alternatives.map(inside);
  }
  if (typeof shape.items === 'object') own.items = inside(shape.items);
  if (shape.propertyNames !== undefined) own.propertyNames = inside(shape.propertyNames);
  const all = [...(shape.enum ?? []), ...(shape.const === undefined ? [] : [shape.const])];
  const chosen = all.filter((value) => typeof value === 'string');
  if (chosen.length === 0) return own;
  for (const value of chosen) said(value);
  own['values'] = Object.fromEntries(
    chosen.flatMap((value) => {
      const word = values[value];
      return word === undefined ? [] : [[value, { zh: word[0], en: word[1] }]];
    }),
  );
  return own;
}

function mapped(parts: Record<string, Shape>, map: (part: Shape, key: string) => Shape): Record<string, Shape> {
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, map(part, key)]));
}

/** The words of one form: what is said of a field there, and what is missing. */
interface Lookup {
  word(path: string): FieldWord | undefined;
  value(path: string, word: FieldWord, value: string): void;
}

/** All words of a workflow, with a note of which were used and which were missing. */
class WordBook {
  readonly gaps: WordingGap[] = [];
  readonly #used = new Map<FieldWord, Set<string>>();

  constructor(private readonly texts: FieldTexts) {}

  /**
   * A form looks in its own words first, then in those for everywhere, each by the whole path (`steps[].unit`) and then by ever
   * shorter ends of it (`unit`).
   */
  at(place: FormPlace, mayBeSilent: boolean): Lookup {
    const own = place.part === 'act' ? this.texts.acts?.[place.act] : this.texts[place.part];
    return {
      word: (path) => {
        const ends = endsOf(path);
        const found = [own ?? {}, this.texts.everywhere ?? {}].flatMap((words) =>
          ends.flatMap((end) => (Object.hasOwn(words, end) ? [words[end]] : [])),
        )[0];
        if (found !== undefined) this.#use(found);
        else if (!mayBeSilent)
          this.gaps.push({ place: `${nameOfPlace(place)} · ${path}`, problem: 'the field has no words' });
        return found;
      },
      value: (path, word, value) => {
        this.#use(word).add(value);
        if (mayBeSilent || word[2]?.values?.[value] !== undefined) return;
        this.gaps.push({ place: `${nameOfPlace(place)} · ${path}`, problem: `the value "${value}" has no words` });
      },
    };
  }

  /** Words no form uses, and empty ones. */
  unused(): WordingGap[] {
    const { everywhere = {}, start = {}, policy = {}, acts = {} } = this.texts;
    const parts = { everywhere, start, policy, ...mappedNames(acts) };
    return Object.entries(parts).flatMap(([part, words]) =>
      Object.entries(words).flatMap(([path, word]) =>
        this.#problemsOf(word).map((problem) => ({ place: `${part} · ${path}`, problem })),
      ),
    );
  }

  #problemsOf(word: FieldWord): string[] {
    const used = this.#used.get(word);
    if (used === undefined) return ['words for a field that does not exist'];
    const [zh, en, { help = ['·', '·'], values = {} } = {}] = word;
    const empty = [zh, en, ...help, ...Object.values(values).flat()].some((one) => one.trim() === '');
    const strange = Object.keys(values).filter((value) => !used.has(value));
    return [
      ...(empty ? ['words are missing in one of the languages'] : []),
      ...strange.map((value) => `words for the value "${value}" that does not exist`),
    ];
  }

  #use(word: FieldWord): Set<string> {
    const values = this.#used.get(word) ?? new Set<string>();
    this.#used.set(word, values);
    return values;
  }
}

function mappedNames<Words>(acts: Readonly<Record<string, Words>>): Record<string, Words> {
  return Object.fromEntries(Object.entries(acts).map(([act, words]) => [`act ${act}`, words]));
}

/** `steps[].limit.amount`, `limit.amount`, `amount`. */
function endsOf(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(index).join('.'));
}
