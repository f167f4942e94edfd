import { z } from 'zod';

import { refuse } from './request-refused.js';

const shape = z.tuple([z.iso.datetime(), z.string().min(1).max(255)]);

/** Where the next page of a list by time starts: the last row of this one. */
export interface TimePlace {
  at: string;
  id: string;
}

export function encodeTimeCursor({ at, id }: TimePlace): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws RequestRefused `cursor.malformed` for what we did not give out. */
export function decodeTimeCursor(cursor: string): TimePlace {
  const parsed = shape.safeParse(parse(cursor));
  if (!parsed.success) refuse('cursor.malformed');
  const [at, id] = parsed.data;
  return { at, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Cuts the one row too many off, which says whether there is a next page. */
export function timePage<Row extends TimePlace>(rows: Row[], limit: number): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? encodeTimeCursor(last) : null };
}
