import type { Calendar } from '#libs/calendar';
import type { Database, Tx } from '#libs/database';
import type { Instant, Label, Visibility } from '#libs/engine';
import type { LocalDate, PersonId, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { PostRules } from '../channels/guarded-post.js';
import type { Channel, DeliveryReason, DeliveryStatus, Lane, Urgency } from './deliveries.vocabulary.js';

/** What telling somebody of a case needs to know of it. */
export interface CaseSide {
  /** Of the real world, not of a simulation. */
  isLive: boolean;
  workflow: string;
  kind: Label;
  visibility: Visibility;
  clocks: readonly { name: string; label: Label; dueAt: Instant }[];
}

/** Those of the cases that only few may know of: confidential, reserved, or not there at all. */
export type Discreet = (tx: Tx, caseIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** What deliveries are made with. */
export interface DeliveryGround {
  database: Database;
  registry: Registry;
  vault: Vault;
  /** The present, ISO 8601 in UTC. */
  now: () => Instant;
  /** Instant of a virtual world; `null`: leases and feeds go by the clock of the database, on which all processes agree. */
  virtualNow: () => Instant | null;
  /** Local day of the present. */
  today: () => LocalDate;
  /** Looks a case up, outside any transaction; `null` when there is none. */
  caseSide: (caseId: string) => Promise<CaseSide | null>;
  /** Those of the cases that are discreet now. */
  discreet: Discreet;
  /** Hours in which anybody is written to at all. */
  hours: () => Calendar;
  /** Without a slash at the end. */
  publicUrl: string;
  /** What robots and webhooks may be pointed at. */
  posting: PostRules;
}

/** What senders write into the log: ids and codes. */
export interface DeliveryLog {
  warn: (message: string, data: Record<string, unknown>) => void;
  error: (message: string, data: Record<string, unknown>) => void;
}

/** A message as deliveries are planned from it. */
export interface PlannedMessage {
  id: string;
  caseId: string;
  at: Instant;
  about: string;
  severity: string | null;
  clock: string | null;
  rung: string | null;
  text: string | null;
  person: PersonId | null;
  role: string | null;
  unit: string | null;
  excluded: PersonId[];
}

/** A delivery as it is stored. */
export interface DeliveryRow {
  id: string;
  message: string;
  cause: string;
  caseId: string;
  recipient: string;
  person: PersonId | null;
  robot: string | null;
  insteadOf: PersonId | null;
  channel: Channel;
  urgency: Urgency;
  lane: Lane;
  status: DeliveryStatus;
  reason: DeliveryReason | null;
  at: Instant;
  plannedAt: Instant;
  nextAt: Instant;
  /** End of the lease of the worker that has it in hand. */
  lockedUntil: Instant | null;
  attempts: number;
  lastError: string | null;
  bundle: string | null;
  providerId: string | null;
  doneAt: Instant | null;
}

export type NewDelivery = Pick<
  DeliveryRow,
  'message' | 'cause' | 'caseId' | 'person' | 'robot' | 'insteadOf' | 'channel' | 'urgency' | 'lane' | 'at' | 'nextAt'
>;

export type Query = Pick<Tx, 'query'>;
