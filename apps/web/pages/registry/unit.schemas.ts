import type { FieldSchema } from '../../forms/schema.types.js';
import { officeWords } from '../../words/offices.words.js';
import { registryWords } from '../../words/registry.words.js';
import { unitKindWords } from '../../words/unit-kinds.words.js';
import { BODY_NAMES, choiceOf, labelOf, OFFICE_ENDINGS, ROLES, UNIT_KINDS } from './vocabulary.rules.js';

const said = (key: keyof typeof registryWords) => labelOf(registryWords, key);
const NAME = 100;
const SHORT = 100;

/** Text of one line. */
export const line = (key: keyof typeof registryWords, more: FieldSchema = {}): FieldSchema => ({
  type: 'string',
  maxLength: SHORT,
  label: said(key),
  ...more,
});
/** A field that may stay empty, and may be emptied. */
export const maybe = (field: FieldSchema): FieldSchema => {
  const { label, help, ...rest } = field;
  return {
    anyOf: [rest, { type: 'null' }],
    ...(label === undefined ? {} : { label }),
    ...(help === undefined ? {} : { help }),
  };
};
/** Why; stands in the history of what the change touches. */
export const REASON: FieldSchema = { type: 'string', maxLength: 160, label: said('reason'), help: said('reasonHelp') };
export const ON: FieldSchema = { type: 'string', format: 'date', label: said('on'), help: said('onHelp') };

const details = {
  address: maybe(line('address')),
  phone: maybe(line('publicPhone')),
} as const;

export const CHANGE_UNIT: FieldSchema = {
  type: 'object',
  required: ['name', 'code', 'reason'],
  properties: {
    name: line('name', { maxLength: NAME }),
    code: line('code', { help: said('codeHelp') }),
    ...details,
    reason: REASON,
    on: ON,
  },
};

export const NEW_UNIT: FieldSchema = {
  type: 'object',
  required: ['kind', 'name', 'code', 'reason'],
  properties: {
    kind: { ...choiceOf(unitKindWords, UNIT_KINDS), label: said('kind') },
    body: { ...choiceOf(unitKindWords, BODY_NAMES), label: said('whichBody'), help: said('whichBodyHelp') },
    name: line('name', { maxLength: NAME }),
    code: line('code', { help: said('codeHelp') }),
    ...details,
    reason: REASON,
    on: ON,
  },
};

export const MOVE_UNIT: FieldSchema = {
  type: 'object',
  required: ['parent', 'reason'],
  properties: {
    parent: { type: 'string', refers: 'unit', label: said('newParent'), help: said('newParentHelp') },
    reason: REASON,
    on: ON,
  },
};

export const CLOSE_UNIT: FieldSchema = {
  type: 'object',
  required: ['reason'],
  properties: {
    successor: { type: 'string', refers: 'unit', label: said('successor'), help: said('successorHelp') },
    reason: REASON,
    on: ON,
  },
};

export const APPOINT: FieldSchema = {
  type: 'object',
  required: ['person', 'role', 'from', 'reason'],
  properties: {
    person: { type: 'string', refers: 'person', label: said('who'), help: said('whoHelp') },
    role: { ...choiceOf(officeWords, ROLES), label: said('office') },
    from: { type: 'string', format: 'date', label: said('termFrom') },
    to: { type: 'string', format: 'date', label: said('termTo'), help: said('termToHelp') },
    constituency: { type: 'string', refers: 'unit', label: said('constituency'), help: said('constituencyHelp') },
    reason: REASON,
  },
};

export const END_OFFICE: FieldSchema = {
  type: 'object',
  required: ['on', 'ending', 'reason'],
  properties: {
    on: { type: 'string', format: 'date', label: said('endOn'), help: said('endOnHelp') },
    ending: { ...choiceOf(officeWords, OFFICE_ENDINGS), label: said('ending') },
    reason: REASON,
  },
};

export const SUBSTITUTE: FieldSchema = {
  type: 'object',
  required: ['person', 'from', 'to', 'reason'],
  properties: {
    person: { type: 'string', refers: 'person', label: said('standsIn') },
    from: { type: 'string', format: 'date', label: said('standsInFrom') },
    to: { type: 'string', format: 'date', label: said('backOn') },
    reason: REASON,
  },
};
