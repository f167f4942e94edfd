import { endpoint } from './endpoint.js';
import { standingBody, standingQuery } from './standing.schema.js';

/** How the service stands. */
export const standingEndpoints = {
  readStanding: endpoint({
    operation: 'readStanding',
    method: 'GET',
    path: '/api/v1/operation/standing',
    tag: 'operation',
    admits: { needs: 'incidents.decide' },
    summary: {
      zh: '运行状况：卡住的事项、队列、时限、送达',
      en: 'How it stands: stuck cases, queue, clocks, deliveries',
    },
    query: standingQuery,
    answers: { 200: { description: 'The standing', schema: standingBody } },
    errors: ['access.denied'],
  }),
} as const;
