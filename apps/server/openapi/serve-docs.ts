import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

import { AREAS, type Area } from '../api/areas.js';
import { ApiDocument } from './api-document.service.js';

const FIRST: Area = 'desk';

/**
 * Serves the documentation at `/api/docs` from this machine alone; the document itself is at `/api/openapi.json`. One area at a time:
 * the viewer writes out every schema of what it has loaded, and of the whole document that takes it minutes.
 */
export function serveDocs(app: NestFastifyApplication): void {
  const document = app.get(ApiDocument);
  const urls = Object.entries(AREAS).map(([area, name]) => ({ url: `/api/openapi.json?area=${area}`, name }));
  SwaggerModule.setup('api/docs', app, () => document.of(FIRST) as unknown as OpenAPIObject, {
    raw: false,
    explorer: true,
    customSiteTitle: '民议 Minyi · API',
    swaggerOptions: {
      urls,
      'urls.primaryName': AREAS[FIRST],
      persistAuthorization: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
    },
  });
}
