import type { Database } from '#libs/database';
import type { UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { ExportColumn } from './export.rows.js';

/** Lists of the registry that can be taken out. Colour classes, identity numbers and sensitive flags are in none of them. */
export const REGISTRY_LISTS = ['people', 'households', 'premises', 'units', 'bodies', 'catalogue'] as const;
export type RegistryList = (typeof REGISTRY_LISTS)[number];

type Row = Record<string, unknown> & { id: string };

interface List {
  /** Rows after `$2` of the subtree of `$1`, ordered by id, at most `$3`. */
  sql: string;
  columns: (vault: Vault) => ExportColumn<Row>[];
}

const PAGE = 1000;
const IN_UNIT = `u.path like (select path from units where id = $1) || '%'`;

function column(zh: string, en: string, value: (row: Row) => unknown): ExportColumn<Row> {
  return {
    label: { zh, en },
    value: (row) => {
      const found = value(row);
      return typeof found === 'string' || typeof found === 'number' ? found : null;
    },
  };
}

const named = (zh: string, en: string, field: string): ExportColumn<Row> => column(zh, en, (row) => row[field]);

const GENDERS: Readonly<Record<string, string>> = { female: '女', male: '男' };
const USES: Readonly<Record<string, string>> = { dwelling: '住宅', shop: '商铺', garage: '车库', common: '共用' };

function masked(vault: Vault, mask: unknown): string | null {
  return typeof mask === 'string' ? vault.open(mask, 'person.phoneMask') : null;
}

const LISTS: Readonly<Record<RegistryList, List>> = {
  people: {
    sql: `select p.id, p.name, p.gender, p.birth_year, p.phone_mask, h.address from people p join units u on u.id = p.unit
          left join households h on h.id = p.household
          where ${IN_UNIT} and p.id > $2 and p.merged_into is null and p.erased_on is null order by p.id limit $3`,
    columns: (vault) => [
      named('姓名', 'Name', 'name'),
      column('性别', 'Gender', (row) => GENDERS[String(row['gender'])] ?? null),
      named('出生年份', 'Birth year', 'birth_year'),
      named('住址', 'Address', 'address'),
      column('联系电话', 'Telephone', (row) => masked(vault, row['phone_mask'])),
    ],
  },
  households: {
    sql: `select h.id, h.address, b.name as building, u.name as stairwell, h.flat,
            (select count(*) from people p where p.household = h.id) as people
          from households h join units u on u.id = h.stairwell join units b on b.id = h.building
          where ${IN_UNIT} and h.id > $2 order by h.id limit $3`,
    columns: () => [
      named('住址', 'Address', 'address'),
      named('楼栋', 'Building', 'building'),
      named('单元', 'Stairwell', 'stairwell'),
      named('房号', 'Flat', 'flat'),
      named('人数', 'People', 'people'),
    ],
  },
  premises: {
    sql: `select r.id, u.name as building, s.name as stairwell, r.number, r.floor, r.area, r.area_source, r.use,
            (select string_agg(p.name, '、' order by p.name) from ownerships o join people p on p.id = o.person
             where o.premises = r.id and o.to_date is null) as owners
          from premises r join units u on u.id = r.building left join units s on s.id = r.stairwell
          where ${IN_UNIT} and r.id > $2 order by r.id limit $3`,
    columns: () => [
      named('楼栋', 'Building', 'building'),
      named('单元', 'Stairwell', 'stairwell'),
      named('房号', 'Flat', 'number'),
      named('楼层', 'Floor', 'floor'),
      column('建筑面积', 'Area', (row) => (typeof row['area'] === 'number' ? row['area'] / 100 : null)),
      named('面积来源', 'Source of the area', 'area_source'),
      column('用途', 'Use', (row) => USES[String(row['use'])] ?? null),
      named('产权人', 'Owners', 'owners'),
    ],
  },
  units: {
    sql: `select u.id, u.code, u.name, u.kind, a.code as parent, u.address, u.phone from units u left join units a on a.id = u.parent
          where ${IN_UNIT} and u.id > $2 order by u.id limit $3`,
    columns: () => [
      named('编码', 'Code', 'code'),
      named('名称', 'Name', 'name'),
      named('类型', 'Kind', 'kind'),
      named('上级', 'Above', 'parent'),
      named('地址', 'Address', 'address'),
      named('电话', 'Telephone', 'phone'),
    ],
  },
  bodies: {
    sql: `select o.id, u.name as body, p.name, o.role, o.from_date as since, o.to_date as until
          from offices o join units u on u.id = o.unit join people p on p.id = o.person
          where ${IN_UNIT} and o.id > $2 order by o.id limit $3`,
    columns: () => [
      named('组织', 'Body', 'body'),
      named('姓名', 'Name', 'name'),
      named('职务', 'Office', 'role'),
      named('任期开始', 'From', 'since'),
      named('任期结束', 'To', 'until'),
    ],
  },
  catalogue: {
    sql: `select m.id, m.code, m.name, a.code as parent, m.competence from matters m join units u on u.id = m.unit
          left join matters a on a.id = m.parent where ${IN_UNIT} and m.id > $2 order by m.id limit $3`,
    columns: () => [
      named('事项编码', 'Code', 'code'),
      column('事项名称', 'Name', (row) => (row['name'] as { zh?: string }).zh),
      column('英文名称', 'English name', (row) => (row['name'] as { en?: string }).en),
      named('上级编码', 'Above', 'parent'),
      named('决定方式', 'Decided by', 'competence'),
    ],
  },
};

/** A list of the registry, read page by page while it is written out. */
export function registryList(
  list: RegistryList,
  unit: UnitId,
  { database, vault }: { database: Database; vault: Vault },
): { columns: ExportColumn<Row>[]; rows: AsyncIterable<Row> } {
  const { sql, columns } = LISTS[list];
  async function* rows(): AsyncGenerator<Row> {
    let last = '';
    for (;;) {
      const page = await database.query<Row>(sql, [unit, last, PAGE]);
      yield* page;
      if (page.length < PAGE) return;
      last = page.at(-1)?.id ?? last;
    }
  }
  return { columns: columns(vault), rows: rows() };
}
