import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import type { Platform } from '#apps/platform';

import type { HttpReply, HttpRequest } from './http.types.js';
import { RequestRefused } from './request-refused.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** What happens around every request: headers, the gate while stopping, one log line, one measurement. */
export function addHooks(app: NestFastifyApplication, platform: Platform, isStopping: () => boolean): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request: HttpRequest, reply: HttpReply, done: (error?: Error) => void) => {
    void reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    if (isStopping() && !request.url.startsWith('/health/')) {
      void reply.header('connection', 'close');
      done(new RequestRefused({ code: 'service.unavailable' }));
      return;
    }
    done();
  });
  fastify.addHook('onResponse', (request: HttpRequest, reply: HttpReply, done: () => void) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = String(reply.statusCode);
    const ms = reply.elapsedTime;
    platform.metrics.request({ method: request.method, route, status }, ms / 1000);
    platform.log.info(
      { request: request.id, method: request.method, route, status, ms: Math.round(ms), ...caseOf(request) },
      'request',
    );
    done();
  });
}

function caseOf({ params, routeOptions }: HttpRequest): { case?: string } {
  const id: unknown = (params as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' && routeOptions.url?.includes('/cases/') === true ? { case: id } : {};
}
