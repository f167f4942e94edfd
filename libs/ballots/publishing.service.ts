import type { Tx } from '#libs/database';
import {
  BALLOT_FORMAT,
  certificateLine,
  changeLine,
  entryLine,
  headerLine,
  inclusionProof,
  leafHash,
  paperLine,
} from '#libs/decision';
import type { Decision, InclusionProof, PublishedPaper } from '#libs/decision';

import { BallotRefused } from './ballots.refused.js';
import { ballotRow, publicEntries, refuseUnless } from './ballots.sql.js';
import type { BallotId, BallotRow } from './ballots.vocabulary.js';
import { publishedPapers } from './counting.service.js';
import { publishedChanges } from './roll-changes.sql.js';

/** A published paper, and the proof that it is among those the certificate counts. */
export interface Inclusion {
  paper: PublishedPaper;
  /** Its line in the published record: the leaf. */
  line: string;
  proof: InclusionProof;
  root: string;
}

const DIGEST_BYTES = 32;
/** Ballots whose leaves are kept for the next question; a million papers are 32 MB. */
const MOST_KEPT = 4;

interface Leaves {
  hashes: Buffer;
  root: string;
}

/** What anybody may have of a counted ballot: its record line by line, and where a paper stands in it. */
export class Publishing {
  readonly #leaves = new Map<BallotId, Leaves>();

  /**
   * Lines of the published record without their line ends: header, changes of the roll, final roll, papers, certificate.
   * @throws BallotRefused `ballot.wrong_status` when it is not counted, or was not opened because too few had voted.
   */
  async *lines(tx: Tx, id: BallotId): AsyncGenerator<string> {
    const ballot = await this.#counted(tx, id);
    const { title, unit, question, rule, secret, openedAt, closedAt } = ballot;
    yield headerLine({
      format: BALLOT_FORMAT,
      ballot: id,
      title,
      unit,
      question,
      rule,
      secret,
      openedAt: openedAt ?? '',
      closedAt: closedAt ?? '',
    });
    for (const change of await publishedChanges(tx, id)) yield changeLine(change);
    for await (const page of publicEntries(tx, ballot)) for (const entry of page) yield entryLine(entry);
    for await (const page of publishedPapers(tx, ballot)) for (const paper of page) yield paperLine(paper);
    yield certificateLine(ballot.decision.certificate);
  }

  /** Verdict and certificate; `null` before it is counted. */
  async decision(tx: Tx, id: BallotId): Promise<Decision | null> {
    const [row] = await tx.query<{ decision: Decision | null }>('select decision from ballots where id = $1', [id]);
    return row?.decision ?? null;
  }

  /** Where the paper of a receipt stands. @throws BallotRefused `ballot.paper_unknown`, and as {@link lines}. */
  async inclusion(tx: Tx, id: BallotId, tracker: string): Promise<Inclusion> {
    const ballot = await this.#counted(tx, id);
    const { hashes, root } = this.#leaves.get(id) ?? (await this.#read(tx, ballot));
    const [found] = await tx.query<{ id: string; before: number }>(
      ballot.secret
        ? `select p.id, (select count(*) from ballot_published o where o.ballot = $1 and o.id < p.id) as before
           from ballot_published p where p.ballot = $1 and p.tracker = $2`
        : `select p.entry as id, (select count(*) from ballot_papers o
             where o.ballot = $1 and o.state <> 'withdrawn' and o.entry < p.entry) as before
           from ballot_papers p where p.ballot = $1 and p.tracker = $2 and p.state <> 'withdrawn'`,
      [id, tracker],
    );
    if (found === undefined) throw new BallotRefused('ballot.paper_unknown');
    const [paper] = await firstPaper(tx, ballot, found.id);
    if (paper === undefined) throw new BallotRefused('ballot.paper_unknown');
    return { paper, line: paperLine(paper), proof: inclusionProof(hashes, found.before), root };
  }

  async #counted(tx: Tx, id: BallotId): Promise<BallotRow & { decision: Extract<Decision, { kind: 'decided' }> }> {
    const ballot = await ballotRow(tx, id);
    refuseUnless(ballot, 'counted');
    const decision = await this.decision(tx, id);
    if (decision?.kind !== 'decided') throw new BallotRefused('ballot.wrong_status', { status: ballot.status });
    return { ...ballot, decision };
  }

  async #read(tx: Tx, ballot: BallotRow & { decision: Extract<Decision, { kind: 'decided' }> }): Promise<Leaves> {
    const { count = 0, root = '' } = ballot.decision.certificate.papers ?? {};
    const hashes = Buffer.alloc(count * DIGEST_BYTES);
    let at = 0;
    for await (const page of publishedPapers(tx, ballot)) {
      for (const paper of page) {
        leafHash(paperLine(paper)).copy(hashes, at);
        at += DIGEST_BYTES;
      }
    }
    const [oldest] = this.#leaves.keys();
    if (this.#leaves.size >= MOST_KEPT && oldest !== undefined) this.#leaves.delete(oldest);
    const leaves = { hashes, root };
    this.#leaves.set(ballot.id, leaves);
    return leaves;
  }
}

/** One paper as it is published. */
async function firstPaper(tx: Tx, { id: ballot, secret }: BallotRow, id: string): Promise<PublishedPaper[]> {
  return tx.query<PublishedPaper>(
    secret
      ? `select id, choice, tracker, 'counted' as state from ballot_published where ballot = $1 and id = $2`
      : `select p.entry as id, p.entry, p.choice, p.tracker, case when e.is_removed then 'setAside' else p.state end as state
         from ballot_papers p join ballot_entries e on e.ballot = p.ballot and e.entry = p.entry
         where p.ballot = $1 and p.entry = $2`,
    [ballot, id],
  );
}
