import type { Label } from '../../words/words.js';

/** What a question of a matter asks for. */
export const QUESTION_KINDS = ['text', 'number', 'yesNo', 'choice', 'date'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question people answer when they report such a matter. */
export interface Question {
  /** Name of the answer in the record; never changes once answers were given. */
  key: string;
  zh: string;
  en: string;
  kind: QuestionKind;
  isRequired: boolean;
  /** Of a choice: what can be chosen. */
  options: string[];
  minimum: number | null;
  maximum: number | null;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Both languages stand in the one title a schema has: 中文· English. */
const BETWEEN = '· ';

/** The words of a question as its title carries them. */
export function labelOfTitle(title: unknown, key: string): Label {
  const text = typeof title === 'string' && title !== '' ? title : key;
  const at = text.indexOf('·');
  if (at < 0) return { zh: text, en: text };
  return { zh: text.slice(0, at).trim(), en: text.slice(at + 1).trim() };
}

const PLAIN = new Set(['type', 'title', 'minimum', 'maximum', 'enum', 'format', 'maxLength']);

/**
 * The questions of a matter as a list to edit; `null`: the schema says more than such a list can, and is kept as it is.
 */
export function questionsOf(schema: unknown): Question[] | null {
  if (schema === null || schema === undefined) return [];
  if (!isObject(schema) || schema['type'] !== 'object') return null;
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const questions = Object.entries(properties).map(([key, property]) => {
    const kind = isObject(property) ? kindOf(property) : null;
    if (kind === null || !isObject(property)) return null;
    const { enum: options, minimum, maximum } = property;
    return {
      key,
      ...labelOfTitle(property['title'], key),
      kind,
      isRequired: required.includes(key),
      options: Array.isArray(options) ? options.map(String) : [],
      minimum: typeof minimum === 'number' ? minimum : null,
      maximum: typeof maximum === 'number' ? maximum : null,
    };
  });
  return questions.includes(null) ? null : questions.filter((one) => one !== null);
}

function kindOf(property: Json): QuestionKind | null {
  if (Object.keys(property).some((name) => !PLAIN.has(name))) return null;
  const { type, format, enum: options } = property;
  if (type === 'string' && Array.isArray(options))
    return options.every((one) => typeof one === 'string') ? 'choice' : null;
  if (type === 'string') return format === undefined ? 'text' : format === 'date' ? 'date' : null;
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'yesNo' : null;
}

/** The schema a list of questions stands for; no question: nothing has to be answered. */
export function schemaOf(questions: readonly Question[]): Json | null {
  if (questions.length === 0) return null;
  return {
    type: 'object',
    properties: Object.fromEntries(questions.map((question) => [question.key, propertyOf(question)])),
    required: questions.filter(({ isRequired }) => isRequired).map(({ key }) => key),
    additionalProperties: false,
  };
}

function propertyOf({ zh, en, kind, options, minimum, maximum }: Question): Json {
  const title = `${zh.trim()}${BETWEEN}${en.trim()}`;
  switch (kind) {
    case 'text':
      return { type: 'string', title, maxLength: 500 };
    case 'date':
      return { type: 'string', format: 'date', title };
    case 'choice':
      return { type: 'string', title, enum: options.map((one) => one.trim()).filter((one) => one !== '') };
    case 'yesNo':
      return { type: 'boolean', title };
    case 'number':
      return {
        type: 'number',
        title,
        ...(minimum === null ? {} : { minimum }),
        ...(maximum === null ? {} : { maximum }),
      };
  }
}

export type QuestionFlaw = 'words' | 'options' | 'bounds';

/** What is missing in a question before it can be asked. */
export function flawOf({ zh, en, kind, options, minimum, maximum }: Question): QuestionFlaw | null {
  if (zh.trim() === '' || en.trim() === '') return 'words';
  if (kind === 'choice' && options.filter((one) => one.trim() !== '').length < 2) return 'options';
  if (kind === 'number' && minimum !== null && maximum !== null && minimum > maximum) return 'bounds';
  return null;
}

/** A name for a new answer that no other has. */
export function freeKey(questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ key }) => key));
  let number = questions.length + 1;
  while (taken.has(`question${number}`)) number += 1;
  return `question${number}`;
}
