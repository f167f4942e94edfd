import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openPlatform, readInstallation } from '#apps/platform';
import { dumpDirectory } from '#libs/database';
import { kept, migrationsMark, type DatabaseTemplate } from '#libs/testing';

/** What the demonstration's community is made and written by: a change of it makes a new copy. */
const MAKERS = ['apps/demo/limin', 'apps/platform/demo', 'libs/access', 'libs/privacy', 'libs/registry', 'libs/vault'];

function mark(settings: Record<string, string>): string {
  const hash = createHash('sha256').update(migrationsMark()).update(JSON.stringify(settings));
  const root = new URL('../../../../', import.meta.url).pathname;
  for (const folder of MAKERS)
    for (const file of globSync(`${folder}/**/*.ts`, { cwd: root }).sort()) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** A PGlite with the demonstration's community in it, made once: writing it anew takes seconds in every file. */
export function demoPglite(settings: Record<string, string>): Promise<Blob> {
  return kept(`minyi-demo-pglite-${mark(settings)}`, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'minyi-demo-'));
    try {
      const platform = await openPlatform(readInstallation({ ...settings, DATA_DIR: directory }));
      await platform.close();
      return await dumpDirectory(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
}

/** The same on PostgreSQL. */
export function demoPostgres(settings: Record<string, string>): DatabaseTemplate {
  return {
    mark: `demo_${mark(settings)}`,
    fill: async (url) => {
      const place = { DATABASE_URL: url, QUEUE: 'memory', DATA_DIR: 'memory://' };
      const platform = await openPlatform(readInstallation({ ...settings, ...place }));
      await platform.close();
    },
  };
}
