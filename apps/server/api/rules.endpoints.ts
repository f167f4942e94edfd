import { endpoint } from './endpoint.js';
import {
  confirmBody,
  placeQuery,
  publishBody,
  ruleList,
  ruleParams,
  rulesQuery,
  ruleVersions,
  writtenRule,
} from './rules.schema.js';

const V1 = '/api/v1/rules';
const UNIT = { kind: 'unit', in: 'body', name: 'unit' } as const;

/** Decision rules: what a proposal must reach, published in versions that are never altered. */
export const ruleEndpoints = {
  listRules: endpoint({
    operation: 'listRules',
    method: 'GET',
    path: V1,
    tag: 'registers',
    admits: 'anyone',
    summary: { zh: '现行表决规则', en: 'Decision rules in force at a unit' },
    description: 'Of each rule the newest version of the nearest unit that is valid on the day, else the preset.',
    query: rulesQuery,
    answers: { 200: { description: 'Rules', schema: ruleList } },
    errors: ['resource.unknown'],
  }),
  listRuleVersions: endpoint({
    operation: 'listRuleVersions',
    method: 'GET',
    path: `${V1}/:rule/versions`,
    tag: 'registers',
    admits: 'anyone',
    summary: { zh: '规则的历次版本与差异', en: 'Versions of a rule, each with what it changed' },
    params: ruleParams,
    query: placeQuery,
    answers: { 200: { description: 'Oldest first', schema: ruleVersions } },
    errors: ['resource.unknown', 'rule.unknown'],
  }),
  publishRule: endpoint({
    operation: 'publishRule',
    method: 'POST',
    path: V1,
    tag: 'registers',
    admits: { needs: 'rules.publish', over: UNIT },
    summary: { zh: '发布表决规则', en: 'Publish the next version of a rule' },
    description:
      'What begins from now on is decided by it; what runs keeps the version it started with. It is to be confirmed, and its verdicts are provisional, until somebody else has cited the article. Not by whoever confirmed the version before. `base` is the newest version its author has seen.',
    headers: ['idempotency-key'],
    body: publishBody,
    bodyExample: {
      unit: 'unit-1',
      base: 1,
      reason: '居民代表会议决定',
      rule: {
        id: 'council',
        label: { zh: '议事会', en: 'Council' },
        tests: [{ base: 'members', turnout: null, approval: { numerator: 1, denominator: 2, inclusive: false } }],
        quorum: null,
        abstention: 'counts_in_base',
        void: 'counts_in_base',
        silence: 'not_counted',
        tie: 'fails',
        status: 'to_be_confirmed',
        law: '社区议事规则第三条',
        validFrom: '2026-01-01',
        validTo: null,
      },
    },
    answers: { 200: { description: 'Published', schema: writtenRule } },
    errors: ['resource.unknown', 'rule.expired', 'rule.version_stale', 'rule.own_confirmation'],
  }),
  confirmRule: endpoint({
    operation: 'confirmRule',
    method: 'POST',
    path: `${V1}/:rule/confirm`,
    tag: 'registers',
    admits: { needs: 'rules.confirm', over: UNIT },
    summary: { zh: '核定规则（注明条文）', en: 'Confirm a rule by the article that was read' },
    description:
      'By a legal officer, never by whoever published it. Its verdicts are final from then on, and provisional ones can be settled.',
    params: ruleParams,
    headers: ['idempotency-key'],
    body: confirmBody,
    bodyExample: { unit: 'unit-1', version: 1, law: '《城市居民委员会组织法》第二十一条' },
    answers: { 200: { description: 'Confirmed', schema: writtenRule } },
    errors: [
      'resource.unknown',
      'rule.unknown',
      'rule.version_stale',
      'rule.not_to_confirm',
      'rule.own_confirmation',
      'rule.expired',
    ],
  }),
} as const;
