import type { Schema } from '../../api/client.js';

export type Ballot = Schema<'Ballot'>;
export type Question = Ballot['question'];
export type OwnUnit = Schema<'OwnVotingUnits'>['rows'][number];

/** What a paper says: one of the forms that `docs/verify-a-ballot.md` lists. */
export type Choice =
  | { vote: 'yes' | 'no' | 'abstain' | 'consent' | 'object' }
  | { options: string[] }
  | { scores: Record<string, number> }
  | { order: string[][] };

/** What somebody has pressed so far; `abstains` is pressed too: nothing pressed is no paper. */
export interface Picked {
  vote: 'yes' | 'no' | 'consent' | 'object' | null;
  /** Options in the order they were pressed. */
  options: readonly string[];
  scores: Readonly<Record<string, number>>;
  abstains: boolean;
}

export const NOTHING_PICKED: Picked = { vote: null, options: [], scores: {}, abstains: false };
export const ABSTAINING: Picked = { ...NOTHING_PICKED, abstains: true };

/** How many options one paper may name; no bound for a ranking. */
export function mostOptions(question: Question): number {
  if (question.method === 'chooseOne') return 1;
  if (question.method === 'chooseUpTo') return question.most;
  return question.options.length;
}

/** After an option was pressed: it comes in behind the others, or goes out again. A single choice moves; a full paper stays. */
export function withOption(question: Question, picked: Picked, id: string): Picked {
  const rest = { ...NOTHING_PICKED };
  if (picked.options.includes(id)) return { ...rest, options: picked.options.filter((one) => one !== id) };
  if (question.method === 'chooseOne') return { ...rest, options: [id] };
  if (picked.options.length >= mostOptions(question)) return { ...picked, abstains: false };
  return { ...rest, options: [...picked.options, id] };
}

/** After a score was pressed; the same one again takes it back. */
export function withScore(picked: Picked, id: string, score: number): Picked {
  const { [id]: before, ...others } = picked.scores;
  return { ...NOTHING_PICKED, scores: before === score ? others : { ...others, [id]: score } };
}

/** Scores from the lowest to the highest, both included. */
export function scoresOf({ min, max }: { min: number; max: number }): number[] {
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}

/** The paper that says what was pressed; `null` while nothing was. */
export function choiceOf(question: Question, { vote, options, scores, abstains }: Picked): Choice | null {
  switch (question.method) {
    case 'yesNo':
    case 'consent':
      return abstains ? { vote: 'abstain' } : vote === null ? null : { vote };
    case 'chooseOne':
    case 'chooseUpTo':
      return abstains || options.length > 0 ? { options: abstains ? [] : [...options] } : null;
    case 'score':
      return abstains || Object.keys(scores).length > 0 ? { scores: abstains ? {} : { ...scores } } : null;
    case 'ranked':
      return abstains || options.length > 0 ? { order: abstains ? [] : options.map((id) => [id]) } : null;
  }
}

/** What was pressed for a paper of one's own that is changed: the booth begins where it ended. */
export function pickedOf(choice: unknown): Picked {
  if (typeof choice !== 'object' || choice === null) return NOTHING_PICKED;
  const { vote, options, scores, order } = choice as Partial<{
    vote: string;
    options: string[];
    scores: Record<string, number>;
    order: string[][];
  }>;
  if (vote === 'yes' || vote === 'no' || vote === 'consent' || vote === 'object') return { ...NOTHING_PICKED, vote };
  if (options !== undefined && options.length > 0) return { ...NOTHING_PICKED, options };
  if (order !== undefined && order.length > 0) return { ...NOTHING_PICKED, options: order.flat() };
  if (scores !== undefined && Object.keys(scores).length > 0) return { ...NOTHING_PICKED, scores };
  return ABSTAINING;
}

/** A line of a paper in words: which word of the catalogue, and what is filled in. */
export type ChoiceLine =
  | { word: 'yes' | 'no' | 'abstain' | 'consent' | 'object' | 'void' }
  | { word: 'chosen'; option: string }
  | { word: 'placed'; option: string; n: number }
  | { word: 'scored'; option: string; n: number };

/** What a paper says, line by line, in the order in which people read it. */
export function linesOf(question: Question, choice: unknown): ChoiceLine[] {
  if (typeof choice !== 'object' || choice === null) return [];
  if ('void' in choice) return [{ word: 'void' }];
  const { vote, options, scores, abstains } = pickedOf(choice);
  if (abstains) return [{ word: 'abstain' }];
  if (vote !== null) return [{ word: vote }];
  if (question.method === 'score')
    return question.options.flatMap(({ id }): ChoiceLine[] => {
      const n = scores[id];
      return n === undefined ? [] : [{ word: 'scored', option: id, n }];
    });
  if (question.method === 'ranked') return options.map((option, at) => ({ word: 'placed', option, n: at + 1 }));
  return options.map((option) => ({ word: 'chosen', option }));
}

const PUBLISHED_STATES = ['counted', 'setAside', 'withdrawn'] as const;

/** What a line of the published record says of a paper. */
export function publishedPaper(line: string): { state: (typeof PUBLISHED_STATES)[number]; choice: unknown } {
  const { state, choice } = JSON.parse(line) as { state?: unknown; choice?: unknown };
  return { state: PUBLISHED_STATES.find((one) => one === state) ?? 'setAside', choice };
}

/** Units for which a paper can be cast with nothing but a choice. */
export function uncast(units: readonly OwnUnit[]): OwnUnit[] {
  return units.filter(({ state }) => state === 'none' || state === 'withdrawn');
}

/** The roll can be doubted until the vote has closed. */
export function mayAppeal({ status }: Pick<Ballot, 'status'>): boolean {
  return status === 'drawn' || status === 'appeals' || status === 'open';
}

/**
 * How often somebody has to press from the invitation to the receipt: begin, leave out units that are not wanted, choose, go on,
 * cast. Nobody at 72 should have to press more than eight times for a motion.
 */
export function presses(question: Question, { leftOut = 0 } = {}): number {
  const choosing =
    question.method === 'score' || question.method === 'ranked'
      ? question.options.length
      : Math.min(mostOptions(question) || 1, 8);
  return 1 + leftOut + choosing + 1 + 1;
}
