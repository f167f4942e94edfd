import { describe, expect, it } from '@jest/globals';

import { printsOf } from './prints.rules.js';

describe('What can be printed of a case', () => {
  it('is what its workflow prints', () => {
    expect(printsOf({ id: '7', workflow: 'notice' }).map(({ href }) => href)).toEqual([
      '/api/v1/cases/7/print/notice',
      '/api/v1/cases/7/print/chat-text',
    ]);
  });

  it('is an order of work, and an urge or a return only once there is cause', () => {
    const names = (context: object, status = 'active'): string[] =>
      printsOf({ id: '7', workflow: 'task', status, context }).map(({ name }) => name);
    expect(names({ overdue: false, overdueCount: 0, supervised: false, returns: [] })).toEqual(['dispatch']);
    expect(names({ overdue: true, supervised: true, returns: [{}] })).toEqual([
      'dispatch',
      'urge',
      'supervision',
      'return',
    ]);
    expect(names({}, 'done')).toEqual(['dispatch', 'completion']);
  });

  it('is no sheet of a task for those who are not shown its memory, and no result before the count', () => {
    expect(printsOf({ id: '7', workflow: 'task', status: 'done' })).toEqual([]);
    expect(printsOf({ id: '7', workflow: 'ballot', status: 'active' })).toEqual([]);
    expect(printsOf({ id: '7', workflow: 'ballot', status: 'done' }).map(({ name }) => name)).toEqual(['result']);
  });

  it('is a slip to judge an issue only while it is judged', () => {
    const of = { id: '7', workflow: 'issue' };
    expect(printsOf({ ...of, stage: { key: 'act' } }).map(({ name }) => name)).toEqual(['sheet']);
    expect(printsOf({ ...of, stage: { key: 'review' } }).map(({ name }) => name)).toEqual(['sheet', 'reviewSlip']);
  });

  it('is nothing where nothing is printed', () => {
    expect(printsOf({ id: '7', workflow: 'exclusion' })).toEqual([]);
  });
});
