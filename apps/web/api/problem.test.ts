import { expect, test } from '@jest/globals';

import { problemFrom } from './problem.js';

test('a refusal keeps why an act is not possible, and what is wrong with which field', () => {
  const refusal = { zh: '时限已经过了。', en: 'Its time is over.' };
  const problem = problemFrom(409, {
    code: 'act.guard_refused',
    title: '条件不满足，不能做“申请延期”',
    detail: '请看下面列出的原因',
    because: [{ guard: 'notOverdue', refusal }, { guard: 'unnamed' }],
    issues: [{ path: 'days', message: '最多 3 天' }, { message: 'of no field' }, 'nothing'],
  });
  expect(problem).toMatchObject({ status: 409, code: 'act.guard_refused', isPassing: false, reasons: [refusal] });
  expect(problem.issues).toEqual(expect.arrayContaining([{ path: 'days', message: '最多 3 天' }]));
});

test('an answer that is no problem document is a fault of the service, one of a broken line no answer at all', () => {
  expect(problemFrom(500, '<html>')).toMatchObject({ code: 'internal.error', issues: [], reasons: [] });
  expect(problemFrom(502, null)).toMatchObject({ code: 'network', isPassing: true });
});
