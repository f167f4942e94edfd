import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';

import { endpoints } from '../api/endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** Who I am, and the tree of units. */
@Controller()
export class RegistryController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.readMe)
  async readMe(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(endpoints.readMe, request);
    const { database, registry, access, inbox, reader, workflows } = this.platform;
    const me = await database.transaction(
      async (tx) => {
        const person = await registry.person(tx, caller.person);
        const { grants } = await access.standing(tx, caller.person);
        return { name: person?.name ?? '', grants, unread: await inbox.unread(tx, { person: caller.person, grants }) };
      },
      { readOnly: true },
    );
    const names = await reader.unitNames(me.grants.map(({ unit }) => unit));
    const startable = [];
    for (const { workflow } of workflows.values())
      if (workflow.startedBy.length > 0 && (await reader.mayStart(caller, workflow)))
        startable.push({ name: workflow.name, label: workflow.texts.label });
    const roles = me.grants.map(({ role, unit, held }) => ({ role, unit, unitName: names.get(unit) ?? '', held }));
    return { person: caller.person, name: me.name, unread: me.unread, roles, startable };
  }

  @Route(endpoints.listUnits)
  async listUnits(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(endpoints.listUnits, request);
    const { database, registry } = this.platform;
    const { parent } = query;
    const rows = await database.transaction(
      async (tx) => {
        if (parent === undefined) return registry.roots(tx);
        return (await registry.unit(tx, parent)) === null ? null : registry.children(tx, parent);
      },
      { readOnly: true },
    );
    if (rows === null) refuse('resource.unknown');
    const today = this.platform.localDateOf(this.platform.now());
    return {
      // whoever looks for a place looks for one that is there
      rows: rows
        .filter(({ to }) => to === null || to > today)
        .map(({ id, parent: above, kind, name, code, phone }) => ({
          id,
          parent: above,
          kind,
          name,
          code,
          phone,
        })),
    };
  }
}
