/** What is a case, of whatever workflow or of one: whoever names it must be one who may see it. */
export const CASE_REFERENCES = ['case', 'issue', 'task', 'meeting', 'petition', 'chain'] as const;

/**
 * What a field of a form can name, said in its schema by `.meta({ refers: 'unit' })`, so that a page offers something to choose from
 * instead of a box for an id.
 */
export const REFERENCES = [
  // of the whole installation
  ...CASE_REFERENCES,
  'unit',
  'person',
  'household',
  'category',
  'rule',
  'calendar',
  'template',
  'covenant',
  'covenantTemplate',
  // of the case itself, by id or by number
  'text',
  'item',
  'measure',
  'amendment',
  'objection',
  'signature',
  'signer',
  'step',
  'flat',
  'receipt',
  'criterion',
] as const;
export type Reference = (typeof REFERENCES)[number];

/**
 * What a number of a form counts, said in its schema by `.meta({ unit: 'days' })`; without it, it counts things or people.
 * `noticeDays` are days as the policy of the notice counts them; a square decimetre is 0.01 m².
 */
export const MEASURES = ['fen', 'hours', 'days', 'workingDays', 'noticeDays', 'percent', 'squareDecimetres'] as const;
export type Measure = (typeof MEASURES)[number];
