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

/** What a slip says by its readings: two that agree, or the third one; null: not known yet. */
export function agreedChoice(readings: readonly Pick<Reading, 'turn' | 'choice'>[]): Choice | null {
  const [first, second, third] = readings;
  if (third !== undefined) return third.choice;
  if (first === undefined || second === undefined) return null;
  return canonicalize(first.choice) === canonicalize(second.choice) ? first.choice : null;
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

/** Slips whose readings differ, or that only one person has read. */
export async function unsettledSlips(tx: Tx, vault: Vault, ballot: BallotId): Promise<number> {
  const slips = await slipsOf(tx, vault, { ballot });
  return [...slips.values()].filter((readings) => agreedChoice(readings) === null).length;
}

function opened(vault: Vault, sealed: string): Choice {
  return JSON.parse(vault.open(sealed, TRANSCRIPTION_SEAL)) as Choice;
}
