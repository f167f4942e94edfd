import { HANDLING_ROLES, idsOf, reachOf, STAFF_ROLES, type Standing } from '#libs/access';
import type { Tx } from '#libs/database';
import type { Actor } from '#libs/engine';

import type { Platform } from '../platform.js';

/** What an id is called. */
export interface NamedId {
  id: string;
  kind: 'unit' | 'person';
  name: string;
}

/** Who asks for which names; `caseId`: met on this case. */
export interface NamesQuestion {
  ids: readonly string[];
  asker: string | null;
  caseId?: string | undefined;
}

type Parts = Pick<Platform, 'database' | 'registry' | 'access' | 'reader' | 'localDateOf' | 'now'>;

/**
 * Names of units, which everybody knows, and of people as far as the asker may know them: themselves and those they have authorised
 * or act for; whoever lives where they keep the register; colleagues who hold an office under the same root; and on a case those
 * whom its eyes show. What may not be known is left out like what does not exist. `null`: no such case for the asker.
 */
export async function namesFor(parts: Parts, question: NamesQuestion): Promise<NamedId[] | null> {
  const { database, registry, access } = parts;
  const { ids, asker } = question;
  const met = await metOn(parts, question);
  if (met === null) return null;
  return database.transaction(
    async (tx) => {
      const units = await registry.units(tx, ids);
      const named: NamedId[] = units.map(({ id, name }) => ({ id, kind: 'unit', name }));
      if (asker === null) return named;
      const known = new Set(units.map(({ id }) => id));
      const people = await registry.people(
        tx,
        ids.filter((id) => !known.has(id)),
      );
      const standing = await access.standing(tx, asker);
      const near = await nearTo(parts, tx, standing);
      for (const { id, name, unit } of people)
        if (met.has(id) || near.has(id) || (await isKnownByOffice(parts, tx, { standing, person: id, unit })))
          named.push({ id, kind: 'person', name });
      return named;
    },
    { readOnly: true },
  );
}

/** People of the case whom the asker sees on it. */
async function metOn({ reader }: Parts, { asker, caseId }: NamesQuestion): Promise<ReadonlySet<string> | null> {
  if (caseId === undefined) return new Set();
  const actor: Actor | null = asker === null ? null : { kind: 'person', person: asker };
  const glanced = await reader.glance(caseId, actor);
  if (glanced === null) return null;
  const { view, eyes } = glanced;
  if (eyes !== 'staff' && eyes !== 'handler') return new Set();
  const shown = view.parties.filter(({ knownToHandler }) => eyes === 'staff' || knownToHandler === true);
  return new Set(shown.flatMap(({ person }) => person ?? []));
}

/** The asker under every id, and relatives by authorisation in both directions. */
async function nearTo({ registry, localDateOf, now }: Parts, tx: Tx, standing: Standing): Promise<Set<string>> {
  const today = localDateOf(now());
  const own = idsOf(standing);
  const principals = await registry.principalsOf(tx, standing.person, today);
  const agents = await registry.agentsOf(tx, standing.person, today);
  return new Set([...own, ...principals, ...agents]);
}

const OFFICERS: readonly string[] = [...STAFF_ROLES, ...HANDLING_ROLES];

interface Asked {
  standing: Standing;
  person: string;
  /** Where the person is at home in the register. */
  unit: string;
}

async function isKnownByOffice(
  { registry, localDateOf, now }: Parts,
  tx: Tx,
  { standing, person, unit }: Asked,
): Promise<boolean> {
  // a seat in a body keeps the register of the place the body serves
  const kept = reachOf(standing, 'registry.read');
  const home = kept.length === 0 ? [] : await registry.lineage(tx, unit);
  if (home.some((above) => kept.includes(above))) return true;
  const mine = standing.grants.filter(({ held, role }) => held === 'office' && OFFICERS.includes(role));
  if (mine.length === 0) return false;
  const theirs = await registry.grantsOf(tx, person, localDateOf(now()));
  const roots = await rootsOf(
    { registry },
    tx,
    mine.map((grant) => grant.unit),
  );
  const offices = theirs.filter(({ held, role }) => held === 'office' && OFFICERS.includes(role));
  const others = await rootsOf(
    { registry },
    tx,
    offices.map((grant) => grant.unit),
  );
  return others.some((root) => roots.includes(root));
}

/** Topmost units above the given ones. */
async function rootsOf({ registry }: Pick<Parts, 'registry'>, tx: Tx, units: readonly string[]): Promise<string[]> {
  const roots = (await registry.units(tx, [...new Set(units)])).flatMap(({ path }) => path.split('/')[1] ?? []);
  return [...new Set(roots)];
}
