import { Controller, Get, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { ERROR_CODES, problemOf, type ErrorCode, type Language } from '#libs/contract';

import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { localPath } from '../http/local-path.rules.js';
import { languageAsked } from '../http/page-language.js';
import { SIGN_IN_SCRIPT } from '../pages/sign-in.assets.js';
import { doorPage, type Door } from '../pages/sign-in.page.js';

/** The pages to come in by: plain HTML with one script, until and beside the full pages. */
@Controller()
export class SignInController {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  @Get('/sign-in')
  signIn(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    return this.page('sign-in', request, reply);
  }

  @Get('/join')
  join(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    return this.page('join', request, reply);
  }

  @Get('/password-reset')
  passwordReset(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    return this.page('password-reset', request, reply);
  }

  @Get('/sign-in.js')
  async script(@Res() reply: HttpReply): Promise<void> {
    await reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(SIGN_IN_SCRIPT);
  }

  private async page(door: Door, request: HttpRequest, reply: HttpReply): Promise<void> {
    const language = languageAsked(request);
    const { demo, config } = this.platform;
    const { login, next, problem } = request.query as Record<string, unknown>;
    const page = doorPage({
      door,
      language,
      login: typeof login === 'string' ? login.slice(0, 64) : '',
      next: localPath(next) ?? `/my?lang=${language}`,
      demoPassword: demo === null ? null : (await demo.guests()).password,
      singleSignOn: config.accounts.singleSignOn?.label ?? null,
      problem: problemSaid(problem, language),
    });
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .header('vary', 'Accept-Language, Cookie')
      .header('cache-control', 'no-store')
      .send(page);
  }
}

/** What single sign-on came back with; anything but a code of the catalogue says nothing. */
function problemSaid(code: unknown, language: Language): { title: string; detail: string } | null {
  if (typeof code !== 'string' || !ERROR_CODES.includes(code as ErrorCode)) return null;
  const { title, detail } = problemOf({ code: code as ErrorCode }, language);
  return { title, detail };
}
