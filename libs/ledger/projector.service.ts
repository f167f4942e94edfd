import { journalHeads, journalHeadsOf, journalLines, type JournalHead, type JournalLine } from '#libs/cases';
import type { AccountFacts, ExclusionFacts, IssueFacts } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import type { Registry } from '#libs/registry';

import { issueLine, taskLines, type LedgerLine, type Standing, type Surroundings } from './entries.rules.js';
import {
  factsAbout,
  giveNumbers,
  holdLedger,
  keepFacts,
  keptFacts,
  replaceLines,
  type KeptFacts,
  type Unnumbered,
} from './ledger.sql.js';
import { addUpAnew } from './sums.sql.js';
import { FOLDS_VERSION, type AccountFolds } from './ledger.vocabulary.js';

export interface ProjectorParts {
  database: Database;
  registry: Pick<Registry, 'ancestors' | 'unit'>;
  folds: AccountFolds;
  /** Local date of an instant. */
  localDateOf: (instant: string) => string;
  /** A journal no account can be kept of is put aside: whoever sees to it is told why. Absent: it is an error of whoever asked. */
  onUnaccountable?: (fault: AccountFault) => Promise<void>;
}

/** What a journal says cannot be folded, or not be made into lines. */
export class AccountFault extends Error {
  override readonly name = 'AccountFault';

  constructor(
    readonly caseId: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Which of some cases are to be read again. */
type Chosen = (tx: Tx, caseIds: readonly string[]) => Promise<readonly string[]>;

type Located = Standing & { code: string; home: string };

const AT_ONCE = 200;
const HEADS_AT_ONCE = 2_000;
const EXCLUSION = 'exclusion';

/**
 * Keeps the accounts: what the journals say, as rows. Each case is read from its first entry again, so it does not matter how often
 * or in which order that is done, or where it was interrupted: the rows are a function of the journals, the exclusions among them,
 * and the tree of units.
 */
export class Projector {
  constructor(private readonly parts: ProjectorParts) {}

  get workflows(): string[] {
    return Object.keys(this.parts.folds);
  }

  /**
   * Brings these cases up to date; ids of cases that keep no account are left alone. One whose journal no account can be kept of is put
   * aside, and keeps nothing but itself back: see {@link #putAside}.
   */
  async project(caseIds: readonly string[]): Promise<number> {
    return this.#inBatches(caseIds, (_tx, ids) => Promise.resolve(ids));
  }

  /**
   * The same for those of them whose journal has grown since. Whoever hears of a change hears of it in every process: the first one to
   * come writes, the others find that it has been done.
   */
  async follow(caseIds: readonly string[]): Promise<number> {
    return this.#inBatches(caseIds, async (tx, ids) =>
      this.#behind(tx, await journalHeadsOf(tx, { caseIds: ids, workflows: this.workflows })),
    );
  }

  async #inBatches(caseIds: readonly string[], chosen: Chosen): Promise<number> {
    let written = 0;
    for (let from = 0; from < caseIds.length; from += AT_ONCE)
      written += await this.#together(caseIds.slice(from, from + AT_ONCE), chosen);
    return written;
  }

  /** All in one transaction; where one of them is in the way of the others, each by itself. */
  async #together(caseIds: readonly string[], chosen: Chosen): Promise<number> {
    const work = async (tx: Tx): Promise<number> => {
      await holdLedger(tx);
      return this.#project(tx, await chosen(tx, caseIds));
    };
    try {
      return await this.parts.database.transaction(work, { retries: 3 });
    } catch (error) {
      if (!(error instanceof AccountFault)) throw error;
      const [only] = caseIds;
      if (only !== undefined && caseIds.length === 1) return await this.#putAside(only, error);
      let written = 0;
      for (const caseId of caseIds) written += await this.#together([caseId], chosen);
      return written;
    }
  }

  /**
   * What the account says of it stays as it was. It is taken again when the folds are others or its journal has grown, as it has when
   * somebody decides that it is to be tried again.
   */
  async #putAside(caseId: string, fault: AccountFault): Promise<0> {
    const { database, onUnaccountable } = this.parts;
    if (onUnaccountable === undefined) throw fault;
    await onUnaccountable(fault);
    // after the report, which is an entry of its own: that alone is no reason to try again
    await database.query(
      `insert into ledger_facts as f (case_id, realm, workflow, seq, folds, about, facts)
       select id, realm, workflow, seq, $2, null, null from cases where id = $1
       on conflict (case_id) do update set seq = greatest(f.seq, excluded.seq), folds = excluded.folds`,
      [caseId, FOLDS_VERSION],
    );
    return 0;
  }

  /** Brings everything up to date that was missed: while nothing ran, or where a wake was lost. Answers how many cases were behind. */
  async sweep(): Promise<number> {
    const { database } = this.parts;
    let behind = 0;
    for (let after = ''; ;) {
      const heads = await journalHeads(database, { after, workflows: this.workflows, limit: HEADS_AT_ONCE });
      const last = heads.at(-1);
      if (last === undefined) return behind;
      const late = await this.#behind(database, heads);
      await this.project(late);
      behind += late.length;
      after = last.caseId;
    }
  }

  /** Makes every row anew from the journals. Account numbers stay as they were given. */
  async rebuild(): Promise<number> {
    await this.parts.database.query('update ledger_facts set folds = 0');
    const count = await this.sweep();
    await this.addUp();
    return count;
  }

  /** Adds the sums of months up anew from the rows. They are kept with the rows, so it changes nothing unless somebody altered them. */
  async addUp(): Promise<void> {
    await this.parts.database.transaction(async (tx) => {
      await holdLedger(tx);
      await addUpAnew(tx);
    });
  }

  /** What stands at or below a unit that has moved is placed anew by the next sweep. */
  async placeAnew(tx: Tx, unit: string): Promise<void> {
    await tx.query(
      `update ledger_facts set folds = 0 where case_id in (
         select case_id from ledger_entries where $1 in (place, community, street, district, unit))`,
      [unit],
    );
  }

  async #behind(source: Pick<Tx, 'query'>, heads: readonly JournalHead[]): Promise<string[]> {
    const rows = await source.query<Pick<KeptFacts, 'caseId' | 'seq' | 'folds'>>(
      `select case_id as "caseId", seq, folds from ledger_facts where case_id = any($1::text[])`,
      [heads.map(({ caseId }) => caseId)],
    );
    const kept = new Map(rows.map((row) => [row.caseId, row]));
    const isCurrent = ({ caseId, seq }: JournalHead): boolean => {
      const row = kept.get(caseId);
      return row !== undefined && row.folds === FOLDS_VERSION && row.seq >= seq;
    };
    return heads.filter((head) => !isCurrent(head)).map(({ caseId }) => caseId);
  }

  async #project(tx: Tx, caseIds: readonly string[]): Promise<number> {
    if (caseIds.length === 0) return 0;
    const lines = await journalLines(tx, caseIds);
    const kept = factsOf(lines, this.parts.folds);
    if (kept.length === 0) return 0;
    await keepFacts(tx, kept);
    const issues = kept.filter(({ workflow }) => workflow === 'issue').map(({ caseId }) => caseId);
    const tasks = issues.length === 0 ? [] : await factsAbout(tx, issues, 'task');
    const appealed = kept.flatMap(({ workflow, about }) => (workflow === EXCLUSION && about !== null ? [about] : []));
    const affected = [...new Set([...kept, ...tasks].map(({ caseId }) => caseId).concat(appealed))];
    await this.#write(tx, affected);
    return kept.length;
  }

  /** The lines of these cases, from the facts that are kept of them and of what surrounds them. */
  async #write(tx: Tx, caseIds: readonly string[]): Promise<void> {
    const { lines, unnumbered } = await this.#lines(tx, await keptFacts(tx, caseIds));
    await replaceLines(tx, caseIds, lines);
    await giveNumbers(tx, unnumbered);
  }

  /** The lines these journals come to, whatever is kept of them; writes nothing. */
  async linesFrom(tx: Tx, journals: readonly Line[]): Promise<LedgerLine[]> {
    return (await this.#lines(tx, factsOf(journals, this.parts.folds))).lines;
  }

  async #lines(tx: Tx, unsorted: readonly KeptFacts[]): Promise<{ lines: LedgerLine[]; unnumbered: Unnumbered[] }> {
    const rows = unsorted.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const caseIds = rows.map(({ caseId }) => caseId);
    const issues = new Map<string, IssueFacts>();
    const owners = [...new Set(rows.flatMap(({ about }) => about ?? []))];
    for (const { caseId, facts } of await keptFacts(tx, owners)) if (facts?.of === 'issue') issues.set(caseId, facts);
    const exclusions = exclusionsOf(await factsAbout(tx, caseIds, EXCLUSION));
    const places = new Map<string, Located>();
    const lines: LedgerLine[] = [];
    const unnumbered: Unnumbered[] = [];
    for (const { caseId, realm, facts, about } of rows) {
      if (facts?.of !== 'issue' && facts?.of !== 'task') continue;
      const place = facts.of === 'issue' ? (facts.place ?? facts.unit) : facts.place;
      const { code, home, ...standing } = await this.#standing(tx, place, places);
      const issue = about === null ? null : (issues.get(about) ?? null);
      const around = {
        caseId,
        realm,
        issue,
        exclusions: exclusions.get(caseId) ?? [],
        standing,
        monthOf: this.monthOf,
      };
      const written = accountable(caseId, () =>
        facts.of === 'issue' ? [issueLine(facts, around)] : taskLines(facts, around),
      );
      lines.push(...written);
      if (!isNumbered(facts, written)) continue;
      const year = Math.floor(this.monthOf(facts.openedAt) / 100);
      unnumbered.push({ caseId, realm, unit: home, code, year, openedAt: facts.openedAt });
    }
    return { lines, unnumbered };
  }

  /** Local month of an instant: 202603. */
  readonly monthOf = (instant: string): number => {
    const [year = '', month = ''] = this.parts.localDateOf(instant).split('-');
    return Number(year) * 100 + Number(month);
  };

  async #standing(tx: Tx, unit: string, known: Map<string, Located>): Promise<Located> {
    const found = known.get(unit);
    if (found !== undefined) return found;
    const { registry } = this.parts;
    const itself = await registry.unit(tx, unit);
    const above = itself === null ? [] : [itself, ...(await registry.ancestors(tx, unit))];
    const idOf = (kind: string): string | null => above.find((one) => one.kind === kind)?.id ?? null;
    const home = above.find(({ kind }) => kind === 'community') ?? itself;
    const located = {
      community: idOf('community'),
      street: idOf('street'),
      // a city without districts, such as Jiayuguan, stands for its own
      district: idOf('district') ?? idOf('city'),
      home: home?.id ?? unit,
      code: home?.code ?? unit,
    };
    known.set(unit, located);
    return located;
  }
}

/**
 * A gap in the numbers would tell that there is a confidential need, and when it came: what is confidential has none, nor what
 * nobody has sorted yet.
 */
function isNumbered(facts: Extract<AccountFacts, { of: 'issue' | 'task' }>, lines: readonly LedgerLine[]): boolean {
  if (lines.some(({ isConfidential }) => isConfidential)) return false;
  return facts.of === 'task' || facts.assignedAt !== null || facts.endedAt !== null;
}

type Line = JournalLine & Pick<JournalHead, 'workflow' | 'realm'>;

/** Facts of each journal. */
function factsOf(lines: readonly Line[], folds: AccountFolds): KeptFacts[] {
  const byCase = Map.groupBy(lines, ({ caseId }) => caseId);
  return [...byCase].flatMap(([caseId, entries]): KeptFacts[] => {
    const last = entries.at(-1);
    const fold = last === undefined ? undefined : folds[last.workflow];
    if (last === undefined || fold === undefined) return [];
    const { realm, workflow, seq } = last;
    const facts = accountable(caseId, () => fold(entries));
    return [{ caseId, realm, workflow, seq, folds: FOLDS_VERSION, about: aboutOf(facts), facts }];
  });
}

function accountable<T>(caseId: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new AccountFault(caseId, cause);
  }
}

function aboutOf(facts: AccountFacts | null): string | null {
  if (facts?.of === 'task') return facts.issue;
  return facts?.of === 'exclusion' ? facts.entry : null;
}

function exclusionsOf(rows: readonly KeptFacts[]): Map<string, Surroundings['exclusions'][number][]> {
  const of = (facts: AccountFacts | null): facts is ExclusionFacts => facts?.of === 'exclusion';
  const exclusions = rows.flatMap(({ caseId, facts }) => (of(facts) ? [{ caseId, facts }] : []));
  return Map.groupBy(exclusions, ({ facts }) => facts.entry);
}
