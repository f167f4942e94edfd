import { similarCases } from '#libs/cases';
import type { CaseStatus, Label } from '#libs/engine';

import type { Platform } from '../platform.js';
import { casesShown } from './shown-cases.js';

/** A matter to be compared. */
export interface SimilarAsked {
  text: string;
  unit: string;
  case?: string | undefined;
  limit?: number | undefined;
  asker: string | null;
}

/** An issue like it, as far as the asker may know it. */
export interface SimilarIssue {
  case: string;
  title: string;
  score: number;
  status: CaseStatus;
  stage: string;
  unit: { id: string; name: string };
  place: { id: string; name: string } | null;
  category: { id: string; name: Label } | null;
  supporters: number;
  createdAt: string;
  changedAt: string;
}

/** Below this, titles share a phrase and not a matter. */
const LEAST = 0.2;
const USUAL = 5;
/** Some of those found may not be shown. */
const LOOKED_AT = 40;
/** A matter is compared with those of its community: above it nobody knows the stairwell. */
const WIDEST = ['community', 'street'] as const;

/** Issues there and nearby that are like a matter. `null`: there is no such unit. */
export async function findSimilar(platform: Platform, asked: SimilarAsked): Promise<SimilarIssue[] | null> {
  const { database, registry, cases, reader } = platform;
  const above = await database.transaction((tx) => registry.ancestors(tx, asked.unit), { readOnly: true });
  if (above.length === 0) return null;
  const community = WIDEST.flatMap((kind) => above.find((unit) => unit.kind === kind) ?? [])[0];
  const limit = asked.limit ?? USUAL;
  const found = await similarCases(database, cases.world.realm, {
    workflow: 'issue',
    text: asked.text,
    within: [community?.id ?? asked.unit],
    nearest: asked.unit,
    except: asked.case ?? null,
    least: LEAST,
    limit: LOOKED_AT,
  });
  const actor = asked.asker === null ? null : ({ kind: 'person', person: asked.asker } as const);
  const known = await reader.known(
    found.map(({ id }) => id),
    actor,
  );
  const shown = found.filter(({ id }) => known.has(id)).slice(0, limit);
  const rows = await casesShown(platform, shown);
  return shown.flatMap(({ id, score }) => {
    const row = rows.get(id);
    if (row?.title == null) return [];
    const { title, status, stage, unit, place, category, supporters, createdAt, changedAt } = row;
    return [{ case: id, title, score, status, stage, unit, place, category, supporters, createdAt, changedAt }];
  });
}
