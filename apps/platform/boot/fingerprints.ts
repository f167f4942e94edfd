import { existsSync, readFileSync } from 'node:fs';

import type { Database } from '#libs/database';
import type { Registered } from '#libs/engine';

import { atRoot } from '../root.js';
import { fingerprintOf, type Fingerprint } from './fingerprint.rules.js';

/** Kept by `minyi generate`, so that an installation without sources knows what it runs. */
export const FINGERPRINTS_FILE = 'workflows/fingerprints.json';

/** A workflow whose sources have changed under its living cases. The program does not start. */
export class FingerprintError extends Error {
  override readonly name = 'FingerprintError';

  constructor(readonly changed: readonly (Fingerprint & { cases: number })[]) {
    super(
      changed
        .map(
          ({ workflow, version, cases }) =>
            `workflows/${workflow} changed, version ${String(version)} did not, ${String(cases)} case(s) live on it`,
        )
        .join('; '),
    );
  }
}

/** The fingerprints of the workflows that run: from their sources, or from the file made at build. */
export function currentFingerprints(workflows: ReadonlyMap<string, Registered>): Fingerprint[] {
  const built = readBuilt();
  return [...workflows.values()].flatMap(({ workflow: { name, version } }) => {
    const fingerprint = fingerprintOf(atRoot('workflows', name)) ?? built[name]?.fingerprint;
    return fingerprint === undefined ? [] : [{ workflow: name, version, fingerprint }];
  });
}

function readBuilt(): Record<string, { fingerprint: string } | undefined> {
  const file = atRoot(FINGERPRINTS_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, { fingerprint: string }>) : {};
}

/**
 * Compares with what this database's cases were run with, and writes down what is new.
 * @throws FingerprintError when a workflow changed without a new version while cases live on it.
 */
export async function checkFingerprints(database: Database, current: readonly Fingerprint[]): Promise<void> {
  const changed = await database.transaction(async (tx) => {
    const found: (Fingerprint & { cases: number })[] = [];
    for (const { workflow, version, fingerprint } of current) {
      const [row] = await tx.query<{ fingerprint: string; cases: number }>(
        `select fingerprint, (select count(*)::int from cases where workflow = $1 and definition = $2 and status = 'active') as cases
         from workflow_fingerprints where workflow = $1 and version = $2`,
        [workflow, version],
      );
      if (row !== undefined && row.fingerprint !== fingerprint && row.cases > 0)
        found.push({ workflow, version, fingerprint, cases: row.cases });
      else
        await tx.query(
          `insert into workflow_fingerprints as f (workflow, version, fingerprint, since) values ($1, $2, $3, clock_timestamp())
           on conflict (workflow, version) do update set fingerprint = excluded.fingerprint, since = excluded.since
           where f.fingerprint <> excluded.fingerprint`,
          [workflow, version, fingerprint],
        );
    }
    return found;
  });
  if (changed.length > 0) throw new FingerprintError(changed);
}
