import { caseParams } from './case.schema.js';
import { endpoint } from './endpoint.js';

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
} as const;
