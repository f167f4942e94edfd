import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';

import {
  atCrossroads,
  atDepartments,
  CALLED,
  CHAIN,
  DISPATCH,
  inConfidence,
  minuted,
  place,
  planning,
  refusers,
  sealed,
} from './issue.fixture.js';

const jointly = () => planning().act('callJointMeeting', CALLED, 'coo');
const sealing = (chain: JsonObject = {}) => planning().act('openSignOffs', { ...CHAIN, ...chain }, 'coo');
const started = (walk: ReturnType<typeof planning>) =>
  walk.effects.flatMap((effect) => (effect.kind === 'startChild' ? [effect] : []));

describe('a joint meeting', () => {
  test('is called with the departments summoned and why, under the name of the issue', () => {
    const [meeting] = started(jointly());
    expect(meeting?.workflow).toBe('joint-meeting');
    expect(meeting?.input).toMatchObject({
      departments: ['dept-roads', 'district-2'],
      named: 'text-title',
      because: 'text-road',
      unit: 'limin',
      place: 'building-7',
      issue: 'issue-1',
      confidential: false,
    });
  });

  test('lets those summoned read the issue, and nobody summoned to a former one', () => {
    const units = (walk: ReturnType<typeof planning>) => walk.parties.flatMap(({ unit }) => unit ?? []);
    expect(units(jointly())).toEqual(['dept-roads', 'district-2']);
    expect(units(jointly().childDone('jointMeeting', minuted('impossible')).act('planAgain', { text: 't' }))).toEqual([
      'dept-roads',
      'district-2',
    ]);
    const again = jointly().act('takeBack', { text: 't' }).act('dispatch', DISPATCH);
    expect(units(again)).toEqual(['dept-power', 'dept-roads']);
  });

  test('that settled everything is reviewed by the residents with the lead’s answer', () => {
    const walk = jointly().childDone('jointMeeting', minuted('verified'));
    expect(place(walk)).toMatch(/^review\./);
    expect(walk.context['outcome']).toEqual({ text: 'text-answer', evidence: ['file-road'] });
  });

  test.each([
    ['a duty could not be done', minuted('impossible')],
    ['nobody came', { ...minuted('verified'), result: 'failed', duties: [], minutes: null }],
    ['it was called off', { ...minuted('verified'), result: 'cancelled' }],
  ])('where %s, leads to the crossroads', (_, output) => {
    expect(place(jointly().childDone('jointMeeting', output))).toBe('crossroads');
  });

  test('can be called from the crossroads too, and counts as a plan', () => {
    const walk = atCrossroads().act('callJointMeeting', CALLED, 'coo');
    expect(place(walk)).toBe('act.jointly');
    expect(walk.context['counts']).toMatchObject({ plans: 2 });
  });

  test('taken back is cancelled with its tasks, and the issue is planned again', () => {
    const walk = jointly().act('takeBack', { text: 't' });
    expect(walk.effects.some((effect) => effect.kind === 'cancelChild' && effect.id === 'jointMeeting')).toBe(true);
    expect(place(walk)).toBe('act.planning');
  });
});

describe('a chain of sign-offs', () => {
  test('is the task group’s, for the building, from another building’s template', () => {
    const [chain] = started(sealing({ template: 'lift-60', body: 'group-7', helper: 'branch-1' }));
    expect(chain?.workflow).toBe('sign-off');
    expect(chain?.input).toMatchObject({
      issue: 'issue-1',
      unit: 'building-7',
      named: 'text-title',
      group: ['ann'],
      template: 'lift-60',
      body: 'group-7',
      helper: 'branch-1',
    });
  });

  test('complete, leads to the plan for the work itself', () => {
    const walk = sealing().childDone('signOffs', sealed('complete'));
    expect(place(walk)).toBe('act.planning');
    expect(walk.context['chain']).toMatchObject({ result: 'complete', seals: 3, documents: ['file-seal'] });
  });

  test.each(['failed', 'cancelled'])('%s, leads to the crossroads', (result) => {
    expect(place(sealing().childDone('signOffs', sealed(result)))).toBe('crossroads');
  });

  test('is never begun for one person’s need', () => {
    expect(refusers(inConfidence(), 'openSignOffs', CHAIN)).toContain('isCommonMatter');
  });
});

describe('long works', () => {
  test('have the days they need on the office calendar, and their reason is published', () => {
    const walk = planning().act('dispatch', { ...DISPATCH, long: { days: 120, reason: 'text-frost' } }, 'coo');
    const limits = started(walk).map(({ input }) => input['limit']);
    expect(limits).toEqual([
      { amount: 120, unit: 'day', calendar: 'office' },
      { amount: 120, unit: 'day', calendar: 'office' },
    ]);
    expect(walk.performed('publish')).toMatchObject([{ about: 'long_works', text: 'text-frost' }]);
  });

  test('a department’s task names the matter and who stays the resident’s contact', () => {
    expect(started(planning().act('dispatch', DISPATCH, 'coo')).map(({ input }) => input)).toMatchObject([
      { matter: 'lighting', contact: 'limin' },
      { matter: 'lighting', contact: 'limin' },
    ]);
    expect(place(atDepartments())).toBe('act.departments');
  });
});
