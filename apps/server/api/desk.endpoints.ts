import { deskCountsBody, deskCountsQuery } from './desk.schema.js';
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
} as const;
