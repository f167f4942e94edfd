import canonicalize from 'canonicalize';

import type { Tx } from '#libs/database';
import type { Choice } from '#libs/decision';
import type { Instant } from '#libs/engine';
import type { Vault } from '#libs/vault';

import type { BallotId } from './ballots.vocabulary.js';

/** Purpose under which what was read on a sheet is sealed. */
export const TRANSCRIPTION_SEAL = 'ballot.transcription';
/** How the slip of an opened inner envelope begins; its number follows. */
export const INNER = 'inner:';

/** One reading of one sheet. */
export interface Reading {
  turn: number;
  by: string;
  caster: string | null;
  choice: Choice;
  file: string | null;
  at: Instant;
}

/** Readings of a slip, in their order. */
export async function readingsOf(tx: Tx, vault: Vault, at: { ballot: BallotId; slip: string }): Promise<Reading[]> {
  const rows = await tx.query<Omit<Reading, 'choice'> & { choice: string }>(
    `select turn, by, caster, choice, file, at from ballot_transcriptions where ballot = $1 and slip = $2 order by turn`,
    [at.ballot, at.slip],
  );
  return rows.map((row) => ({ ...row, choice: opened(vault, row.choice) }));
}

/** What a slip says by its readings: what two people have read alike; null: not known yet. */
export function agreedChoice(readings: readonly Pick<Reading, 'turn' | 'choice'>[]): Choice | null {
  const read = new Set<string>();
  for (const { choice } of readings) {
    const text = canonicalize(choice) ?? '';
    if (read.has(text)) return choice;
    read.add(text);
  }
  return null;
}

/** Readings by slip; of those that begin like this. */
export async function slipsOf(
  tx: Tx,
  vault: Vault,
  { ballot, prefix = '' }: { ballot: BallotId; prefix?: string },
): Promise<Map<string, Reading[]>> {
  const rows = await tx.query<Omit<Reading, 'choice'> & { slip: string; choice: string }>(
    `select slip, turn, by, caster, choice, file, at from ballot_transcriptions
     where ballot = $1 and starts_with(slip, $2) order by slip, turn`,
    [ballot, prefix],
  );
  return Map.groupBy(
    rows.map((row) => ({ ...row, choice: opened(vault, row.choice) })),
    ({ slip }) => slip,
  );
}

/** Inner envelopes that are settled, and what they say. */
export async function innerPapers(tx: Tx, vault: Vault, ballot: BallotId): Promise<{ choice: Choice }[]> {
  const slips = await slipsOf(tx, vault, { ballot, prefix: INNER });
  return [...slips.values()].flatMap((readings) => {
    const choice = agreedChoice(readings);
    return choice === null ? [] : [{ choice }];
  });
}

/** Units of a secret ballot that have handed in an envelope of paper which counts: as many inner ones there are. */
export async function outerEnvelopes(tx: Tx, ballot: BallotId): Promise<number> {
  const [row] = await tx.query<{ marks: number }>(
    `select count(*) as marks from ballot_papers p join ballot_entries e on e.ballot = p.ballot and e.entry = p.entry
     where p.ballot = $1 and p.state = 'counted' and p.envelope is null and not e.is_removed`,
    [ballot],
  );
  return row?.marks ?? 0;
}

/** Slips whose readings differ, or that only one person has read; but those of units that have cast by another channel. */
export async function unsettledSlips(tx: Tx, vault: Vault, ballot: BallotId): Promise<Map<string, Reading[]>> {
  const slips = await slipsOf(tx, vault, { ballot });
  const settled = await tx.query<{ entry: string }>(
    `select e.entry from ballot_entries e left join ballot_papers p on p.ballot = e.ballot and p.entry = e.entry
     where e.ballot = $1 and e.entry = any($2) and (e.is_removed or p.state <> 'withdrawn')`,
    [ballot, [...slips.keys()]],
  );
  for (const { entry } of settled) slips.delete(entry);
  return new Map([...slips].filter(([, readings]) => agreedChoice(readings) === null));
}

function opened(vault: Vault, sealed: string): Choice {
  return JSON.parse(vault.open(sealed, TRANSCRIPTION_SEAL)) as Choice;
}
