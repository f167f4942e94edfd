/** States of a correction asked for. */
export const CORRECTION_STATES = ['open', 'done', 'refused'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

export const ERASURE_STATES = ['asked', 'confirmed', 'refused', 'done'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** Grounds of 个人信息保护法 47 on which somebody is erased. */
export const ERASURE_GROUNDS = [
  'purpose achieved',
  'consent withdrawn',
  'unlawful',
  'retention over',
  'moved away or died',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Rows erased by each keeper that has finished. */
export type ErasureProgress = Record<string, number>;
