import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { isPublicAddress } from './public-address.rules.js';

/** A request to a system outside. */
export interface Post {
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** JSON text, sent as it is. */
  body: string;
}

/** What came back; `status` 0: nothing did, and `error` says why. */
export interface Posted {
  status: number;
  /** At most {@link MOST_BYTES} of the answer. */
  text: string;
  error: string | null;
}

export interface PostRules {
  /** Also plain http and addresses that are not public: for systems in the same house. */
  allowsPrivate: boolean;
  timeoutMs?: number;
}

const MOST_BYTES = 65_536;
const TIMEOUT_MS = 10_000;

/** The address is not one we may knock at. */
class NotPublicError extends Error {
  readonly code = 'address_not_public';
}

/** Whether an address may be entered at all; the name is looked up again at every request. */
export function isPostable(url: string, { allowsPrivate }: Pick<PostRules, 'allowsPrivate'>): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (allowsPrivate) return protocol === 'https:' || protocol === 'http:';
  const host = bareHost(hostname);
  return protocol === 'https:' && (isIP(host) === 0 ? host.includes('.') : isPublicAddress(host));
}

/**
 * Posts JSON. Names are looked up once, by the connection itself, and every address is checked: a name that leads inside is not
 * followed, and neither are redirects.
 */
export function guardedPost({ url, headers = {}, body }: Post, rules: PostRules): Promise<Posted> {
  if (!isPostable(url, rules)) return Promise.resolve({ status: 0, text: '', error: 'address_not_public' });
  const target = new URL(url);
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const fail = (error: unknown): void => {
      resolve({ status: 0, text: '', error: codeOf(error) });
    };
    const sent = request(
      target,
      {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
        agent: false,
        timeout: rules.timeoutMs ?? TIMEOUT_MS,
        ...(rules.allowsPrivate ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        const done = (): void => {
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8'), error: null });
        };
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes <= MOST_BYTES) parts.push(part);
          else {
            // enough is known; whoever sends without end is not listened to
            done();
            answer.destroy();
          }
        });
        answer.on('end', done);
        answer.on('error', fail);
      },
    );
    const deadline = setTimeout(() => sent.destroy(timedOut()), rules.timeoutMs ?? TIMEOUT_MS);
    sent.on('timeout', () => sent.destroy(timedOut()));
    sent.on('error', fail);
    sent.on('close', () => {
      clearTimeout(deadline);
    });
    sent.end(body);
  });
}

/** Looks a name up and answers public addresses only: what is checked is what is connected to. */
const publicLookup: LookupFunction = (hostname, options, answer) => {
  systemLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) {
      answer(error, []);
      return;
    }
    const [first] = found;
    if (first === undefined || !found.every(({ address }) => isPublicAddress(address))) {
      answer(new NotPublicError(`${hostname} is not public`), []);
      return;
    }
    if (options.all === true) answer(null, found);
    else answer(null, first.address, first.family);
  });
};

function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

function timedOut(): Error {
  return Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
