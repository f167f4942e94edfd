import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import { idFromName } from '#libs/registry';
import type { Applied, ChangeNote, LocalDate, RegistryBatch, UnitId } from '#libs/registry';

import { RegistryGuard } from './registry-guard.js';
import { refuse } from './request-refused.js';
import type { Writer } from './registry-writer.js';
import { UndoGuard } from './undo-guard.js';

/** Why, and from which day on. */
interface Reasoned {
  reason: string;
  on?: LocalDate | undefined;
}

/** One change of the registry, as a request asks for it. */
export interface Writing {
  /** Unit on whose behalf it is done. */
  unit: UnitId;
  why: Reasoned;
  /** Units and people it names beside the subject the gate has judged: each must be within reach. */
  names?: { units?: readonly (string | null | undefined)[]; people?: readonly string[] };
  batch: RegistryBatch;
}

/** Reads and writes the registry for the controllers: every change with its note, nothing out of the writer's reach. */
@Injectable()
export class RegistryDesk {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    /** What a writer may give. */
    @Inject(RegistryGuard) readonly guard: RegistryGuard,
    /** What a writer may take back. */
    @Inject(UndoGuard) readonly undoing: UndoGuard,
  ) {}

  today(): LocalDate {
    return this.platform.localDateOf(this.platform.now());
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.platform.database.transaction(work, { readOnly: true });
  }

  /** @throws RequestRefused 404 for whatever is named out of reach; RegistryRefused */
  write(writer: Writer, { unit, why, names = {}, batch }: Writing): Promise<Applied> {
    const note = this.note(writer, unit, why);
    return this.transaction(async (tx) => {
      await this.refuseBeyond(tx, writer, names);
      return this.platform.registry.apply(tx, note, batch);
    });
  }

  /** A change runs again after a deadlock: two may touch the same records in another order. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.platform.database.transaction(work, { retries: 3 });
  }

  note({ caller }: Writer, unit: UnitId | null, { reason, on }: Reasoned): ChangeNote {
    if (on !== undefined && on > this.today())
      refuse('input.invalid', { issues: [{ path: 'on', message: 'is in the future', zh: '不能晚于今天' }] });
    return { by: caller.person, source: 'desk', reason, unit, ...(on === undefined ? {} : { on }) };
  }

  /** @throws RequestRefused 404 */
  async refuseBeyond(
    tx: Tx,
    { reach }: Writer,
    { units = [], people = [] }: NonNullable<Writing['names']>,
  ): Promise<void> {
    const { registry } = this.platform;
    const homes = (await Promise.all(people.map((id) => registry.person(tx, id)))).map(
      (person) => person?.unit ?? refuse('resource.unknown'),
    );
    for (const unit of new Set([...units, ...homes])) {
      if (unit === null || unit === undefined) continue;
      const known = await registry.unit(tx, unit);
      if (known === null || !known.path.split('/').some((id) => reach.includes(id))) refuse('resource.unknown');
    }
  }

  /** @throws RequestRefused 404 */
  async lineage(tx: Tx, unit: UnitId): Promise<string[]> {
    const { registry } = this.platform;
    if ((await registry.unit(tx, unit)) === null) refuse('resource.unknown');
    return registry.lineage(tx, unit);
  }

  /**
   * Where a rule or a policy will hold; `null`: everywhere. Only whoever holds the office at every root writes for the whole
   * installation.
   * @throws RequestRefused 403, 404
   */
  async placeOf(tx: Tx, unit: UnitId | null, reach: readonly string[]): Promise<string[]> {
    if (unit !== null) return this.lineage(tx, unit);
    const roots = await this.platform.registry.roots(tx);
    if (!roots.every(({ id }) => reach.includes(id))) refuse('access.denied');
    return [];
  }

  /** Id of what a request registers anew: sent again with the same key it names the same record. */
  newId({ caller, key }: { caller: { person: string }; key: string }): string {
    return idFromName(`sent:${caller.person}:${key}`);
  }

  /** Names of people by id; merged ones under either id. */
  async names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.platform.registry.people(tx, [...new Set(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
