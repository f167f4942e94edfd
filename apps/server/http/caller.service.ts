import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { DemoIdentity, PERSON_HEADER, type Identity } from '#libs/access';
import type { Actor } from '#libs/engine';

import type { HttpRequest } from './http.types.js';
import { refuse } from './request-refused.js';

/** Who sends a request; `null` is a visitor who has not signed in. */
export type Caller = Extract<Actor, { kind: 'person' }> | null;

/** Whether the header that says who asks is believed. */
export const TRUSTS_PERSON_HEADER = Symbol('trusts person header');

/** Finds out who sends a request. */
@Injectable()
export class Callers {
  readonly #demo: DemoIdentity | null;

  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(TRUSTS_PERSON_HEADER) trustsPersonHeader: boolean,
  ) {
    this.#demo = trustsPersonHeader ? new DemoIdentity({ demo: true, registry: platform.registry }) : null;
  }

  /** @throws RequestRefused `access.unauthenticated` when somebody is named whom the registry does not know. */
  async identify(request: HttpRequest): Promise<Caller> {
    if (request.headers[PERSON_HEADER] === undefined) return null;
    const identity = await this.demoIdentity(request);
    if (identity === null) refuse('access.unauthenticated');
    return { kind: 'person', ...identity };
  }

  /** @throws RequestRefused `access.unauthenticated` for visitors. */
  async require(request: HttpRequest): Promise<NonNullable<Caller>> {
    return (await this.identify(request)) ?? refuse('access.unauthenticated');
  }

  private async demoIdentity({ headers }: HttpRequest): Promise<Identity | null> {
    const demo = this.#demo;
    if (demo === null) return null;
    return this.platform.database.transaction((tx) => demo.identify(tx, headers), { readOnly: true });
  }
}
