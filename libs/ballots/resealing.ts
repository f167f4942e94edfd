import type { Tx } from '#libs/database';
import type { Vault } from '#libs/vault';

import { BALLOT_KEY_SEAL } from './envelope.js';
import { TRANSCRIPTION_SEAL } from './slips.sql.js';

interface Sealed {
  ballot: string;
  slip: string;
  turn: number;
  sealed: string;
}

/** Seals what ballots keep sealed under the current data key. Answers how many values were not yet. */
export async function resealBallots(tx: Tx, vault: Vault): Promise<number> {
  const keys = await tx.query<Pick<Sealed, 'ballot' | 'sealed'>>('select ballot, sealed from ballot_keys for update');
  const oldKeys = keys.filter(({ sealed }) => !vault.isCurrent(sealed));
  for (const { ballot, sealed } of oldKeys) {
    const anew = vault.seal(vault.open(sealed, BALLOT_KEY_SEAL), BALLOT_KEY_SEAL);
    await tx.query('update ballot_keys set sealed = $2 where ballot = $1', [ballot, anew]);
  }
  const readings = await tx.query<Sealed>(
    'select ballot, slip, turn, choice as sealed from ballot_transcriptions for update',
  );
  const oldReadings = readings.filter(({ sealed }) => !vault.isCurrent(sealed));
  for (const { ballot, slip, turn, sealed } of oldReadings) {
    const anew = vault.seal(vault.open(sealed, TRANSCRIPTION_SEAL), TRANSCRIPTION_SEAL);
    await tx.query('update ballot_transcriptions set choice = $4 where ballot = $1 and slip = $2 and turn = $3', [
      ...[ballot, slip, turn, anew],
    ]);
  }
  return oldKeys.length + oldReadings.length;
}
