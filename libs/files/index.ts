export { filesEntities } from './files.entity.js';
export { FILE_ATTACHMENTS, FILE_KINDS } from './files.vocabulary.js';
export type { FileAttachment, FileKind, MaskRectangle } from './files.vocabulary.js';
export { LARGEST_FILE } from './content.rules.js';
export { Files } from './files.service.js';
export { FilesUpkeep } from './files.upkeep.js';
export type { Variant } from './sealed-store.js';
export type { Attached, FileRow, FilesOptions, NewFile, OpenFile } from './files.types.js';
