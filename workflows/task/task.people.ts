import type { Who } from '#libs/engine';

/*
 * Who does what to a task. Units are named by their relation to it: `doer` has it, `section` is the office inside the doer it was
 * given to, `crew` may help, `contact` was asked first, `nominee` is asked to take it over, `arbiter` stands above a dispute,
 * `leading` leads where this task assists.
 */

/** Nobody who works or worked on it judges it. */
const NOT_THEIR_OWN = ['handler', 'formerHandler'];
/** Nor anybody of the unit that has it, or of an office inside it that was given the work. */
const NOT_THEIR_UNITS = [...NOT_THEIR_OWN, 'doer', 'section', 'formerSection'];

/**
 * Whoever works for the unit that is to do it; an emergency lands at its duty officer. Its volunteers and partners may do it
 * unless it is confidential.
 */
export const DOERS: Who[] = [
  { relation: 'handler' },
  { relation: 'onDuty' },
  { role: 'department', of: 'doer' },
  { role: 'department', of: 'section' },
  { role: 'duty', of: 'doer' },
  { role: 'volunteer', of: 'crew' },
  { role: 'partner', of: 'crew' },
  { role: 'leader', of: 'doer' },
];
/** The desk of the unit: says whether it is the unit's to do, and who inside does it. Volunteers do not speak for their unit. */
export const DESK: Who[] = [
  { relation: 'handler' },
  { relation: 'onDuty' },
  { role: 'department', of: 'doer' },
  { role: 'duty', of: 'doer' },
  { role: 'partner', of: 'crew' },
  { role: 'leader', of: 'doer' },
];
/** Those whose time runs, as the ladder tells them. */
export const HANDLERS: Who[] = [
  { relation: 'handler' },
  { relation: 'onDuty' },
  { role: 'department', of: 'doer' },
  { role: 'duty', of: 'doer' },
];
export const DOERS_LEADERS: Who[] = [{ role: 'leader', of: 'doer' }];
/** The dispatcher: the coordinator of the place or above. */
export const DISPATCHERS: Who[] = [{ role: 'coordinator', not: NOT_THEIR_OWN }];
/** The upper tier of the place. */
export const UPPER_TIER: Who[] = [{ role: 'leader', not: NOT_THEIR_UNITS }];
/** The tier that stands above all units in dispute, found by the registry. */
export const ARBITERS: Who[] = [
  { role: 'leader', of: 'arbiter', not: NOT_THEIR_OWN },
  { role: 'coordinator', of: 'arbiter', not: NOT_THEIR_OWN },
];
/** Who signs the public answer, or that it cannot be done: the unit's leader; where the leader did the work, the tier above. */
export const SIGNERS: Who[] = [{ role: 'leader', of: 'doer', not: NOT_THEIR_OWN }, ...UPPER_TIER];
/** The unit that is asked to take the task over. */
export const NOMINEES: Who[] = [
  { role: 'leader', of: 'nominee', not: NOT_THEIR_OWN },
  { role: 'department', of: 'nominee', not: NOT_THEIR_OWN },
];
/** The unit asked first: it keeps the resident informed until the end, whoever works. */
export const CONTACTS: Who[] = [
  { role: 'coordinator', of: 'contact' },
  { role: 'hotline', of: 'contact' },
  { role: 'collector', of: 'contact' },
  { role: 'department', of: 'contact' },
  { role: 'duty', of: 'contact' },
  { role: 'leader', of: 'contact' },
  { role: 'coordinator' },
];
export const SUPERVISORS: Who[] = [{ role: 'supervisor', not: NOT_THEIR_UNITS }];
/** Stands in when the supervisors are silent. */
export const SUBSTITUTES: Who[] = [{ role: 'representative', not: NOT_THEIR_UNITS }];
/** The coordinator verifies last, and never work of the coordinator's own: then the tier above does. */
export const LAST_VERIFIERS: Who[] = [{ role: 'coordinator', not: NOT_THEIR_UNITS }, ...UPPER_TIER];
/** The unit that leads where this task assists. */
export const LEADING: Who[] = [
  { role: 'department', of: 'leading' },
  { role: 'leader', of: 'leading' },
];
