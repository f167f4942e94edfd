import { randomUUID } from 'node:crypto';

import { Upkeep, type Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Grant, UnitRecord } from '#libs/registry';

import type { Issues } from './issues.js';

/** How large the town is: a district has `STREETS * COMMUNITIES` communities of `UNITS` units. */
const DISTRICTS = 3;
const STREETS = 10;
const COMMUNITIES = 10;
const UNITS = 80;

/** A street of ten communities in which everything has ended. */
export const ENDED = 'city.3.10';

const UNIT: Omit<UnitRecord, 'id'> = {
  ...{ parent: null, kind: 'community', body: null, name: '', path: '', code: '', address: null, phone: null },
  ...{ from: null, to: null, successor: null },
};

const SORTER = { kind: 'person', person: 'collector' } as const;

/** The tree of a town of 24,000 units, in memory: ids say where a unit stands. */
export class Town {
  /** A unit and everything above it. */
  lineage = (_tx: unknown, unit: string): Promise<string[]> => {
    const parts = unit.split('.');
    return Promise.resolve(parts.map((_, index) => parts.slice(0, parts.length - index).join('.')));
  };

  idsOf = (_tx: unknown, person: string): Promise<string[]> => Promise.resolve([person]);

  agentsOf = (): Promise<string[]> => Promise.resolve([]);

  /** A unit with every unit below it. */
  subtree = (_tx: unknown, unit: string): Promise<UnitRecord[]> => {
    const widths = [DISTRICTS, STREETS, COMMUNITIES, UNITS - 1];
    const below = (id: string, depth: number): string[] => [
      id,
      ...Array.from({ length: widths[depth] ?? 0 }, (_, n) => below(`${id}.${String(n + 1)}`, depth + 1)).flat(),
    ];
    return Promise.resolve(below(unit, unit.split('.').length - 1).map((id) => ({ ...UNIT, id })));
  };

  /** `role@unit`, `home@unit` (lives there) or `body@unit`, several with a comma. */
  grantsOf = (_tx: unknown, person: string): Promise<Grant[]> =>
    Promise.resolve(
      person.split(',').flatMap((one): Grant[] => {
        const [role = '', unit = ''] = one.split('@');
        if (unit === '') return [];
        return [role === 'resident' ? { role, unit, held: 'residence' } : { role, unit, held: 'office' }];
      }),
    );
}

/** Fills a database with copies of real issues: unsorted, common, individual, declined, all over the town. */
export async function manyCases(issues: Issues, count: number): Promise<void> {
  const { database, cases } = issues;
  await templates(issues);
  await database.query(`create table places as
    select row_number() over () - 1 as n, 'city.' || d || '.' || s || '.' || k || '.' || u as unit
    from generate_series(1, ${String(DISTRICTS)}) d, generate_series(1, ${String(STREETS)}) s,
         generate_series(1, ${String(COMMUNITIES)}) k, generate_series(1, ${String(UNITS - 1)}) u`);
  await database.query('create unique index places_n on places (n)');
  for (const sql of FILL) await database.query(sql.replaceAll(':count', String(count)));
  await indexAll(database, cases);
}

/** One issue of each kind, as the product made it. */
async function templates({ database, cases }: Issues): Promise<void> {
  const start = async (): Promise<string> => {
    const input = { danger: false, title: 'TITLE', unit: 'UNIT', reporter: 'REPORTER', channel: 'counter' };
    const answer = await cases.start({ workflow: 'issue', input, actor: SORTER, key: randomUUID() });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.caseId;
  };
  const act = async (caseId: string, name: string, input: object): Promise<string> => {
    const answer = await cases.act({ caseId, act: name, input, actor: SORTER, key: randomUUID() });
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`);
    return caseId;
  };
  const kinds = {
    unsorted: await start(),
    common: await act(await start(), 'sortAsCommon', {}),
    individual: await act(await start(), 'sortAsIndividual', {}),
    forwarded: await act(await start(), 'forward', { address: 'Elsewhere', text: 'Theirs' }),
    ended: await act(await start(), 'withdraw', {}).catch(() => start()),
  };
  await database.query(`create table kinds as select k.kind, c.* from cases c
    join (values ${Object.entries(kinds)
      .map(([kind, id]) => `('${kind}', '${id}')`)
      .join(', ')}) k(kind, case_id) on k.case_id = c.id`);
  await database.query(`create table kind_desk as select d.* from desk d join kinds k on k.id = d.case_id`);
  await database.query(`create table kind_clocks as select w.* from case_clocks w join kinds k on k.id = w.case_id`);
}

const WORDS = `array['电梯','路灯','下水道','楼道灯','消防通道','垃圾桶','健身器材','停车位','外墙','单元门']`;
const TROUBLES = `array['坏了','漏水','堵塞','需要维修','被占用','太暗','有异味','噪音扰民']`;

/** By number: what kind a case is, where it stands and who reported it. Most are done, as in a ledger of years. */
const FILL = [
  `create table made as select n, md5('case' || n)::uuid::text as id, md5('title' || n)::uuid::text as title,
     case when h % 20 = 0 then 'individual' when h % 20 < 4 then 'unsorted' when h % 20 < 6 then 'forwarded' else 'common' end as kind,
     'r' || (n * 7919 % 60000) as reporter, h / 20 % 10 < 7 or unit like '${ENDED}.%' as is_ended, unit,
     timestamptz '2022-01-01' + n * interval '13 minutes' as at
   from (select n, abs(hashint4(n)) as h, p.unit from generate_series(1, :count) n
     join places p on p.n = (n::bigint * 104729) % (select count(*) from places)) as made`,
  `create unique index made_id on made (id)`,
  `insert into texts (id, case_id, salt, digest, body, created_at)
     select title, id, 'salt', 'digest', (n % 60 + 1) || '号楼' || (${WORDS})[1 + n % 10] || (${TROUBLES})[1 + n / 10 % 8]
       || case when n % 5000 = 7 then '马蜂窝' else '' end, at from made`,
  `insert into texts (id, case_id, salt, digest, body, created_at)
     select md5('text' || n)::uuid::text, id, 'salt', 'digest', repeat('情况说明。', 40), at from made`,
  `insert into cases (id, workflow, realm, version, seq, head_hash, status, stage, visibility, title, unit, category, policy, definition,
       created_at, changed_at, stored, clocks)
     select m.id, k.workflow, k.realm, 1, 1, 'hash', case when m.is_ended then 'done' else 'active' end,
       case when m.is_ended then 'ended' else k.stage end, k.visibility, m.title, m.unit, 'matter' || m.n % 200, k.policy, k.definition,
       m.at, m.at, replace(replace(replace(k.stored::text, k.id, m.id), '"UNIT"', to_json(m.unit)::text), 'REPORTER', m.reporter)::json, k.clocks
     from made m join kinds k using (kind)`,
  `insert into case_parties (case_id, relation, kind, subject)
     select id, 'reporter', 'person', reporter from made union all
     select id, 'lead', 'unit', 'department' || n % 97 from made where n % 5 < 2`,
  `insert into desk (case_id, seq, n, state, label, acts, who, role, unit, persons, excluded, clock, due_at, since)
     select m.id, 1, d.n, d.state, d.label, d.acts, d.who, d.role, m.unit, d.persons, d.excluded, d.clock, d.due_at, m.at
     from made m join kinds k using (kind) join kind_desk d on d.case_id = k.id where not m.is_ended`,
  // of a clock only the instants are its case’s own
  `insert into case_clocks
     select (jsonb_populate_record(null::case_clocks, to_jsonb(w) || jsonb_build_object('case_id', m.id, 'armed_at', m.at,
       'due_at', m.at + (w.due_at - w.armed_at), 'next_at', m.at + (w.next_at - w.armed_at)))).*
     from made m join kinds k using (kind)
       join kind_clocks w on w.case_id = k.id
     where not m.is_ended`,
  `insert into journal (case_id, seq, at, recorded_at, kind, "by", body, prev_hash, hash)
     select id, 1, at, at, 'started', '{}', '{}', '', 'hash' from made`,
];

/** As the product does it after an update, in batches. */
async function indexAll(database: Database, cases: Cases): Promise<void> {
  const upkeep = new Upkeep(cases);
  const batch = 10_000;
  while ((await upkeep.indexCases(batch)) === batch);
  await database.query('vacuum analyze');
}
