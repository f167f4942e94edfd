/** A city with a street and departments, one of them with two sections; beside it a district with one department and nothing above both. */
export const UNITS = [
  { id: 'city', parent: null, kind: 'city' as const },
  { id: 'east', parent: 'city', kind: 'street' as const },
  { id: 'community', parent: 'east', kind: 'community' as const },
  { id: 's1', parent: 'water', kind: 'department' as const },
  { id: 's2', parent: 'water', kind: 'department' as const },
  ...['water', 'roads', 'merged', 'closed', 'first', 'next', 'unmanned'].map((id) => ({
    id,
    parent: 'city',
    kind: 'department' as const,
  })),
  { id: 'district', parent: null, kind: 'district' as const },
  { id: 'far-roads', parent: 'district', kind: 'department' as const },
].map((unit) => ({ ...unit, name: unit.id, code: unit.id }));
/** Who holds which office of which of its units. */
export const OFFICES = [
  ['mayor', 'leader', 'city'],
  ['wu', 'department', 'water'],
  ['he', 'leader', 'water'],
  ['ye', 'leader', 'east'],
  ['lu', 'department', 'roads'],
  ['chen', 'coordinator', 'community'],
  ['dou', 'duty', 'community'],
] as const;

/** What one of its units is told to do, unless a test says otherwise. */
export const ORDER = {
  issue: 'issue-1',
  unit: 'water',
  place: 'community',
  title: 'title',
  instruction: null,
  part: 'lead',
  limit: null,
  confidential: false,
  round: 1,
};
