import { caseParams } from './case.schema.js';
import { endpoint } from './endpoint.js';
import { particularsBody } from './particulars.schema.js';

/** What everybody who may see a case may know of what it is about, beyond where it stands. */
export const particularsEndpoints = {
  readParticulars: endpoint({
    operation: 'readParticulars',
    method: 'GET',
    path: '/api/v1/cases/:id/particulars',
    tag: 'cases',
    admits: 'anyone',
    summary: {
      zh: '联名人数、公约文本、协商措施等可公开的内容',
      en: 'Signatures of a petition, the text of a covenant, measures of a deliberation: what is for everybody',
    },
    description: 'Of workflows that have nothing of the kind every part is null. No name of a person.',
    params: caseParams,
    answers: { 200: { description: 'The particulars', schema: particularsBody } },
    errors: ['case.unknown'],
  }),
} as const;
