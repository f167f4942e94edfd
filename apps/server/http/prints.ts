import type { Platform, SeenCase } from '#apps/platform';

import type { HttpReply } from './http.types.js';

export const HTML = 'text/html; charset=utf-8';
/** Those who run a case, judge its matter or do its work: they see drafts and names. */
export const INSIDE: readonly SeenCase['eyes'][] = ['staff', 'handler', 'member'];
export const ERASED = '已依法删除 · erased';
export const NOT_PUBLIC = '（不公开）';

/** Date and time on the clocks of the office. */
export function localTime(calendars: Platform['calendars'], instant: string): string {
  const zone = calendars.office?.zone ?? 'UTC';
  const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return format.format(new Date(instant));
}

/** Answers a page to print; what is on it depends on who asks. */
export async function send(reply: HttpReply, type: string, body: string): Promise<void> {
  await reply
    .header('content-type', type)
    .header('cache-control', 'no-store')
    .header('vary', 'Cookie, Authorization')
    .send(body);
}
