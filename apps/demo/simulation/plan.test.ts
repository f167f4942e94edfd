import { describe, expect, test } from '@jest/globals';

import { MATTERS } from '../limin/catalogue/index.js';
import { castOf } from './cast.js';
import { ROUTES, TWISTS } from './fates.js';
import { localClock, nextMoment } from './office-hours.js';
import { planYear } from './plan.js';

const cast = castOf();
const options = {
  seed: 's',
  from: Date.parse('2025-11-21T00:00:00Z'),
  until: Date.parse('2026-11-21T00:00:00Z'),
  count: 300,
  cast,
};
const plan = planYear(options);

describe('a planned year', () => {
  test('is the same for the same seed', () => {
    expect(JSON.stringify(planYear(options))).toBe(JSON.stringify(plan));
  });
  test('has everything that can happen in it', () => {
    expect(ROUTES.filter((route) => !plan.some((issue) => issue.fate.route === route))).toEqual([]);
    expect(TWISTS.filter((twist) => !plan.some((issue) => issue.fate.twists.includes(twist)))).toEqual([]);
  });
  test('does not repeat itself', () => {
    const texts = plan.map((issue) => issue.description);
    expect(new Set(texts).size).toBe(texts.length);
    expect(new Set(plan.map((issue) => issue.matter.key)).size).toBeGreaterThan(MATTERS.length * 0.85);
  });
  test('leaves no placeholder in a text', () => {
    expect(plan.filter((issue) => /[{}]/.test(issue.title + issue.description))).toEqual([]);
  });
  test('is cold in winter only', () => {
    const months = plan
      .filter((issue) => issue.matter.key === 'heating-cold')
      .map((issue) => localClock(issue.at).month);
    expect(months.filter((month) => month > 4 && month < 10)).toEqual([]);
    expect(months.length).toBeGreaterThan(5);
  });
  test('merges into an issue that was said before', () => {
    for (const issue of plan.filter((one) => one.fate.route === 'merge')) {
      const main = plan.find((one) => one.caseId === issue.into);
      expect(main?.at).toBeLessThan(issue.at);
      expect(main?.matter.key).toBe(issue.matter.key);
    }
  });
});

test('offices open on weekdays in the morning', () => {
  const saturday = Date.parse('2026-03-07T03:00:00Z');
  expect(new Date(nextMoment(saturday, 'office', true)).toISOString()).toBe('2026-03-09T00:30:00.000Z');
  expect(nextMoment(saturday, 'daytime', true)).toBe(saturday);
});

test('what people do in the same hour happens at one moment', () => {
  const monday = Date.parse('2026-03-09T02:00:00Z');
  const moments = [0, 1, 2, 3, 4, 5].map((minute) => nextMoment(monday + minute * 60_000, 'office'));
  expect(new Set(moments).size).toBeLessThan(3);
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(monday);
});
