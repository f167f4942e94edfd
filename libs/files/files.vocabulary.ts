/** Kinds of files that are taken. */
export const FILE_KINDS = ['image', 'document', 'audio'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a file may belong to. */
export const FILE_ATTACHMENTS = ['case', 'guide', 'consent'] as const;
export type FileAttachment = (typeof FILE_ATTACHMENTS)[number];

/** A part of a picture that must not be seen, in pixels of the stored original. */
export interface MaskRectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}
