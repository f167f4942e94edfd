import { z } from 'zod';

import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CORRECTION_STATES,
  ERASURE_GROUNDS,
  ERASURE_STATES,
  UNMASKABLE_FIELDS,
} from '#libs/privacy';

import { instant, key, label, pageQuery } from './page.schema.js';

const words = (most: number) => z.string().trim().min(1).max(most);
const day = z.iso.date();

export const personParams = z.strictObject({ person: key });
export const idParams = z.strictObject({ id: key });

export const unmaskBody = z.strictObject({
  field: z.enum(UNMASKABLE_FIELDS),
  reason: z.string().max(500).describe('Why it is needed now; kept in the journal of looks'),
  case: key.optional().describe('The case it is needed for'),
});
export const unmaskAnswer = z.object({ field: z.enum(UNMASKABLE_FIELDS), value: z.string() }).meta({ id: 'Unmasked' });

const look = z.object({
  seq: z.number().int(),
  at: instant,
  by: z.string(),
  byName: z.string(),
  person: z.string().nullable(),
  household: z.string().nullable(),
  field: z.string(),
  case: z.string().nullable(),
});
export const lookQuery = pageQuery.extend({ person: key.optional(), by: key.optional() });
export const lookPage = z
  .object({ rows: z.array(look.extend({ reason: z.string().nullable() })), next: z.string().nullable() })
  .meta({ id: 'LookPage' });
export const ownLooks = z.object({ rows: z.array(look) }).meta({ id: 'OwnLooks' });

const purpose = z.enum(CONSENT_PURPOSES);
export const consentTexts = z
  .object({ rows: z.array(z.object({ purpose, version: z.string(), isSeparate: z.boolean(), text: label })) })
  .meta({ id: 'ConsentTexts' });
export const ownConsentBody = z.strictObject({ purpose, textVersion: words(40) });
export const consentBody = z.strictObject({
  purpose,
  textVersion: words(40),
  channel: z.enum(CONSENT_CHANNELS).exclude(['self']),
  slip: words(80).describe('Number of the paper with the signature'),
  evidence: key.optional().describe('File with the scanned signature; needed for sensitive data'),
});
export const withdrawBody = z.strictObject({ purpose });
export const consentList = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        purpose: z.string(),
        textVersion: z.string(),
        givenAt: instant,
        givenBy: z.string(),
        channel: z.enum(CONSENT_CHANNELS),
        slip: z.string().nullable(),
        withdrawnAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'ConsentList' });
export const withdrawn = z.object({ withdrawn: z.boolean() }).meta({ id: 'Withdrawn' });
export const made = z.object({ id: z.string() }).meta({ id: 'Made' });

export const exportQuery = z.strictObject({ format: z.enum(['json', 'html']).optional().describe('Default: json') });

export const correctionBody = z.strictObject({ field: words(100), wanted: words(1000) });
export const correctionAnswer = z.strictObject({ state: z.enum(['done', 'refused']), answer: words(1000) });
export const correctionList = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        field: z.string(),
        wanted: z.string().nullable(),
        askedAt: instant,
        state: z.enum(CORRECTION_STATES),
        answer: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CorrectionList' });

export const ownErasureBody = z.strictObject({
  ground: z.enum(ERASURE_GROUNDS),
  onBehalfOf: key.optional().describe('Somebody who has authorised me, or whose guardian I am'),
});
export const erasureBody = z.strictObject({ ground: z.enum(ERASURE_GROUNDS) });
export const erasureRow = z
  .object({
    id: z.string(),
    person: z.string(),
    ground: z.enum(ERASURE_GROUNDS),
    state: z.enum(ERASURE_STATES),
    askedAt: instant,
    askedBy: z.string(),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    answer: z.string().nullable().describe('Why it was refused'),
    doneAt: instant.nullable(),
    progress: z.record(z.string(), z.number().int()).describe('Records erased in each room that has finished'),
  })
  .meta({ id: 'Erasure' });
export const erasureRefusal = z.strictObject({ answer: words(1000).describe('Why; the person reads it') });
export const erasureQuery = z.strictObject({ state: z.enum(ERASURE_STATES).optional() });
export const erasureList = z.object({ rows: z.array(erasureRow) }).meta({ id: 'ErasureList' });

export const holdBody = z.strictObject({ authority: words(200), to: day.optional() });
const hold = z.object({
  id: z.string(),
  person: z.string(),
  authority: z.string(),
  from: day,
  to: day.nullable(),
  setBy: z.string(),
  setAt: instant,
});
export const holdRow = hold.meta({ id: 'LegalHold' });
export const holdList = z.object({ rows: z.array(holdRow) }).meta({ id: 'LegalHoldList' });

export const retentionList = z
  .object({
    rows: z.array(
      z.object({ name: z.string(), label, days: z.number().int(), before: instant, count: z.number().int() }),
    ),
  })
  .meta({ id: 'RetentionPreview' });
