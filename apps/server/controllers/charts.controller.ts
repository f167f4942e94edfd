import { Controller, Inject, Req, Res } from '@nestjs/common';

import { drawChart, Platform, type ChartMarks } from '#apps/platform';
import type { Registered } from '#libs/engine';

import { endpoints } from '../api/endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageOf } from '../http/language.rules.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const MEDIA = {
  svg: 'image/svg+xml; charset=utf-8',
  mermaid: 'text/vnd.mermaid; charset=utf-8',
  dot: 'text/vnd.graphviz; charset=utf-8',
} as const;

type Format = keyof typeof MEDIA;

/** Charts as pictures: of a workflow, and of a case with its state lit and its path. */
@Controller()
export class ChartsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.drawCase)
  async drawCase(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params, query } = await this.gate.visit(endpoints.drawCase, request);
    const seen = (await this.platform.reader.glance(params.id, caller)) ?? refuse('case.unknown');
    const registered = this.platform.workflows.get(seen.view.workflow) ?? refuse('workflow.unknown');
    const marks = await this.platform.reader.marks(registered, params.id);
    await this.send(request, reply, { ...query, registered, marks });
  }

  @Route(endpoints.readPath)
  async path(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(endpoints.readPath, request);
    const seen = (await this.platform.reader.glance(params.id, caller)) ?? refuse('case.unknown');
    const registered = this.platform.workflows.get(seen.view.workflow) ?? refuse('workflow.unknown');
    return { rows: await this.platform.reader.path(registered, params.id) };
  }

  @Route(endpoints.drawWorkflow)
  async drawWorkflow(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { params, query } = await this.gate.visit(endpoints.drawWorkflow, request);
    const registered = this.platform.workflows.get(params.name) ?? refuse('workflow.unknown');
    await this.send(request, reply, { ...query, registered });
  }

  private async send(request: HttpRequest, reply: HttpReply, drawing: Drawing): Promise<void> {
    const { format, registered, marks, lang } = drawing;
    const language = lang ?? languageOf(request.headers['accept-language']);
    const text = await drawChart(registered, { format, language, ...(marks === undefined ? {} : { marks }) });
    await reply.header('content-type', MEDIA[format]).header('vary', 'Accept-Language').send(text);
  }
}

interface Drawing {
  format: Format;
  lang?: 'zh' | 'en' | undefined;
  registered: Registered;
  marks?: ChartMarks;
}
