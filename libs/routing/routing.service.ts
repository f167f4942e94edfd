import type { Tx } from '#libs/database';
import type { Registry, UnitId } from '#libs/registry';

import { AdmissionRegister } from './admissions.service.js';
import { chairOf, type Chair } from './chair.rules.js';
import { RoutingLessons } from './lessons.service.js';
import { Router } from './router.service.js';

/** Who gets what: the dry run, the admission register, and what disputes have taught. */
export class Routing {
  readonly router: Router;
  readonly admissions: AdmissionRegister;
  readonly lessons: RoutingLessons;

  constructor(private readonly registry: Registry) {
    this.router = new Router(registry);
    this.admissions = new AdmissionRegister(registry);
    this.lessons = new RoutingLessons(registry);
  }

  /** Who chairs a joint meeting of these units. */
  async chairOf(
    tx: Tx,
    asked: { caller: UnitId; departments: readonly UnitId[]; place: UnitId; first: UnitId },
  ): Promise<Chair> {
    const line = (unit: UnitId) => this.registry.ancestors(tx, unit);
    const departments = [];
    for (const unit of asked.departments) departments.push(await line(unit));
    return chairOf({
      caller: await line(asked.caller),
      departments: departments.filter((one) => one.length > 0),
      place: await line(asked.place),
      first: await line(asked.first),
    });
  }
}
