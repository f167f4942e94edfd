import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';

import { appendHeads, readHeads, signingKey, type SignedHeads } from './heads-file.js';
import type { Head } from './merkle.rules.js';
import type { Finding } from './views.types.js';

/** Where the signed heads are, outside the database. */
export interface HeadsFiles {
  /** One line for each signing; copy it away, and whoever edits the database later is found out. */
  file: string;
  /** Private key, made at first use. */
  keyFile: string;
}

/** What a check of everything came to. It claims nothing about what happened after `signedAt`. */
export interface Verification {
  cases: number;
  /** Cases the last signed root stands for. */
  signed: number;
  signedAt: Instant | null;
  root: string | null;
  findings: Finding[];
}

/** What the heads need of {@link Cases}. */
export interface HeadsSource {
  readonly database: Database;
  readonly world: { readonly realm: string };
  verify(caseId: string): Promise<Finding[]>;
}

const PAGE = 1_000;
/** Any number that means "Minyi signs". */
const SIGNING_LOCK = 7_020_260_302;

/** Signs the heads of all journals, and checks a database against what was signed. */
export class Heads {
  constructor(
    private readonly cases: HeadsSource,
    private readonly files: HeadsFiles,
  ) {}

  /**
   * Writes one signed line, hourly and at shutdown. Answers false when nothing has changed since the last one. Several processes
   * may have the same file: they sign one after the other, because every line names the one before it.
   */
  sign(): Promise<boolean> {
    const { database, world } = this.cases;
    return database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SIGNING_LOCK]);
      const key = await signingKey(this.files.keyFile);
      const [clock] = await tx.query<{ at: Instant }>(`select clock_timestamp() as at`);
      const heads = await tx.query<Head>(
        `select id as "caseId", seq, head_hash as hash from cases where realm = $1 order by id`,
        [world.realm],
      );
      return appendHeads(this.files.file, { key, at: clock?.at ?? '', heads });
    });
  }

  /**
   * Checks every case by itself, that no signed case is missing, and that every journal still contains the entry that was signed:
   * red after one edited byte, a deleted case, or a tail cut off before the last signed head.
   * @param publicKey as printed in the file's lines; without it the key of the first line is believed.
   */
  async verifyAll(publicKey?: string): Promise<Verification> {
    const signed = await readHeads(this.files.file, publicKey);
    const findings: Finding[] = [
      ...signed.problems.map(({ code, message }) => ({ caseId: '', code, message })),
      ...(await this.againstSigned(signed)),
    ];
    let cases = 0;
    for await (const caseId of this.everyCase()) {
      findings.push(...(await this.cases.verify(caseId)));
      cases += 1;
    }
    return { cases, signed: signed.heads.size, signedAt: signed.signedAt, root: signed.root, findings };
  }

  private async againstSigned({ heads }: SignedHeads): Promise<Finding[]> {
    const all = [...heads.values()];
    const findings: Finding[] = [];
    for (let from = 0; from < all.length; from += PAGE) {
      findings.push(...(await this.compare(all.slice(from, from + PAGE))));
    }
    return findings;
  }

  private async compare(heads: Head[]): Promise<Finding[]> {
    const rows = await this.cases.database.query<Head & { caseHead: number | null; found: string | null }>(
      `select h.case_id as "caseId", h.seq, c.seq as "caseHead", j.hash as found
       from unnest($1::text[], $2::int[]) as h(case_id, seq)
       left join cases c on c.id = h.case_id left join journal j on j.case_id = h.case_id and j.seq = h.seq`,
      [heads.map(({ caseId }) => caseId), heads.map(({ seq }) => seq)],
    );
    const expected = new Map(heads.map(({ caseId, hash }) => [caseId, hash]));
    return rows.flatMap(({ caseId, seq, caseHead, found }): Finding[] => {
      if (caseHead === null) return [{ caseId, code: 'missing', message: 'the case was signed and is gone' }];
      if (found === null) return [{ caseId, seq, code: 'cut', message: `entry ${String(seq)} was signed and is gone` }];
      if (found === expected.get(caseId)) return [];
      return [{ caseId, seq, code: 'chain', message: `entry ${String(seq)} is not the one that was signed` }];
    });
  }

  private async *everyCase(): AsyncGenerator<string> {
    for (let after = ''; ;) {
      const rows = await this.cases.database.query<{ id: string }>(
        `select id from cases where realm = $1 and id > $2 order by id limit ${String(PAGE)}`,
        [this.cases.world.realm, after],
      );
      for (const { id } of rows) yield id;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }
}
