import type { Database, Tx } from '#libs/database';
import type { Actor, Instant, Stored } from '#libs/engine';

import type { Annotation, Annotator, CaseChange } from './annotations.types.js';
import { actorKey, refused } from './answers.rules.js';
import { CaseReads } from './case-reads.service.js';
import type { CasesOptions } from './cases.options.js';
import { CommandRunner, type DeliveryCommand, type RunnerParts } from './command-runner.js';
import type {
  ActCommand,
  AdoptPolicyCommand,
  Answer,
  CancelCommand,
  CaseCommand,
  StartCommand,
  TellCommand,
} from './commands.types.js';
import { Committer, LostRaceError, type AlsoWrite } from './commit.service.js';
import { nextDue, takeDue, type Unmeasured } from './due.sql.js';
import { previewEdit, type EditDraft, type EditPreview } from './edit-preview.js';
import { Family } from './family.service.js';
import { History } from './history.service.js';
import { Incidents } from './incidents.service.js';
import { lookUpAnswers } from './load.sql.js';
import { Measuring, type MeasuredBatch } from './measuring.service.js';
import type { TakenRow } from './outbox.sql.js';
import { Policies } from './policies.service.js';
import type { Session } from './session.js';
import { append } from './step.rules.js';
import { Texts, type TextBodies } from './texts.service.js';
import { StartRunner } from './start-runner.js';
import type {
  AbleRow,
  CaseAsOf,
  CaseQuery,
  CaseRow,
  CaseView,
  ClockExplanation,
  DeskItem,
  DeskQuery,
  Finding,
  Incident,
  IncidentQuery,
  JournalEntry,
  Page,
  JournalQuery,
  Rebuilt,
  Viewer,
} from './views.types.js';
import type { World } from './work.types.js';
import { worldOf } from './world.js';

/** Cases whose clocks fire in one transaction. */
const FIRED_TOGETHER = 50;

/** The durable cases: one transaction per command. */
export class Cases implements Annotator {
  readonly policies: Policies;
  readonly world: World;
  readonly database: Database;
  readonly #reads: CaseReads;
  readonly #history: History;
  readonly #incidents: Incidents;
  readonly #texts: Texts;
  private readonly committer: Committer;
  /** By name. */
  readonly workflows: CasesOptions['workflows'];
  readonly #runner: CommandRunner;
  readonly #starter: StartRunner;
  readonly #measuring: Measuring;
  readonly #virtualNow: () => Instant | null;

  constructor(readonly options: CasesOptions) {
    const { database, clock } = options;
    this.database = database;
    this.workflows = options.workflows;
    this.policies = options.policies ?? new Policies(database, options.workflows);
    this.world = worldOf(options, this.policies);
    this.#virtualNow = () => (clock?.kind === 'virtual' ? clock.now() : null);
    const parts = this.#parts(options);
    this.#runner = new CommandRunner(parts);
    this.#starter = new StartRunner(parts);
    this.#measuring = new Measuring({ ...parts, runner: this.#runner });
    const { world, policies } = this;
    this.committer = new Committer({
      database,
      world,
      tellNews: options.tellNews ?? (() => undefined),
      log: options.log,
      virtualNow: this.#virtualNow,
    });
    this.#reads = new CaseReads({
      database,
      world,
      policies,
      mayAct: parts.mayAct,
      judgeFor: options.judgeFor,
      virtualNow: this.#virtualNow,
    });
    this.#history = new History({ database, world, policies });
    this.#incidents = new Incidents(this);
    this.#texts = new Texts(this);
  }

  #parts(options: CasesOptions): RunnerParts & { lineage: (session: Session, unit: string) => Promise<string[]> } {
    const { world, policies } = this;
    const lineage = (session: Session, unit: string): Promise<string[]> =>
      options.lineage === undefined ? Promise.resolve([unit]) : options.lineage(unit, session.tx);
    const family = new Family(world, policies, lineage);
    return { world, policies, family, lineage, mayAct: options.mayAct ?? (() => true), virtualNow: this.#virtualNow };
  }

  /**
   * Starts a case. A unique lookup that exists already answers with its case and writes nothing. `alsoWrite` writes in the same
   * transaction, whatever the answer is.
   */
  async start(command: StartCommand, alsoWrite?: AlsoWrite<Answer>): Promise<Answer> {
    await this.policies.install();
    return this.#orConflict(() =>
      this.committer.run(async (tx) => {
        const { session, answer } = await this.#starter.run(tx, command);
        return { session, value: answer };
      }, alsoWrite),
    );
  }

  /** Does an act. `alsoWrite` writes in the same transaction, whatever the answer is. */
  act(command: ActCommand, alsoWrite?: AlsoWrite<Answer>): Promise<Answer> {
    return this.#one({ kind: 'act', ...command }, alsoWrite);
  }

  tell(command: TellCommand): Promise<Answer> {
    return this.#one({ kind: 'tell', ...command });
  }

  /** Cancels a case and everything below it. */
  cancel(command: CancelCommand): Promise<Answer> {
    return this.#one({ kind: 'cancel', ...command });
  }

  /** Moves a case to another policy version; its clocks are measured anew. */
  adoptPolicy(command: AdoptPolicyCommand): Promise<Answer> {
    return this.#one({ kind: 'adoptPolicy', ...command });
  }

  async #one(command: CaseCommand, alsoWrite?: AlsoWrite<Answer>): Promise<Answer> {
    const unknown = refused('case.unknown');
    const also = alsoWrite && ((tx: Tx, [answer]: Answer[]) => alsoWrite(tx, answer ?? unknown));
    const [answer] = await this.applyBatch([command], also);
    return answer ?? unknown;
  }

  /**
   * Many commands in one transaction: each is carried out or refused by itself, and all that were carried out are committed
   * together. Cases are locked in the order of their ids.
   */
  async applyBatch(commands: readonly CaseCommand[], alsoWrite?: AlsoWrite<Answer[]>): Promise<Answer[]> {
    await this.policies.install();
    const conflict = (): Answer[] => commands.map(() => refused('resource.conflict'));
    try {
      return await this.committer.run(async (tx) => {
        const { session, answers } = await this.#runner.run(tx, commands);
        return { session, value: answers };
      }, alsoWrite);
    } catch (error) {
      if (error instanceof LostRaceError) return conflict();
      throw error;
    }
  }

  /** Fires every clock and rung of the case that is due. Answers how many fired. */
  async fire(caseId: string): Promise<number> {
    await this.policies.install();
    return this.committer.run(async (tx) => {
      const session = await this.#runner.fire(tx, [caseId]);
      return { session, value: session.fired };
    });
  }

  /** Fires everything due in this realm by now, earliest first, many cases in a transaction. Answers how many cases had something due. */
  async fireDue(limit = 200): Promise<number> {
    await this.policies.install();
    for (let total = 0; ;) {
      const taken = await this.#fireBatch(Math.min(FIRED_TOGETHER, limit - total));
      total += taken;
      if (taken < FIRED_TOGETHER || total >= limit) return total;
    }
  }

  async #fireBatch(limit: number): Promise<number> {
    let ids: string[] = [];
    try {
      return await this.committer.run(async (tx) => {
        ids = await takeDue(tx, { realm: this.world.realm, now: this.#virtualNow(), limit });
        return { session: await this.#runner.fire(tx, ids), value: ids.length };
      });
    } catch (error) {
      // what one of them cannot be together with others it may be alone; otherwise only this one is set aside
      if (ids.length === 0) throw error;
      for (const id of ids) await this.#fireOrPause(id);
      return ids.length;
    }
  }

  /** What cannot be fired is set aside as an incident, so that it does not keep the sweep from all others. */
  async #fireOrPause(caseId: string): Promise<void> {
    try {
      await this.fire(caseId);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      await this.committer.recordFault({ caseId, workflow: '', name: 'clock', error: message });
    }
  }

  /** Next instant at which something of this realm is due; `null` when nothing runs. */
  nextDue(): Promise<Instant | null> {
    return nextDue(this.database, this.world.realm);
  }

  /**
   * Brings the next cases with a clock that has not seen an edit to the calendars as they are: each under its lock, journaled, what
   * was due before the edit first. Call it with the `last` it answered until that is `null`; interrupted, begin again anywhere.
   */
  async measureAnew(query: Unmeasured, alsoWrite?: AlsoWrite<MeasuredBatch>): Promise<MeasuredBatch> {
    await this.policies.install();
    return this.committer.run((tx) => this.#measuring.batch(tx, query), alsoWrite);
  }

  /** What an edit that has not been made would move: how many clocks it concerns, and some of them with old and new due. */
  previewEdit(draft: EditDraft): Promise<EditPreview> {
    const hands = { realm: this.world.realm, now: this.#virtualNow(), limit: draft.sample };
    return this.database.transaction((tx) => previewEdit(tx, this.world, { draft, hands }), { readOnly: true });
  }

  /** Why a clock of a case is due when it is; `null` when there is no such case or clock. */
  explain(caseId: string, clock: string): Promise<ClockExplanation | null> {
    return this.#reads.explain(caseId, clock);
  }

  get(caseId: string, view: { actor?: Actor } = {}): Promise<CaseView | null> {
    return this.#reads.get(caseId, view);
  }

  /** @throws CursorMalformedError */
  list(query: CaseQuery): Promise<Page<CaseRow>> {
    return this.#reads.list(query);
  }

  /** A list with what the actor may do on each of its cases now. @throws CursorMalformedError */
  listFor(query: CaseQuery, actor: Actor): Promise<Page<AbleRow>> {
    return this.#reads.listFor(query, actor);
  }

  /** Those of the cases that the viewer may see, in one question however many they are. */
  visible(ids: readonly string[], viewer: Viewer): Promise<ReadonlySet<string>> {
    return this.#reads.visible(ids, viewer);
  }

  /** Those of the cases that are confidential now; what does not exist counts as confidential. */
  confidential(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#reads.confidential(ids);
  }

  /** @throws CursorMalformedError */
  desk(query: DeskQuery): Promise<Page<DeskItem>> {
    return this.#reads.desk(query);
  }

  /** @throws CursorMalformedError */
  journal(caseId: string, query: JournalQuery = {}): Promise<Page<JournalEntry>> {
    return this.#reads.journal(caseId, query);
  }

  stored(caseId: string): Promise<Stored | null> {
    return this.#reads.stored(caseId);
  }

  /** Whether a command of the actor with this key was carried out before: its answer may be given again. */
  async hasAnswered(actor: Actor, key: string): Promise<boolean> {
    const asked = [{ actor: actorKey(actor), key }];
    const remembered = await this.database.transaction((tx) => lookUpAnswers(tx, asked), { readOnly: true });
    return remembered.length > 0;
  }

  /** The case as it was after an entry of its journal; `null` when there is no such entry. */
  asOf(caseId: string, seq: number): Promise<CaseAsOf | null> {
    return this.#history.asOf(caseId, seq);
  }

  /** Replays the journal and compares with what is stored. */
  rebuild(caseId: string): Promise<Rebuilt | null> {
    return this.#history.rebuild(caseId);
  }

  /** Everything that is wrong with the records of a case. */
  verify(caseId: string): Promise<Finding[]> {
    return this.#history.verify(caseId);
  }

  /** Incidents, newest first. @throws CursorMalformedError */
  incidents(query: IncidentQuery = {}): Promise<Page<Incident>> {
    return this.#incidents.list(query);
  }

  /** Tries what failed again from the beginning. False when no such incident is open. */
  retry(incident: string, actor: Actor): Promise<boolean> {
    return this.#incidents.retry(incident, actor);
  }

  /** Gives up what failed. */
  skip(incident: string, actor: Actor): Promise<boolean> {
    return this.#incidents.skip(incident, actor);
  }

  /** Somebody has done by hand what failed; `note` says what. */
  resolve(incident: string, actor: Actor, note: string): Promise<boolean> {
    return this.#incidents.resolve(incident, actor, note);
  }

  /** Makes an incident of an effect whose attempts are used up. */
  openIncident(row: TakenRow, error: string): Promise<void> {
    return this.#incidents.open(row, error);
  }

  /** Bodies of free texts; `null` when erased. */
  texts(ids: readonly string[]): Promise<TextBodies> {
    return this.#texts.read(ids);
  }

  /** Erases a text by law; the journal still verifies. False when there is no such text, or it is erased already. */
  eraseText(textId: string, actor: Actor): Promise<boolean> {
    return this.#texts.erase(textId, actor);
  }

  async #orConflict(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LostRaceError) return refused('resource.conflict');
      throw error;
    }
  }

  /** Brings an event of the durable layer to its case, with more to be written in its transaction. */
  async deliver(command: DeliveryCommand, alsoWrite: AlsoWrite<Answer>): Promise<Answer> {
    await this.policies.install();
    return this.committer.run(async (tx) => {
      const { session, answers } = await this.#runner.run(tx, [command]);
      return { session, value: answers[0] ?? refused('case.unknown') };
    }, alsoWrite);
  }

  /** Writes a journal entry that changes no state: an incident, an erasure. Answers whether there is such a case. */
  annotate(caseId: string, entry: Annotation, alsoWrite: AlsoWrite<boolean>): Promise<boolean> {
    return this.change(caseId, (work, { at }) => Promise.resolve(append(work, { ...entry, at })), alsoWrite);
  }

  /** Rewrites a locked case. Answers whether there is such a case. */
  async change(caseId: string, make: CaseChange, alsoWrite?: AlsoWrite<boolean>): Promise<boolean> {
    await this.policies.install();
    return this.committer.run(async (tx) => {
      const session = await this.#runner.open(tx, { ids: [caseId], keys: [] });
      const held = session.get(caseId);
      if (held !== undefined) session.put(await make(held.work, { at: held.at, tx }), held.at);
      return { session, value: held !== undefined };
    }, alsoWrite);
  }

  /** Instant of a virtual world; `null` when the database's clock is the clock. */
  virtualNow(): Instant | null {
    return this.#virtualNow();
  }
}
