import { z } from 'zod';

/** An id or name in a path or query: what PostgreSQL could hold as a key, nothing longer. */
export const key = z.string().min(1).max(200);

/** Query of every list. */
export const pageQuery = z.strictObject({
  cursor: z.string().min(1).max(2000).optional().describe('`next` of the page before'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .optional()
    .meta({ description: 'Rows on a page, 1 to 200; default 50', type: 'integer' }),
});

/** A page of rows. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    next: z.string().nullable().describe('Cursor of the next page; null at the end'),
  });
}

export const label = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Label' });
export const instant = z.string().meta({ format: 'date-time', description: 'ISO 8601 in UTC with milliseconds' });
/** Plain JSON whose shape the workflow decides. */
export const anyJson = z.json();
