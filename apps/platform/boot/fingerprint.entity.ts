import { defineEntity, p } from '@mikro-orm/core';

/** With which sources cases of a workflow version were run. Source changed, version not: the program must not start. */
export const WorkflowFingerprintEntity = defineEntity({
  name: 'WorkflowFingerprint',
  tableName: 'workflow_fingerprints',
  properties: {
    workflow: p.string().primary(),
    version: p.integer().primary(),
    fingerprint: p.string(),
    since: p.datetime(3),
  },
});
