import type { Database } from '#libs/database';

/** Surnames and given names, frequent ones repeated: every fourteenth is a Wang. */
export const SURNAMES = '王王王李李李张张刘刘陈陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾';
export const GIVEN = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红建国华燕玉梅珍凤春生永福志远海山云飞';

const COMMUNITIES = 40;
const BUILDINGS = 60;
const STAIRWELLS = 4;
const HOUSEHOLDS = 400_000;
const PEOPLE = 1_000_000;

const places = `
  insert into units (id, parent, kind, name, path, code, grams)
  select 'city', null, 'city', '城', '/city/', 'city', '{}'::text[]
  union all select 'c' || c, 'city', 'community', '社区' || c, '/city/c' || c || '/', 'c' || c, '{}'::text[]
    from generate_series(1, ${String(COMMUNITIES)}) c
  union all select 'c' || c || 'b' || b, 'c' || c, 'building', b || '号楼', '/city/c' || c || '/c' || c || 'b' || b || '/',
      'c' || c || 'b' || b, '{}' from generate_series(1, ${String(COMMUNITIES)}) c, generate_series(1, ${String(BUILDINGS)}) b
  union all select 'c' || c || 'b' || b || 's' || s, 'c' || c || 'b' || b, 'stairwell', s || '单元',
      '/city/c' || c || '/c' || c || 'b' || b || '/c' || c || 'b' || b || 's' || s || '/', 'c' || c || 'b' || b || 's' || s, '{}'
    from generate_series(1, ${String(COMMUNITIES)}) c, generate_series(1, ${String(BUILDINGS)}) b,
      generate_series(1, ${String(STAIRWELLS)}) s`;

const households = `
  insert into households (id, building, stairwell, flat, colour, address, grams)
  select 'h' || n, 'c' || c || 'b' || b, 'c' || c || 'b' || b || 's' || s, f, 'green', b || '号楼' || s || '单元' || f,
    array['社', '区', '社区', '@' || b, '@' || b || '-' || s, '#' || f, '#' || s || '-' || f, '#' || b || '-' || f,
      '#' || b || '-' || s || '-' || f]
  from (select n, n % ${String(COMMUNITIES)} + 1 as c, n / ${String(COMMUNITIES)} % ${String(BUILDINGS)} + 1 as b,
      n / ${String(COMMUNITIES * BUILDINGS)} % ${String(STAIRWELLS)} + 1 as s,
      (n / 9600 % 14 + 1)::text || '0' || (n % 3 + 1) as f from generate_series(0, ${String(HOUSEHOLDS - 1)}) n) r`;

const people = `
  insert into people (id, name, gender, birth_year, unit, household, flags, phone_index, grams)
  select 'p' || r.n, name, 'female', 1930 + r.n % 80, h.stairwell, h.id, '{}', md5(r.n::text),
    array[a, b, c, a || b, b || c]
  from (select n, a, b, c, a || b || c as name from (
      select n, substr('${SURNAMES}', (random() * ${String(SURNAMES.length - 1)})::int + 1, 1) as a,
        substr('${GIVEN}', (random() * ${String(GIVEN.length - 1)})::int + 1, 1) as b,
        substr('${GIVEN}', (random() * ${String(GIVEN.length - 1)})::int + 1, 1) as c
      from generate_series(0, ${String(PEOPLE - 1)}) n) letters) r
  join households h on h.id = 'h' || (r.n % ${String(HOUSEHOLDS)})`;

/** A city of a million in forty communities, beside what is there already. */
export async function fillMillion(database: Database): Promise<void> {
  // an index is made faster over what is there than while it comes in
  for (const table of ['households', 'people']) await database.query(`drop index "${table}_grams"`);
  for (const statement of [places, households, people]) await database.query(statement);
  for (const table of ['households', 'people'])
    await database.query(`create index "${table}_grams" on "${table}" using gin ("grams")`);
  await database.query('vacuum analyze');
}
