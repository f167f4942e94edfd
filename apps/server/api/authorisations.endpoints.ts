import { z } from 'zod';

import { endpoint } from './endpoint.js';
import { key } from './page.schema.js';

const V1 = '/api/v1';
const day = z.iso.date().meta({ format: 'date' });
const done = z.object({});

const given = z.object({
  id: z.string(),
  person: z.string().describe('The other side: whom I authorised, or who authorised me'),
  name: z.string(),
  from: day,
  to: day.nullable().describe('First day on which it is over'),
});
const authorisations = z
  .object({
    given: z.array(given).describe('Who may act for me'),
    held: z.array(given).describe('For whom I may act: name them in `onBehalfOf`'),
  })
  .meta({ id: 'Authorisations' });
const made = z.object({ id: z.string() }).meta({ id: 'Authorisation' });
const period = {
  from: day.optional().describe('Default: today'),
  to: day.optional().describe('First day on which it is over'),
};

const ownBody = z.strictObject({
  login: z.string().min(1).max(200).describe('Name the relative signs in with'),
  ...period,
});
const staffBody = z.strictObject({
  agent: key.describe('Id of the relative'),
  slip: z.string().trim().min(1).max(60).describe('Number of the slip the person has signed'),
  ...period,
});
const personParams = z.strictObject({ person: key });
const over = { kind: 'person', in: 'params', name: 'person' } as const;

/** Relatives who may act for somebody: authorised by the person, or by staff with a signed slip; ended by either side or by staff. */
export const authorisationEndpoints = {
  listAuthorisations: endpoint({
    operation: 'listAuthorisations',
    method: 'GET',
    path: `${V1}/me/authorisations`,
    tag: 'accounts',
    admits: 'signedIn',
    summary: { zh: '我的委托', en: 'Who may act for me, and for whom I may act' },
    answers: { 200: { description: 'Those in force and those to come', schema: authorisations } },
  }),
  authorise: endpoint({
    operation: 'authorise',
    method: 'POST',
    path: `${V1}/me/authorisations`,
    tag: 'accounts',
    admits: 'signedIn',
    tokenScope: 'none',
    summary: { zh: '委托亲属代办', en: 'Let a relative act for me' },
    body: ownBody,
    bodyExample: { login: 'relative', to: '2027-12-31' },
    answers: { 201: { description: 'Authorised', schema: made } },
    errors: ['resource.unknown', 'input.invalid', 'access.rate_limited'],
  }),
  endAuthorisation: endpoint({
    operation: 'endAuthorisation',
    method: 'POST',
    path: `${V1}/me/authorisations/:id/end`,
    tag: 'accounts',
    admits: 'signedIn',
    tokenScope: 'none',
    summary: { zh: '收回或退出委托', en: 'End an authorisation I gave or hold' },
    params: z.strictObject({ id: key }),
    answers: { 200: { description: 'Over from today', schema: done } },
    errors: ['resource.unknown'],
  }),
  listAuthorisationsOf: endpoint({
    operation: 'listAuthorisationsOf',
    method: 'GET',
    path: `${V1}/people/:person/authorisations`,
    tag: 'accounts',
    admits: { needs: 'registry.read', over },
    summary: { zh: '某人的委托', en: 'Who may act for a person, and for whom they may act' },
    params: personParams,
    answers: { 200: { description: 'Those in force and those to come', schema: authorisations } },
    errors: ['access.denied', 'resource.unknown'],
  }),
  authoriseFor: endpoint({
    operation: 'authoriseFor',
    method: 'POST',
    path: `${V1}/people/:person/authorisations`,
    tag: 'accounts',
    admits: { needs: 'registry.write', over },
    summary: { zh: '凭签字单登记委托', en: 'Enter an authorisation from a signed slip' },
    params: personParams,
    body: staffBody,
    bodyExample: { agent: '…', slip: 'WT-2026-014' },
    answers: { 201: { description: 'Authorised', schema: made } },
    errors: ['access.denied', 'resource.unknown', 'input.invalid'],
  }),
  endAuthorisationFor: endpoint({
    operation: 'endAuthorisationFor',
    method: 'POST',
    path: `${V1}/people/:person/authorisations/:id/end`,
    tag: 'accounts',
    admits: { needs: 'registry.write', over },
    summary: { zh: '登记收回委托', en: 'Enter the end of an authorisation' },
    params: z.strictObject({ person: key, id: key }),
    answers: { 200: { description: 'Over from today', schema: done } },
    errors: ['access.denied', 'resource.unknown'],
  }),
} as const;
