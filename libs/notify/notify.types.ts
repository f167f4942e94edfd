import type { CaseView, EffectCall } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { ToldEvent } from '#libs/engine';
import type { LocalDate, Registry } from '#libs/registry';

/** What handlers need to know of a case; {@link CaseView} has it. */
export type CaseFacts = Pick<CaseView, 'unit' | 'visibility' | 'parties'>;

export interface NotifyOptions {
  database: Database;
  registry: Registry;
  /** Looks a case up, outside any transaction; `null` when there is none. */
  caseFacts: (caseId: string) => Promise<CaseFacts | null>;
  /** Local date on which offices must be in force. */
  today: () => LocalDate;
}

/** What a handler works with inside its transaction. */
export interface Delivery {
  tx: Tx;
  call: EffectCall;
  /** Facts of the case that performs the effect. */
  facts: CaseFacts;
  registry: Registry;
  today: LocalDate;
}

/** Carries out one effect inside a transaction of its own; may answer with an event for the case. */
export type DeliveryHandler = (delivery: Delivery) => Promise<ToldEvent | undefined>;
