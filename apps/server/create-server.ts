import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import type { Platform } from '#apps/platform';

import { createAdapter } from './http/fastify.js';
import { addHooks } from './http/hooks.js';
import { nestLog } from './http/nest-log.js';
import { ProblemFilter } from './http/problem.filter.js';
import { serveWebApp } from './http/web-app.js';
import { serveDocs } from './openapi/serve-docs.js';
import { ServerModule } from './server.module.js';

/** An HTTP server around an open platform; `stop` closes both. */
export interface Server {
  app: NestFastifyApplication;
  /** Stops taking requests, lets running ones end, ends event streams, closes the platform. */
  stop: () => Promise<void>;
}

/** Between refusing new requests and closing the door. */
const DRAIN_MS = 300;

/** Builds the HTTP application. It is initialised but does not listen yet. */
export async function createServer(platform: Platform): Promise<Server> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ServerModule.around(platform),
    createAdapter(platform.config.http),
    {
      bodyParser: false,
      logger: nestLog(platform.log),
      abortOnError: false,
    },
  );
  let isStopping = false;
  await app.register(cookie);
  await app.register(multipart);
  await serveWebApp(app);
  addHooks(app, platform, () => isStopping);
  app.useGlobalFilters(new ProblemFilter(platform));
  serveDocs(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  let stopping: Promise<void> | undefined;
  return {
    app,
    stop: () => {
      stopping ??= (async () => {
        isStopping = true;
        // requests already on their way get their 503 instead of a broken connection
        await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
        await app.close();
      })();
      return stopping;
    },
  };
}
