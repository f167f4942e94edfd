import { z } from 'zod';

import { BALLOT_STATUSES, CHANGE_GROUNDS, CHANNELS, PAPER_STATES } from '#libs/ballots';
import { choiceSchema, decisionRuleSchema, questionSchema } from '#libs/decision';

import { anyJson, instant, key, label } from './page.schema.js';

const weights = z
  .partialRecord(z.enum(['heads', 'area', 'households', 'members', 'present']), z.number().int().min(0).max(1e12))
  .describe('Weight by base, whole numbers; areas in 0.01 m²');
const entry = key.describe('Code of the voting unit on the roll');
const receipt = z
  .string()
  .min(1)
  .max(60)
  .describe('26 characters, made by the voter’s own device; whoever has it can show that the paper is counted');
const reason = z.string().trim().min(1).max(1000);

export const ballotParams = z.strictObject({ ballot: key.describe('Id of the ballot’s case') });
export const trackerParams = ballotParams.extend({
  tracker: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe('What is published of a receipt'),
});
export const ballotChangeParams = ballotParams.extend({ change: z.coerce.number().int().positive() });
export const ballotAppealParams = ballotParams.extend({ appeal: key });
export const ballotProxyParams = ballotParams.extend({ proxy: key });
export const buildingQuery = z.strictObject({ building: key.describe('Building whose doors are asked for') });

export const ballotView = z
  .object({
    id: z.string(),
    unit: z.string(),
    title: label,
    status: z.enum(BALLOT_STATUSES),
    secret: z.boolean(),
    question: questionSchema,
    rule: decisionRuleSchema,
    rollDay: z.iso.date().describe('The day the roll is taken of'),
    openedAt: instant.nullable(),
    closesAt: instant.nullable(),
    closedAt: instant.nullable(),
    countedAt: instant.nullable(),
    openingFingerprint: z.string().nullable(),
    finalFingerprint: z.string().nullable(),
    decision: anyJson.nullable().describe('Verdict with its certificate, once counted'),
  })
  .meta({ id: 'Ballot' });

const ownUnit = z.object({
  entry: z.string(),
  weights,
  doors: z.array(z.string()).describe('Addresses of the flats; empty for a person'),
  state: z.enum([...PAPER_STATES, 'none']).describe('Of the paper in force; `none`: nothing was cast yet'),
  contested: z.boolean(),
  castAt: instant.nullable(),
  channel: z.enum(CHANNELS).nullable(),
  revision: z.number().int().nullable(),
  isYours: z.boolean().describe('Cast by me, not by another of the unit'),
  choice: anyJson.nullable().describe('Of a named ballot, one’s own'),
});
export const ownBallots = z
  .object({
    rows: z.array(
      ballotView.pick({ id: true, title: true, status: true, secret: true, closesAt: true }).extend({
        entries: z.number().int().describe('Voting units I may cast for'),
        cast: z.number().int().describe('How many of these have cast'),
      }),
    ),
  })
  .meta({ id: 'OwnBallots' });
export const ownUnits = z.object({ rows: z.array(ownUnit) }).meta({ id: 'OwnVotingUnits' });

export const castBody = z.strictObject({
  entry,
  choice: choiceSchema,
  receipt: receipt.optional(),
  replaces: receipt.optional().describe('Receipt of the paper in force that this one replaces'),
});
export const withdrawBody = z.strictObject({ entry, replaces: receipt });
export const castAnswer = z
  .object({
    ballot: z.string(),
    entry: z.string(),
    revision: z.number().int(),
    castAt: instant,
    state: z.enum(PAPER_STATES).describe('`setAside` while the voting unit is contested'),
    receipt: z
      .string()
      .nullable()
      .describe(
        'Only when the voter brought none: kept nowhere, shown this once. Never of a paper somebody else entered',
      ),
  })
  .meta({ id: 'CastPaper' });

export const assistedBody = z.strictObject({
  entry,
  caster: key.describe('Person who votes'),
  choice: choiceSchema,
  channel: z.enum(['hands', 'telephone', 'doorstep']),
  witness: key.optional().describe('Second person at the telephone or at the door'),
  file: key.optional().describe('File of the written waiver of secrecy'),
  replaces: receipt.optional(),
});
export const transcriptionBody = z.strictObject({
  entry: entry.optional(),
  inner: z.number().int().positive().max(1_000_000).optional().describe('Number on an opened inner envelope'),
  caster: key.optional().describe('Person who signed the paper'),
  choice: choiceSchema,
  file: key.optional().describe('File of the scan'),
});
export const transcriptionAnswer = z
  .object({
    state: z
      .enum(['waiting', 'counted', 'differs'])
      .describe('`waiting`: for the second person; `differs`: the next who reads it like one before settles'),
    turn: z.number().int(),
  })
  .meta({ id: 'Transcription' });
export const differenceList = z
  .object({
    rows: z.array(
      z.object({
        slip: z.string(),
        state: z.enum(['waiting', 'differs']).describe('`waiting`: read by one person, whose reading is not shown'),
        readings: z.array(z.object({ by: z.string(), choice: anyJson, at: instant })),
        file: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'TranscriptionDifferences' });

export const contestBody = z.strictObject({
  entry,
  reason,
  against: key.optional().describe('Person whose right is contested; left out: whoever cast, or would'),
});
export const settleBody = z.strictObject({ entry, outcome: z.enum(['counts', 'falls']), ground: reason });
export const contestAnswer = z.object({ id: z.string() }).meta({ id: 'Contest' });
export const contestList = z
  .object({
    rows: z.array(
      z.object({ id: z.string(), entry: z.string(), reason: z.string().nullable(), at: instant, by: z.string() }),
    ),
  })
  .meta({ id: 'Contests' });

export const appealBody = z.strictObject({
  entry: entry.optional().describe('Left out by somebody who is missing'),
  about: z.enum(['missing', 'area', 'casters', 'other']),
  text: reason,
});
export const appealAnswerBody = z.strictObject({ granted: z.boolean(), answer: reason });
export const appealAnswer = z.object({ id: z.string() }).meta({ id: 'RollAppeal' });
export const appealList = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        entry: z.string().nullable(),
        about: z.string(),
        text: z.string().nullable(),
        at: instant,
        state: z.enum(['open', 'granted', 'refused']),
        answer: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RollAppeals' });

export const rollPage = z
  .object({
    doubts: z.array(z.object({ record: z.string(), doubt: z.string(), entry: z.string().nullable() })),
    rows: z.array(
      z.object({
        entry: z.string(),
        weights,
        building: z.string().nullable(),
        stairwell: z.string().nullable(),
        premises: z.array(z.string()),
        household: z.string().nullable(),
        casters: z.array(z.string()),
        contested: z.boolean(),
        removed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'BallotRoll' });

export const done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });

const change = { ground: z.enum(CHANGE_GROUNDS), reason, appeal: key.optional().describe('Appeal it answers') };
const persons = z.array(key).min(1).max(50);
export const changeBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...change, kind: z.literal('remove'), entry }),
  z.strictObject({
    ...change,
    kind: z.literal('correct'),
    entry,
    casters: persons.optional().describe('Who may cast for it'),
    weights: weights.optional(),
  }),
  z.strictObject({
    ...change,
    kind: z.literal('add'),
    casters: persons.describe('Owners, or the person; of a household those who may cast for it'),
    weights,
    household: key.optional(),
    premises: z.array(key).max(200).optional(),
    building: key.optional(),
    stairwell: key.optional(),
  }),
  z
    .strictObject({ reason, appeal: change.appeal, kind: z.literal('sale'), entry, flat: key, buyers: persons })
    .describe('A flat was sold while the vote runs: several changes at once'),
]);
export const changeAnswer = z
  .object({ changes: z.array(z.number().int()).describe('Numbers, to be approved in this order') })
  .meta({ id: 'ProposedRollChange' });
export const changeDecisionBody = z.strictObject({ approve: z.boolean() });
export const changeList = z
  .object({
    rows: z.array(
      z.object({
        n: z.number().int(),
        kind: z.string(),
        ground: z.string(),
        entry: z.string(),
        before: weights.nullable(),
        after: weights.nullable(),
        casters: z
          .array(z.object({ person: z.string(), name: z.string().nullable() }))
          .describe('Who is to vote; none where that stays as it is'),
        doors: z.array(z.string()).describe('Flats it is about; none where these stay as they are'),
        reason: z.string().nullable(),
        state: z.enum(['proposed', 'approved', 'refused']),
        proposedBy: z.string(),
        proposedAt: instant,
        decidedBy: z.string().nullable(),
        decidedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'RollChanges' });

export const envelopeBody = z.strictObject({ entry, caster: key, file: key.optional().describe('File of the scan') });
export const envelopeAnswer = z.object({ receipt: z.string() }).meta({ id: 'ReceivedEnvelope' });
export const proxyBody = z.strictObject({
  entry,
  giver: key,
  holder: key,
  file: key.describe('File of the written proxy'),
});
export const proxyRow = z
  .object({
    id: z.string(),
    entry: z.string(),
    giver: z.string(),
    holder: z.string(),
    file: z.string().nullable(),
    at: instant,
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'BallotProxy' });
export const proxyList = z.object({ rows: z.array(proxyRow) }).meta({ id: 'BallotProxies' });

export const turnoutPage = z
  .object({
    rows: z.array(z.object({ building: z.string().nullable(), entries: z.number().int(), took: z.number().int() })),
  })
  .meta({ id: 'BallotTurnout' });
export const doorstepList = z
  .object({
    rows: z.array(
      z.object({
        entry: z.string(),
        stairwell: z.string().nullable(),
        doors: z.array(z.string()),
        casters: z.array(z.object({ person: z.string(), name: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'DoorstepList' });
export const inclusionAnswer = z
  .object({
    line: z.string().describe('The paper’s line in the published record: the leaf'),
    proof: anyJson.describe('Merkle proof (RFC 6962)'),
    root: z.string(),
  })
  .meta({ id: 'PaperInclusion' });
export const rollQuery = z.strictObject({ after: key.optional().describe('Last entry of the page before') });
