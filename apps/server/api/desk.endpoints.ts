import { deskCountsBody, deskCountsQuery, insideBody } from './desk.schema.js';
import { endpoint } from './endpoint.js';

const V1 = '/api/v1';

/** What waits, in numbers. */
export const deskEndpoints = {
  countDesk: endpoint({
    operation: 'countDesk',
    method: 'GET',
    path: `${V1}/desk/counts`,
    tag: 'desk',
    admits: 'signedIn',
    summary: { zh: '工作台计数：等我办的有多少、将到期与已超期', en: 'How much waits for me, due soon and overdue' },
    query: deskCountsQuery,
    answers: { 200: { description: 'Counts', schema: deskCountsBody } },
    errors: ['access.denied'],
  }),
  listInside: endpoint({
    operation: 'listInside',
    method: 'GET',
    path: `${V1}/desk/inside`,
    tag: 'desk',
    admits: 'signedIn',
    summary: {
      zh: '本单位的科室与同事：任务可以分给谁',
      en: 'Offices and colleagues of my unit: to whom work can be given',
    },
    description:
      'Of the departments and companies at which the caller handles matters, with the offices inside them. Empty for whoever works for none.',
    answers: { 200: { description: 'People and offices, the nearest first', schema: insideBody } },
  }),
} as const;
