import type { Who } from '#libs/engine';

/** Who calls meetings and keeps their agenda. */
export const CONVENERS: Who[] = [{ role: 'chair' }, { role: 'secretary' }, { role: 'coordinator' }];
/** Who opens a sitting, and so takes the chair. */
export const OPENERS: Who[] = [{ role: 'chair' }, { role: 'coordinator' }];
/** Whoever has the chair of this sitting. */
export const CHAIR: Who[] = [{ relation: 'chair' }];
/** Members checked in; a declared interest keeps one out of the item. */
export const MEMBERS: Who[] = [{ relation: 'present', not: ['recused'] }];
export const PRESENT: Who[] = [{ relation: 'present' }];
/** Members of the bodies that elect theirs; below them every resident is one. */
export const BODY_MEMBERS: Who[] = [
  { role: 'deliberator', of: 'council' },
  { role: 'representative', of: 'assembly' },
];
export const NEIGHBOURS: Who[] = [{ role: 'resident' }];
/** Who keeps the list of those present and drafts the minutes. */
export const RECORDERS: Who[] = [{ role: 'secretary' }, { role: 'coordinator' }];
/** Who signs the minutes: the chair, never whoever drafted them. */
export const SIGNERS: Who[] = [
  { relation: 'chair', not: ['drafter'] },
  { role: 'chair', not: ['drafter'] },
];
/** Who signs in the chair's place. */
export const WITNESSES: Who[] = [{ relation: 'present', not: ['drafter'] }];
/** Whoever may be on the speaking list: members without an interest, and guests who answer. */
export const SPEAKERS: Who[] = [...MEMBERS, { relation: 'guest', not: ['recused'] }];
/** Whoever has the floor. */
export const SPEAKER: Who[] = [{ relation: 'speaker' }];
export const MOVER: Who[] = [{ relation: 'mover' }];
export const AMENDER: Who[] = [{ relation: 'amender' }];
/** Proposed in the election on the floor; not yet a candidate. */
export const NOMINEES: Who[] = [{ relation: 'nominee' }];
