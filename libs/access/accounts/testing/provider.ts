import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider } from 'oidc-provider';

export const CLIENT = { clientId: 'minyi', clientSecret: 'a secret of tests, not of anybody' };
export const REDIRECT_URI = 'http://localhost:3000/api/v1/single-sign-on/callback';

/** A real OpenID Connect service on this machine, at which everybody is signed in already. */
export interface TestProvider {
  issuer: string;
  /** Who is signed in there, and how they were checked. */
  subject: string;
  methods: string[] | undefined;
  stop: () => Promise<void>;
}

/** @param redirectUri where it sends people back to. */
export async function startProvider(redirectUri = REDIRECT_URI): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, configuration(redirectUri));
  const handle = provider.callback();
  const state: TestProvider = {
    issuer,
    subject: 'somebody',
    methods: undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const grant = new provider.Grant({ accountId: state.subject, clientId: CLIENT.clientId });
    grant.addOIDCScope('openid');
    const grantId = await grant.save();
    const login = { accountId: state.subject, ...(state.methods === undefined ? {} : { amr: state.methods }) };
    await provider.interactionFinished(request, response, { login, consent: { grantId } });
  };
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) handle(request, response);
    else signIn(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return state;
}

function configuration(redirectUri: string): object {
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['a key of tests'] },
    claims: { openid: ['sub', 'amr'] },
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  };
}

/** Follows the service's redirects like a browser, up to the way back to us. */
export async function throughProvider(url: string, redirectUri = REDIRECT_URI): Promise<URL> {
  const jar = new Map<string, string>();
  let at = url;
  for (let hop = 0; hop < 10; hop += 1) {
    if (at.startsWith(redirectUri)) return new URL(at);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`no way on from ${at}: ${String(answer.status)} ${await answer.text()}`);
    at = new URL(location, at).href;
  }
  throw new Error('the service sends in circles');
}
