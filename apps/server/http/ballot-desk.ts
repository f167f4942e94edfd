import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { BallotId, EntryCode } from '#libs/ballots';
import type { Tx } from '#libs/database';
import type { UnitId } from '#libs/registry';

import { refuse } from './request-refused.js';

/** Reads and writes ballots for the controllers; nobody handles voting units that are not within their reach. */
@Injectable()
export class BallotDesk {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.platform.database.transaction(work, { readOnly: true });
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.platform.database.transaction(work, { retries: 3 });
  }

  /**
   * A grid member brings in papers of their grid, also of a ballot of the whole community.
   * @throws RequestRefused 404 beyond the reach, as for a ballot or an entry that does not exist.
   */
  async refuseBeyond(
    tx: Tx,
    reach: readonly UnitId[],
    { ballot, entry }: { ballot: BallotId; entry?: EntryCode | undefined },
  ): Promise<void> {
    const { ballots } = this.platform;
    const row = await ballots.ballotOf(tx, ballot);
    if (row === null) refuse('ballot.unknown');
    if (await this.isWithin(tx, row.unit, reach)) return;
    const place = entry === undefined ? null : await ballots.papers.placeOf(tx, ballot, entry);
    const [nearest] = place ?? [];
    if (nearest === undefined || !(await this.isWithin(tx, nearest, reach))) refuse('ballot.unknown');
  }

  async isWithin(tx: Tx, unit: UnitId, reach: readonly UnitId[]): Promise<boolean> {
    return (await this.platform.registry.lineage(tx, unit)).some((above) => reach.includes(above));
  }

  /** Addresses of the flats that voting units are made of. */
  async doorsOf(tx: Tx, units: readonly { premises: readonly string[] }[]): Promise<Map<string, string>> {
    const { registry } = this.platform;
    const premises = await registry.premisesAmong(tx, [...new Set(units.flatMap((unit) => unit.premises))]);
    const buildings = await registry.units(tx, [...new Set(premises.map(({ building }) => building))]);
    const names = new Map(buildings.map(({ id, name }) => [id, name]));
    return new Map(premises.map(({ id, building, number }) => [id, `${names.get(building) ?? ''} ${number}`.trim()]));
  }

  /** Names of people, for those who knock at their doors. */
  async namesOf(tx: Tx, persons: readonly string[]): Promise<Map<string, string>> {
    const people = await this.platform.registry.people(tx, [...new Set(persons)]);
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /** The published record: written down whole first, so that a slow reader does not hold the database. */
  async recordOf(ballot: BallotId): Promise<Readable> {
    const folder = await mkdtemp(join(tmpdir(), 'minyi-record-'));
    const file = join(folder, 'ballot.ndjson');
    const { publishing } = this.platform.ballots;
    try {
      await this.platform.database.transaction(
        (tx) => pipeline(ended(publishing.lines(tx, ballot)), createWriteStream(file)),
        {
          readOnly: true,
          isolation: 'repeatable read',
        },
      );
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    return createReadStream(file).once('close', () => void rm(folder, { recursive: true, force: true }));
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
