import { z } from 'zod';

const count = z.int().min(0);

/** What a deliberation asks of the outside. */
export const deliberationEffects = {
  /** Residents of the unit may say statements and take positions from now on. Carried out again it changes nothing. */
  openOpinion: z.object({
    unit: z.string().describe('Unit whose residents are asked'),
    rule: z.object({
      moderation: z.enum(['before', 'after']),
      mostStatements: count,
      leastPositions: count,
      leastGroup: count,
      mostGroups: count,
      agreedPercent: count,
    }),
  }),
  /**
   * Takes nothing more. With `answers` it records what all groups agree with (act `recordAgreed`) and then tells `opinion.closed`;
   * a deliberation that never asked is answered with zeros.
   */
  closeOpinion: z.object({ answers: z.boolean() }),
};

/** What a deliberation hears when nothing more is taken. */
export const deliberationReceives = {
  'opinion.closed': z.object({
    people: count.describe('People who took a position; 0 below the least number that is shown'),
    groups: count.describe('Opinion groups that were found'),
    statements: count.describe('Statements that were shown'),
    picture: count.describe('Version of the last picture; 0: none'),
  }),
};
