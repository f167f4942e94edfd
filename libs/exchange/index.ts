export { exchangeEntities } from './exchange.entity.js';
export { ExchangeRefused } from './exchange.refused.js';
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
export { FileRefused } from './files/file.error.js';
export { LIMITS } from './files/table.types.js';
export { Imports } from './imports/imports.service.js';
export type { ImportsOptions, Upload } from './imports/imports.service.js';
export type { ImportRecord } from './imports/imports.sql.js';
