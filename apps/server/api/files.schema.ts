import { z } from 'zod';

import { FILE_ATTACHMENTS, FILE_KINDS } from '#libs/files';

import { instant, key } from './page.schema.js';

const flag = z.enum(['true', 'false']);
export const fileParams = z.strictObject({ file: key });
export const caseFilesParams = z.strictObject({ case: key });
export const uploadQuery = z.strictObject({
  case: key.optional().describe('Case it belongs to; can be said later'),
  keepPlace: flag.optional().describe('Keep where and when a photo was taken inside the original; default: remove'),
});
export const contentQuery = z.strictObject({ size: z.enum(['file', 'thumbnail']).optional() });
export const attachBody = z.strictObject({ case: key });

const pixels = z.number().int().min(-10_000).max(10_000);
export const mask = z.strictObject({
  left: pixels,
  top: pixels,
  width: z.number().int().min(1).max(10_000),
  height: z.number().int().min(1).max(10_000),
});
export const publishBody = z.strictObject({
  masks: z
    .array(mask)
    .max(200)
    .describe('What must not be seen (faces, number plates), in pixels of the stored picture'),
});

export const fileRow = z
  .object({
    id: z.string(),
    kind: z.enum(FILE_KINDS),
    mediaType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    hasThumbnail: z.boolean(),
    at: instant,
    attachedTo: z.enum(FILE_ATTACHMENTS).nullable(),
    subject: z.string().nullable(),
    isPublished: z.boolean(),
    isMine: z.boolean(),
  })
  .meta({ id: 'File' });
export const fileList = z.object({ rows: z.array(fileRow) }).meta({ id: 'FileList' });
export const keptAnswer = z.object({ file: z.string(), isPublished: z.boolean() }).meta({ id: 'FileReviewed' });
