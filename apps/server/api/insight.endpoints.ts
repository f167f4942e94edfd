import { endpoint } from './endpoint.js';
import { blocksBody, blocksQuery, trendBody, trendQuery } from './insight.schema.js';

const V1 = '/api/v1';
const open = { method: 'GET', tag: 'ledger', admits: 'anyone' } as const;

/** Figures for charts and maps. */
export const insightEndpoints = {
  readTrend: endpoint({
    ...open,
    operation: 'readTrend',
    path: `${V1}/trend`,
    summary: { zh: '趋势：各项比率逐月', en: 'Rates of a unit by month' },
    query: trendQuery,
    answers: { 200: { description: 'Months', schema: trendBody } },
    errors: ['resource.unknown'],
  }),
  readBlocks: endpoint({
    ...open,
    operation: 'readBlocks',
    path: `${V1}/blocks`,
    summary: {
      zh: '分片：下级单位的在办、超期、办结与解决率',
      en: 'Child units beside each other: open, overdue, done, solved',
    },
    description: 'Of public cases only.',
    query: blocksQuery,
    answers: { 200: { description: 'Child units', schema: blocksBody } },
    errors: ['resource.unknown'],
  }),
} as const;
