import { describe, test } from '@jest/globals';
import fc from 'fast-check';

import { merkleRoot, type Head } from './merkle.rules.js';

const head = fc.record({
  caseId: fc.string({ minLength: 1 }),
  seq: fc.nat(),
  hash: fc.string({ unit: fc.constantFrom('0', '7', 'a', 'f'), minLength: 8, maxLength: 8 }),
});
const heads = fc.uniqueArray(head, { selector: ({ caseId }) => caseId, minLength: 1, maxLength: 12 });

describe('the root over all heads', () => {
  test('does not depend on the order in which they are given', () => {
    fc.assert(fc.property(heads, (list: Head[]) => merkleRoot(list) === merkleRoot(list.toReversed())));
  });

  test('changes with every part of every head, and with every head that is added or taken away', () => {
    fc.assert(
      fc.property(heads, fc.nat(), (list: Head[], at: number) => {
        const index = at % list.length;
        const root = merkleRoot(list);
        const edited = list.map((one, n) => (n === index ? { ...one, seq: one.seq + 1 } : one));
        const fewer = list.filter((_, n) => n !== index);
        return root !== merkleRoot(edited) && root !== merkleRoot(fewer);
      }),
    );
  });
});
