export { exchangeEntities } from './exchange.entity.js';
export { IMPORT_KINDS, IMPORT_STATES, ROW_OUTCOMES } from './exchange.vocabulary.js';
export type {
  Decisions,
  ImportCounts,
  ImportKind,
  ImportState,
  ImportView,
  Problem,
  RowOutcome,
  SaidProblem,
  Severity,
} from './exchange.vocabulary.js';
export { LIMITS } from './files/table.types.js';
export { Imports } from './imports/imports.service.js';
export type { ImportsOptions, Upload } from './imports/imports.service.js';
export type { Giving, ImportRights } from './imports/planner.types.js';
export type { ImportRecord } from './imports/imports.sql.js';
export { EXPORT_FORMATS, exportRows } from './exports/export.rows.js';
export type { ExportColumn, Exported, ExportFormat, ExportQuestion } from './exports/export.rows.js';
export { REGISTRY_LISTS, registryList } from './exports/lists.js';
export type { RegistryList } from './exports/lists.js';
export type { RowPreview, RowsQuestion } from './imports/staging.sql.js';
export { sayProblem } from './problem.rules.js';
export { TABLE_KINDS } from './kinds/table-kinds.js';
export { ExternalNumbers } from './partners/external-numbers.js';
export { Partners } from './partners/partners.service.js';
export { PARTNER_SCOPES } from './partners/partner.types.js';
export type { IssuedKey, NewPartner, Partner, PartnerRequest, PartnerScope } from './partners/partner.types.js';
export { isSignature, signatureOf } from './partners/signature.rules.js';
