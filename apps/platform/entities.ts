import { CASES_ENTITIES } from '#libs/cases';
import { notifyEntities } from '#libs/notify';
import { registryEntities } from '#libs/registry';

import { DataKeyCheckEntity } from './boot/data-key.entity.js';
import { WorkflowFingerprintEntity } from './boot/fingerprint.entity.js';

/** Every table of the product: what the database is opened with, and what migrations are made from. */
export const PLATFORM_ENTITIES = [...registryEntities, ...CASES_ENTITIES, ...notifyEntities, WorkflowFingerprintEntity, DataKeyCheckEntity];
