import type { FieldSchema } from '../../forms/schema.types.js';
import { peopleWords } from '../../words/people.words.js';
import { maybe, ON, REASON } from './unit.schemas.js';
import { choiceOf, labelOf } from './vocabulary.rules.js';

const said = (key: keyof typeof peopleWords) => labelOf(peopleWords, key);
const GENDERS = ['female', 'male'] as const;

const unitField: FieldSchema = { type: 'string', refers: 'unit', label: said('livesIn'), help: said('livesInHelp') };
const householdField: FieldSchema = {
  type: 'string',
  refers: 'household',
  label: said('household'),
  help: said('householdHelp'),
};
const day = (key: keyof typeof peopleWords): FieldSchema => ({ type: 'string', format: 'date', label: said(key) });

const facts = {
  name: { type: 'string', maxLength: 100, label: said('name') },
  gender: maybe({ ...choiceOf(peopleWords, GENDERS), label: said('gender') }),
  birthYear: maybe({ type: 'integer', minimum: 1880, maximum: 2200, label: said('birthYear') }),
  domicile: maybe({ type: 'string', maxLength: 150, label: said('domicile'), help: said('domicileHelp') }),
} as const satisfies Record<string, FieldSchema>;

export const NEW_PERSON: FieldSchema = {
  type: 'object',
  required: ['name', 'unit', 'reason'],
  properties: {
    name: facts.name,
    unit: unitField,
    household: householdField,
    gender: { ...choiceOf(peopleWords, GENDERS), label: said('gender') },
    birthYear: { type: 'integer', minimum: 1880, maximum: 2200, label: said('birthYear') },
    phone: { type: 'string', maxLength: 40, label: said('phone') },
    idNumber: { type: 'string', maxLength: 40, label: said('idNumber'), help: said('idNumberHelp') },
    domicile: { type: 'string', maxLength: 150, label: said('domicile'), help: said('domicileHelp') },
    reason: REASON,
    on: ON,
  },
};

export const CHANGE_PERSON: FieldSchema = {
  type: 'object',
  required: ['name', 'reason'],
  properties: {
    ...facts,
    diedOn: maybe(day('diedOn')),
    phone: { type: 'string', maxLength: 40, label: said('newPhone'), help: said('newPhoneHelp') },
    idNumber: { type: 'string', maxLength: 40, label: said('newIdNumber'), help: said('newIdNumberHelp') },
    reason: REASON,
    on: ON,
  },
};

export const MOVE_PERSON: FieldSchema = {
  type: 'object',
  required: ['unit', 'reason'],
  properties: {
    unit: unitField,
    household: maybe(householdField),
    reason: REASON,
    on: ON,
  },
};

export const DELEGATE: FieldSchema = {
  type: 'object',
  required: ['person', 'from', 'slip', 'reason'],
  properties: {
    person: { type: 'string', refers: 'member', label: said('delegate'), help: said('delegateHelp') },
    from: day('delegateFrom'),
    to: day('delegateTo'),
    slip: { type: 'string', maxLength: 60, label: said('signedSlip'), help: said('signedSlipHelp') },
    reason: REASON,
  },
};

export const AUTHORISE: FieldSchema = {
  type: 'object',
  required: ['agent', 'slip'],
  properties: {
    agent: { type: 'string', refers: 'person', label: said('agent'), help: said('agentHelp') },
    slip: { type: 'string', maxLength: 60, label: said('signedSlip'), help: said('authorisationSlipHelp') },
    from: day('from'),
    to: { ...day('to'), help: said('toHelp') },
  },
};
