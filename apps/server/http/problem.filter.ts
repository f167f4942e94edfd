import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { ERRORS, problemOf, type ErrorCode, type RefusalBody } from '#libs/contract';
import { DatabaseError, type DatabaseErrorCode } from '#libs/database';

import type { HttpReply, HttpRequest } from './http.types.js';
import { languageOf } from './language.rules.js';
import { RequestRefused } from './request-refused.js';

/** What Fastify refuses before a controller is reached. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'payload.unsupported_type',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_ASYNC_CONSTRAINT: 'request.malformed',
};

/** What Nest makes of some of them. */
const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  404: 'request.unknown',
  413: 'payload.too_large',
  415: 'payload.unsupported_type',
};

const UNAVAILABLE: readonly DatabaseErrorCode[] = [
  'database.connection_lost',
  'database.lock_timeout',
  'database.statement_timeout',
  'database.deadlock',
  'database.serialization_failure',
];

/** What an error says to the client; `undefined`: nothing but that something went wrong. */
export function refusalOf(error: unknown): RefusalBody | undefined {
  if (error instanceof RequestRefused) return error.refusal;
  const carried = carriedRefusal(error);
  if (carried !== undefined) return carried;
  if (error instanceof DatabaseError)
    return UNAVAILABLE.includes(error.code) ? { code: 'service.unavailable' } : undefined;
  const code = codeOf(error);
  if (code !== undefined && FASTIFY_CODES[code] !== undefined) return { code: FASTIFY_CODES[code] };
  const status = statusOf(error);
  const named = STATUS_CODES[status];
  if (named !== undefined) return { code: named };
  return status >= 400 && status < 500 ? { code: 'request.malformed' } : undefined;
}

/** Errors of other rooms that carry a refusal of the catalogue, such as a cursor that was never given out. */
function carriedRefusal(error: unknown): RefusalBody | undefined {
  if (!(error instanceof Error)) return undefined;
  const refusal: unknown = Reflect.get(error, 'refusal');
  const code: unknown =
    typeof refusal === 'object' && refusal !== null ? Reflect.get(refusal, 'code') : Reflect.get(error, 'code');
  if (typeof code !== 'string' || !Object.hasOwn(ERRORS, code)) return undefined;
  return typeof refusal === 'object' ? (refusal as RefusalBody) : { code: code as ErrorCode };
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : 500;
}

function secondsToWait(refusal: RefusalBody): number {
  const seconds = refusal.params?.seconds;
  return typeof seconds === 'number' ? seconds : 60;
}

/** Answers every error as problem+json in the reader's language; logs those nobody expected. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly platform: Platform) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<HttpReply>();
    if (reply.raw.headersSent) return;
    await this.answer(error, request, reply);
  }

  /** Sends the problem document. */
  async answer(error: unknown, request: HttpRequest, reply: HttpReply): Promise<void> {
    const refusal = refusalOf(error) ?? this.unexpected(error, request);
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(refusal, language, request.url.split('?')[0]);
    this.platform.metrics.refused(refusal.code);
    if (problem.status === 503) void reply.header('retry-after', '5');
    if (problem.status === 429) void reply.header('retry-after', String(secondsToWait(refusal)));
    await reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private unexpected(error: unknown, request: HttpRequest): RefusalBody {
    this.platform.log.error({ err: error, request: request.id }, 'request failed');
    return { code: 'internal.error', params: { trace: request.id } };
  }
}
