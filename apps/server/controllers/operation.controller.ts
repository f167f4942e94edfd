import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';

import { endpoints } from '../api/endpoints.js';
import { ApiDocument } from '../openapi/api-document.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { Route } from '../http/route.decorator.js';

/** What operators and their machines ask. */
@Controller()
export class OperationController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(ApiDocument) private readonly document: ApiDocument,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.readDocument)
  async readDocument(@Req() request: HttpRequest) {
    const { area } = (await this.gate.visit(endpoints.readDocument, request)).query;
    return area === undefined ? this.document.content : this.document.of(area);
  }

  @Route(endpoints.isAlive)
  isAlive() {
    return { status: 'ok' };
  }

  @Route(endpoints.isReady)
  async isReady(@Res({ passthrough: true }) reply: HttpReply) {
    const checks = await this.platform.checks();
    const isFine = Object.values(checks).every(({ ok }) => ok);
    void reply.status(isFine ? 200 : 503).header('cache-control', 'no-store');
    return { status: isFine ? 'ok' : 'failing', checks };
  }

  @Route(endpoints.readMetrics)
  async readMetrics(@Res({ passthrough: true }) reply: HttpReply) {
    const { registry } = this.platform.metrics;
    void reply.header('content-type', registry.contentType);
    return registry.metrics();
  }
}
