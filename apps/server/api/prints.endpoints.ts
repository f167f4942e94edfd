import { z } from 'zod';

import { ballotParams } from './ballots.schema.js';
import { ONE, THIS } from './ballots.words.js';
import { caseParams } from './case.schema.js';
import { endpoint } from './endpoint.js';
import { key } from './page.schema.js';
import { ORDERS } from '../pages/print-order.page.js';

const V1 = '/api/v1';
const paper = { method: 'GET', tag: 'cases', admits: 'anyone', params: caseParams, errors: ['case.unknown'] } as const;

/** What is hung in a stairwell, sent to a chat group or put on file. Whoever may not see the case is told there is none. */
export const printEndpoints = {
  printNotice: endpoint({
    ...paper,
    operation: 'printNotice',
    path: `${V1}/cases/:id/print/notice`,
    summary: { zh: '打印公示（大字，带二维码）', en: 'A notice to hang up: large print, both languages, QR code' },
    description: 'Before it hangs only for those who run it: they hang it.',
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
  }),
  writeChatText: endpoint({
    ...paper,
    operation: 'writeChatText',
    path: `${V1}/cases/:id/print/chat-text`,
    summary: { zh: '公示的微信群文字', en: 'A notice as plain text for a chat group' },
    answers: { 200: { description: 'Plain text, Chinese', media: 'text/plain' } },
  }),
  printMinutes: endpoint({
    ...paper,
    operation: 'printMinutes',
    path: `${V1}/cases/:id/print/minutes`,
    summary: { zh: '打印会议纪要', en: 'The minutes of a meeting' },
    description:
      'Signed minutes are for everybody who may see the meeting, without names of persons; staff see names, and drafts.',
    answers: { 200: { description: 'Pages of A4', media: 'text/html' } },
  }),
  printCase: endpoint({
    ...paper,
    operation: 'printCase',
    path: `${V1}/cases/:id/print/sheet`,
    summary: { zh: '打印办理单、办结报告', en: 'The sheet of a case: an order of work, a report when it is done' },
    description:
      'What the caller reads of the case: residents see no internal entries, and nobody of the staff by name.',
    answers: { 200: { description: 'Pages of A4', media: 'text/html' } },
  }),
  printReviewSlip: endpoint({
    ...paper,
    operation: 'printReviewSlip',
    path: `${V1}/cases/:id/print/review-slip`,
    summary: { zh: '打印评议单（纸质评议）', en: 'A slip to review an issue on paper' },
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
  }),
  printOrder: endpoint({
    ...paper,
    operation: 'printOrder',
    path: `${V1}/cases/:id/print/orders/:order`,
    summary: { zh: '打印交办单、催办单、督办单、退单、办结报告', en: 'A sheet of a task, each of its own' },
    description:
      'For those who dispatch a task, do it or verify it. A sheet exists once there is cause for it: an urge when the limit has run out, a return sheet when it was returned.',
    params: caseParams.extend({ order: z.enum(ORDERS).describe('Which sheet') }),
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
  }),
  printMeetingNotice: endpoint({
    ...paper,
    operation: 'printMeetingNotice',
    path: `${V1}/cases/:id/print/meeting-notice`,
    summary: { zh: '打印会议通知', en: 'The notice of a meeting: when, who is called, the agenda' },
    description: 'Never the code by which members check in, and no title of a confidential matter.',
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
  }),
  printResult: endpoint({
    ...paper,
    operation: 'printResult',
    path: `${V1}/cases/:id/print/result`,
    summary: { zh: '打印表决结果（张贴用）', en: 'The result of a ballot to hang up: its figures against their rule' },
    description: 'Once it is counted.',
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
  }),
  printBallotPapers: endpoint({
    operation: 'printBallotPapers',
    method: 'GET',
    tag: 'ballots',
    path: `${ONE}/print/papers`,
    admits: { needs: 'ballots.run', over: THIS },
    summary: { zh: '打印纸质票', en: 'Ballot papers to be filled in by hand, a page each' },
    description:
      'Of all voting units, of a building or of those named, 1,000 at most. A secret paper bears no number: that stands on the outer envelope.',
    params: ballotParams,
    query: z.strictObject({
      building: key.optional().describe('Only units of this building'),
      entries: z
        .string()
        .regex(/^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$/)
        .max(4000)
        .optional()
        .describe('Only these voting units: codes with commas between'),
    }),
    answers: { 200: { description: 'Pages of A4', media: 'text/html' } },
    errors: ['ballot.unknown', 'ballot.wrong_status'],
  }),
  printReportForm: endpoint({
    operation: 'printReportForm',
    method: 'GET',
    tag: 'registry',
    path: `${V1}/units/:unit/print/report-form`,
    admits: 'anyone',
    summary: { zh: '打印空白反映单', en: 'A blank report form, the paper twin of the page' },
    params: z.strictObject({ unit: key.describe('Id of the unit where it is handed in') }),
    answers: { 200: { description: 'A page of A4', media: 'text/html' } },
    errors: ['resource.unknown'],
  }),
} as const;
