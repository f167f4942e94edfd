import type { Database, Tx } from '#libs/database';
import type { JsonObject } from '#libs/engine';
import type { Registry } from '#libs/registry';

import { Digests } from './digests.service.js';
import type { AccountFolds } from './ledger.vocabulary.js';
import { asContent, digestOf } from './document.rules.js';
import { Gathering } from './gathering.js';
import { LedgerRefused } from './ledger.refused.js';
import { periodNamed } from './periods.rules.js';
import { Projector, type AccountFault } from './projector.service.js';
import { Reconciliations } from './reconciliation.service.js';
import { Reports } from './reports.service.js';
import { ledgerView, type ViewQuestion, type ViewRow } from './views.sql.js';

export interface LedgerOptions {
  database: Database;
  registry: Pick<Registry, 'ancestors' | 'unit' | 'idsOf'>;
  /** Folds by workflow. */
  folds: AccountFolds;
  /** Whose account: live, or a simulated world. They are never mixed. */
  realm: string;
  now: () => string;
  localDateOf: (instant: string) => string;
  isWorkingDay: (day: string) => boolean;
  onError: (error: unknown) => void;
  /** A journal no account can be kept of; nothing else waits for it. */
  onUnaccountable?: (fault: AccountFault) => Promise<void>;
}

/** A report with its digest. */
export interface Document {
  content: JsonObject;
  digest: string;
  madeAt: string;
  /** Written when the period was over, and never altered since. */
  isKept: boolean;
}

/** The account (台账): kept from the journals, shown, reconciled, counted and reported. */
export class Ledger {
  readonly projector: Projector;
  readonly reports: Reports;
  readonly reconciliations: Reconciliations;
  readonly digests: Digests;
  readonly #heard = new Gathering((caseIds) => this.#follow(caseIds));

  constructor(private readonly options: LedgerOptions) {
    const { registry } = options;
    this.projector = new Projector(options);
    this.reports = new Reports(options);
    this.digests = new Digests({ ...options, reports: this.reports });
    const idsOf = (tx: Tx, person: string): Promise<string[]> => registry.idsOf(tx, person);
    this.reconciliations = new Reconciliations({ ...options, projector: this.projector, idsOf });
  }

  get realm(): string {
    return this.options.realm;
  }

  view(tx: Tx, question: Omit<ViewQuestion, 'realm'>): Promise<ViewRow[]> {
    return ledgerView(tx, { ...question, realm: this.realm });
  }

  /** Account numbers by case; a case without one is left out. */
  async numbers(tx: Pick<Tx, 'query'>, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; number: string }>(
      'select case_id as id, number from ledger_numbers where case_id = any($1::text[])',
      [caseIds],
    );
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** The case that has an account number in the book of this realm; `null`: none has. */
  async caseNumbered(tx: Pick<Tx, 'query'>, number: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      'select case_id as id from ledger_numbers where realm = $1 and lower(number) = lower($2) limit 1',
      [this.realm, number],
    );
    return rows[0]?.id ?? null;
  }

  /**
   * A unit's document of a period: as it was written when that was over, else as it reads now; of a period under way as far as that
   * has come, marked as provisional.
   * @throws LedgerRefused for a period that is none, or has not begun
   */
  async document(tx: Tx, unit: string, name: string): Promise<Document> {
    const period = periodNamed(name);
    if (period === null) throw new LedgerRefused('ledger.period_unknown');
    const kept = await this.digests.read(tx, unit, name);
    if (kept !== null) return { content: kept.content, digest: kept.digest, madeAt: kept.madeAt, isKept: true };
    if (!this.digests.hasBegun(period)) throw new LedgerRefused('ledger.period_open');
    const asOf = this.options.now();
    const isProvisional = !this.digests.isOver(period);
    const asked = { realm: this.realm, unit, period, asOf, isProvisional };
    const content = asContent(await this.reports.report(tx, asked));
    return { content, digest: digestOf(content), madeAt: asOf, isKept: false };
  }

  /** A case has changed: its account follows shortly. What is lost here is found by the sweep. */
  hear({ caseId }: { caseId: string }): void {
    this.#heard.add(caseId);
  }

  async #follow(caseIds: readonly string[]): Promise<void> {
    try {
      await this.projector.follow(caseIds);
    } catch (error) {
      this.options.onError(error);
    }
  }

  /** Ends what is under way. */
  close(): Promise<void> {
    return this.#heard.close();
  }
}
