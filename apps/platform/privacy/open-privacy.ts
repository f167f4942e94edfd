import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Access } from '#libs/access';
import { ballotsKeeper, resealBallots } from '#libs/ballots';
import { resealNotifications } from '#libs/notify';
import { opinionKeeper, Opinions } from '#libs/opinion';
import type { Cases } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import { Files, FilesUpkeep } from '#libs/files';
import {
  AccessJournal,
  Consents,
  Corrections,
  Erasures,
  PrivacyKeeper,
  Retention,
  Unmasking,
  Visits,
  type Keeper,
  type Resealer,
} from '#libs/privacy';
import type { LocalDate, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { CaseReader } from '../reading/case-reader.js';
import { AccountsKeeper } from './accounts.keeper.js';
import { CasesKeeper } from './cases.keeper.js';
import { FileAccess } from './file-access.js';
import { FilesKeeper } from './files.keeper.js';
import { rotateKeys, type Rotation } from './key-rotation.js';
import { MessagesKeeper } from './messages.keeper.js';
import { homeOf, RegistryKeeper } from './registry.keeper.js';
import { retentionRules } from './retention.rules.js';
import { visitedHousehold } from './visited-household.js';

/** What the rooms of privacy and files are opened with. */
export interface PrivacyGround {
  database: Database;
  vault: Vault;
  registry: Registry;
  access: Access;
  accounts: { secondFactor: { reseal: (tx: Tx) => Promise<number> } };
  cases: Cases;
  reader: CaseReader;
  now: () => string;
  today: () => LocalDate;
  /** Where data lie that are not in the database. */
  dataDirectory: string;
}

/** Privacy, put together: who may know what, what is held about whom, and how it ends. */
export interface Privacy {
  journal: AccessJournal;
  unmasking: Unmasking;
  visits: Visits;
  consents: Consents;
  corrections: Corrections;
  erasures: Erasures;
  retention: Retention;
  /** In the order in which an erasure goes through them. */
  keepers: readonly Keeper[];
  resealers: readonly Resealer[];
  /** Seals everything with the key in use. */
  rotateKeys: () => Promise<Rotation>;
  files: Files;
  filesUpkeep: FilesUpkeep;
  fileAccess: FileAccess;
}

/** Opens the rooms. Nothing runs yet. */
export function openPrivacy(ground: PrivacyGround): Privacy {
  const { database, vault, registry, access, cases, reader, now, today } = ground;
  const files = new Files({ database, vault, now, directory: filesDirectory(ground.dataDirectory) });
  const filesUpkeep = new FilesUpkeep(files);
  const journal = new AccessJournal(now);
  const records = new RegistryKeeper({ database, registry, today });
  const consents = new Consents({
    now,
    effects: { photoPublication: (tx, person) => files.withdrawAllOf(tx, person) },
  });
  const corrections = new Corrections({ vault, now });
  const visits = new Visits({
    vault,
    journal,
    now,
    today,
    household: (tx, id) => visitedHousehold(tx, registry, id),
    lineage: (tx, unit) => registry.lineage(tx, unit),
    standing: (tx, person) => access.standing(tx, person),
  });
  const own = new PrivacyKeeper({ database, vault, journal, visits, consents, corrections, home: homeOf });
  const keepers: Keeper[] = [
    new AccountsKeeper(database),
    own,
    new FilesKeeper(filesUpkeep),
    new CasesKeeper({ database, cases }),
    new MessagesKeeper(database),
    ballotsKeeper(database),
    opinionKeeper(new Opinions({ database, now })),
    records,
  ];
  const resealers = resealersOf(ground, { own, filesUpkeep });
  return {
    journal,
    consents,
    corrections,
    visits,
    keepers,
    files,
    filesUpkeep,
    unmasking: new Unmasking({ journal, now, reveal: (tx, person, field) => records.reveal(tx, person, field) }),
    erasures: new Erasures({
      database,
      vault,
      now,
      today,
      keepers,
      idsOf: (tx, person) => registry.idsOf(tx, person),
      unitOf: async (tx, person) => (await registry.person(tx, person))?.unit ?? null,
    }),
    retention: new Retention(retentionRules(database, filesUpkeep), now),
    resealers,
    rotateKeys: () => rotateKeys(ground, resealers),
    fileAccess: new FileAccess({ database, files, reader, access, registry, consents }),
  };
}

function resealersOf(
  { database, accounts, registry, vault }: PrivacyGround,
  { own, filesUpkeep }: { own: PrivacyKeeper; filesUpkeep: FilesUpkeep },
): Resealer[] {
  return [
    own,
    { name: 'files', reseal: async () => (await filesUpkeep.reseal()).resealed },
    { name: 'registry', reseal: () => resealRegistry(database, registry) },
    { name: 'ballots', reseal: () => database.transaction((tx) => resealBallots(tx, vault)) },
    { name: 'notifications', reseal: () => database.transaction((tx) => resealNotifications(tx, vault)) },
    { name: 'accounts', reseal: () => database.transaction((tx) => accounts.secondFactor.reseal(tx)) },
  ];
}

const RESEALED_AT_ONCE = 500;

/** Batch by batch: whoever asks for a telephone number meanwhile waits for one batch at most. */
async function resealRegistry(database: Database, registry: Registry): Promise<number> {
  for (let resealed = 0; ;) {
    const batch = await database.transaction((tx) => registry.reseal(tx, RESEALED_AT_ONCE));
    if (batch === 0) return resealed;
    resealed += batch;
  }
}

/** Data in memory have their files where the system clears up. */
function filesDirectory(dataDirectory: string): string {
  return dataDirectory.startsWith('memory:')
    ? join(tmpdir(), `minyi-files-${randomUUID()}`)
    : join(dataDirectory, 'files');
}
