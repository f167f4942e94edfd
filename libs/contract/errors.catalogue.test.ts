import { describe, expect, test } from '@jest/globals';

import { ERROR_CODES, ERRORS } from './errors.catalogue.js';
import { problem, problemOf } from './problem.js';

const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('every error', () => {
  test.each(ERROR_CODES)(
    '%s is named area.reason, has an HTTP status of an error, and says in both languages what to do',
    (code) => {
      const { status, title, todo } = ERRORS[code];
      expect(code).toMatch(/^[a-z]+\.[a-z_]+$/);
      expect(status >= 400 && status < 600).toBe(true);
      for (const said of [title, todo]) {
        expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(said.en).toMatch(/^\S.*[^.]$|^\S.*\.$/);
        expect(places(said.zh)).toEqual(places(said.en));
      }
    },
  );
});

describe('a problem document', () => {
  test('is made from a refusal in the language of the reader, with everything a page needs', () => {
    const refusal = { code: 'act.not_allowed' as const, params: { act: 'finish' }, allowed: ['take'] };
    const made = problemOf(refusal, 'en', '/api/v1/cases/1/acts');
    expect(made).toEqual({
      type: 'urn:minyi:problem:act.not_allowed',
      title: '“finish” is not possible now',
      status: 409,
      detail: 'The case has moved on; reload and choose a possible act.',
      code: 'act.not_allowed',
      instance: '/api/v1/cases/1/acts',
      allowed: ['take'],
    });
    expect(problem.parse(made)).toEqual(made);
    expect(problemOf(refusal, 'zh').title).toBe('现在不能做“finish”');
    const named = { ...refusal, params: { act: { zh: '办结', en: 'Finish' } } };
    expect([problemOf(named, 'zh').title, problemOf(named, 'en').title]).toEqual([
      '现在不能做“办结”',
      '“Finish” is not possible now',
    ]);
  });

  test('fills in the current version', () => {
    expect(problemOf({ code: 'case.version_stale', version: 7 }, 'en').detail).toContain('current version 7');
  });
});
