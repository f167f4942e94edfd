/** Steps of an issue, as the address names them. */
export const STAGES = ['say', 'deliberate', 'act', 'review', 'ended'] as const;
export const STATUSES = ['active', 'done', 'cancelled'] as const;

/** What is asked for, of what stands in the address; anything else in it is left alone. */
export interface IssueQuery {
  text?: string;
  stage?: string;
  status?: string;
  unit?: string;
  mine?: 'true';
  overdue?: 'true';
}

export function queryOf(search: URLSearchParams): IssueQuery {
  const text = search.get('text')?.trim().slice(0, 200) ?? '';
  const stage = STAGES.find((one) => one === search.get('stage'));
  const status = STATUSES.find((one) => one === search.get('status'));
  const unit = search.get('unit') ?? '';
  return {
    ...(text === '' ? {} : { text }),
    ...(stage === undefined ? {} : { stage }),
    ...(status === undefined ? {} : { status }),
    ...(unit === '' ? {} : { unit }),
    ...(search.get('mine') === 'true' ? { mine: 'true' } : {}),
    ...(search.get('overdue') === 'true' ? { overdue: 'true' } : {}),
  };
}

/** The address with one filter changed; an empty one is taken out. */
export function withFilter(search: URLSearchParams, name: keyof IssueQuery, value: string | null): URLSearchParams {
  const changed = new URLSearchParams(search);
  if (value === null || value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}
