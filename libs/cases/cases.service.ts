import type { Instant, Stored } from '#libs/engine';

import type {
  ActCommand, AdoptPolicyCommand, Answer, CancelCommand, CaseCommand, StartCommand, TellCommand,
} from './commands.types.js';
import type { CasesOptions } from './cases.options.js';
import type {
  CaseAsOf, CaseQuery, CaseRow, CaseView, DeskItem, DeskQuery, Finding, Incident, IncidentQuery, JournalEntry, Page, PageQuery,
  Rebuilt, Viewer,
} from './views.types.js';
import type { Actor } from '#libs/engine';

/** The durable cases: one transaction per command, and the reads about them. */
export declare class Cases {
  constructor(options: CasesOptions);

  start(command: StartCommand): Promise<Answer>;
  act(command: ActCommand): Promise<Answer>;
  tell(command: TellCommand): Promise<Answer>;
  /** Fires every clock and rung of the case that is due. Answers how many fired. */
  fire(caseId: string): Promise<number>;
  cancel(command: CancelCommand): Promise<Answer>;
  adoptPolicy(command: AdoptPolicyCommand): Promise<Answer>;
  /** Many commands on different cases in one transaction: each is carried out or refused by itself. */
  applyBatch(commands: CaseCommand[]): Promise<Answer[]>;
  /** Fires everything due in this realm up to now, case by case. Answers how many cases were touched. */
  fireDue(limit?: number): Promise<number>;
  /** Next instant at which something of this realm is due. */
  nextDue(): Promise<Instant | null>;

  get(caseId: string, view?: { actor?: Actor; viewer?: Viewer }): Promise<CaseView | null>;
  list(query: CaseQuery): Promise<Page<CaseRow>>;
  journal(caseId: string, query?: PageQuery): Promise<Page<JournalEntry>>;
  asOf(caseId: string, seq: number): Promise<CaseAsOf | null>;
  desk(query: DeskQuery): Promise<Page<DeskItem>>;
  stored(caseId: string): Promise<Stored | null>;

  rebuild(caseId: string): Promise<Rebuilt>;
  verify(caseId: string): Promise<Finding[]>;
  eraseText(textId: string, actor: Actor): Promise<boolean>;

  incidents(query?: IncidentQuery): Promise<Page<Incident>>;
  retry(incident: string, actor: Actor): Promise<boolean>;
  skip(incident: string, actor: Actor): Promise<boolean>;
  resolve(incident: string, actor: Actor, note: string): Promise<boolean>;
}
