import type { Origin, SessionView } from '#libs/access';

import type { Identity } from './caller.service.js';
import type { HttpRequest } from './http.types.js';
import { refuse } from './request-refused.js';

/**
 * Where a request comes from. The address is the connection's own unless the installation names the proxies it stands behind:
 * anybody can write a header.
 */
export function originOf({ ip, headers }: HttpRequest): Origin {
  return { address: ip, agent: headers['user-agent'] ?? '' };
}

/**
 * The session of somebody who looks after their account: nothing a program may do with a token.
 * @throws RequestRefused `access.scope_missing`.
 */
export function sessionIn(identity: Identity): SessionView {
  return identity.kind === 'session' ? identity : refuse('access.scope_missing');
}
