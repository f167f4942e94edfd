import type { Choice, Question } from './question.schema.js';
import { reasonSchema } from './question.schema.js';

/** Why a choice does not answer a question. */
export const CHOICE_PROBLEMS = [
  'choice.malformed',
  'choice.unknown_option',
  'choice.option_twice',
  'choice.too_many',
  'choice.off_scale',
  'choice.equal_ranks',
  'choice.reason_invalid',
] as const;
export type ChoiceProblem = (typeof CHOICE_PROBLEMS)[number];

type Known = ReadonlyMap<string, number>;
const positions = new WeakMap<Question, Known>();

/** Where each option stands in the question. */
export function positionsOf(question: Question): Known {
  const known = positions.get(question) ?? new Map(question.options.map(({ id }, at) => [id, at]));
  positions.set(question, known);
  return known;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the keys are these and no others. */
function hasOnly(value: Record<string, unknown>, key: string, optional?: string): boolean {
  for (const name in value) if (name !== key && name !== optional) return false;
  return Object.hasOwn(value, key);
}

function listProblem(known: Known, ids: unknown, most: number): ChoiceProblem | null {
  if (!Array.isArray(ids)) return 'choice.malformed';
  if (ids.length > most) return 'choice.too_many';
  for (let at = 0; at < ids.length; at += 1) {
    const id: unknown = ids[at];
    if (typeof id !== 'string') return 'choice.malformed';
    if (!known.has(id)) return 'choice.unknown_option';
    if (ids.indexOf(id) !== at) return 'choice.option_twice';
  }
  return null;
}

function scoresProblem(known: Known, scores: unknown, { min, max }: { min: number; max: number }) {
  if (!isObject(scores)) return 'choice.malformed';
  for (const id of Object.keys(scores)) {
    if (!known.has(id)) return 'choice.unknown_option';
    const score = scores[id];
    if (typeof score !== 'number' || !Number.isSafeInteger(score)) return 'choice.malformed';
    if (score < min || score > max) return 'choice.off_scale';
  }
  return null;
}

function orderProblem(known: Known, order: unknown, mayBeEqual: boolean): ChoiceProblem | null {
  if (!Array.isArray(order)) return 'choice.malformed';
  const flat: unknown[] = [];
  for (const group of order as unknown[]) {
    if (!Array.isArray(group) || group.length === 0) return 'choice.malformed';
    if (group.length > 1 && !mayBeEqual) return 'choice.equal_ranks';
    for (const id of group as unknown[]) flat.push(id);
  }
  const problem = listProblem(known, flat, Number.POSITIVE_INFINITY);
  return problem;
}

function consentProblem(choice: Record<string, unknown>): ChoiceProblem | null {
  if (!hasOnly(choice, 'vote', 'reason')) return 'choice.malformed';
  const { vote, reason } = choice;
  if (vote !== 'consent' && vote !== 'object' && vote !== 'abstain') return 'choice.malformed';
  if (reason === undefined) return null;
  return vote === 'object' && reasonSchema.safeParse(reason).success ? null : 'choice.reason_invalid';
}

/**
 * Why this does not answer the question; null when it does. Takes anything, also what came from outside. A spoiled paper
 * (`{void: true}`) answers every question: who may enter one is not asked here.
 */
export function choiceProblem(question: Question, choice: unknown): ChoiceProblem | null {
  if (!isObject(choice)) return 'choice.malformed';
  if (isVoid(choice)) return hasOnly(choice, 'void') ? null : 'choice.malformed';
  const known = positionsOf(question);
  switch (question.method) {
    case 'yesNo': {
      const { vote } = choice;
      const isVote = vote === 'yes' || vote === 'no' || vote === 'abstain';
      return isVote && hasOnly(choice, 'vote') ? null : 'choice.malformed';
    }
    case 'consent':
      return consentProblem(choice);
    case 'chooseOne':
      return hasOnly(choice, 'options') ? listProblem(known, choice['options'], 1) : 'choice.malformed';
    case 'chooseUpTo':
      return hasOnly(choice, 'options') ? listProblem(known, choice['options'], question.most) : 'choice.malformed';
    case 'score':
      return hasOnly(choice, 'scores') ? scoresProblem(known, choice['scores'], question.scale) : 'choice.malformed';
    case 'ranked':
      return hasOnly(choice, 'order')
        ? orderProblem(known, choice['order'], question.ranking === 'schulze')
        : 'choice.malformed';
  }
}

/** Whether it is a spoiled paper. */
export function isVoid(choice: object): choice is { void: true } {
  return 'void' in choice && choice.void === true;
}

/** Whether it abstains: said so, or nothing chosen, scored or ranked. */
export function isAbstention(choice: Choice): boolean {
  if ('vote' in choice) return choice.vote === 'abstain';
  if ('options' in choice) return choice.options.length === 0;
  if ('order' in choice) return choice.order.length === 0;
  if ('scores' in choice) return Object.keys(choice.scores).length === 0;
  return false;
}
