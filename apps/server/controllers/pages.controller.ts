import { existsSync, readFileSync } from 'node:fs';

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';

import { atRoot, Platform } from '#apps/platform';
import type { Language } from '#libs/contract';

import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageOf } from '../http/language.rules.js';
import { refuse } from '../http/request-refused.js';
import { startPage } from '../pages/start.page.js';

/** The page people see first, and the tour. */
@Controller()
export class PagesController {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  @Get('/')
  async start(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const language = languageAsked(request);
    const { version, workflows, demo } = this.platform;
    const page = startPage({
      language,
      version,
      origin: `${request.protocol}://${request.host}`,
      numbers: await this.platform.numbers(),
      year: demo?.year() ?? null,
      people: demo === null ? null : await demo.people(),
      workflows: [...workflows.values()].map(({ workflow: { name, texts } }) => ({
        name, label: texts.label, description: texts.description,
      })),
    });
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-cache')
      .send(page);
  }

  @Get('/readme')
  async readme(@Res() reply: HttpReply): Promise<void> {
    const file = atRoot('README.md');
    if (!existsSync(file)) refuse('request.unknown');
    await reply.header('content-type', 'text/plain; charset=utf-8').send(readFileSync(file, 'utf8'));
  }
}

function languageAsked({ query, headers }: HttpRequest): Language {
  const asked: unknown = (query as { lang?: unknown }).lang;
  if (asked === 'zh' || asked === 'en') return asked;
  return languageOf(headers['accept-language']);
}
