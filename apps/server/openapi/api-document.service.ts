import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';

import type { Area } from '../api/areas.js';
import { endpoints } from '../api/endpoints.js';
import type { JsonSchema } from './json-schema.js';
import { documentOf, openApiDocument } from './openapi.document.js';

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

  /** What it says of one area. */
  of(area: Area): JsonSchema {
    return documentOf(this.content, area);
  }
}
