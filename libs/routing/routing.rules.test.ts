import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { DutyRecord } from '#libs/registry';

import { routeOf } from './routing.rules.js';
import { LEADING_DUTIES, type RoutedUnit, type RoutingQuestion, type Verdict } from './routing.vocabulary.js';

const ON = '2026-11-22';
const unit = (id: string, kind: RoutedUnit['kind'], to: string | null = null): RoutedUnit => ({
  id,
  kind,
  from: null,
  to,
});
const LINEAGE = [
  unit('b9', 'building'),
  unit('g1', 'grid'),
  unit('limin', 'community'),
  unit('gangcheng', 'street'),
  unit('jyg', 'city'),
];
const HEIR = { ...unit('urban', 'department', '2026-02-01'), successor: 'housing' };
const COMPANIES = [
  HEIR,
  unit('water', 'company'),
  unit('housing', 'department'),
  unit('merged', 'department', '2026-01-01'),
];
const UNITS = new Map([...LINEAGE, ...COMPANIES].map((one) => [one.id, one]));
const MATTERS = [
  { id: 'pipes', limits: {} },
  { id: 'utilities', limits: { handling: { amount: 24, unit: 'hour' as const } } },
];
const field = (id: string, more: Partial<DutyRecord> = {}): DutyRecord => ({
  id,
  matter: 'pipes',
  duty: 'maintain',
  unit: 'jyg',
  placeKind: null,
  assignee: 'water',
  assigneeKind: null,
  role: null,
  from: null,
  to: null,
  ...more,
});
const asked = (duties: DutyRecord[], more: Partial<RoutingQuestion> = {}): RoutingQuestion => ({
  matters: MATTERS,
  lineage: LINEAGE,
  duties,
  units: UNITS,
  on: ON,
  danger: false,
  dutyUnit: 'limin',
  ...more,
});
const leadOf = (duties: DutyRecord[], more: Partial<RoutingQuestion> = {}) => routeOf(asked(duties, more)).lead;
const verdictOf = (duties: DutyRecord[], id: string) => {
  const found = routeOf(asked(duties)).considered.find((one) => one.field === id);
  return [found?.verdict, found?.to];
};

describe('the lead', () => {
  test.each<{ nearer: string; near?: Partial<DutyRecord>; far?: Partial<DutyRecord>; verdict: Verdict }>([
    { nearer: 'the matter itself before its heading', far: { matter: 'utilities' }, verdict: 'farther_matter' },
    { nearer: 'the nearer place', near: { unit: 'limin' }, verdict: 'farther_place' },
    { nearer: 'a field for this kind of place', near: { placeKind: 'building' }, verdict: 'for_all_places' },
    { nearer: 'whoever handles it before whoever maintains it', near: { duty: 'handle' }, verdict: 'maintains_only' },
  ])('is $nearer', ({ near, far, verdict }) => {
    const duties = [field('far', far), field('near', { ...near, assignee: 'housing' })];
    expect(leadOf(duties)).toMatchObject({ unit: 'housing', field: 'near', ground: 'matrix' });
    expect([verdictOf(duties, 'near'), verdictOf(duties, 'far')]).toEqual([
      ['won', null],
      [verdict, 'near'],
    ]);
  });

  test('of a heading stands where the matter says nothing', () => {
    expect(leadOf([field('heading', { matter: 'utilities' })])).toMatchObject({ unit: 'water', field: 'heading' });
  });

  test('may be the unit of a kind above the place, with an office there', () => {
    const duties = [field('kind', { assignee: null, assigneeKind: 'street', role: 'coordinator' })];
    expect(leadOf(duties)).toEqual({ unit: 'gangcheng', role: 'coordinator', ground: 'matrix', field: 'kind' });
  });

  test.each([
    ['a closed department', { assignee: 'merged' }, 'unit_closed'],
    ['a field that is over', { to: '2026-11-22' }, 'not_in_force'],
    ['a field not yet in force', { from: '2026-11-23' }, 'not_in_force'],
    ['a field for elsewhere', { unit: 'qilian' }, 'other_place'],
    ['a field for other places', { placeKind: 'courtyard' as const }, 'other_kind_of_place'],
    ['a kind of unit there is not', { assignee: null, assigneeKind: 'district' as const }, 'no_such_unit'],
  ])('is never %s: the street has it, and the field says why it lost', (_what, more, verdict) => {
    const duties = [field('lost', more)];
    expect(leadOf(duties)).toEqual({ unit: 'gangcheng', role: null, ground: 'street', field: null });
    expect(verdictOf(duties, 'lost')).toEqual([verdict, null]);
  });

  test('is whoever took over a unit that was merged, and the field says so', () => {
    const duties = [field('merged', { assignee: 'urban' })];
    expect(leadOf(duties)).toMatchObject({ unit: 'housing', field: 'merged', ground: 'matrix' });
    expect(routeOf(asked(duties)).considered).toMatchObject([
      { holder: 'housing', insteadOf: 'urban', verdict: 'won' },
    ]);
  });

  test('falls back on the district where no street is, on the highest place where no district is, else on the place', () => {
    const district = [unit('b1', 'building'), unit('qilian', 'district'), unit('zhangye', 'city')];
    expect(leadOf([], { lineage: district })).toMatchObject({ unit: 'qilian', ground: 'district' });
    expect(leadOf([], { lineage: [unit('b1', 'building'), unit('jyg', 'city')] })).toMatchObject({
      unit: 'jyg',
      ground: 'top',
    });
    expect(leadOf([], { lineage: [unit('b1', 'building')] })).toMatchObject({ unit: 'b1', ground: 'place' });
    const closed = [unit('b1', 'building'), unit('old', 'street', '2026-01-01'), unit('qilian', 'district')];
    expect(leadOf([], { lineage: closed })).toMatchObject({ unit: 'qilian', ground: 'district' });
  });
});

describe('assists', () => {
  test('are all who are named nearest, never the lead', () => {
    const duties = [
      field('lead'),
      field('a1', { duty: 'assist', assignee: 'housing' }),
      field('a2', { duty: 'assist', assignee: null, assigneeKind: 'street' }),
      field('a3', { duty: 'assist' }),
      field('far', { duty: 'assist', matter: 'utilities', assignee: 'jyg' }),
    ];
    expect(routeOf(asked(duties)).assists).toEqual([
      { unit: 'housing', field: 'a1' },
      { unit: 'gangcheng', field: 'a2' },
    ]);
    expect([verdictOf(duties, 'a3'), verdictOf(duties, 'far')]).toEqual([
      ['is_the_lead', null],
      ['farther_assist', 'a1'],
    ]);
  });
});

describe('the times', () => {
  test('are those of the nearest heading that has some; hours run day and night', () => {
    expect(routeOf(asked([])).limits).toEqual([
      { name: 'handling', amount: { amount: 24, unit: 'hour' }, calendar: 'always', matter: 'utilities' },
    ]);
  });

  test('are two hours in danger, and the duty officer is called', () => {
    const route = routeOf(asked([field('lead')], { danger: true }));
    expect(route.limits).toEqual([
      { name: 'handling', amount: { amount: 2, unit: 'hour' }, calendar: 'always', matter: null },
    ]);
    expect([route.emergency, routeOf(asked([])).emergency]).toEqual([{ unit: 'limin' }, null]);
  });
});

const someField = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  matter: fc.constantFrom('pipes', 'utilities'),
  duty: fc.constantFrom('handle', 'maintain', 'assist', 'build', 'patrol'),
  unit: fc.constantFrom('b9', 'g1', 'limin', 'gangcheng', 'jyg', 'qilian'),
  placeKind: fc.constantFrom(null, 'building', 'courtyard'),
  assignee: fc.constantFrom(null, 'water', 'housing', 'merged'),
  assigneeKind: fc.constantFrom(null, 'street', 'district'),
  role: fc.constant(null),
  from: fc.constantFrom(null, '2026-12-01'),
  to: fc.constantFrom(null, '2026-02-01'),
}) satisfies fc.Arbitrary<DutyRecord>;
const someFields = fc.uniqueArray(someField, { selector: ({ id }) => id, maxLength: 12 });

describe('whatever stands in the matrix', () => {
  test('there is an owner who is there on the day', () => {
    fc.assert(
      fc.property(someFields, (duties) => {
        const { lead } = routeOf(asked(duties));
        expect(UNITS.get(lead.unit)?.to ?? null).toBeNull();
        expect(lead.field === null).toBe(lead.ground !== 'matrix');
      }),
    );
  });

  test('the order of its fields changes nothing', () => {
    fc.assert(
      fc.property(someFields, (duties) => {
        expect(routeOf(asked(duties.toReversed()))).toEqual(routeOf(asked(duties)));
      }),
    );
  });

  test('every field that leads or assists is explained, exactly one has won where the owner is from the matrix', () => {
    fc.assert(
      fc.property(someFields, (duties) => {
        const { considered, lead } = routeOf(asked(duties));
        const heard = duties.filter(({ duty }) => duty === 'assist' || LEADING_DUTIES.some((one) => one === duty));
        expect(considered.map(({ field: id }) => id).toSorted()).toEqual(heard.map(({ id }) => id).toSorted());
        expect(considered.filter(({ verdict }) => verdict === 'won')).toHaveLength(lead.field === null ? 0 : 1);
      }),
    );
  });

  test('taking a field away that did not win leaves the lead as it is', () => {
    fc.assert(
      fc.property(someFields, fc.nat(), (duties, which) => {
        const { lead } = routeOf(asked(duties));
        const others = duties.filter(({ id }) => id !== lead.field);
        const gone = others[which % Math.max(others.length, 1)]?.id;
        expect(routeOf(asked(duties.filter(({ id }) => id !== gone))).lead).toEqual(lead);
      }),
    );
  });
});
