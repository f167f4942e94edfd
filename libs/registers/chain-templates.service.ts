import type { Tx } from '#libs/database';
import type { JsonObject } from '#libs/engine';

import { RegistersRefused } from './registers.refused.js';

/** A saved chain: its steps are opaque here, and checked by whoever begins with them. */
export interface ChainTemplate {
  template: string;
  version: number;
  /** Where the chain was gone through; null: written without one. */
  unit: string | null;
  name: string;
  steps: JsonObject[];
  caseId: string | null;
  savedBy: string;
  savedAt: string;
}

/** A line of the list. */
export type ChainTemplateRow = Omit<ChainTemplate, 'steps'> & { steps: number };

const COLUMNS = `template, version, unit, name, case_id as "caseId", saved_by as "savedBy", saved_at as "savedAt"`;

/** Templates of chains of sign-offs, in versions. */
export class ChainTemplates {
  /** Newest version of each, by name. */
  list(tx: Tx): Promise<ChainTemplateRow[]> {
    return tx.query<ChainTemplateRow>(
      `select distinct on (template) ${COLUMNS}, jsonb_array_length(steps) as steps from chain_templates order by template, version desc`,
    );
  }

  /** Every version of one, oldest first. */
  versions(tx: Tx, template: string): Promise<ChainTemplateRow[]> {
    return tx.query<ChainTemplateRow>(
      `select ${COLUMNS}, jsonb_array_length(steps) as steps from chain_templates where template = $1 order by version`,
      [template],
    );
  }

  /** One by its name, or by name and version (`lift@2`); null if there is none. */
  async find(tx: Tx, key: string): Promise<ChainTemplate | null> {
    const [template = '', version] = key.split('@');
    if (version !== undefined && !/^[1-9]\d{0,8}$/u.test(version)) return null;
    const [row] = await tx.query<ChainTemplate>(
      `select ${COLUMNS}, steps from chain_templates where template = $1 and ($2::int is null or version = $2::int)
       order by version desc limit 1`,
      [template, version === undefined ? null : Number(version)],
    );
    return row ?? null;
  }

  /** The version that was saved from a chain; null if none was. */
  async savedFrom(tx: Tx, caseId: string): Promise<ChainTemplate | null> {
    const [row] = await tx.query<ChainTemplate>(`select ${COLUMNS}, steps from chain_templates where case_id = $1`, [
      caseId,
    ]);
    return row ?? null;
  }

  /**
   * Saves the next version.
   * @throws RegistersRefused `chain.template_stale` when somebody else saved the same version at the same time
   */
  async save(tx: Tx, draft: Omit<ChainTemplate, 'version'>): Promise<number> {
    const [last] = await tx.query<{ version: number }>(
      `select coalesce(max(version), 0)::int as version from chain_templates where template = $1`,
      [draft.template],
    );
    const version = (last?.version ?? 0) + 1;
    const rows = await tx.query<{ version: number }>(
      `insert into chain_templates (template, version, unit, name, steps, case_id, saved_by, saved_at)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::timestamptz) on conflict do nothing returning version`,
      [
        draft.template,
        version,
        draft.unit,
        draft.name,
        JSON.stringify(draft.steps),
        draft.caseId,
        draft.savedBy,
        draft.savedAt,
      ],
    );
    if (rows.length === 0) throw new RegistersRefused('chain.template_stale');
    return version;
  }
}
