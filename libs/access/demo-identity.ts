import type { Tx } from '#libs/database';
import type { Registry } from '#libs/registry';

/** Header that names the person in demonstration mode. */
export const PERSON_HEADER = 'x-minyi-person';
/** Header that names the person somebody acts for, in demonstration mode. */
export const BEHALF_HEADER = 'x-minyi-on-behalf-of';

/** Who sends a request. */
export interface Identity {
  person: string;
  onBehalfOf?: string;
}

/** Thrown when the header way of signing in is asked for outside demonstration mode, where it would let anybody be anybody. */
export class DemoIdentityRefused extends Error {
  constructor() {
    super(
      `signing in by the header ${PERSON_HEADER} is for demonstrations only: start with the demo mode or use accounts`,
    );
    this.name = 'DemoIdentityRefused';
  }
}

/** Headers as Node's HTTP server gives them: lower case names. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Tells who sends a request from a plain header. Exists in demonstration mode only. */
export class DemoIdentity {
  readonly #registry: Registry;

  /** @throws DemoIdentityRefused unless `demo` is true. */
  constructor(options: { demo: boolean; registry: Registry }) {
    if (!options.demo) throw new DemoIdentityRefused();
    this.#registry = options.registry;
  }

  /** `null`: nobody signed in, or somebody the registry does not know. */
  async identify(tx: Tx, headers: Headers): Promise<Identity | null> {
    const person = single(headers[PERSON_HEADER]);
    if (person === null || (await this.#registry.person(tx, person)) === null) return null;
    const onBehalfOf = single(headers[BEHALF_HEADER]);
    if (onBehalfOf === null) return { person };
    return (await this.#registry.person(tx, onBehalfOf)) === null ? null : { person, onBehalfOf };
  }
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
