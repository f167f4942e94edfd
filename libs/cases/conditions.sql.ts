import type { CaseQuery, Viewer } from './views.types.js';

/** Conditions of a query with their parameters; `?` stands for the next one. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition when there is something to compare with. */
  and(sql: string, ...values: unknown[]): this {
    if (values.some((value) => value === undefined)) return this;
    let index = 0;
    this.parts.push(sql.replaceAll('?', () => this.param(values[index++])));
    return this;
  }

  /** A parameter outside the conditions. */
  param(value: unknown): string {
    return `$${String(this.params.push(value))}`;
  }

  toString(): string {
    return this.parts.length === 0 ? 'true' : this.parts.map((part) => `(${part})`).join(' and ');
  }
}

const PARTY = `exists (select 1 from case_parties v where v.case_id = c.id and v.kind = 'person' and v.subject = ?)`;

const HANDLED = `exists (select 1 from case_parties h where h.case_id = c.id and h.kind = 'unit' and h.subject = any(?::text[]))`;

/**
 * Whether a person may see a case: public ones, internal ones of their units, and whatever they, or a unit whose work they do,
 * are party to.
 */
export function visibleTo(conditions: Conditions, viewer: Viewer | undefined): Conditions {
  if (viewer === undefined) return conditions;
  const mine = viewer.person ?? '';
  const handles = viewer.handles ?? [];
  if (viewer.units === 'all')
    return conditions.and(`c.visibility <> 'confidential' or ${PARTY} or ${HANDLED}`, mine, handles);
  const units = `(c.visibility = 'internal' and c.unit = any(?::text[]))`;
  return conditions.and(`c.visibility = 'public' or ${units} or ${PARTY} or ${HANDLED}`, viewer.units, mine, handles);
}

/** The conditions of a list of cases, over `cases c` and its title `t`. */
export function listConditions(realm: string, query: CaseQuery): Conditions {
  const { lookup, text } = query;
  const party = `exists (select 1 from case_parties p where p.case_id = c.id and p.subject = ? and (?::text is null or p.relation = ?))`;
  const conditions = new Conditions()
    .and('c.realm = ?', realm)
    .and('c.workflow = ?', query.workflow)
    .and('c.status = ?', query.status)
    .and('c.stage = ?', query.stage)
    .and('c.unit = any(?::text[])', query.units)
    .and('c.category = ?', query.category)
    .and('c.parent = ?', query.parent)
    .and(party, query.party, query.relation ?? null, query.relation ?? null)
    .and(`t.body ilike ?`, text === undefined ? undefined : `%${text.replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`)
    .and(
      'exists (select 1 from case_lookups l where l.case_id = c.id and l.key = ? and l.value = ?)',
      lookup?.key,
      lookup?.value,
    )
    .and('exists (select 1 from case_clocks k where k.case_id = c.id and k.due_at < ?::timestamptz)', query.dueBefore);
  return visibleTo(conditions, query.viewer);
}
