import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';

import { ApiDocument } from './api-document.service.js';

/** Serves the documentation at `/api/docs` from this machine alone; the document itself is at `/api/openapi.json`. */
export function serveDocs(app: NestFastifyApplication): void {
  const document = app.get(ApiDocument);
  SwaggerModule.setup(
    'api/docs',
    app,
    () => document.content as unknown as ReturnType<typeof SwaggerModule.createDocument>,
    {
      raw: false,
      customSiteTitle: '民议 Minyi · API',
      swaggerOptions: { persistAuthorization: true, docExpansion: 'list', defaultModelsExpandDepth: 0 },
    },
  );
}
