import { existsSync, readFileSync } from 'node:fs';

import { Controller, Get, Req, Res } from '@nestjs/common';

import { atRoot } from '#apps/platform';

import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageAsked } from '../http/page-language.js';
import { refuse } from '../http/request-refused.js';
import { WEB_APP } from '../http/web-app.js';

/** What is asked for here is data, not a page: an address that is wrong is answered as an API answers. */
const NO_PAGES = /^\/(?:api|health|metrics|assets)(?:\/|$)/;

/** Every page is the same document; the app in it knows the address. And the manual. */
@Controller()
export class PagesController {
  @Get('/readme')
  async readme(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const file = atRoot(languageAsked(request) === 'zh' ? 'README.zh.md' : 'README.md');
    if (!existsSync(file)) refuse('request.unknown');
    await reply.header('content-type', 'text/plain; charset=utf-8').send(readFileSync(file, 'utf8'));
  }

  @Get(['/', '/*'])
  async page(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const [path = '/'] = request.url.split('?');
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (NO_PAGES.test(path) || !wantsPage || !existsSync(WEB_APP)) refuse('request.unknown');
    await reply.header('cache-control', 'no-cache').sendFile('index.html');
  }
}
