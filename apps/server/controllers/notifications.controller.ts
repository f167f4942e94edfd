import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf } from '#libs/access';
import type { Tx } from '#libs/database';
import type { Absence } from '#libs/notify';
import { idFromName } from '#libs/registry';

import { notificationEndpoints } from '../api/notifications.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** How somebody wants to be told, and who is told in their place. */
@Controller()
export class NotificationsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(notificationEndpoints.readNotificationPreferences)
  async preferences(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(notificationEndpoints.readNotificationPreferences, request);
    const { database, notifications } = this.platform;
    return database.transaction(
      async (tx) => notifications.preferences.view(tx, await this.speaker(tx, caller.person)),
      { readOnly: true },
    );
  }

  @Route(notificationEndpoints.changeNotificationPreferences)
  async change(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(notificationEndpoints.changeNotificationPreferences, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) =>
      notifications.changePreferences(tx, await this.speaker(tx, caller.person), body),
    );
  }

  @Route(notificationEndpoints.confirmNotificationAddress)
  async confirm(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(notificationEndpoints.confirmNotificationAddress, request);
    const { database, notifications } = this.platform;
    // a wrong code is counted: it must not be undone with the refusal
    const view = await database.transaction(async (tx) => {
      const person = await this.speaker(tx, caller.person);
      const before = await notifications.preferences.view(tx, person);
      if (before.isEmailConfirmed) return before;
      const isRight = await notifications.preferences.confirm(tx, person, body.code);
      return isRight ? notifications.preferences.view(tx, person) : null;
    });
    return view ?? refuse('notify.code_wrong');
  }

  @Route(notificationEndpoints.listOwnAbsences)
  async absences(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(notificationEndpoints.listOwnAbsences, request);
    const { database, notifications } = this.platform;
    const rows = await database.transaction(
      async (tx) => notifications.substitutes.of(tx, await this.speaker(tx, caller.person), this.today()),
      { readOnly: true },
    );
    return { rows: rows.map(shown) };
  }

  @Route(notificationEndpoints.enterOwnAbsence)
  async enterOwn(@Req() request: HttpRequest) {
    const { caller, body, key } = await this.gate.enter(notificationEndpoints.enterOwnAbsence, request);
    const id = idFromName(`absence ${caller.person} ${key}`);
    return this.enter({ ...body, id, person: caller.person, by: caller.person });
  }

  @Route(notificationEndpoints.enterAbsence)
  async enterOther(@Req() request: HttpRequest) {
    const { caller, body, key } = await this.gate.enter(notificationEndpoints.enterAbsence, request);
    return this.enter({ ...body, id: idFromName(`absence ${caller.person} ${key}`), by: caller.person });
  }

  @Route(notificationEndpoints.endAbsence)
  async end(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(notificationEndpoints.endAbsence, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      const absence = await notifications.substitutes.read(tx, params.absence);
      if (absence === null || !(await this.mayEnd(tx, caller.person, absence))) refuse('resource.unknown');
      return shown((await notifications.substitutes.end(tx, absence.id)) ?? refuse('resource.unknown'));
    });
  }

  private async mayEnd(tx: Tx, person: string, absence: Absence): Promise<boolean> {
    const { registry, access } = this.platform;
    const mine = await registry.idsOf(tx, person);
    if (mine.includes(absence.person) || mine.includes(absence.substitute)) return true;
    const away = await registry.person(tx, absence.person);
    const reach = reachOf(await access.standing(tx, person), 'substitutes.name');
    return away !== null && (await registry.lineage(tx, away.unit)).some((unit) => reach.includes(unit));
  }

  private enter(wanted: Parameters<Platform['notifications']['substitutes']['enter']>[1]) {
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      const person = await this.speaker(tx, wanted.person);
      const substitute = await this.speaker(tx, wanted.substitute);
      if (person !== substitute && !(await this.areColleagues(tx, person, substitute)))
        refuse('notify.substitute_unfit');
      return shown(await notifications.substitutes.enter(tx, { ...wanted, person, substitute }));
    });
  }

  /** Both hold offices, the substitute's at a place of the other's or above it: nobody's work is told to a stranger. */
  private async areColleagues(tx: Tx, person: string, substitute: string): Promise<boolean> {
    const { registry } = this.platform;
    const [held, standing] = await Promise.all(
      [person, substitute].map(async (one) =>
        (await registry.grantsOf(tx, one, this.today())).flatMap(({ held: how, unit }) =>
          how === 'residence' ? [] : [unit],
        ),
      ),
    );
    const lineages = await Promise.all((held ?? []).map((unit) => registry.lineage(tx, unit)));
    return lineages.flat().some((unit) => standing?.includes(unit) === true);
  }

  /** The record that speaks for a person: what is said under one of two merged records holds for both. */
  private async speaker(tx: Tx, person: string): Promise<string> {
    return (await this.platform.registry.person(tx, person))?.id ?? person;
  }

  private today(): string {
    return this.platform.localDateOf(this.platform.now());
  }
}

function shown({ id, person, substitute, from, to, at, endedAt }: Absence) {
  return { id, person, substitute, from, to, at, endedAt };
}
