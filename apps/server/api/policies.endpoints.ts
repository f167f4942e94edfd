import { endpoint } from './endpoint.js';
import { policyBody, policyHistory, policyParams, policyQuery, publishedPolicy } from './policies.schema.js';

const PATH = '/api/v1/policies/:workflow';

/** The numbers a procedure goes by at a unit: how long, how often, how many. */
export const policyEndpoints = {
  readPolicy: endpoint({
    operation: 'readPolicy',
    method: 'GET',
    path: PATH,
    tag: 'registers',
    admits: 'anyone',
    summary: {
      zh: '流程的现行议事规则及历次修改',
      en: 'The policy of a workflow in force at a unit, with its versions',
    },
    params: policyParams,
    query: policyQuery,
    answers: { 200: { description: 'In force, and everything before it', schema: policyHistory } },
    errors: ['resource.unknown', 'workflow.unknown'],
  }),
  publishPolicy: endpoint({
    operation: 'publishPolicy',
    method: 'POST',
    path: PATH,
    tag: 'registers',
    admits: { needs: 'rules.publish', over: { kind: 'unit', in: 'body', name: 'unit' } },
    summary: { zh: '发布流程的议事规则', en: 'Publish the next policy of a workflow' },
    description:
      'Cases that begin from now on go by it; what runs keeps the version it started with. `base` is the version in force its author has seen.',
    params: policyParams,
    headers: ['idempotency-key'],
    body: policyBody,
    bodyExample: { unit: 'unit-1', base: 'meeting:0123456789abcdef01234567', name: '居民代表会议决定', body: {} },
    answers: { 200: { description: 'Published', schema: publishedPolicy } },
    errors: ['resource.unknown', 'workflow.unknown', 'policy.invalid', 'policy.stale'],
  }),
} as const;
