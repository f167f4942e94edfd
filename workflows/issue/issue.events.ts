import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type {
  ActDefinition,
  ActEvent,
  CancelledEvent,
  ChildDoneEvent,
  ChildFailedEvent,
  ToldChartEvent,
} from '#libs/engine';

import { meetingTells } from '../meeting/contract.js';
import type { NoticeOutput } from '../notice/contract.js';
import type { TaskOutput } from '../task/contract.js';
import { ENDINGS } from './contract.js';
import type { issueActs } from './issue.acts.js';

const id = z.string().min(1);

/** What other cases and effect handlers tell an issue. */
export const issueReceives = {
  ...meetingTells,
  /** The rule behind a provisional verdict was confirmed by a named person. */
  'agenda.confirmed': z.object({ meeting: id }),
  /** Another issue was merged into this one. */
  'merge.joined': z.object({ issue: id, people: z.array(id) }),
  /** A merged issue goes its own way again. */
  'merge.left': z.object({ issue: id }),
  /** What the register of resolutions says to a decision. */
  'resolution.entered': z.object({ number: id }),
  'resolution.refused': z.object({ code: id.describe('Why it is not a resolution yet') }),
  /** The issue this one was merged into has ended; only `solved`, `accepted` and answers end this one too. */
  'main.ended': z.object({ issue: id, result: z.enum([...ENDINGS, 'released']) }),
};

type ActEventsOf<Acts extends Record<string, ActDefinition>> = {
  [Name in keyof Acts & string]: ActEvent<Name, InputOf<Acts[Name]['input']>>;
}[keyof Acts & string];

type ToldEventsOf<Receives extends Record<string, z.ZodType>> = {
  [Name in keyof Receives & string]: ToldChartEvent<Name, z.output<Receives[Name]>>;
}[keyof Receives & string];

/** Every event an issue's chart can receive. */
export type IssueEvent =
  | ActEventsOf<typeof issueActs>
  | ToldEventsOf<typeof issueReceives>
  | ChildDoneEvent<'task', TaskOutput>
  | ChildFailedEvent<'task'>
  | ChildDoneEvent<'notice', NoticeOutput>
  | ChildFailedEvent<'notice'>
  | CancelledEvent;

/** One kind of event. */
export type EventOf<Type extends IssueEvent['type']> = Extract<IssueEvent, { type: Type }>;
