import createClient, { type Middleware } from 'openapi-fetch';

import { setClockBy } from '../app/clock.js';
import { preferences } from '../app/preferences.js';
import { ApiProblem, problemFrom } from './problem.js';
import type { components, paths } from './schema.generated.js';

/** A named shape of the API: `Schema<'Case'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Called when the service says that nobody is signed in any more. */
let onSignedOut: () => void = () => undefined;
export function whenSignedOut(told: () => void): void {
  onSignedOut = told;
}

const said: Middleware = {
  onRequest: ({ request }) => {
    request.headers.set('accept-language', preferences().language === 'zh' ? 'zh-CN' : 'en');
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
    return request;
  },
  onResponse: ({ response }) => {
    setClockBy(response.headers.get('date'));
    return response;
  },
};

declare global {
  interface Window {
    /** Answers sent for before this script ran, by path; each is taken once. */
    minyiBegun?: Record<string, Promise<Response>>;
  }
}

/** What the early script has sent for already is not asked twice. */
function sentFor({ method, url }: Request): Promise<Response> | undefined {
  const path = url.slice(location.origin.length);
  const begun = method === 'GET' ? window.minyiBegun?.[path] : undefined;
  if (begun !== undefined) delete window.minyiBegun?.[path];
  return begun;
}

/** Every endpoint by its path, typed from the API document. Wrap calls in `answered`. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => sentFor(request) ?? fetch(request),
});
api.use(said);

/** What an endpoint answers, or an `ApiProblem` in the reader's language. */
export async function answered<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  let outcome;
  try {
    outcome = await call;
  } catch {
    throw new ApiProblem({ status: 0, code: 'network', title: '', detail: '', issues: [] });
  }
  const { data, error, response } = outcome;
  if (!response.ok) {
    const problem = problemFrom(response.status, error);
    if (problem.code === 'access.unauthenticated') onSignedOut();
    throw problem;
  }
  return data as NonNullable<Data>;
}
