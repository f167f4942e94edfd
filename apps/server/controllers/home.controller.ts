import { Controller, Inject, Req } from '@nestjs/common';

import { Platform, readHome } from '#apps/platform';

import { homeEndpoints as endpoints } from '../api/home.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { presentHome } from '../present/home.view.js';

/** The first page of residents and visitors. */
@Controller()
export class HomeController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.readHome)
  async home(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.visit(endpoints.readHome, request);
    const asked = { person: caller?.person ?? null, unit: query.unit };
    const home = (await readHome(this.platform, asked)) ?? refuse('resource.unknown');
    return presentHome(home, { workflows: this.platform.workflows, now: this.platform.now() });
  }
}
