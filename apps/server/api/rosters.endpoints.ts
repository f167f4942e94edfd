import { z } from 'zod';

import { endpoint } from './endpoint.js';
import { instant, key } from './page.schema.js';
import { reason, unitParams } from './registry.schema.js';

const V1 = '/api/v1';
const UNIT = { kind: 'unit', in: 'params', name: 'unit' } as const;
const keeping = { tag: 'registry', admits: { needs: 'rosters.keep', over: UNIT } } as const;

const turnView = z
  .object({
    id: z.string(),
    unit: z.string(),
    line: z.number().int().describe('1 is rung first, 2 when the first does not answer'),
    person: z.string(),
    personName: z.string(),
    phone: z.string().nullable(),
    startsAt: instant,
    endsAt: instant,
  })
  .meta({ id: 'DutyTurn' });
const turnParams = unitParams.extend({ turn: key });
const turnsQuery = z.strictObject({
  from: z.iso.datetime({ offset: true }).optional().describe('Default: now'),
  to: z.iso.datetime({ offset: true }).optional().describe('Default: a week later'),
});
const newTurn = z.strictObject({
  line: z.number().int().min(1).max(2),
  person: key.describe('Person on duty'),
  phone: z
    .string()
    .regex(/^[0-9+ -]{3,20}$/u)
    .nullable()
    .default(null)
    .describe('Telephone of the duty desk'),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
});

/** Duty rosters: who answers at night, line by line. */
export const rosterEndpoints = {
  listDutyTurns: endpoint({
    ...keeping,
    operation: 'listDutyTurns',
    method: 'GET',
    path: `${V1}/units/:unit/duty-turns`,
    summary: { zh: '值班表', en: 'The duty roster of a unit' },
    description:
      '`now` says who would be rung at this moment: the roster of the unit, else of the nearest one above it.',
    params: unitParams,
    query: turnsQuery,
    answers: {
      200: {
        description: 'Turns by hour and line',
        schema: z.object({ rows: z.array(turnView), now: z.array(turnView) }),
      },
    },
    errors: ['access.denied', 'resource.unknown'],
  }),
  enterDutyTurn: endpoint({
    ...keeping,
    operation: 'enterDutyTurn',
    method: 'POST',
    path: `${V1}/units/:unit/duty-turns`,
    summary: { zh: '排班', en: 'Enter a turn of duty' },
    headers: ['idempotency-key'],
    params: unitParams,
    body: newTurn,
    bodyExample: {
      line: 1,
      person: 'person-1',
      phone: '0937-6280040',
      startsAt: '2026-10-01T10:00:00.000Z',
      endsAt: '2026-10-02T00:30:00.000Z',
    },
    answers: { 200: { description: 'Entered', schema: turnView } },
    errors: ['access.denied', 'resource.unknown', 'input.invalid', 'duty.clash'],
  }),
  strikeDutyTurn: endpoint({
    ...keeping,
    operation: 'strikeDutyTurn',
    method: 'POST',
    path: `${V1}/units/:unit/duty-turns/:turn/strike`,
    summary: { zh: '撤销排班', en: 'Strike a turn out; it stays on record' },
    headers: ['idempotency-key'],
    params: turnParams,
    body: z.strictObject({ reason }),
    bodyExample: { reason: '调班' },
    answers: { 200: { description: 'Struck out', schema: z.object({ id: z.string() }) } },
    errors: ['access.denied', 'resource.unknown', 'duty.struck'],
  }),
};
