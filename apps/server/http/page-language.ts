import type { Language } from '#libs/contract';

import type { HttpRequest } from './http.types.js';
import { languageOf } from './language.rules.js';

/** Remembers the language somebody chose. */
export const LANGUAGE_COOKIE = 'minyi_lang';

/** In this order: what was just chosen, what was chosen before, what the browser prefers. */
export function languageAsked(request: HttpRequest): Language {
  const remembered = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(zh|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  return chosenLanguage(request) ?? asLanguage(remembered) ?? languageOf(request.headers['accept-language']);
}

/** What the address itself asks for. */
export function chosenLanguage({ query }: HttpRequest): Language | null {
  return asLanguage((query as { lang?: unknown }).lang);
}

function asLanguage(asked: unknown): Language | null {
  return asked === 'zh' || asked === 'en' ? asked : null;
}
