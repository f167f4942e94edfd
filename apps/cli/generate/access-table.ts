import type { Admits, Endpoint } from '#apps/server';
import { CAPABILITIES, CAPABILITY_NAMES } from '#libs/access';

import { markdownTable } from './act-table.js';

/** Which office may use which capability: what is not a case. */
export function capabilityTable(): string {
  const roles = [...new Set<string>(Object.values(CAPABILITIES).flat())].sort();
  const rows = CAPABILITY_NAMES.map((name) => {
    const held: readonly string[] = CAPABILITIES[name];
    return [`\`${name}\``, ...roles.map((role) => (held.includes(role) ? '✓' : ''))];
  });
  return markdownTable(['用途 capability', ...roles], rows);
}

/** Who is let in to which endpoint, and what a token must be good for. */
export function admissionTable(endpoints: readonly Endpoint[]): string {
  const rows = endpoints.map(({ method, path, summary, admits, tokenScope }) => [
    `${method} \`${path}\``,
    `${summary.zh} · ${summary.en}`,
    admitted(admits),
    tokenScope === 'none' ? '—' : `\`${tokenScope}\``,
  ]);
  return markdownTable(['接口 endpoint', '用途 what for', '谁可进入 who is let in', '令牌用途 token scope'], rows);
}

function admitted(admits: Admits): string {
  if (admits === 'anyone') return '任何人，所见依身份而定 · anyone; what is shown depends on who asks';
  if (admits === 'signedIn') return '登录者，限本人之事 · whoever is signed in, about what is theirs';
  const { needs, over } = admits;
  return over === undefined ? `\`${needs}\`` : `\`${needs}\` · ${over.kind} (${over.in}.${over.name})`;
}
