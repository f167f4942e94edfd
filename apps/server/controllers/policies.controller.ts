import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { differencesOf } from '#libs/registers';

import { policyEndpoints } from '../api/policies.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** Policies of the workflows: read by everybody, published for what begins from then on. */
@Controller()
export class PoliciesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(policyEndpoints.readPolicy)
  async read(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.visit(policyEndpoints.readPolicy, request);
    const { workflow } = this.known(params.workflow);
    const { policies } = this.platform.cases;
    await policies.install();
    const at = this.platform.now();
    return this.desk.read(async (tx) => {
      const units = await this.desk.lineage(tx, query.unit);
      const id = await policies.choose(tx, workflow, { units, at });
      const held = await policies.history(tx, workflow, units);
      const names = await this.desk.names(
        tx,
        held.flatMap(({ by }) => (by?.kind === 'person' ? by.person : [])),
      );
      const inForce = held.findLast((row) => row.id === id);
      const rows = held.map((row, index) => {
        const { id: version, name, unit, since, by, body } = row;
        const before = held[index - 1]?.body;
        return {
          ...{ id: version, name, unit, since, isInForce: row === inForce },
          by: by?.kind === 'person' ? (names.get(by.person) ?? null) : null,
          changes: before === undefined ? [] : differencesOf(before, body, []),
        };
      });
      return { policy: { id, body: policies.body(id) }, rows };
    });
  }

  @Route(policyEndpoints.publishPolicy)
  async publish(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(policyEndpoints.publishPolicy, request);
    const { workflow } = this.known(params.workflow);
    const { policies } = this.platform.cases;
    const { unit, base, name } = body;
    const by = { kind: 'person', person: caller.person } as const;
    await policies.install();
    const lineage = await this.desk.read((tx) => this.desk.placeOf(tx, unit, reach));
    const published = await policies.publish({ workflow, name, body: body.body, by });
    if (!published.ok) refuse(published.code, { issues: published.issues });
    const since = this.platform.now();
    await this.desk.transaction(async (tx) => {
      const order = { workflow, policy: published.id, base, lineage, since, by };
      if (!(await policies.succeed(tx, order))) refuse('policy.stale');
    });
    return { id: published.id };
  }

  private known(workflow: string): { workflow: string } {
    return this.platform.workflows.has(workflow) ? { workflow } : refuse('workflow.unknown');
  }
}
