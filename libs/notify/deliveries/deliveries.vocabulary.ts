/** Ways in which a message leaves the house. In-app it is there already: `messages` are the truth of who is told what. */
export const CHANNELS = ['email', 'sms', 'robot'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels a person can choose; robots write to groups. */
export const PERSONAL_CHANNELS = ['email', 'sms'] as const;
export type PersonalChannel = (typeof PERSONAL_CHANNELS)[number];

/**
 * How urgent a message is. `emergency`: danger and duty, at any hour, past every preference but the address. `important`: what has a
 * deadline or a result for its reader. `routine`: everything else; may wait for a digest.
 */
export const URGENCIES = ['emergency', 'important', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Within a lane a person gets messages in their order; an emergency never waits behind a digest. */
export const LANES = ['emergency', 'single', 'digest'] as const;
export type Lane = (typeof LANES)[number];

export const DELIVERY_STATUSES = ['pending', 'sent', 'skipped', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why something was not sent. */
export const DELIVERY_REASONS = [
  /** Read in-app before it was due. */
  'read',
  /** The channel was switched off since it was planned. */
  'preference',
  /** No address or number any more. */
  'no_address',
  /** The person is gone: erased, died. */
  'person_gone',
  /** The message is gone: its retention is over, or it was erased. */
  'message_gone',
  /** The robot or channel is not set up any more. */
  'not_set_up',
  /** The other side refused for good. */
  'refused',
  /** Tried until the time for it was over. */
  'exhausted',
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

export const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** What other systems can be told of. Never of reserved or confidential cases. */
export const WEBHOOK_EVENTS = ['case.started', 'case.changed', 'case.ended', 'webhook.test'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export const WEBHOOK_STATUSES = ['pending', 'sent', 'failed'] as const;

/** Why somebody is called: no channel reaches them, they have not read it, or what was sent came back. */
export const CALL_REASONS = ['no_channel', 'unread', 'failed'] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** `given_up`: not reached on two different days. `moot`: read or decided meanwhile. */
export const CALL_STATUSES = ['open', 'done', 'given_up', 'moot'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

/** How a call ended. */
export const CALL_OUTCOMES = ['reached', 'not_reached', 'refused', 'moved'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const LANGUAGES_TOLD = ['zh', 'en'] as const;
