import { randomInt } from 'node:crypto';

import type { Database, Tx } from '#libs/database';
import { judge, reaches, Reckoning, Tally } from '#libs/decision';
import type { Decision, PublishedPaper } from '#libs/decision';
import type { Instant } from '#libs/engine';
import type { LocalDate } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { PAGE, publicEntries, totalsOf, turnoutOf } from './ballots.sql.js';
import type { BallotId, BallotRow, Turnouts } from './ballots.vocabulary.js';
import { randomCode, trackerOf } from './codes.rules.js';
import { BallotSecrets, placeOfEntry } from './envelope.js';
import { publishedChanges } from './roll-changes.sql.js';
import { fingerprintOf } from './rolls.service.js';
import { innerPapers, outerEnvelopes, unsettledSlips } from './slips.sql.js';

/**
 * What a count came to. Besides what the rule refuses: `ballot.too_few_papers`, so few that their result would tell how people
 * voted, nothing was opened and the ballot is over; `ballot.pool_differs`, as many inner envelopes must be entered as units handed
 * one in, nothing has happened yet.
 */
export type Counted =
  | Decision
  | { kind: 'refused'; refusal: { code: 'ballot.too_few_papers'; papers: number; least: number } }
  | { kind: 'refused'; refusal: { code: 'ballot.pool_differs'; marks: number; inner: number } };

/** What is known when a ballot has closed. */
export interface ClosedBallot {
  turnout: Turnouts;
  papers: number;
  /** Contested papers and differing transcriptions that nobody has settled. */
  unsettled: number;
  /** Enough took part for every turnout test and the quorum of the rule. */
  reached: boolean;
}

const PAPER_ID_SIGNS = 16;

/** A secret paper on its way to publication. */
interface Opened {
  id: string;
  choice: string;
  tracker: string;
}

/** Counts ballots: opens and shuffles what is secret, adds up, judges, and leaves the proof. */
export class Counting {
  constructor(private readonly vault: Vault) {}

  async closed(tx: Tx, ballot: BallotRow): Promise<ClosedBallot> {
    const { turnout, papers } = await turnoutOf(tx, ballot.id);
    const [row] = await tx.query<{ contested: number }>(
      `select count(*) as contested from ballot_papers p join ballot_entries e on e.ballot = p.ballot and e.entry = p.entry
       where p.ballot = $1 and p.state = 'setAside' and e.is_contested and not e.is_removed`,
      [ballot.id],
    );
    const unsettled = (row?.contested ?? 0) + (await unsettledSlips(tx, this.vault, ballot.id)).size;
    return { turnout, papers, unsettled, reached: hasReached(ballot, turnout) };
  }

  /** What a counted ballot came to. */
  async counted(tx: Tx, { id, policy }: BallotRow): Promise<Counted> {
    const [row] = await tx.query<{ decision: Decision | null; papers: number }>(
      `select decision, (select count(*) from ballot_marks m where m.ballot = b.id) as papers from ballots b where id = $1`,
      [id],
    );
    const { decision = null, papers = 0 } = row ?? {};
    return (
      decision ?? { kind: 'refused', refusal: { code: 'ballot.too_few_papers', papers, least: policy.leastPapers } }
    );
  }

  /**
   * Counts inside the caller's transaction, which holds the ballot's exclusive lock: killed at any point it has not begun.
   * Papers that are still set aside are not counted.
   */
  async count(tx: Tx, ballot: BallotRow, { on, at }: { on: LocalDate; at: Instant }): Promise<Counted> {
    const { turnout, papers } = await turnoutOf(tx, ballot.id);
    const unjudgeable = refusalWithoutPapers(ballot, turnout, on);
    if (unjudgeable !== null) return unjudgeable;
    const least = ballot.policy.leastPapers;
    const isWithheld = ballot.secret && papers < least;
    const pool = ballot.secret ? await this.#pool(tx, ballot.id) : { marks: 0, papers: [] };
    if (!isWithheld && pool.marks !== pool.papers.length) {
      return {
        kind: 'refused',
        refusal: { code: 'ballot.pool_differs', marks: pool.marks, inner: pool.papers.length },
      };
    }
    if (ballot.secret) await markWhoTookPart(tx, ballot.id);
    if (ballot.secret && !isWithheld) await this.#publish(tx, ballot, pool.papers);
    const reckoned = isWithheld ? null : await reckon(tx, ballot, on);
    const final = reckoned?.final ?? (await fingerprintOf(tx, ballot)).hex;
    await tx.query(
      `update ballots set status = 'counted', counted_at = $2, final_fingerprint = $3, decision = $4 where id = $1`,
      [ballot.id, at, final, reckoned?.decision],
    );
    await destroySecrets(tx, ballot);
    return reckoned?.decision ?? { kind: 'refused', refusal: { code: 'ballot.too_few_papers', papers, least } };
  }

  /** Opens the envelopes, gives each paper a random id, and writes them in the order of the ids. */
  async #publish(tx: Tx, ballot: BallotRow, inner: readonly Opened[]): Promise<void> {
    const opened = [...(await this.#opened(tx, ballot)), ...inner];
    shuffle(opened);
    opened.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (let from = 0; from < opened.length; from += PAGE) {
      const page = opened.slice(from, from + PAGE);
      await tx.query(
        `insert into ballot_published (ballot, id, choice, tracker)
         select $1, id, choice, tracker from unnest($2::text[], $3::jsonb[], $4::text[]) as p(id, choice, tracker) order by id`,
        [ballot.id, page.map(({ id }) => id), page.map(({ choice }) => choice), page.map(({ tracker }) => tracker)],
      );
    }
  }

  async #opened(tx: Tx, ballot: BallotRow): Promise<Opened[]> {
    const [key] = await tx.query<{ sealed: string }>('select sealed from ballot_keys where ballot = $1', [ballot.id]);
    if (key === undefined) throw new Error('a secret ballot has lost its key');
    const secrets = BallotSecrets.open(this.vault, key.sealed);
    const opened: Opened[] = [];
    for (let last = ''; ;) {
      const page = await tx.query<{ entry: string; envelope: Buffer }>(
        `select p.entry, p.envelope from ballot_papers p join ballot_entries e on e.ballot = p.ballot and e.entry = p.entry
         where p.ballot = $1 and p.entry > $2 and p.state = 'counted' and p.envelope is not null and not e.is_removed
         order by p.entry limit ${String(PAGE)}`,
        [ballot.id, last],
      );
      for (const { entry, envelope } of page) {
        const { choice, tracker } = secrets.disclose(envelope, placeOfEntry(ballot.id, entry));
        opened.push({ id: randomCode(PAPER_ID_SIGNS), choice: JSON.stringify(choice), tracker });
      }
      last = page.at(-1)?.entry ?? last;
      if (page.length < PAGE) return opened;
    }
  }

  /** Papers out of inner envelopes, and how many units handed one in. */
  async #pool(tx: Tx, ballot: BallotId): Promise<{ marks: number; papers: Opened[] }> {
    const marks = await outerEnvelopes(tx, ballot);
    const papers = await innerPapers(tx, this.vault, ballot);
    return {
      marks,
      papers: papers.map(({ choice }) => ({
        id: randomCode(PAPER_ID_SIGNS),
        choice: JSON.stringify(choice),
        // nobody holds a receipt of a sheet of paper
        tracker: trackerOf(randomCode(26)),
      })),
    };
  }
}

/** What the rule would refuse whatever the papers say: known before anything is opened or destroyed. */
function refusalWithoutPapers({ question, rule }: BallotRow, turnout: Turnouts, on: LocalDate): Counted | null {
  const tallied = new Tally(question).finish();
  const decision = judge({ question, rule, tallied, totals: totalsOf(turnout), rolls: null, papers: null, on });
  return decision.kind === 'refused' ? decision : null;
}

/** Counts what will be published, by the same steps as anybody who verifies it. */
async function reckon(tx: Tx, ballot: BallotRow, on: LocalDate): Promise<{ decision: Decision; final: string }> {
  const reckoning = new Reckoning(ballot);
  const misfits = (await publishedChanges(tx, ballot.id)).flatMap((change) => reckoning.change(change));
  const take = (found: Misfits): void => {
    if (found.length > 0) misfits.push(...found);
  };
  for await (const page of publicEntries(tx, ballot)) for (const entry of page) take(reckoning.entry(entry));
  for await (const page of publishedPapers(tx, ballot)) for (const paper of page) take(reckoning.paper(paper));
  const { decision, misfits: last, rolls } = reckoning.finish(on);
  const [misfit] = [...misfits, ...last];
  if (misfit !== undefined || decision === null) {
    throw new Error(`the record of ${ballot.id} does not fit: ${misfit?.code ?? ''} ${misfit?.detail ?? ''}`);
  }
  return { decision, final: rolls.final };
}

type Misfits = ReturnType<Reckoning['entry']>;

/** Rubs out what order there was, before the random ids make another. */
function shuffle(papers: Opened[]): void {
  for (let last = papers.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [one, two] = [papers[last], papers[other]];
    if (one !== undefined && two !== undefined) [papers[last], papers[other]] = [two, one];
  }
}

/** Whether the turnout tests and the quorum can be met by those who took part. */
function hasReached({ rule }: BallotRow, turnout: Turnouts): boolean {
  const isTurnedOut = rule.tests.every(({ base, turnout: test }) => {
    const { participating = 0, total = 0 } = turnout[base] ?? {};
    return test === null || reaches(test, participating, total);
  });
  return (
    isTurnedOut && (rule.quorum === null || (turnout[rule.quorum.base]?.participating ?? 0) >= rule.quorum.atLeast)
  );
}

/** Marks who took part, in the order of the codes, so that nothing of the papers' order is left in the marks. */
async function markWhoTookPart(tx: Tx, ballot: BallotId): Promise<void> {
  await tx.query(
    `insert into ballot_marks (ballot, entry) select e.ballot, e.entry from ballot_entries e
     join ballot_papers p on p.ballot = e.ballot and p.entry = e.entry and p.state = 'counted'
     where e.ballot = $1 and not e.is_removed order by e.entry`,
    [ballot],
  );
}

/** What is or will be published, in the order of the ids, a page at a time. */
export async function* publishedPapers(
  tx: Tx,
  ballot: Pick<BallotRow, 'id' | 'secret'>,
): AsyncGenerator<PublishedPaper[]> {
  const sql = ballot.secret
    ? `select id, choice, tracker, 'counted' as state from ballot_published
       where ballot = $1 and id > $2 order by id limit ${String(PAGE)}`
    : `select p.entry as id, p.entry, p.choice, p.tracker, case when e.is_removed then 'setAside' else p.state end as state
       from ballot_papers p join ballot_entries e on e.ballot = p.ballot and e.entry = p.entry
       where p.ballot = $1 and p.entry > $2 and p.state <> 'withdrawn' order by p.entry limit ${String(PAGE)}`;
  for (let last = ''; ;) {
    const page = await tx.query<PublishedPaper>(sql, [ballot.id, last]);
    if (page.length > 0) yield page;
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) return;
  }
}

/** Destroys what could open or join secret papers, and of named ones what only casting needed. */
export async function destroySecrets(tx: Tx, { id, secret }: Pick<BallotRow, 'id' | 'secret'>): Promise<void> {
  await tx.query('delete from ballot_keys where ballot = $1', [id]);
  await tx.query('delete from ballot_transcriptions where ballot = $1', [id]);
  if (secret) await tx.query('delete from ballot_papers where ballot = $1', [id]);
}

/**
 * Frees the room of deleted envelopes and keys, so that no query finds them any more. Outside a transaction, after the count is
 * committed; repeating does no harm.
 */
export async function sweepEnvelopes(database: Database): Promise<void> {
  // the table of keys is small: written anew, nothing of a destroyed key is left in its file
  await database.query('vacuum full ballot_keys');
  await database.query('vacuum ballot_papers');
  await database.query('vacuum ballot_transcriptions');
}
