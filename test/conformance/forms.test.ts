import { describe, expect, test } from '@jest/globals';

import { MEASURES, REFERENCES } from '#libs/contract';
import { formOf, type FormPlace, type Label, type Registered } from '#libs/engine';

import { allWorkflows } from './workflows.js';

const MOST_CHINESE = 14;
const MOST_ENGLISH_WORDS = 6;

/** Fields somebody types in as they are: names, numbers of papers, places, provisions. Any other string is chosen, dated or free text. */
const TYPED_IN = [
  ['appraisal', 'name', 'zh', 'en'],
  ['ballot', 'zh', 'en'],
  ['cost-share', 'number'],
  ['covenant', 'document', 'number'],
  ['notice', 'place'],
  ['seal', 'name', 'number', 'papers[]', 'basis'],
  ['sign-off', 'name', 'number', 'department', 'papers[]', 'basis', 'silence'],
].flatMap(([workflow = '', ...fields]) => fields.map((field) => `${workflow} ${field}`));

interface Shape {
  [key: string]: unknown;
  label?: Label;
  values?: Record<string, Label>;
  properties?: Record<string, Shape>;
  items?: Shape;
  additionalProperties?: Shape | boolean;
  propertyNames?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
}

interface Field {
  /** Where it stands, such as `issue act reply ·.text`. */
  place: string;
  /** Workflow and last name, such as `issue text`. */
  name: string;
  shape: Shape;
}

const fields = allWorkflows.flatMap(fieldsOf);

describe('the forms of every workflow', () => {
  test('say every field and every choice in Chinese and English, short enough to stand beside it', () => {
    const long = fields.flatMap(({ place, shape: { label, values = {} } }) =>
      [label, ...Object.values(values)].flatMap((word) =>
        word === undefined || isShort(word) ? [] : [`${place}: ${word.zh} · ${word.en}`],
      ),
    );
    expect(fields.length).toBeGreaterThan(1000);
    expect(long).toEqual([]);
  });

  test('have no Latin letters where a resident reads Chinese, but for codes that are explained', () => {
    const strange = fields.flatMap(({ place, shape: { label } }) => {
      const zh = label?.zh ?? '';
      return /[A-Za-z]/u.test(zh) ? [`${place}: ${zh}`] : [];
    });
    expect(strange).toEqual([]);
  });

  test('ask for nothing by its id: what names something says what, so that it can be chosen', () => {
    const bare = fields.filter(({ shape, name }) => isBareString(shape) && !TYPED_IN.includes(name));
    expect(bare.map(({ place }) => place)).toEqual([]);
  });

  test('type in by hand only what is listed as such', () => {
    const bare = new Set(fields.filter(({ shape }) => isBareString(shape)).map(({ name }) => name));
    expect(TYPED_IN.filter((name) => !bare.has(name))).toEqual([]);
  });

  test('refer to what is known and count in known units', () => {
    const strange = fields.filter(
      ({ shape: { refers, unit } }) =>
        (refers !== undefined && !REFERENCES.some((one) => one === refers)) ||
        (unit !== undefined && !MEASURES.some((one) => one === unit)),
    );
    expect(strange.map(({ place }) => place)).toEqual([]);
  });

  test('say the unit of every number of days, hours, percent and of money', () => {
    const counted = /(days|hours|percent|amount|total)(?:$|[A-Z])/iu;
    const bare = fields.filter(
      ({ shape, name }) =>
        shape.type === 'integer' && counted.test(name.split(' ')[1] ?? '') && shape['unit'] === undefined,
    );
    expect(bare.map(({ place }) => place)).toEqual([]);
  });
});

function isShort({ zh, en }: Label): boolean {
  return Array.from(zh).length <= MOST_CHINESE && en.split(/\s+/u).length <= MOST_ENGLISH_WORDS;
}

function isBareString({ type, format, pattern, refers, enum: values, const: value }: Shape): boolean {
  return type === 'string' && [format, pattern, refers, values, value].every((one) => one === undefined);
}

function fieldsOf({ workflow }: Registered): Field[] {
  const places: FormPlace[] = [
    ...(workflow.startedBy.length === 0 ? [] : [{ part: 'start' } as const]),
    ...Object.keys(workflow.acts).map((act) => ({ part: 'act', act }) as const),
    { part: 'policy' },
  ];
  return places.flatMap((place) => {
    const at = `${workflow.name} ${place.part === 'act' ? `act ${place.act}` : place.part} ·`;
    return inside(formOf(workflow, place), { workflow: workflow.name, at, name: '' });
  });
}

interface Standing {
  workflow: string;
  at: string;
  name: string;
}

function inside(shape: Shape, { workflow, at, name }: Standing): Field[] {
  const below = (part: Shape, next: string): Field[] => inside(part, { workflow, at: `${at}.${next}`, name: next });
  const others = typeof shape.additionalProperties === 'object' ? [shape.additionalProperties] : [];
  return [
    ...(name === '' ? [] : [{ place: at, name: `${workflow} ${name}`, shape }]),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((one) => inside(one, { workflow, at, name })),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, part]) => below(part, key)),
    ...(shape.items === undefined ? [] : inside(shape.items, { workflow, at: `${at}[]`, name: `${name}[]` })),
    ...others.flatMap((part) => inside(part, { workflow, at: `${at}{}`, name: `${name}{}` })),
    ...(shape.propertyNames === undefined
      ? []
      : inside(shape.propertyNames, { workflow, at: `${at}{}`, name: `${name}{}` })),
  ];
}
