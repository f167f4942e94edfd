/**
 * What a field of a form can name, said in its schema by `.meta({ refers: 'unit' })`, so that a page offers something to choose from
 * instead of a box for an id.
 */
export const REFERENCES = [
  // of the whole installation
  'case',
  'issue',
  'task',
  'meeting',
  'petition',
  'chain',
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

/** What a number of a form counts, said in its schema by `.meta({ unit: 'days' })`; without it, it counts things or people. */
export const MEASURES = ['fen', 'hours', 'days', 'workingDays', 'noticeDays', 'percent', 'squareDecimetres'] as const;
export type Measure = (typeof MEASURES)[number];
