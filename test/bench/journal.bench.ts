/** A case with ten thousand journal entries: an act on it, beside the same act on a case that has just been started. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Issues } from './issues.js';
import { alternately, median } from './rounds.js';
import { report, time } from './table.js';

const ENTRIES = 10_000;
const ROUNDS = 9;
const ACTS = 60;
const MOST_DEARER = 1.2;

async function notes(issues: Issues, caseId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await issues.note(caseId);
}

const folder = mkdtempSync(join(tmpdir(), 'minyi-bench-'));
try {
  const issues = await Issues.open(join(folder, 'data'));
  const [long = ''] = await issues.start(1, 1);
  const fresh = await issues.start(ROUNDS + 1, 1);
  await issues.manyNotes(long, ENTRIES);
  await issues.database.query('analyze');
  const taken = await alternately(ROUNDS, {
    long: () => notes(issues, long, ACTS),
    fresh: (round) => notes(issues, fresh[round] ?? '', ACTS),
  });
  const each = (side: keyof typeof taken): number => median(taken[side].map(({ cpuMs }) => cpuMs)) / ACTS;
  const ratio = each('long') / each('fresh');
  report(
    `journal: an act on a case with ${ENTRIES.toLocaleString('en')} entries (PGlite, processor time, median of ${String(ROUNDS)} rounds)`,
    [
      {
        what: 'one act',
        value: time(each('long')),
        beside: `on a fresh case: ${time(each('fresh'))}`,
        ratio,
        target: `ratio ≤ ${String(MOST_DEARER)}`,
        isReached: ratio <= MOST_DEARER,
      },
    ],
  );
  await issues.database.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
