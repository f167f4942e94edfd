import { describe, expect, it } from '@jest/globals';

import { printsOf } from './prints.rules.js';

describe('What can be printed of a case', () => {
  it('is what its workflow prints', () => {
    expect(printsOf({ id: '7', workflow: 'notice' }).map(({ href }) => href)).toEqual([
      '/api/v1/cases/7/print/notice',
      '/api/v1/cases/7/print/chat-text',
    ]);
  });

  it('is nothing where nothing is printed', () => {
    expect(printsOf({ id: '7', workflow: 'exclusion' })).toEqual([]);
  });
});
