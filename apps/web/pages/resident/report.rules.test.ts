import { describe, expect, test } from '@jest/globals';

import { draftFor, EMPTY_REPORT, missingOn, reportInput, shownStep, stepsOf } from './report.rules.js';

const said = { ...EMPTY_REPORT, person: 'me', danger: false, title: ' 水管漏水 ', place: 'building' };

describe('the screens of a report', () => {
  test('in danger neither similar issues nor photos are asked before it is sent', () => {
    expect(stepsOf({ danger: true }, true)).toEqual(['danger', 'what', 'where', 'check']);
  });

  test('similar issues have a screen only where there are some', () => {
    expect(stepsOf({ danger: false }, false)).not.toContain('similar');
    expect(stepsOf({ danger: false }, true)).toContain('similar');
  });

  test('nobody comes behind a question that is not answered', () => {
    const steps = stepsOf({ danger: null }, false);
    expect(shownStep('check', EMPTY_REPORT, steps)).toBe('danger');
    expect(shownStep('check', { ...said, title: '  ' }, steps)).toBe('what');
    expect(shownStep('check', said, steps)).toBe('check');
    expect(shownStep('what', said, steps)).toBe('what');
    expect(shownStep(null, said, steps)).toBe('danger');
  });

  test('a title of blanks is no title, and photos are never needed', () => {
    expect(missingOn('what', { ...said, title: ' ' })).toBe('needTitle');
    expect(missingOn('photos', said)).toBeNull();
  });
});

describe('whose draft it is', () => {
  test('what a visitor wrote is theirs after signing in', () => {
    expect(draftFor({ ...said, person: null }, 'me')).toEqual(said);
  });

  test('what somebody else wrote on this device is not shown', () => {
    expect(draftFor(said, 'other')).toEqual({ ...EMPTY_REPORT, person: 'other' });
    expect(draftFor(said, null)).toEqual(EMPTY_REPORT);
  });
});

describe('what is sent', () => {
  test('blanks go, and the community itself is no place in it', () => {
    const input = reportInput({ ...said, place: 'community' }, { community: 'community', isStaff: false });
    expect(input).toMatchObject({
      title: '水管漏水',
      description: null,
      unit: 'community',
      place: null,
      danger: false,
    });
    expect(input).not.toHaveProperty('reporter');
  });

  test('whoever enters it for others says for whom and how it came in', () => {
    const input = reportInput(
      { ...said, reporter: 'wang', channel: 'visit' },
      { community: 'community', isStaff: true },
    );
    expect(input).toMatchObject({ reporter: 'wang', channel: 'visit', place: 'building' });
  });
});
