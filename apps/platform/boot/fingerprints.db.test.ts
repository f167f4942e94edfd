import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { PLATFORM_ENTITIES } from '../entities.js';
import { bootProblemOf } from './boot-problem.js';
import { checkFingerprints, FingerprintError } from './fingerprints.js';

const db = testDatabase(PLATFORM_ENTITIES);
const version1 = { workflow: 'task', version: 1, fingerprint: 'a' };

/** A case of the first version, as far as the check looks. */
async function aCase(status: string): Promise<void> {
  await db.database.query(
    `insert into cases (id, workflow, realm, version, seq, head_hash, status, stage, visibility, unit, policy, definition, created_at, changed_at, stored, clocks)
     values ('c', 'task', 'live', 1, 1, '', $1, 'do', 'public', 'u', 'p', 1, now(), now(), '{}', '{}')`,
    [status],
  );
}

describe('a workflow whose sources changed', () => {
  test('keeps the program from starting while a case lives on the same version, and says what to do', async () => {
    await checkFingerprints(db.database, [version1]);
    await aCase('active');
    const check = checkFingerprints(db.database, [{ ...version1, fingerprint: 'b' }]);
    await expect(check).rejects.toThrow(FingerprintError);
    const problem = bootProblemOf(await check.catch((error: unknown) => error));
    expect(problem?.remedies.join('\n')).toContain('workflows/task/index.ts');
    expect(problem?.remedies.join('\n')).toContain('version 1 has 1 live case(s)');
  });

  test('is let in with a new version, and when no case lives on it any more', async () => {
    await checkFingerprints(db.database, [version1]);
    await aCase('done');
    await checkFingerprints(db.database, [{ ...version1, fingerprint: 'b' }]);
    await checkFingerprints(db.database, [{ ...version1, version: 2, fingerprint: 'c' }]);
    const rows = await db.database.query(`select version, fingerprint from workflow_fingerprints order by version`);
    expect(rows).toEqual([
      { version: 1, fingerprint: 'b' },
      { version: 2, fingerprint: 'c' },
    ]);
  });
});
