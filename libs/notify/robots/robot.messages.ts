import { createHmac } from 'node:crypto';

import type { RobotKind } from '../deliveries/deliveries.vocabulary.js';

/** What a robot says: plain sentences, no markup of the message's own. */
export interface RobotText {
  title: string;
  text: string;
}

/** A request as the platform of a robot wants it. */
export interface RobotRequest {
  url: string;
  body: string;
}

export interface RobotAddress {
  kind: RobotKind;
  url: string;
  /** Where the robot is set up with a signature (加签); WeCom knows none. */
  secret: string | null;
}

/** WeCom takes at most so many bytes of markdown. */
const WECOM_BYTES = 4096;

/**
 * The message in the form of its platform.
 *
 * WeCom: `{msgtype, markdown: {content}}`, the key is part of the address. DingTalk: `{msgtype, markdown: {title, text}}`, signed in the
 * address with `timestamp` in milliseconds and `sign`. Feishu: `{msg_type, content: {text}}`, signed in the body with `timestamp` in seconds.
 */
export function robotRequest(
  { kind, url, secret }: RobotAddress,
  { title, text }: RobotText,
  nowMs: number,
): RobotRequest {
  switch (kind) {
    case 'wecom':
      return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content: cutBytes(text, WECOM_BYTES) } }) };
    case 'dingtalk':
      return {
        url: secret === null ? url : signedDingtalk(url, secret, nowMs),
        body: JSON.stringify({ msgtype: 'markdown', markdown: { title, text } }),
      };
    case 'feishu': {
      const message = { msg_type: 'text', content: { text } };
      const seconds = String(Math.floor(nowMs / 1000));
      const signature = secret === null ? {} : { timestamp: seconds, sign: feishuSign(seconds, secret) };
      return { url, body: JSON.stringify({ ...signature, ...message }) };
    }
  }
}

/** DingTalk (加签): HMAC-SHA256 keyed with the secret over `timestamp\nsecret`, Base64. */
export function dingtalkSign(timestampMs: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestampMs}\n${secret}`).digest('base64');
}

/** Feishu (签名校验): HMAC-SHA256 keyed with `timestamp\nsecret` over nothing, Base64. */
export function feishuSign(timestampSeconds: string, secret: string): string {
  return createHmac('sha256', `${timestampSeconds}\n${secret}`).update('').digest('base64');
}

function signedDingtalk(url: string, secret: string, nowMs: number): string {
  const signed = new URL(url);
  const timestamp = String(nowMs);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', dingtalkSign(timestamp, secret));
  return signed.href;
}

/** Codes by which a platform says that it is being asked too often: WeCom, DingTalk, Feishu (two). */
const TOO_OFTEN: readonly number[] = [45009, 130101, 9499, 11232];

/** What a platform's answer means: all of them say 200 and put the truth into the body. */
export function robotVerdict(answer: string): 'sent' | 'later' | number {
  let body: unknown;
  try {
    body = JSON.parse(answer);
  } catch {
    return -1;
  }
  if (typeof body !== 'object' || body === null) return -1;
  const { errcode, code, StatusCode } = body as Record<string, unknown>;
  const said = [errcode, code, StatusCode].find((value) => typeof value === 'number');
  if (said === undefined) return -1;
  if (said === 0) return 'sent';
  return TOO_OFTEN.includes(said) ? 'later' : said;
}

function cutBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let cut = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > most - 3) break;
    cut += sign;
  }
  return `${cut}…`;
}
