import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { ChangeView } from '#libs/registry';

import { bodyEndpoints as declared } from '../api/bodies.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const PAGE = 50;
const MOST_RECORDS = 500;

/** Who changed what in the registry, and taking it back. */
@Controller()
export class RegistryChangesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.listRegistryChanges)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(declared.listRegistryChanges, request);
    const { unit, limit = PAGE, cursor = null } = query;
    const question = { within: [unit], limit, cursor, ...definedOf({ import: query.import }) };
    const { rows, next } = await this.desk.read((tx) => this.platform.registry.changes(tx, question));
    return { rows: rows.map(present), next };
  }

  @Route(declared.readRegistryChange)
  async read(@Req() request: HttpRequest) {
    const { params, reach } = await this.gate.enter(declared.readRegistryChange, request);
    const change = await this.within(params.change, reach);
    const touched = await this.desk.read((tx) => this.platform.registry.touchedBy(tx, change.id, MOST_RECORDS));
    const records = touched.map(({ entity, id, before, after }) => ({
      entity,
      id,
      fields: changedFields(before, after),
    }));
    return { ...present(change), records };
  }

  @Route(declared.undoRegistryChange)
  async undo(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.undoRegistryChange, request);
    const { id, unit } = await this.within(entered.params.change, entered.reach);
    const note = { ...this.desk.note(entered, unit, entered.body), source: 'undo' };
    const { change } = await this.desk.transaction(async (tx) => {
      await this.desk.undoing.refuse(tx, entered, id);
      return this.platform.registry.undo(tx, id, note);
    });
    return { id, change };
  }

  /** A change made on behalf of a unit within reach; one of the whole installation is nobody's. */
  private async within(id: string, reach: readonly string[]): Promise<ChangeView> {
    return this.desk.read(async (tx) => {
      const change = (await this.platform.registry.change(tx, id)) ?? refuse('resource.unknown');
      await this.desk.refuseBeyond(
        tx,
        { caller: { person: '' }, reach },
        { units: [change.unit ?? refuse('resource.unknown')] },
      );
      return change;
    });
  }
}

function present({ counts: _counts, ...change }: ChangeView) {
  return change;
}

/** Names of fields only: what they say may be need-to-know. */
function changedFields(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after].map((side) => (side ?? {}) as Record<string, unknown>);
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  return [...names].filter((name) => JSON.stringify(old?.[name] ?? null) !== JSON.stringify(now?.[name] ?? null));
}
