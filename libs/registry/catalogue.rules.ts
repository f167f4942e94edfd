import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';

import { DURATION_UNITS } from '#libs/calendar';
import type { JsonObject } from '#libs/engine';

import type { Duty, DutyRecord, MatterRecord } from './catalogue.vocabulary.js';
import type { Difference } from './change.writer.js';
import { problem } from './drafts.rules.js';
import { holdsOn } from './periods.rules.js';
import type { LocalDate, RegistryProblem } from './registry.vocabulary.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

const ajv = new Ajv2020({ strict: false, allErrors: true, addUsedSchema: false, validateFormats: true });
formats.default(ajv);

/** Questions compiled once: a schema object is read anew with every record, its text stays the same. */
const compiled = new Map<string, ValidateFunction>();
const MOST_COMPILED = 500;

function validatorOf(questions: JsonObject): ValidateFunction {
  const text = JSON.stringify(questions);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const made = ajv.compile(questions);
  compiled.set(text, made);
  return made;
}

/** What is wrong with an answer: where (`/floor`, empty: the whole) and why, in English. */
export interface AnswerProblem {
  at: string;
  message: string;
}

/** Checks answers against the questions of a matter; a matter without questions takes any. */
export function answerProblems(questions: JsonObject | null, answers: unknown): AnswerProblem[] {
  if (questions === null) return [];
  const validate = validatorOf(questions);
  if (validate(answers)) return [];
  return (validate.errors ?? []).map(({ instancePath, params, message = 'is wrong' }) => {
    const missing: unknown = (params as { missingProperty?: unknown }).missingProperty;
    return { at: typeof missing === 'string' ? `${instancePath}/${missing}` : instancePath, message };
  });
}

function whyNoSchema(questions: JsonObject): string | null {
  if (questions['type'] !== 'object') return 'questions must be a JSON Schema of an object';
  try {
    validatorOf(questions);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'questions are no JSON Schema';
  }
}

const isLabel = (value: unknown): boolean => {
  const { zh, en } = (value ?? {}) as { zh?: unknown; en?: unknown };
  return typeof zh === 'string' && zh !== '' && typeof en === 'string';
};

const isAmount = (value: unknown): boolean => {
  const { amount, unit } = (value ?? {}) as { amount?: unknown; unit?: unknown };
  return typeof amount === 'number' && amount > 0 && DURATION_UNITS.some((one) => one === unit);
};

function isGuide(value: unknown): boolean {
  const { text, pictures } = (value ?? {}) as { text?: unknown; pictures?: unknown };
  return isLabel(text) && Array.isArray(pictures) && pictures.every((one) => typeof one === 'string');
}

/** What is wrong with matters on their way in: names, questions that are no schema, limits that are no times. */
export function catalogueProblems(differences: readonly Difference[]): RegistryProblem[] {
  return differences.flatMap(({ after }) => {
    if (after === null) return [];
    const wrong: (readonly [field: string, detail: string])[] = [];
    const { id, name, questions, limits, guide } = after;
    if (!isLabel(name)) wrong.push(['name', 'a name has words in both languages']);
    const why = questions === null ? null : whyNoSchema(questions as JsonObject);
    if (why !== null) wrong.push(['questions', why]);
    if (!Object.values(limits as object).every(isAmount)) wrong.push(['limits', 'a limit is an amount of time']);
    if (guide !== null && !isGuide(guide)) wrong.push(['guide', 'a guide has a text and a list of pictures']);
    return wrong.map(([field, detail]) => problem({ entity: 'matter', id, field }, 'registry.field_malformed', detail));
  });
}

/** A place as the duty matrix asks about it: itself and what is above it, lowest first. */
export type Lineage = readonly { id: UnitId; kind: UnitKind }[];

/** Who has a duty for a matter at a place. */
export interface DutyHolder {
  duty: Duty;
  /** Unit that has it; `null`: nobody above the place is of the kind named. */
  unit: UnitId | null;
  /** Office there, when it is one person's. */
  role: string | null;
  /** Field of the matrix it comes from. */
  from: string;
}

const depthOf = (lineage: Lineage, unit: UnitId): number => lineage.findIndex(({ id }) => id === unit);

/**
 * Who builds, patrols, maintains and approves: for each duty the field of the matrix that is nearest to the matter (itself before
 * its headings), then nearest to the place, then one for the kind of place before one for all.
 */
export function dutyHolders(
  duties: readonly DutyRecord[],
  asked: { matters: readonly Pick<MatterRecord, 'id'>[]; lineage: Lineage; on: LocalDate },
): DutyHolder[] {
  const { matters, lineage, on } = asked;
  const rank = ({ matter, unit, placeKind }: DutyRecord): number[] => [
    matters.findIndex(({ id }) => id === matter),
    depthOf(lineage, unit),
    placeKind === null ? 1 : 0,
  ];
  const fitting = duties.filter(
    (one) =>
      holdsOn(one, on) &&
      depthOf(lineage, one.unit) >= 0 &&
      matters.some(({ id }) => id === one.matter) &&
      (one.placeKind === null || lineage.some(({ kind }) => kind === one.placeKind)),
  );
  return [...Map.groupBy(fitting, ({ duty }) => duty)].flatMap(([duty, own]) => {
    const [best, ...others] = own.toSorted((a, b) => compare(rank(a), rank(b)) || a.id.localeCompare(b.id));
    if (best === undefined) return [];
    // several assist, one has each other duty
    const alike = duty === 'assist' ? others.filter((one) => compare(rank(one), rank(best)) === 0) : [];
    return [best, ...alike].map((one) => ({ duty, unit: assigneeOf(one, lineage), role: one.role, from: one.id }));
  });
}

/** The unit itself when the field names none: an office there. */
function assigneeOf({ unit, assignee, assigneeKind }: DutyRecord, lineage: Lineage): UnitId | null {
  if (assignee !== null) return assignee;
  return assigneeKind === null ? unit : (lineage.find(({ kind }) => kind === assigneeKind)?.id ?? null);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const difference = one - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
