/** What a department is asked for: its seal, an approval of its own procedure, an opinion, or a seat at one table. */
export const SEAL_KINDS = ['signOff', 'approval', 'opinion', 'meeting'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** Grounds on which a department refuses. */
export const REFUSAL_GROUNDS = ['unlawful', 'unsafe', 'incomplete', 'neighbours_harmed', 'not_our_competence'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];
