import type { Viewer } from '#libs/cases';
import type { Tx } from '#libs/database';
import type { Label } from '#libs/engine';
import type { PublicationRow } from '#libs/notify';
import type { UnitRecord } from '#libs/registry';

import type { Platform } from '../platform.js';
import { stageCounts, type StageCount } from './place-figures.sql.js';
import { casesShown, type ShownCase } from './shown-cases.js';

/** A ballot somebody may cast in. */
export interface HomeBallot {
  ballot: string;
  title: Label;
  unit: string;
  secret: boolean;
  status: string;
  closesAt: string | null;
  entries: number;
  cast: number;
}

/** A case on a card, with what the reader is to it and may do on it. */
export interface HomeCase extends ShownCase {
  relations: string[];
  abilities: string[];
}

/** Everything of the first page. */
export interface Home {
  person: { id: string; name: string } | null;
  /** Where the person lives, nearest first. */
  units: UnitRecord[];
  community: UnitRecord | null;
  unread: number;
  mine: HomeCase[];
  needs: HomeCase[];
  reviews: HomeCase[];
  recent: HomeCase[];
  consultations: (HomeCase & { statements: number })[];
  ballots: HomeBallot[];
  notices: (PublicationRow & {
    titleWords: string | null;
    words: string | null;
    isOpen: boolean;
    abilities: string[];
  })[];
  stages: StageCount[];
  /** Names of units by id. */
  names: ReadonlyMap<string, string>;
}

const MINE = 40;
const RECENT = 12;
const NOTICES = 20;
const CONSULTATIONS = 10;
const YEAR_MS = 365 * 86_400_000;
const OWN_RELATIONS = ['reporter', 'supporter', 'subject'] as const;
const JUDGING = 'answer';
const PUBLIC: Viewer = { units: [] };

/** `null`: the unit asked for does not exist. */
export async function readHome(
  platform: Platform,
  { person, unit }: { person: string | null; unit: string | undefined },
): Promise<Home | null> {
  const { reader, cases, database, now } = platform;
  const place = await placeOf(platform, person, unit);
  if (place === null) return null;
  const { me, units, community, unread, ids } = place;
  const viewer = await reader.viewer(person);
  const own = await ownIds(platform, { ids, viewer });
  const reviews = person === null ? [] : await reviewsOf(platform, person, ids);
  const around = community === null ? NOTHING : await aroundOf(platform, community.id, viewer);
  const published = community === null ? [] : await noticesOf(platform, community.id);
  const shownIds = [...own.keys(), ...reviews, ...around.recent, ...around.consultations];
  const known = await reader.known(
    published.map(({ caseId }) => caseId),
    actorOf(person),
  );
  const cards = await casesShown(
    platform,
    [...new Set(shownIds)].map((id) => ({ id })),
  );
  const abilities = await abilitiesOf(platform, person, { ids: [...new Set([...shownIds, ...known])], viewer });
  const card = (id: string): HomeCase[] => {
    const shown = cards.get(id);
    return shown === undefined ? [] : [{ ...shown, relations: own.get(id) ?? [], abilities: abilities.get(id) ?? [] }];
  };
  const mine = [...own.keys()].flatMap(card).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));
  const ballots = person === null ? [] : await ballotsOf(platform, person);
  const at = now();
  const since = new Date(Date.parse(at) - YEAR_MS).toISOString();
  const question = { realm: cases.world.realm, workflow: 'issue', unit: community?.id ?? '', now: at, since };
  return {
    person: me,
    units,
    community,
    unread,
    mine: mine.filter(({ visibility }) => visibility !== 'confidential'),
    needs: mine.filter(({ visibility }) => visibility === 'confidential'),
    reviews: reviews.flatMap(card),
    recent: around.recent.flatMap(card),
    consultations: await withStatements(platform, around.consultations.flatMap(card)),
    ballots,
    notices: published.map((row) => ({
      ...row,
      isOpen: known.has(row.caseId),
      abilities: abilities.get(row.caseId) ?? [],
    })),
    stages: community === null ? [] : await stageCounts(database, question),
    names: await reader.unitNames([...published.map((row) => row.unit), ...ballots.map((one) => one.unit)]),
  };
}

const NOTHING = { recent: [] as string[], consultations: [] as string[] };

function actorOf(person: string | null) {
  return person === null ? null : ({ kind: 'person', person } as const);
}

const HOMES: readonly string[] = [
  'stairwell',
  'building',
  'courtyard',
  'compound',
  'neighbourhood',
  'grid',
  'community',
];

/** Who asks, where they live, and the community the page is of: the one asked for, their own, or that of their office. */
async function placeOf(
  { database, registry, access, inbox }: Platform,
  person: string | null,
  asked: string | undefined,
) {
  return database.transaction(
    async (tx) => {
      const record = person === null ? null : await registry.person(tx, person);
      const grants = person === null ? [] : (await access.standing(tx, person)).grants;
      const above = record === null ? [] : await registry.ancestors(tx, record.unit);
      if (asked !== undefined && (await registry.unit(tx, asked)) === null) return null;
      const offices = grants.filter(({ held }) => held === 'office').map(({ unit }) => unit);
      return {
        me: record === null ? null : { id: record.id, name: record.name },
        units: above.filter(({ kind }) => HOMES.includes(kind)),
        community: await communityOf(registry, tx, {
          units: asked === undefined ? [record?.unit, ...offices] : [asked],
          isAsked: asked !== undefined,
        }),
        unread: person === null ? 0 : await inbox.unread(tx, { person, grants }),
        ids: person === null ? [] : await registry.idsOf(tx, person),
      };
    },
    { readOnly: true },
  );
}

/** The first community at or above any of the units; where only a unit above communities was asked for, that unit. */
async function communityOf(
  registry: Platform['registry'],
  tx: Tx,
  { units, isAsked }: { units: readonly (string | undefined)[]; isAsked: boolean },
): Promise<UnitRecord | null> {
  let widest: UnitRecord | null = null;
  for (const unit of units) {
    if (unit === undefined) continue;
    const above = await registry.ancestors(tx, unit);
    const found = above.find(({ kind }) => kind === 'community' || kind === 'streetBlock');
    if (found !== undefined) return found;
    widest ??= above[0] ?? null;
  }
  return isAsked ? widest : null;
}

/** Cases of the person's own, with what they are to each; also what they follow. */
async function ownIds(
  { cases, follows, reader, database }: Platform,
  { ids, viewer }: { ids: readonly string[]; viewer: Viewer },
): Promise<Map<string, string[]>> {
  const own = new Map<string, string[]>();
  if (ids.length === 0) return own;
  const page = await cases.list({ party: ids, relation: OWN_RELATIONS, workflow: 'issue', viewer, limit: MINE });
  const confidential = new Set(page.rows.flatMap((row) => (row.visibility === 'confidential' ? [row.id] : [])));
  for (const { id, relation } of await relationsOf(database, ids, page.rows)) {
    // a complaint is not a matter of the one it is about
    if (relation === 'subject' && !confidential.has(id)) continue;
    own.set(id, [...(own.get(id) ?? []), relation]);
  }
  const followed = await follows.of(database, ids, MINE);
  const known = await reader.known(followed, actorOf(ids[0] ?? null));
  for (const id of followed) if (known.has(id)) own.set(id, [...(own.get(id) ?? []), 'follower']);
  return own;
}

/** What the person is to each of the cases, in the order of {@link OWN_RELATIONS}. */
function relationsOf(
  database: Platform['database'],
  ids: readonly string[],
  rows: readonly { id: string }[],
): Promise<{ id: string; relation: string }[]> {
  return database.query(
    `select distinct p.case_id as id, p.relation, array_position($3::text[], p.relation::text) as place from case_parties p
     where p.case_id = any($1::text[]) and p.subject = any($2::text[]) and p.relation = any($3::text[]) order by place`,
    [rows.map(({ id }) => id), ids, OWN_RELATIONS],
  );
}

/** Outcomes that wait for the person's own word. */
async function reviewsOf({ cases }: Platform, person: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await cases.desk({ person, aliases: ids, holdings: [], workflow: 'issue', limit: MINE });
  return rows.filter(({ acts }) => acts.includes(JUDGING)).map(({ caseId }) => caseId);
}

async function aroundOf({ cases }: Platform, community: string, viewer: Viewer) {
  const units = [community];
  const recent = await cases.list({ workflow: 'issue', units, viewer: PUBLIC, sort: 'changed', limit: RECENT });
  const consultations = await cases.list({
    workflow: 'deliberation',
    status: 'active',
    units,
    viewer,
    limit: CONSULTATIONS,
  });
  return { recent: recent.rows.map(({ id }) => id), consultations: consultations.rows.map(({ id }) => id) };
}

async function noticesOf({ reader, inbox, database, cases }: Platform, community: string) {
  const units = await reader.unitsWithin(community);
  const rows = await database.transaction((tx) => inbox.publications(tx, { units, kind: 'notice', limit: NOTICES }), {
    readOnly: true,
  });
  const shown = await reader.withoutConfidential(rows);
  const bodies = await cases.texts(shown.flatMap(({ title, text }) => [title, text].filter((id) => id !== null)));
  const wordsOf = (id: string | null): string | null => (id === null ? null : (bodies[id] ?? null));
  return shown.map((row) => ({ ...row, titleWords: wordsOf(row.title), words: wordsOf(row.text) }));
}

async function abilitiesOf(
  { cases }: Platform,
  person: string | null,
  { ids, viewer }: { ids: readonly string[]; viewer: Viewer },
): Promise<ReadonlyMap<string, string[]>> {
  if (person === null || ids.length === 0) return new Map();
  const page = await cases.listFor({ ids, viewer, limit: 200 }, { kind: 'person', person });
  return new Map(page.rows.map((row) => [row.id, row.abilities]));
}

async function ballotsOf({ database, ballots, reader }: Platform, person: string): Promise<HomeBallot[]> {
  const rows = await database.transaction(
    async (tx) => {
      const own = await ballots.papers.ballotsOf(tx, person);
      const found: HomeBallot[] = [];
      for (const { ballot: id, entries, cast } of own) {
        const ballot = await ballots.ballotOf(tx, id);
        if (ballot === null) continue;
        const { title, unit, secret, status, closesAt } = ballot;
        found.push({ ballot: id, title, unit, secret, status, closesAt, entries, cast });
      }
      return found;
    },
    { readOnly: true },
  );
  const known = await reader.known(
    rows.map(({ ballot }) => ballot),
    actorOf(person),
  );
  return rows.filter(({ ballot }) => known.has(ballot));
}

/** With how many statements stand in each. */
async function withStatements({ database }: Platform, cards: readonly HomeCase[]) {
  if (cards.length === 0) return [];
  const rows = await database.query<{ id: string; count: number }>(
    `select deliberation as id, count(*)::int as count from opinion_statements
     where deliberation = any($1::text[]) and state = 'shown' group by deliberation`,
    [cards.map(({ id }) => id)],
  );
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return cards.map((card) => ({ ...card, statements: counts.get(card.id) ?? 0 }));
}
