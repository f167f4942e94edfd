import type { TableClasses } from './field-classes.vocabulary.js';

const selfRule = { purpose: 'selfRule', basis: 'request', retention: 'case', erasure: 'keptById' } as const;

/**
 * Tables of statements and positions. What somebody thinks is sensitive: nobody is shown whose it is. Erased, both stay under an
 * id that leads to nobody, so that no result changes.
 */
export const OPINION_FIELDS = {
  opinion_statements: {
    ...selfRule,
    fields: { sensitive: ['author'], internal: ['reason', 'moderatedBy'], public: ['text'] },
    impersonal: [
      'deliberation',
      'number',
      'state',
      'moderatedAt',
      'mergeInto',
      'consentOfAuthor',
      'consentOfOther',
      'saidAt',
      'saidKey',
    ],
  },
  opinion_positions: {
    ...selfRule,
    fields: { sensitive: ['person', 'position', 'at'] },
    impersonal: ['deliberation', 'statement', 'revision'],
  },
  opinion_history: {
    ...selfRule,
    fields: { sensitive: ['person', 'position', 'at'] },
    impersonal: ['deliberation', 'statement', 'revision'],
  },
} as const satisfies Record<string, TableClasses>;
