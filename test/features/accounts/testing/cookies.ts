import type { Reply } from '../../api/testing/api.js';

/** A cookie as the server sets it. */
export interface SetCookie {
  name: string;
  value: string;
  /** In lower case: `httponly`, `path=/`. */
  attributes: string[];
}

export function cookiesOf({ headers }: Reply): SetCookie[] {
  const set = headers['set-cookie'];
  const lines = typeof set === 'string' ? [set] : ((set ?? []) as string[]);
  return lines.map((line) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    return {
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      attributes: attributes.map((one) => one.toLowerCase()),
    };
  });
}

/** What a browser sends back. */
export function jarOf(reply: Reply): { cookie: string } {
  const kept = cookiesOf(reply).filter(({ value }) => value !== '');
  return { cookie: kept.map(({ name, value }) => `${name}=${value}`).join('; ') };
}
