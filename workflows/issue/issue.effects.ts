import { z } from 'zod';

import { COMPETENCES } from './issue.context.js';
import { LEVELS } from './issue.policy.js';

const id = z.string().min(1);

/** What residents and bodies are told about. */
export const NEWS = [
  'received',
  'danger',
  'information_wanted',
  'merged',
  'declined',
  'forwarded',
  'appeal',
  'refused',
  'direct_line',
  'called_back',
  'on_agenda',
  'decision',
  'rejected',
  'long_works',
  'offered',
  'claimed',
  'outcome',
  'final_answer',
  'withdrawn',
  'closed',
] as const;
export type News = (typeof NEWS)[number];

/** Everything an issue asks of the outside. One handler each. */
export const issueEffects = {
  /** Rings the duty officer of the unit: somebody is in danger. */
  ringDuty: z.object({ issue: id, unit: id, place: z.string().nullable(), title: id }),
  /** Posts something on the public page and the notice board. Never for confidential issues. */
  publish: z.object({
    issue: id,
    unit: id,
    about: z.enum(NEWS),
    text: z.string().nullable(),
    evidence: z.array(z.string()),
  }),
  /** Tells people by name, each by their own channel. */
  notify: z.object({ issue: id, about: z.enum(NEWS), persons: z.array(id), text: z.string().nullable() }),
  /** Asks for a place on the agenda of the next meeting of the level; answered by `agenda.accepted`. */
  requestAgenda: z.object({
    issue: id,
    unit: id,
    level: z.enum(LEVELS),
    title: id,
    measures: z.array(z.string()),
    recused: z.array(z.string()),
    decides: z.enum(COMPETENCES),
    request: z.int().min(1).describe('Which request of this issue; a repeated one is the same'),
  }),
  /** Takes the issue off the agenda, or out of the queue for one. */
  withdrawAgenda: z.object({ issue: id, meeting: z.string().nullable() }),
  /**
   * Joins the issue to another one that is under way, which is told `merge.joined`; where there is none, answered by
   * `main.ended` with `released`.
   */
  joinMain: z.object({ issue: id, into: id, people: z.array(id) }),
  /** Hands the matter to whoever it belongs to, with the address the resident is given. */
  sendForward: z.object({ issue: id, to: z.string().nullable(), address: z.string(), text: z.string() }),
  /** Enters what was decided into the register of resolutions; answered by `resolution.entered` or `resolution.refused`. */
  enterResolution: z.object({
    unit: id,
    title: id,
    text: id,
    certificate: z.json(),
    body: z.string().nullable().describe('Case of the meeting; null: the owners’ ballot'),
    signedBy: z.string().nullable(),
    round: z.int().describe('Which announcement of this issue'),
  }),
  /** The decision was taken back: its resolution ends. */
  endResolution: z.object({ round: z.int() }),
  /** Written supervision (督办) by the tier above. */
  supervise: z.object({ issue: id, unit: id, tier: z.string(), redo: z.int() }),
};
