import { caseParams } from './case.schema.js';
import { endpoint } from './endpoint.js';
import {
  chainBody,
  costTableBody,
  savedTemplate,
  saveTemplateBody,
  templateBody,
  templateParams,
  templateRows,
} from './sign-offs.schema.js';

const V1 = '/api/v1';
const tag = 'registers';

/** Chains of sign-offs: who holds the seal; and the templates that were made from finished ones. */
export const signOffEndpoints = {
  readChain: endpoint({
    operation: 'readChain',
    method: 'GET',
    path: `${V1}/sign-offs/:id`,
    tag,
    admits: 'anyone',
    summary: { zh: '会签进度：谁拿着、缺什么、下一步', en: 'A chain: who holds it, what is missing, what is next' },
    description: 'Derived from the case and the seals that are out, at the moment it is asked for. No person is named.',
    params: caseParams,
    answers: { 200: { description: 'The chain', schema: chainBody } },
    errors: ['case.unknown'],
  }),
  printChain: endpoint({
    operation: 'printChain',
    method: 'GET',
    path: `${V1}/cases/:id/print/chain`,
    tag,
    admits: 'anyone',
    summary: { zh: '打印会签进度表（带二维码）', en: 'The sheet of a chain to hang up, with a QR code' },
    params: caseParams,
    answers: { 200: { description: 'Pages of A4', media: 'text/html' } },
    errors: ['case.unknown'],
  }),
  readCostTable: endpoint({
    operation: 'readCostTable',
    method: 'GET',
    path: `${V1}/cost-shares/:id`,
    tag,
    admits: 'anyone',
    summary: { zh: '费用分摊公开表', en: 'Who pays what of it: shares, pledges, receipts, shortfall' },
    description:
      'Once the task group has laid it open. Floors, or flat numbers where the owners agreed; no person, no household.',
    params: caseParams,
    answers: { 200: { description: 'The table, in fen', schema: costTableBody } },
    errors: ['case.unknown'],
  }),
  printCostTable: endpoint({
    operation: 'printCostTable',
    method: 'GET',
    path: `${V1}/cases/:id/print/costs`,
    tag,
    admits: 'anyone',
    summary: { zh: '打印费用分摊公开表', en: 'The public table of costs to hang up' },
    params: caseParams,
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
    errors: ['case.unknown'],
  }),
  listChainTemplates: endpoint({
    operation: 'listChainTemplates',
    method: 'GET',
    path: `${V1}/chain-templates`,
    tag,
    admits: 'anyone',
    summary: { zh: '会签模板', en: 'Saved chains to begin with' },
    answers: { 200: { description: 'Newest version of each', schema: templateRows } },
  }),
  readChainTemplate: endpoint({
    operation: 'readChainTemplate',
    method: 'GET',
    path: `${V1}/chain-templates/:template`,
    tag,
    admits: 'anyone',
    summary: { zh: '会签模板的步骤和平常天数', en: 'A saved chain: its steps and the days they usually take' },
    params: templateParams,
    answers: { 200: { description: 'The template', schema: templateBody } },
    errors: ['resource.unknown'],
  }),
  saveChainTemplate: endpoint({
    operation: 'saveChainTemplate',
    method: 'POST',
    path: `${V1}/chain-templates`,
    tag,
    admits: { needs: 'registers.keep' },
    summary: { zh: '把办成的会签存为模板', en: 'Save a finished chain for the next building' },
    description:
      'Names of procedures, departments, order, papers, days and conditions; no person, file or money. Conditions are read from the texts of their cases: what is erased there is gone here. Saved twice it stays one version.',
    headers: ['idempotency-key'],
    body: saveTemplateBody,
    bodyExample: { case: 'case-1', template: 'lift', name: '加装电梯六十步' },
    answers: { 200: { description: 'Saved', schema: savedTemplate } },
    errors: ['case.unknown', 'chain.unfinished', 'chain.template_owned', 'chain.template_stale'],
  }),
} as const;
