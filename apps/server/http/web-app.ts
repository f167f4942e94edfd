import { existsSync } from 'node:fs';

import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { atRoot } from '#apps/platform';

/** Built files carry their content in their name and never change under it. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Where `npm run build` lays the pages down. */
export const WEB_APP = atRoot('dist/web');

/** Serves the built files of the pages, compressed beforehand. Without a build there are none: the API works all the same. */
export async function serveWebApp(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(WEB_APP)) return;
  await app.register(fastifyStatic, {
    root: WEB_APP,
    // every file is a route of its own: what is no file is a page, an endpoint or nothing
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.includes('/assets/') ? FOREVER : 'no-cache');
    },
  });
}
