import { z } from 'zod';

import { text } from '#libs/contract';
import type { Contract } from '#libs/engine';

/** The four levels of consultation (四级协商), lowest first. */
export const MEETING_LEVELS = ['building', 'grid', 'council', 'assembly'] as const;
export type MeetingLevel = (typeof MEETING_LEVELS)[number];

/** What sits: the bodies of a community, and small meetings whose outcome those present decide. */
export const MEETING_KINDS = [
  'parlour',
  'council',
  'representatives',
  'assembly',
  'owners',
  'roundTable',
  'eveningTalk',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const CALLED_BY = ['committee', 'rhythm', 'petition'] as const;
export type CalledBy = (typeof CALLED_BY)[number];

const input = z
  .object({
    unit: z.string().min(1).meta({ refers: 'unit' }).describe('Unit or body that meets'),
    level: z.enum(MEETING_LEVELS),
    title: text(200).optional().describe('What the sitting is called, when a person calls it'),
    named: z
      .string()
      .min(1)
      .meta({ refers: 'text' })
      .optional()
      .describe('Id of the text that names it, when another case calls it'),
    matter: z
      .string()
      .min(1)
      .meta({ refers: 'text' })
      .optional()
      .describe('Id of the text of a first matter of its own: what a petition asks for'),
    startsAt: z.iso.datetime().describe('When it starts, an instant in UTC'),
    members: z.number().int().min(1).describe('Members entitled to vote'),
    rule: z
      .string()
      .min(1)
      .meta({ refers: 'rule' })
      .optional()
      .describe('Id of the decision rule; without it, the one of the level'),
    kind: z.enum(MEETING_KINDS).optional().describe('What sits; without it, what is usual at the level'),
    calledBy: z.enum(CALLED_BY).optional().describe('Why it is called; without it, by the committee'),
    petition: z
      .string()
      .min(1)
      .meta({ refers: 'petition' })
      .optional()
      .describe('Case of the petition it is called by'),
    rhythm: z
      .boolean()
      .optional()
      .describe('One of a series: the next one is called when this one ends, by the rhythm of the policy'),
  })
  .refine(({ title, named }) => title !== undefined || named !== undefined, { error: 'it needs a title' });

const output = z.object({
  items: z.number().int().min(0).describe('Items on the agenda when the sitting ended'),
  adopted: z.number().int().min(0),
  rejected: z.number().int().min(0),
  unsettled: z.number().int().min(0),
  carriedOver: z.number().int().min(0).describe('Items given back for the next meeting'),
  minutes: z.string().nullable().describe('Id of the text of the signed minutes'),
});

/** Who may decide a matter at all. A matter of a department or of owners is at most recommended, one of nobody is not voted on. */
export const DECIDERS = ['residents', 'owners', 'department', 'nobody'] as const;
export type Decider = (typeof DECIDERS)[number];

export const ITEM_KINDS = ['matter', 'election'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What an issue tells a meeting to get on its agenda, and to leave it. */
export const meetingReceives = {
  'item.submitted': z.object({
    issue: z.string().min(1).describe('Case of the issue'),
    title: z.string().min(1).describe('Id of its title'),
    measures: z.array(z.string()).describe('Ids of the texts of the measures proposed so far'),
    recused: z.array(z.string()).default([]).describe('Persons with a declared interest: out of the base of this item'),
    decides: z
      .enum(DECIDERS)
      .default('residents')
      .describe('Who may decide the matter; only `residents` is voted on here'),
    kind: z.enum(ITEM_KINDS).optional().describe('A matter, or an election'),
    seats: z.number().int().min(1).max(99).optional().describe('Seats of an election; without it, one'),
  }),
  'item.withdrawn': z.object({ issue: z.string().min(1) }),
};

export const AGENDA_RESULTS = ['adopted', 'rejected', 'next_meeting', 'unsettled'] as const;
export type AgendaResult = (typeof AGENDA_RESULTS)[number];

/** What a meeting tells the issues on its agenda. */
export const meetingTells = {
  'agenda.accepted': z.object({ meeting: z.string().min(1), startsAt: z.iso.datetime() }),
  'agenda.result': z.object({
    meeting: z.string().min(1),
    result: z.enum(AGENDA_RESULTS),
    provisional: z.boolean().describe('Adopted under a rule that is not confirmed: not a resolution yet'),
    measure: z.string().nullable().describe('Id of the text that was adopted'),
    certificate: z.json().nullable(),
    decides: z.enum(DECIDERS).optional().describe('Said when it is not decided here: by whom instead'),
  }),
  'agenda.refused': z
    .object({
      meeting: z.string().min(1),
      decides: z.enum(DECIDERS).describe('Who may decide it'),
    })
    .describe('Never on the agenda: the body may not decide it. Owners’ matters need a ballot of the owners'),
  'agenda.dropped': z.object({ meeting: z.string().min(1) }).describe('Off the agenda before it was treated'),
};

/** What another workflow may know of `meeting`. */
export const meetingContract = { workflow: 'meeting', input, output } satisfies Contract;
export type MeetingInput = z.output<typeof input>;
export type MeetingOutput = z.output<typeof output>;
