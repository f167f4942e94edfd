import { z } from 'zod';

import { isStorable } from '#libs/contract';
import { STATEMENT_STATES } from '#libs/opinion';

import { instant, key } from './page.schema.js';

const number = z.int().min(1).max(1_000_000);
const position = z.union([z.literal(-1), z.literal(0), z.literal(1)]).describe('1 agree, 0 pass, −1 disagree');
const state = z.enum(STATEMENT_STATES);
const words = (most: number) => z.string().trim().min(1).max(most).refine(isStorable);
const count = z.int().min(0);

export const deliberationParams = z.strictObject({ deliberation: key });
export const statementParams = z.strictObject({ deliberation: key, number: z.coerce.number().pipe(number) });

export const askedQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const askedList = z
  .object({
    rows: z.array(
      z.object({
        number,
        text: z.string(),
        position: position.nullable().describe('What I answered last'),
        isMine: z.boolean().describe('I said it'),
      }),
    ),
    total: count.describe('Statements that are shown'),
    unanswered: count.describe('Those I have not answered'),
  })
  .meta({ id: 'AskedStatements' });

export const sayBody = z.strictObject({
  text: words(400).describe('One thought, so that others can agree or disagree'),
});
export const saidAnswer = z.object({ number, state }).meta({ id: 'SaidStatement' });

export const positionBody = z.strictObject({ statement: number, position });
export const positionAnswer = z
  .object({ statement: number, position, revision: count.describe('How often I have answered it') })
  .meta({ id: 'TakenPosition' });

export const myPositions = z
  .object({
    group: z.string().nullable().describe('The opinion group my answers put me in; nobody else is shown it'),
    rows: z.array(z.object({ statement: number, position, at: instant })),
  })
  .meta({ id: 'MyPositions' });

export const myStatements = z
  .object({
    rows: z.array(
      z.object({
        number,
        text: z.string().nullable(),
        state,
        reason: z.string().nullable().describe('Why a moderator decided so'),
        saidAt: instant,
        mergedInto: number.nullable(),
        asked: z
          .object({ number, text: z.string().nullable() })
          .nullable()
          .describe('A similar statement that a moderator proposes to merge with it: my consent is asked'),
      }),
    ),
  })
  .meta({ id: 'MyStatements' });

export const queueQuery = z.strictObject({
  state: state.default('waiting'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const moderationList = z
  .object({
    rows: z.array(
      z.object({
        number,
        text: z.string(),
        state,
        reason: z.string().nullable(),
        saidAt: instant,
        proposedInto: number.nullable().describe('Waits for the consent of both authors'),
      }),
    ),
  })
  .meta({ id: 'StatementsToModerate' });

export const moderateBody = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal(true) }),
  z.strictObject({ show: z.literal(false), reason: words(500).describe('Told to the author') }),
]);
export const moderateAnswer = z.object({ number, state }).meta({ id: 'ModeratedStatement' });

export const mergeBody = z.strictObject({ into: number.describe('The statement that stays') });
export const mergeAnswerBody = z.strictObject({ accept: z.boolean() });

const counts = z.object({ seen: count, agree: count, disagree: count, pass: count });
const point = z.tuple([z.number(), z.number()]);
const leans = z.enum(['agree', 'disagree']);

export const pictureBody = z
  .object({
    version: count,
    at: instant,
    isOpen: z.boolean(),
    people: count.nullable().describe('People who have answered; null: too few to say'),
    placed: count.describe('Those of them with enough answers to be placed; the table counts these'),
    statements: count,
    positions: count,
    leastShown: count.describe('No number of fewer people is shown'),
    groups: z.array(
      z.object({
        name: z.string(),
        people: count,
        centre: point,
        spread: point.describe('Standard deviation along both axes'),
        representative: z
          .array(z.object({ statement: number, leans, counts }))
          .describe('What tells the group from the others, the strongest first'),
      }),
    ),
    united: z
      .array(z.object({ statement: number, leans, permille: count.describe('Product of the groups’ shares') }))
      .describe('What all groups answer alike'),
    table: z.array(
      z.object({
        statement: number,
        text: z.string(),
        counts: counts.nullable().describe('null: too few to be shown'),
        byGroup: z.array(counts).nullable(),
      }),
    ),
    density: z.array(z.object({ centre: point, people: count })),
  })
  .meta({ id: 'OpinionPicture' });

export const drawingQuery = z.strictObject({
  format: z.enum(['svg', 'html']).default('svg').describe('A picture, or a page with the same numbers as a table'),
  lang: z.enum(['zh', 'en']).optional().describe('Default: the language of the request'),
});
