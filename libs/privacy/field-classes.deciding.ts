import type { TableClasses } from './field-classes.vocabulary.js';

const onRoll = { purpose: 'selfRule', basis: 'duty', retention: 'case', erasure: 'keptById' } as const;

/**
 * Ballots and registers. How somebody voted is secret: of a named ballot it is shown to those on its roll under the entry's code, of
 * a secret one nobody learns it. Erased people leave rolls and papers of ballots that are over; codes, weights and choices stay, and
 * with them the proof.
 */
export const DECIDING_FIELDS = {
  ballots: {
    ...onRoll,
    fields: { internal: ['roll', 'doubts'] },
    impersonal: [
      ...['id', 'unit', 'title', 'question', 'rule', 'secret', 'policy', 'status', 'on', 'drawing', 'openedAt'],
      ...['closesAt', 'closedAt', 'countedAt', 'openingFingerprint', 'finalFingerprint', 'decision'],
    ],
  },
  ballot_entries: {
    ...onRoll,
    fields: { internal: ['key', 'casters', 'household', 'premises', 'doubts', 'isContested'] },
    impersonal: [
      ...['ballot', 'entry', 'heads', 'area', 'households', 'members', 'present', 'building', 'stairwell'],
      'isRemoved',
    ],
  },
  ballot_papers: {
    ...onRoll,
    fields: {
      secret: ['choice', 'envelope', 'tracker', 'lock', 'replaced', 'lastKey', 'request'],
      internal: ['caster', 'by', 'witness', 'file', 'channel', 'castAt', 'state', 'revision'],
    },
    impersonal: ['ballot', 'entry'],
  },
  ballot_marks: { ...onRoll, fields: { internal: ['entry'] }, impersonal: ['ballot'] },
  ballot_roll_changes: {
    ...onRoll,
    erasure: 'blanked',
    fields: { internal: ['wanted', 'reason', 'appeal', 'proposedBy', 'decidedBy'] },
    impersonal: [
      ...['ballot', 'n', 'kind', 'ground', 'entry', 'before', 'after', 'state', 'proposedAt', 'decidedAt', 'place'],
      'on',
    ],
  },
  ballot_appeals: {
    ...onRoll,
    erasure: 'blanked',
    fields: { internal: ['person', 'entry', 'text', 'answer', 'answeredBy'] },
    impersonal: ['id', 'ballot', 'about', 'at', 'state', 'answeredAt'],
  },
  ballot_contests: {
    ...onRoll,
    erasure: 'blanked',
    fields: { internal: ['entry', 'by', 'against', 'reason', 'ground', 'settledBy'] },
    impersonal: ['id', 'ballot', 'at', 'outcome', 'settledAt'],
  },
  ballot_transcriptions: {
    ...onRoll,
    fields: { secret: ['choice'], internal: ['by', 'caster', 'file', 'slip'] },
    impersonal: ['ballot', 'turn', 'at'],
  },
  ballot_proxies: {
    ...onRoll,
    fields: { internal: ['entry', 'giver', 'holder', 'file', 'enteredBy', 'revokedBy'] },
    impersonal: ['id', 'ballot', 'at', 'revokedAt'],
  },
  admissions: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptAsProof',
    fields: { internal: ['appliedBy', 'decidedBy', 'reason', 'means', 'ground'] },
    impersonal: ['id', 'matter', 'applicant', 'scope', 'status', 'appliedAt', 'decidedAt', 'from', 'to'],
  },
  routing_proposals: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptAsProof',
    fields: { internal: ['decidedBy', 'reason'] },
    impersonal: [
      ...['id', 'matter', 'fromUnit', 'toUnit', 'scope', 'count', 'status', 'firstAt', 'lastAt', 'decidedCount'],
      ...['decidedAt', 'change'],
    ],
  },
  calendar_versions: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptAsProof',
    fields: { internal: ['by'] },
    impersonal: [
      ...['epoch', 'name', 'unit', 'version', 'body', 'digest', 'kept', 'preset', 'reason', 'at', 'finishedAt'],
      'moved',
    ],
  },
  decision_rules: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptAsProof',
    fields: { internal: ['publishedBy', 'body'] },
    impersonal: ['rule', 'version', 'unit', 'validFrom', 'validTo', 'publishedAt', 'reason', 'confirms'],
  },
  register_versions: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptAsProof',
    fields: { internal: ['checkedBy'] },
    impersonal: [
      ...['entry', 'version', 'title', 'text', 'document', 'caseId', 'decidedBy', 'certificate', 'adoptedOn'],
      ...['inForceFrom', 'checkedOn', 'finding', 'filedWith', 'filingNumber', 'filedOn', 'filedBySilence', 'digest'],
      'enteredAt',
    ],
  },
  register_signatures: {
    purpose: 'selfRule',
    basis: 'request',
    retention: 'forever',
    erasure: 'keptById',
    fields: { internal: ['person', 'office', 'isNamed'] },
    impersonal: ['id', 'entry', 'version', 'capacity', 'signedAt', 'withdrawnAt'],
  },
  chain_templates: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptAsProof',
    fields: { internal: ['savedBy'] },
    impersonal: ['template', 'version', 'unit', 'name', 'steps', 'caseId', 'savedAt'],
  },
  ledger_reconciliations: {
    purpose: 'proof',
    basis: 'accountability',
    retention: 'forever',
    erasure: 'keptById',
    fields: { internal: ['checkedBy', 'signedBy', 'remark'] },
    impersonal: ['id', 'key', 'realm', 'unit', 'month', 'content', 'digest', 'differences', 'checkedAt', 'signedAt'],
  },
} as const satisfies Record<string, TableClasses>;
