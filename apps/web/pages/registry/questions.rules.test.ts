import { describe, expect, test } from '@jest/globals';

import { flawOf, freeKey, labelOfTitle, questionsOf, schemaOf, type Question } from './questions.rules.js';

const HEATING = {
  type: 'object',
  required: ['temperature'],
  properties: {
    temperature: { type: 'number', title: '室温（℃）· Room temperature', maximum: 40, minimum: -20 },
    neighbours: { type: 'boolean', title: '邻居家也不热？· Neighbours cold, too?' },
  },
  additionalProperties: false,
};
const question: Question = {
  ...{ key: 'floor', zh: '几楼', en: 'Floor', kind: 'number', isRequired: true },
  ...{ options: [], minimum: 1, maximum: 30 },
};

describe('the questions of a matter', () => {
  test('are read from their schema and written back the same', () => {
    const questions = questionsOf(HEATING);
    expect(questions?.map(({ zh, en, isRequired }) => [zh, en, isRequired])).toEqual([
      ['室温（℃）', 'Room temperature', true],
      ['邻居家也不热？', 'Neighbours cold, too?', false],
    ]);
    expect(schemaOf(questions ?? [])).toEqual(HEATING);
  });
  test('are none where nothing is asked', () => {
    expect([questionsOf(null), schemaOf([])]).toEqual([[], null]);
  });
  test.each([
    ['a part within a part', { type: 'object', properties: { where: { type: 'object' } } }],
    ['a pattern', { type: 'object', properties: { code: { type: 'string', pattern: '^a' } } }],
    ['no object', { type: 'string' }],
  ])('are left as they are when a schema has %s, which the list cannot show', (_, schema) => {
    expect(questionsOf(schema)).toBeNull();
  });
  test('carry both languages in one title, and the key where there is none', () => {
    expect(labelOfTitle(undefined, 'floor')).toEqual({ zh: 'floor', en: 'floor' });
    expect(labelOfTitle('几楼', 'floor')).toEqual({ zh: '几楼', en: '几楼' });
  });
  test('say what is missing', () => {
    expect(flawOf(question)).toBeNull();
    expect(flawOf({ ...question, en: ' ' })).toBe('words');
    expect(flawOf({ ...question, kind: 'choice', options: ['有', ''] })).toBe('options');
    expect(flawOf({ ...question, minimum: 9, maximum: 1 })).toBe('bounds');
  });
  test('get a name no other answer has', () => {
    expect(freeKey([{ ...question, key: 'question2' }])).toBe('question3');
  });
});
