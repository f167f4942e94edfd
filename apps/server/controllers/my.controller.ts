import { Controller, Get, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';

import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageAsked } from '../http/page-language.js';
import { MY_SCRIPT, myPage, type MyPage } from '../pages/my.page.js';
import { presentRow } from '../present/case.view.js';

const ROWS = 10;

/** The page of whoever is signed in: what waits, what is theirs, what they may see. */
@Controller()
export class MyController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Get('/my')
  async my(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const language = languageAsked(request);
    const caller = await this.gate.reader(request);
    if (caller === null) {
      await reply.redirect(`/sign-in?${new URLSearchParams({ lang: language, next: '/my' }).toString()}`, 303);
      return;
    }
    const page = myPage({ language, ...(await this.who(caller.person)), ...(await this.matters(caller.person)) });
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .header('vary', 'Accept-Language, Cookie')
      .header('cache-control', 'no-store')
      .send(page);
  }

  @Get('/my.js')
  async script(@Res() reply: HttpReply): Promise<void> {
    await reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(MY_SCRIPT);
  }

  private async who(person: string): Promise<Pick<MyPage, 'name' | 'offices' | 'unread' | 'households' | 'actsFor'>> {
    const { database, registry, access, inbox, privacy, reader, localDateOf, now } = this.platform;
    const today = localDateOf(now());
    const found = await database.transaction(
      async (tx) => {
        const { grants } = await access.standing(tx, person);
        const represented = await registry.people(tx, await registry.principalsOf(tx, person, today));
        return {
          name: (await registry.person(tx, person))?.name ?? '',
          grants,
          unread: await inbox.unread(tx, { person, grants }),
          households: await privacy.visits.mine(tx, person),
          actsFor: represented.map(({ name }) => name),
        };
      },
      { readOnly: true },
    );
    const offices = found.grants.filter(({ held }) => held === 'office');
    const names = await reader.unitNames(offices.map(({ unit }) => unit));
    return {
      ...found,
      offices: offices.map(({ role, unit }) => ({ role, unit: names.get(unit) ?? '' })),
      households: found.households.map(({ address, due }) => ({ address, due })),
    };
  }

  private async matters(person: string): Promise<Pick<MyPage, 'waits' | 'mine' | 'visible'>> {
    const { cases, reader, workflows, now } = this.platform;
    const desk = await reader.desk(person);
    const waits = desk === null ? [] : (await cases.desk({ ...desk, limit: ROWS })).rows;
    const viewer = await reader.viewer(person);
    const mine = await cases.list({ party: person, viewer, limit: ROWS });
    const visible = await cases.list({ workflow: 'issue', viewer, limit: ROWS });
    const at = now();
    return {
      waits: waits.map(({ caseId, title, label, dueAt }) => ({
        id: caseId,
        title,
        label,
        dueAt,
        isOverdue: dueAt !== null && dueAt < at,
      })),
      mine: mine.rows.map((row) => presentRow(row, workflows)),
      visible: visible.rows.map((row) => presentRow(row, workflows)),
    };
  }
}
