import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { CONTACTS, DESK, DOERS } from './task.people.js';

export const RETURN_REASONS = ['not_our_duty', 'wrong_place', 'needs_another_lead', 'no_legal_basis'] as const;
const files = z.array(fileId()).max(50);

/** What the unit that has the task does with it, and what the resident is told meanwhile. */
export const doingActs = {
  accept: {
    label: { zh: '接单', en: 'Accept' },
    help: {
      zh: '属于本单位职责，接下任务。办理时限从派单起算，不从接单起算。',
      en: 'It is your unit’s to do: take it. Its time runs from dispatch, not from here.',
    },
    input: z.object({
      handler: z
        .string()
        .min(1)
        .meta({ refers: 'person' })
        .optional()
        .describe('Person who will handle it; without it, you'),
    }),
    who: DOERS,
  },
  returnTask: {
    label: { zh: '退单', en: 'Return' },
    help: {
      zh: '不属于本单位职责时，在接单时限内写明理由和依据退回。',
      en: 'Not a duty of your unit: return it in time, with the reason and the basis.',
    },
    input: z.object({
      ground: z.enum(RETURN_REASONS),
      reason: text().describe('Why'),
      basis: text().describe('Rule or list of duties you rely on'),
      suggestedUnit: z.string().min(1).meta({ refers: 'unit' }).optional().describe('Unit that should have it'),
    }),
    who: DESK,
  },
  assignInside: {
    label: { zh: '分办', en: 'Assign inside' },
    help: {
      zh: '交给本单位的科室和具体经办人；可以再次调整，每次都有记录。',
      en: 'Give it to an office and a person of your unit; it can be changed, and every change is on record.',
    },
    input: z.object({
      unit: z
        .string()
        .min(1)
        .meta({ refers: 'unit' })
        .optional()
        .describe('Office or sub-unit; without it, the unit itself'),
      person: z.string().min(1).meta({ refers: 'person' }).describe('Person who handles it'),
      note: text().optional().describe('What to mind'),
    }),
    who: DESK,
  },
  setTimetable: {
    label: { zh: '定时间表', en: 'Set the timetable' },
    help: {
      zh: '分步写明做什么、哪天做完，向居民公开；需要较长时间的，写明理由。',
      en: 'Step by step what is done by which day, for everybody to see; say why where it takes long.',
    },
    input: z.object({
      steps: z
        .array(z.object({ what: text(500).describe('What is done'), on: z.iso.date().describe('Done by this day') }))
        .min(1)
        .max(30)
        .describe('Steps in their order'),
      reason: text().optional().describe('Public reason why it takes this long'),
    }),
    who: DOERS,
  },
  doneStep: {
    label: { zh: '完成一步', en: 'Tick off a step' },
    help: { zh: '时间表上的一步已经完成。', en: 'A step of the timetable is done.' },
    input: z.object({
      step: z.number().int().min(1).max(30).meta({ refers: 'step' }).describe('Number of the step, from 1'),
      note: text().optional(),
      files: files.default([]),
    }),
    who: DOERS,
  },
  progress: {
    label: { zh: '记录进展', en: 'Note progress' },
    help: {
      zh: '写下做了什么，下一步做什么，可附照片；可以选择向居民公开。',
      en: 'Say what was done and what comes next, with photos; open notes are for everybody to see.',
    },
    input: z.object({
      note: text(),
      files: files.default([]),
      open: z.boolean().default(false).describe('Public note; otherwise for those who work on it'),
    }),
    who: DOERS,
  },
  finish: {
    label: { zh: '办结送核', en: 'Finish' },
    help: {
      zh: '写给居民的答复并附证据；需要审签的由负责人签发，之后由监督团核验，不再占用办理时限。',
      en: 'Answer the resident and attach evidence. Where it must be signed the leader signs; supervisors then verify and your time stops.',
    },
    input: z.object({ answer: text().describe('Answer to the resident'), evidence: files }),
    who: DOERS,
  },
  answerResident: {
    label: { zh: '回复居民', en: 'Write to the resident' },
    help: {
      zh: '首问单位负责到底：告诉居民办到哪一步、下一步什么时候。',
      en: 'Whoever was asked first stays responsible: tell the resident where it stands and what comes when.',
    },
    input: z.object({ text: text().describe('What the resident is told') }),
    who: CONTACTS,
  },
} satisfies Record<string, ActDefinition>;
