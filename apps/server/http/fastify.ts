import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError } from 'fastify';

import type { Config } from '#libs/config';
import { problemOf } from '#libs/contract';

import type { HttpReply, HttpRequest } from './http.types.js';
import { readJsonBody } from './json-body.rules.js';
import { languageOf } from './language.rules.js';
import { keepRawBody } from './raw-body.js';

/** Largest request body, in bytes. */
export const BODY_LIMIT = 1_048_576;
/** A request has to arrive within this time: slow ones would hold connections. */
const REQUEST_TIMEOUT_MS = 30_000;

const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Fastify as this service wants it: our own reading of bodies, our own ids, problem documents from the first byte on. */
export function createAdapter({ trustProxy }: Pick<Config['http'], 'trustProxy'>): FastifyAdapter {
  const adapter = new FastifyAdapter({
    // what X-Forwarded-… says is believed only when a proxy is known to have written it
    trustProxy: trusted(trustProxy),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 400 },
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: ({ headers }: IncomingMessage) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    frameworkErrors: (error: FastifyError, request: HttpRequest, reply: HttpReply) => {
      const code = error.code === 'FST_ERR_BAD_URL' ? 'request.malformed' : 'internal.error';
      const problem = problemOf({ code }, languageOf(request.headers['accept-language']));
      void reply
        .status(problem.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem));
    },
  });
  const instance = adapter.getInstance();
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      try {
        const bytes = Buffer.from(body);
        keepRawBody(request.raw, bytes);
        done(null, readJsonBody(bytes));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  return adapter;
}

/** The first so many hops, counted from here, or named addresses. */
function trusted(proxies: Config['http']['trustProxy']) {
  if (typeof proxies === 'number') return (_address: string, hop: number) => hop < proxies;
  return typeof proxies === 'object' ? [...proxies] : proxies;
}
