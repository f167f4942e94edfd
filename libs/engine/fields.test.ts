import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { RegistrationError } from './faults.js';
import { formOf, wordingGaps, type WordingGap } from './fields.js';
import { registerWorkflow } from './registration.js';
import { repairWorkflow } from './testing/repair.fixture.js';
import { DURATION_UNITS, type FieldTexts, type JsonObject, type Workflow } from './vocabulary.js';

const empty = z.strictObject({});
const label = { zh: '字', en: 'words' };

/** A workflow of one act that takes the input, with the words. */
function taking(input: z.ZodType, fields: FieldTexts, more: Partial<Workflow> = {}): Workflow {
  return {
    ...repairWorkflow,
    texts: { ...repairWorkflow.texts, fields },
    contract: { ...repairWorkflow.contract, input: empty },
    acts: { reply: { label, help: label, input, who: [] } },
    policy: { schema: empty, presets: { usual: {} }, default: 'usual' },
    ...more,
  };
}

function gapsOf(input: z.ZodType, fields: FieldTexts, more: Partial<Workflow> = {}): WordingGap[] {
  return wordingGaps(taking(input, fields, more));
}

function replyForm(input: z.ZodType, fields: FieldTexts): JsonObject {
  return formOf(taking(input, fields), { part: 'act', act: 'reply' });
}

describe('the form of an act', () => {
  test('has a label at every field, and help where it was written', () => {
    const form = replyForm(z.object({ text: z.string(), days: z.number() }), {
      acts: { reply: { text: ['给居民的回复', 'Reply', { help: ['写清楚。', 'Be clear.'] }], days: ['几天', 'Days'] } },
    });
    expect(form.properties).toEqual({
      text: { type: 'string', label: { zh: '给居民的回复', en: 'Reply' }, help: { zh: '写清楚。', en: 'Be clear.' } },
      days: { type: 'number', label: { zh: '几天', en: 'Days' } },
    });
  });

  test('says what every value of a choice means, also where it may be left open, in lists and as keys', () => {
    const side = z.enum(['for', 'against']);
    const values = { for: ['赞成', 'For'], against: ['反对', 'Against'] } as const;
    const said = { for: { zh: '赞成', en: 'For' }, against: { zh: '反对', en: 'Against' } };
    const form = replyForm(
      z.object({ one: side, open: side.nullable(), several: z.array(side), each: z.record(side, z.number()) }),
      {
        everywhere: Object.fromEntries(
          ['one', 'open', 'several', 'each'].map((key) => [key, ['立场', 'Side', { values }]]),
        ),
      },
    );
    expect(form).toMatchObject({
      properties: {
        one: { values: said },
        open: { anyOf: [{ values: said }, { type: 'null' }] },
        several: { items: { values: said } },
        each: { propertyNames: { values: said } },
      },
    });
  });

  test('takes the words of its own before those for everywhere, and a longer path before a shorter one', () => {
    const input = z.object({ unit: z.string(), steps: z.array(z.object({ unit: z.string(), note: z.string() })) });
    const form = replyForm(input, {
      everywhere: { note: ['全局', 'everywhere'], steps: ['步骤', 'Steps'] },
      acts: { reply: { unit: ['外', 'outer'], 'steps[].unit': ['内', 'inner'], note: ['本表', 'own'] } },
    });
    expect(form).toMatchObject({
      properties: {
        unit: { label: { en: 'outer' } },
        steps: { items: { properties: { unit: { label: { en: 'inner' } }, note: { label: { en: 'own' } } } } },
      },
    });
  });

  test('words a duration by itself: it is the same everywhere', () => {
    const time = z.object({ amount: z.number(), unit: z.enum(DURATION_UNITS), calendar: z.string() });
    const fields: FieldTexts = { acts: { reply: { limit: ['时限', 'Time'] } } };
    expect(gapsOf(z.object({ limit: time }), fields)).toEqual([]);
    expect(replyForm(z.object({ limit: time }), fields)).toMatchObject({
      properties: {
        limit: {
          properties: {
            amount: { label: { zh: '时长' } },
            unit: { values: { workingDay: { zh: '工作日', en: 'Working days' } } },
            calendar: { refers: 'calendar' },
          },
        },
      },
    });
  });

  test('leaves the schema itself as it was', () => {
    const input = z.object({ text: z.string().min(1).max(9).meta({ refers: 'unit' }).optional() });
    const form = replyForm(input, { everywhere: { text: ['哪里', 'Where'] } });
    expect(form).toMatchObject({
      type: 'object',
      properties: { text: { type: 'string', minLength: 1, maxLength: 9, refers: 'unit' } },
    });
    expect(form.required).toBeUndefined();
  });
});

describe('a workflow does not register', () => {
  test('when a field of an act, of the start or of the policy has no words', () => {
    const field = z.object({ text: z.string() });
    expect(gapsOf(field, {})).toEqual([{ place: 'act reply · text', problem: 'the field has no words' }]);
    const elsewhere: Partial<Workflow> = {
      contract: { ...repairWorkflow.contract, input: field },
      policy: { schema: field, presets: {}, default: 'usual' },
    };
    expect(gapsOf(empty, {}, elsewhere).map(({ place }) => place)).toEqual(['start · text', 'policy · text']);
  });

  test('when a value of a choice has no words', () => {
    const fields: FieldTexts = { everywhere: { side: ['立场', 'Side', { values: { for: ['赞成', 'For'] } }] } };
    expect(gapsOf(z.object({ side: z.enum(['for', 'against']) }), fields)).toEqual([
      { place: 'act reply · side', problem: 'the value "against" has no words' },
    ]);
  });

  test('when a field deep inside has no words', () => {
    const input = z.object({
      steps: z.array(z.object({ on: z.string() })),
      by: z.record(z.string(), z.object({ x: z.string() })),
    });
    const fields: FieldTexts = { everywhere: { steps: ['步骤', 'Steps'], by: ['各人', 'By person'] } };
    expect(gapsOf(input, fields).map(({ place }) => place)).toEqual(['act reply · steps[].on', 'act reply · by{}.x']);
  });

  test.each<[string, FieldTexts, string]>([
    ['an act', { acts: { gone: { x: ['字', 'x'] } } }, 'words for an act that does not exist'],
    ['a field', { everywhere: { gone: ['字', 'x'] } }, 'words for a field that does not exist'],
    [
      'a value',
      {
        start: {},
        acts: { reply: { side: ['立场', 'Side', { values: { for: ['赞成', 'For'], gone: ['无', 'Gone'] } }] } },
      },
      'words for the value "gone" that does not exist',
    ],
  ])('when it has words for %s that does not exist', (_what, fields, problem) => {
    const side = fields.acts?.reply === undefined ? empty : z.object({ side: z.enum(['for']) });
    expect(gapsOf(side, fields).map((gap) => gap.problem)).toContain(problem);
  });

  test('when one of the languages is left empty', () => {
    const input = z.object({ text: z.string() });
    const missing = 'words are missing in one of the languages';
    expect(gapsOf(input, { everywhere: { text: ['字', ' '] } })).toEqual([
      { place: 'everywhere · text', problem: missing },
    ]);
    expect(gapsOf(input, { everywhere: { text: ['字', 'x', { help: ['', 'y'] }] } })).toHaveLength(1);
  });

  test('and the refusal names the file, the field and what to do', () => {
    const fields: FieldTexts = { ...repairWorkflow.texts.fields, start: {} };
    const silent = { ...repairWorkflow, texts: { ...repairWorkflow.texts, fields } };
    expect(() => registerWorkflow(silent)).toThrow(RegistrationError);
    expect(() => registerWorkflow(silent)).toThrow(
      'workflows/repair/repair.words.ts · start · place: the field has no words. Say it in `texts.fields`',
    );
  });
});

describe('a start that only other cases can make', () => {
  test('needs no words: nobody is shown its form', () => {
    const input = z.object({ issue: z.string(), kind: z.enum(['a']) });
    const contract = { ...repairWorkflow.contract, input };
    expect(gapsOf(empty, {}, { contract, startedBy: [] })).toEqual([]);
    expect(gapsOf(empty, {}, { contract })).toHaveLength(2);
  });
});
