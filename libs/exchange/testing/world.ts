import { Readable } from 'node:stream';

import { writeXlsx, type CellValue } from 'hucre/xlsx';

import type { Database } from '#libs/database';
import { idFromName, Registry, type NewUnit, type UnitKind } from '#libs/registry';
import { FakeClock, testVault } from '#libs/testing';

import type { Giving } from '../imports/planner.types.js';
import { Imports } from '../imports/imports.service.js';
import type { ImportKind } from '../exchange.vocabulary.js';

/** Id of a unit of the tests' community by its code. */
export const unitId = (code: string): string => idFromName(`exchange:${code}`);

function unit(kind: UnitKind, [code, name]: readonly [string, string], parent: string | null): NewUnit {
  return { id: unitId(code), kind, code, name, parent: parent === null ? null : unitId(parent) };
}

/** A street with two communities; in the first a compound with buildings 17 and 18 of three stairwells. */
export const UNITS: readonly NewUnit[] = [
  unit('city', ['city', '嘉峪关市'], null),
  unit('company', ['heating', '市供热公司'], 'city'),
  unit('street', ['street', '钢城街道'], 'city'),
  unit('community', ['limin', '利民社区'], 'street'),
  unit('community', ['hechang', '和畅社区'], 'street'),
  unit('building', ['hechang-1', '17号楼'], 'hechang'),
  unit('compound', ['xiaoqu', '利民小区'], 'limin'),
  ...[17, 18].flatMap((number) => [
    unit('building', [`b${String(number)}`, `${String(number)}号楼`], 'xiaoqu'),
    ...[1, 2, 3].map((stairwell) =>
      unit(
        'stairwell',
        [`b${String(number)}-${String(stairwell)}`, `${String(number)}号楼${String(stairwell)}单元`],
        `b${String(number)}`,
      ),
    ),
  ]),
];

/** A community with an import desk. */
export class World {
  readonly clock = new FakeClock('2026-06-01T09:00:00+08:00');
  readonly registry: Registry;
  /** Whether the desk gives an office to somebody, or takes it (`null`). */
  gives: (person: string | null, role: string) => boolean = () => true;
  classifies = true;
  readonly imports: Imports;

  constructor(readonly database: Database) {
    const vault = testVault();
    const now = (): string => this.clock.now();
    const today = (): string => this.clock.now().slice(0, 10);
    this.registry = new Registry({ vault, now, today });
    const mayGive = ({ person, role }: Giving) => Promise.resolve(this.gives(person, role));
    const mayClassify = () => Promise.resolve(this.classifies);
    this.imports = new Imports({ database, registry: this.registry, vault, now, today, mayGive, mayClassify });
  }

  static async of(database: Database): Promise<World> {
    const world = new World(database);
    await database.transaction((tx) => world.registry.insert(tx, { units: UNITS }, '2026-01-01'));
    return world;
  }

  upload(kind: ImportKind, bytes: Uint8Array | string, options: { asOf?: string; unit?: string } = {}) {
    const { asOf, unit: code = 'limin' } = options;
    return this.imports.upload(
      {
        kind,
        unit: unitId(code),
        fileName: '../../居民 登记.csv',
        by: 'coordinator',
        ...(asOf === undefined ? {} : { asOf }),
      },
      Readable.from([Buffer.from(bytes)]),
    );
  }

  /** Uploads, checks, applies. */
  async bring(kind: ImportKind, bytes: Uint8Array | string, options: { asOf?: string; unit?: string } = {}) {
    const { id } = await this.upload(kind, bytes, options);
    const checked = await this.imports.check(id);
    return { checked, applied: await this.imports.apply(id, 'coordinator') };
  }

  /** Counts of the registry's people, households, premises and who lives where now. */
  async figures() {
    const [row] = await this.database.query<Record<string, number>>(
      `select (select count(*) from people) as people, (select count(*) from households) as households,
        (select count(*) from premises) as premises,
        (select count(*) from residences where to_date is null) as residences,
        (select count(*) from ownerships where to_date is null) as ownerships`,
    );
    return row;
  }
}

/** A workbook of one sheet. */
export async function workbook(rows: CellValue[][], name = '表1'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows }] });
}
