import type { Database } from '#libs/database';
import type { Holding, Keeper } from '#libs/privacy';
import type { PersonId } from '#libs/registry';

/** Ballots that are not over: a paper in one of them stands against erasing its caster. */
const UNFINISHED = `('drawn', 'appeals', 'open', 'closed')`;

/**
 * What this room holds about a person, and how it is erased: their id leaves rolls and papers of ballots that are over, what they
 * wrote is blanked. Codes, weights, choices and trackers stay, and with them the tally and its proof.
 */
export function ballotsKeeper(database: Database): Keeper {
  return {
    name: 'ballots',
    held: (ids) => held(database, ids),
    async standsAgainst(ids) {
      const rows = await database.query(
        `select from ballot_papers p join ballots b on b.id = p.ballot
         where p.caster = any($1) and p.state <> 'withdrawn' and b.status in ${UNFINISHED} limit 1`,
        [ids],
      );
      return rows.length > 0 ? 'privacy.case_open' : null;
    },
    erase: (ids) => erase(database, ids),
  };
}

async function held(database: Database, ids: readonly PersonId[]): Promise<Holding[]> {
  const of = (sql: string): Promise<object[]> => database.query<object>(sql, [ids]);
  return [
    {
      name: 'ballots',
      label: { zh: '表决名册与本人选票', en: 'Rolls and own papers' },
      // what another of the unit cast is not theirs to read
      rows: await of(
        `select e.ballot, e.entry, p.cast_at as "castAt", p.channel, p.state, p.choice from ballot_entries e
         left join ballot_papers p on p.ballot = e.ballot and p.entry = e.entry and p.caster = any($1)
         where e.casters && $1::text[] order by e.ballot, e.entry`,
      ),
    },
    {
      name: 'ballotAppeals',
      label: { zh: '对名册的异议与质疑', en: 'Appeals and contests' },
      rows: await of(
        `select ballot, entry, text, at from ballot_appeals where person = any($1)
         union all select ballot, entry, reason, at from ballot_contests where by = any($1) order by at`,
      ),
    },
    {
      name: 'ballotProxies',
      label: { zh: '表决委托', en: 'Proxies' },
      rows: await of(
        `select ballot, entry, giver = any($1) as "isGiver", at from ballot_proxies where giver = any($1) or holder = any($1) order by at`,
      ),
    },
  ];
}

/** SQL for the ids in the record a doubt `d` is about: an id, or a key such as owners:a+b. */
const NAMES = `string_to_array(regexp_replace(d->>'record', '^[a-z]+:', ''), '+')`;

/** Statements that forget somebody, each answering what it changed; run again they find nothing. */
const FORGETTING = [
  // whoever is on a roll will not vote any more, whatever becomes of the ballot
  `update ballot_entries e set casters = array(select c from unnest(e.casters) c where c <> all($1)) where e.casters && $1::text[]`,
  `update ballot_entries e set key = 'erased:' || e.entry
   where exists (select from unnest($1::text[]) i where e.key = 'person:' || i)`,
  `update ballot_entries e set key = 'erased:' || e.entry
   where e.key like 'owners:%' and string_to_array(substr(e.key, 8), '+') && $1::text[]`,
  `update ballot_papers set caster = null where caster = any($1)`,
  `update ballot_appeals set text = null, answer = null where person = any($1) and (text is not null or answer is not null)`,
  `update ballot_contests set reason = null, ground = null where by = any($1) and (reason is not null or ground is not null)`,
  `update ballot_roll_changes set reason = null, wanted = null
   where state <> 'proposed' and wanted is not null and wanted::text like any(select '%"' || i || '"%' from unnest($1::text[]) i)`,
  // an undecided change with somebody in it who is gone can only be proposed anew
  `update ballot_roll_changes set state = 'refused', reason = null, wanted = null
   where state = 'proposed' and exists (
     select from unnest($1::text[]) i where wanted::text like any(array['%"' || i || '"%', '%:' || i || '"%', '%:' || i || '+%', '%+' || i || '+%', '%+' || i || '"%']))`,
  `update ballots b set roll = b.roll || jsonb_build_object('persons',
     (select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements_text(b.roll->'persons') p where p <> all($1)))
   where jsonb_exists_any(b.roll->'persons', $1)`,
  `update ballots b set roll = b.roll || jsonb_build_object('without',
     (select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements_text(b.roll->'without') p where p <> all($1)))
   where jsonb_exists_any(b.roll->'without', $1)`,
  `update ballots b set doubts = (
     select jsonb_agg(case when ${NAMES} && $1::text[] then jsonb_set(d, '{record}', '"erased"') else d end order by n)
     from jsonb_array_elements(b.doubts) with ordinality as o(d, n))
   where exists (select from jsonb_array_elements(b.doubts) d where ${NAMES} && $1::text[])`,
  `update ballot_contests set against = array(select c from unnest(against) c where c <> all($1)) where against && $1::text[]`,
  `delete from ballot_proxies where giver = any($1) or holder = any($1)`,
];

async function erase(database: Database, ids: readonly PersonId[]): Promise<number> {
  let erased = 0;
  for (const sql of FORGETTING) {
    const rows = await database.query(`${sql} returning 1`, [ids]);
    erased += rows.length;
  }
  return erased;
}
