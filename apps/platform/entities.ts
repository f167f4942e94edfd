import { accountEntities } from '#libs/access';
import { ballotEntities } from '#libs/ballots';
import { CASES_ENTITIES } from '#libs/cases';
import { exchangeEntities } from '#libs/exchange';
import { filesEntities } from '#libs/files';
import { ledgerEntities } from '#libs/ledger';
import { notifyEntities } from '#libs/notify';
import { opinionEntities } from '#libs/opinion';
import { privacyEntities } from '#libs/privacy';
import { registersEntities } from '#libs/registers';
import { registryEntities } from '#libs/registry';
import { routingEntities } from '#libs/routing';
import { rosterEntities } from '#libs/rosters';
import { timekeepingEntities } from '#libs/timekeeping';

import { DataKeyCheckEntity } from './boot/data-key.entity.js';
import { WorkflowFingerprintEntity } from './boot/fingerprint.entity.js';

/** Every table of the product: what the database is opened with, and what migrations are made from. */
export const PLATFORM_ENTITIES = [
  ...registryEntities,
  ...accountEntities,
  ...CASES_ENTITIES,
  ...notifyEntities,
  ...privacyEntities,
  ...filesEntities,
  ...opinionEntities,
  ...exchangeEntities,
  ...ballotEntities,
  ...registersEntities,
  ...routingEntities,
  ...rosterEntities,
  ...timekeepingEntities,
  ...ledgerEntities,
  WorkflowFingerprintEntity,
  DataKeyCheckEntity,
];
