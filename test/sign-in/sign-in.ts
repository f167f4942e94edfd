import { DEMO_PASSWORD, demoPeople, type DemoPersonKey } from '#apps/demo';
import type { Platform } from '#apps/platform';
import { sessionCookieName } from '#libs/access';

/** Signs a demo person in over HTTP, as a browser would. Answers the cookie to be sent. */
export async function signInOverHttp(origin: string, login: DemoPersonKey): Promise<string> {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${login} cannot sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
}

/** Sessions of people on one platform, opened when first asked for, without the second a password takes. */
export class SignedIn {
  readonly #cookies = new Map<string, Promise<string>>();

  constructor(private readonly platform: () => Platform) {}

  /** The cookie of a demo person. */
  demo(key: DemoPersonKey): Promise<string> {
    return this.person(demoPeople[key].id);
  }

  /** The cookie of anybody in the registry. */
  person(id: string): Promise<string> {
    const known = this.#cookies.get(id) ?? this.#open(id);
    this.#cookies.set(id, known);
    return known;
  }

  async #open(id: string): Promise<string> {
    const { database, accounts, config } = this.platform();
    const opened = await database.transaction((tx) => accounts.openAtConsole(tx, id));
    if (opened === null) throw new Error(`nobody is called ${id}`);
    return `${sessionCookieName(config.http.publicUrl)}=${opened.token}`;
  }
}
