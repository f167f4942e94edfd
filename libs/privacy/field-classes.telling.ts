import type { TableClasses } from './field-classes.vocabulary.js';

const telling = { purpose: 'telling', basis: 'request', retention: 'year', erasure: 'removed' } as const;
const setUp = { purpose: 'exchange', basis: 'accountability', retention: 'forever', erasure: 'keptById' } as const;

/** Tables of messages on their way: deliveries, preferences, substitutes, the call list, and what is sent to other systems. */
export const TELLING_FIELDS = {
  deliveries: {
    ...telling,
    fields: { internal: ['recipient', 'person', 'insteadOf', 'at', 'doneAt', 'lastError', 'providerId'] },
    impersonal: [
      'id',
      'message',
      'cause',
      'caseId',
      'robot',
      'channel',
      'urgency',
      'lane',
      'status',
      'reason',
      'plannedAt',
      'nextAt',
      'attempts',
      'lockedUntil',
      'bundle',
    ],
  },
  notification_preferences: {
    ...telling,
    retention: 'account',
    fields: {
      secret: ['emailSealed', 'codeSealed'],
      internal: [
        'person',
        'language',
        'emailConfirmedAt',
        'codeSentAt',
        'codeTries',
        'channels',
        'hoursFrom',
        'hoursTo',
        'digest',
        'digestHour',
        'updatedAt',
      ],
    },
    impersonal: [],
  },
  notification_substitutes: {
    ...telling,
    fields: { internal: ['person', 'substitute', 'fromDate', 'toDate', 'by', 'at', 'endedAt'] },
    impersonal: ['id'],
  },
  call_entries: {
    ...telling,
    fields: { internal: ['person', 'about', 'reason', 'isReserved', 'status', 'at', 'doneAt'] },
    impersonal: ['id', 'unit', 'caseId', 'message', 'cause'],
  },
  call_attempts: {
    ...telling,
    fields: { internal: ['by', 'at', 'onDate', 'outcome'] },
    impersonal: ['entry', 'n', 'key'],
  },
  delivery_spool: {
    ...telling,
    retention: 'month',
    fields: { internal: ['person', 'recipient', 'subject', 'text', 'at'] },
    impersonal: ['id', 'channel'],
  },
  webhooks: {
    ...setUp,
    fields: { secret: ['urlSealed', 'secretSealed'], internal: ['createdBy', 'createdAt'] },
    impersonal: ['id', 'unit', 'name', 'host', 'events', 'isActive', 'seenUntil'],
  },
  robots: {
    ...setUp,
    fields: { secret: ['urlSealed', 'secretSealed'], internal: ['createdBy', 'createdAt'] },
    impersonal: ['id', 'unit', 'kind', 'name', 'host', 'urgencies', 'isActive'],
  },
} as const satisfies Record<string, TableClasses>;
