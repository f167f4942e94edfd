import { z } from 'zod';

import {
  CALL_OUTCOMES,
  CALL_REASONS,
  CALL_STATUSES,
  CHANNELS,
  DELIVERY_REASONS,
  DELIVERY_STATUSES,
  LANES,
  PERSONAL_CHANNELS,
  ROBOT_KINDS,
  URGENCIES,
  WEBHOOK_EVENTS,
  WEBHOOK_STATUSES,
} from '#libs/notify';

import { instant, key } from './page.schema.js';

const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
const channelList = z.array(z.enum(PERSONAL_CHANNELS)).max(PERSONAL_CHANNELS.length);
const channels = z
  .strictObject({ emergency: channelList, important: channelList, routine: channelList })
  .describe('Channels in the order in which they are tried; an emergency takes all of them whatever is chosen');
const hours = z
  .strictObject({ from: time, to: time })
  .nullable()
  .describe('Local hours; null: those of the installation');
const language = z.enum(['zh', 'en']);
const cursor = z.string().max(400).optional();
const limit = z.coerce.number().int().min(1).max(200).optional();

export const preferencesBody = z
  .object({
    language,
    channels,
    hours,
    digest: z.boolean().describe('Routine messages come in one mail a day'),
    digestHour: z.int().min(0).max(23),
    email: z.string().nullable().describe('Masked'),
    isEmailConfirmed: z.boolean(),
  })
  .meta({ id: 'NotificationPreferences' });
export const changePreferencesBody = z.strictObject({
  language: language.optional(),
  channels: channels.optional(),
  hours: hours.optional(),
  digest: z.boolean().optional(),
  digestHour: z.int().min(0).max(23).optional(),
  email: z.email().max(254).nullable().optional().describe('A new address is sent a code; null: no mail any more'),
});
export const confirmBody = z.strictObject({ code: z.string().min(1).max(20) });

export const absenceRow = z
  .object({
    id: z.string(),
    person: z.string(),
    substitute: z.string(),
    from: day,
    to: day,
    at: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Absence' });
export const absenceList = z.object({ rows: z.array(absenceRow) }).meta({ id: 'AbsenceList' });
const period = {
  substitute: key.describe('Somebody with an office at the same place or above it'),
  from: day.describe('First day away'),
  to: day.describe('Day of return'),
};
export const ownAbsenceBody = z.strictObject(period);
export const absenceBody = z.strictObject({ person: key, ...period });
export const absenceParams = z.strictObject({ absence: key });

export const unitScope = z.strictObject({ unit: key });

export const webhookRow = z
  .object({
    id: z.string(),
    unit: z.string(),
    name: z.string(),
    host: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    isActive: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Webhook' });
export const webhookList = z.object({ rows: z.array(webhookRow) }).meta({ id: 'WebhookList' });
export const newWebhookBody = z.strictObject({
  unit: key,
  name: z.string().min(1).max(100),
  url: z.url().max(1000),
  events: z.array(z.enum(['case.started', 'case.changed', 'case.ended'])).min(1),
});
export const madeWebhook = z
  .object({ webhook: webhookRow, secret: z.string().describe('Shown this once; signs every event') })
  .meta({ id: 'MadeWebhook' });
export const webhookParams = z.strictObject({ webhook: key });
export const webhookLogQuery = z.strictObject({ cursor, limit });
export const webhookDeliveryRow = z
  .object({
    id: z.string(),
    webhook: z.string(),
    event: z.string(),
    case: z.string(),
    version: z.int(),
    status: z.enum(WEBHOOK_STATUSES),
    at: instant,
    nextAt: instant,
    replays: z.int(),
    doneAt: instant.nullable(),
    attempts: z.array(
      z.object({
        n: z.int(),
        at: instant,
        responseCode: z.int().nullable(),
        error: z.string().nullable(),
        tookMs: z.int(),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' });
export const webhookDeliveryPage = z
  .object({ rows: z.array(webhookDeliveryRow), next: z.string().nullable() })
  .meta({ id: 'WebhookDeliveryPage' });
export const webhookDeliveryParams = z.strictObject({ webhook: key, delivery: key });

export const robotRow = z
  .object({
    id: z.string(),
    unit: z.string(),
    kind: z.enum(ROBOT_KINDS),
    name: z.string(),
    host: z.string(),
    isSigned: z.boolean(),
    urgencies: z.array(z.enum(URGENCIES)),
    isActive: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Robot' });
export const robotList = z.object({ rows: z.array(robotRow) }).meta({ id: 'RobotList' });
export const newRobotBody = z.strictObject({
  unit: key,
  kind: z.enum(ROBOT_KINDS),
  name: z.string().min(1).max(100),
  url: z.url().max(1000).describe('The address the group chat gave out, its key included'),
  secret: z.string().min(1).max(200).nullable().describe('Of DingTalk or Feishu with signatures; else null'),
  urgencies: z.array(z.enum(URGENCIES)).min(1),
});
export const robotParams = z.strictObject({ robot: key });
export const switchBody = z.strictObject({ isActive: z.boolean() });

const standing = z.object({
  channel: z.string(),
  due: z.int(),
  waiting: z.int(),
  failed: z.int(),
  sent: z.int(),
  oldestDueAt: instant.nullable(),
  lastError: z.string().nullable(),
});
export const standingBody = z.object({ rows: z.array(standing) }).meta({ id: 'DeliveryStanding' });
export const deliveryQuery = z.strictObject({
  unit: key.describe('Top of a tree of units: deliveries are looked after there'),
  status: z.enum(DELIVERY_STATUSES).optional(),
  channel: z.enum(CHANNELS).optional(),
  case: key.optional(),
  cursor,
  limit,
});
export const deliveryRow = z
  .object({
    id: z.string(),
    case: z.string(),
    channel: z.enum(CHANNELS),
    urgency: z.enum(URGENCIES),
    lane: z.enum(LANES),
    status: z.enum(DELIVERY_STATUSES),
    reason: z.enum(DELIVERY_REASONS).nullable(),
    at: instant,
    nextAt: instant,
    attempts: z.int(),
    lastError: z.string().nullable().describe('A code, never the words of the other side'),
    doneAt: instant.nullable(),
  })
  .meta({ id: 'Delivery' });
export const deliveryPage = z
  .object({ rows: z.array(deliveryRow), next: z.string().nullable() })
  .meta({ id: 'DeliveryPage' });
export const spoolQuery = z.strictObject({ unit: key, cursor, limit });
export const spoolPage = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(CHANNELS),
        recipient: z.string().describe('Masked'),
        subject: z.string(),
        text: z.string(),
        at: instant,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'SpoolPage' });
export const replayBody = z.strictObject({
  unit: key,
  delivery: key.optional().describe('One delivery; without it all that were given up since'),
  since: z.iso.datetime().optional(),
});
export const replayed = z.object({ replayed: z.int() }).meta({ id: 'Replayed' });

export const callQuery = z.strictObject({
  unit: key,
  status: z.enum(CALL_STATUSES).optional().describe('Default: open'),
  cursor,
  limit,
});
export const callRow = z
  .object({
    id: z.string(),
    person: z.string(),
    name: z.string(),
    address: z.string(),
    phone: z.string().nullable().describe('Masked; shown in clear, journaled, to whoever makes the call'),
    reason: z.enum(CALL_REASONS),
    status: z.enum(CALL_STATUSES),
    say: z.object({ zh: z.string(), en: z.string() }),
    at: instant,
    doneAt: instant.nullable(),
    attempts: z.array(z.object({ at: instant, onDate: day, by: z.string(), outcome: z.enum(CALL_OUTCOMES) })),
  })
  .meta({ id: 'Call' });
export const callPage = z.object({ rows: z.array(callRow), next: z.string().nullable() }).meta({ id: 'CallPage' });
export const callParams = z.strictObject({ call: key });
export const attemptBody = z.strictObject({ outcome: z.enum(CALL_OUTCOMES) });
export const phoneBody = z.object({ phone: z.string() }).meta({ id: 'CallPhone' });
