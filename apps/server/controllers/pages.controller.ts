import { existsSync, readFileSync } from 'node:fs';

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';

import { atRoot, Platform } from '#apps/platform';
import type { Language } from '#libs/contract';

import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { chosenLanguage, languageAsked, LANGUAGE_COOKIE } from '../http/page-language.js';
import { refuse } from '../http/request-refused.js';
import { startPage } from '../pages/start.page.js';
import { ICON, START_SCRIPT } from '../pages/start.assets.js';
import { presentRow } from '../present/case.view.js';

const RECENT_ISSUES = 6;
const YEAR_S = 31_536_000;

/** The page people see first, and the manual. */
@Controller()
export class PagesController {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  @Get('/')
  async start(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const language = languageAsked(request);
    const { version, workflows, demo, cases, reader } = this.platform;
    const recent = await cases.list({ workflow: 'issue', limit: RECENT_ISSUES, viewer: await reader.viewer(null) });
    const page = startPage({
      language,
      version,
      numbers: await this.platform.numbers(),
      recent: recent.rows.map((row) => presentRow(row, workflows)),
      year: demo?.year() ?? null,
      guests: demo === null ? null : await demo.guests(),
      workflows: [...workflows.values()].map(({ workflow: { name, texts } }) => ({
        name,
        label: texts.label,
        description: texts.description,
      })),
    });
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .header('vary', 'Accept-Language, Cookie')
      .header('cache-control', 'no-cache')
      .headers(chosenLanguage(request) === null ? {} : { 'set-cookie': rememberLanguage(language) })
      .send(page);
  }

  @Get('/start.js')
  async script(@Res() reply: HttpReply): Promise<void> {
    await reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(START_SCRIPT);
  }

  @Get('/favicon.ico')
  async icon(@Res() reply: HttpReply): Promise<void> {
    await reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'max-age=86400')
      .send(ICON);
  }

  @Get('/readme')
  async readme(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const file = atRoot(languageAsked(request) === 'zh' ? 'README.zh.md' : 'README.md');
    if (!existsSync(file)) refuse('request.unknown');
    await reply.header('content-type', 'text/plain; charset=utf-8').send(readFileSync(file, 'utf8'));
  }
}

function rememberLanguage(language: Language): string {
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${String(YEAR_S)}; SameSite=Lax; HttpOnly`;
}
