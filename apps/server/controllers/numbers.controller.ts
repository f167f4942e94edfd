import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';

import { exchangeEndpoints as endpoints } from '../api/exchange.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** System under which our own account numbers are found. */
const OUR_BOOK = 'ledger';

/** Numbers other systems know our cases by. What the caller may not see has none. */
@Controller()
export class NumbersController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.findNumber)
  async find(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(endpoints.findNumber, request);
    const id = (await this.caseOf(params)) ?? refuse('case.unknown');
    if ((await this.platform.reader.glance(id, caller)) === null) refuse('case.unknown');
    return { case: id };
  }

  private caseOf({ system, number }: { system: string; number: string }): Promise<string | null> {
    const { exchange, ledger, database } = this.platform;
    return system === OUR_BOOK ? ledger.caseNumbered(database, number) : exchange.numbers.caseOf(system, number);
  }

  @Route(endpoints.listNumbers)
  async list(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(endpoints.listNumbers, request);
    if ((await this.platform.reader.glance(params.case, caller)) === null) refuse('case.unknown');
    return { rows: await this.platform.exchange.numbers.of(params.case) };
  }

  @Route(endpoints.giveNumber)
  async give(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(endpoints.giveNumber, request);
    const { reader, exchange } = this.platform;
    if ((await reader.glance(params.case, caller)) === null) refuse('case.unknown');
    const holder = await exchange.numbers.give({ ...body, caseId: params.case, by: caller.person });
    if (holder === params.case) return { case: holder };
    // which other case it is, only those may know who see it
    const isSeen = (await reader.glance(holder, caller)) !== null;
    refuse('number.taken', { params: { case: isSeen ? holder : '—' } });
  }
}
