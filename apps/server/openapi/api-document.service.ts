import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';

import { endpoints } from '../api/endpoints.js';
import type { JsonSchema } from './json-schema.js';
import { openApiDocument } from './openapi.document.js';

/** The OpenAPI document of this installation, made once. */
@Injectable()
export class ApiDocument {
  #content: JsonSchema | undefined;

  constructor(@Inject(Platform) private readonly platform: Platform) {}

  get content(): JsonSchema {
    const { version, workflows } = this.platform;
    this.#content ??= openApiDocument({
      version,
      endpoints: Object.values(endpoints),
      workflows: [...workflows.values()],
    });
    return this.#content;
  }
}
