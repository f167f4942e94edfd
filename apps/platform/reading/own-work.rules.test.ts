import { describe, expect, test } from '@jest/globals';

import { isUnitsWork, memberContext, policyNumbers, workContext } from './own-work.rules.js';

describe('what whoever does the work is shown', () => {
  const context = {
    instruction: 'text-1',
    verifiedBy: 'person-1',
    signedBy: 'person-2',
    extensions: 1,
  };
  const policy = { extensionsMost: 3, ladder: { remindPercent: 50 } };

  test('a task shows its work and the numbers of its policy, never who verified or signed it', () => {
    expect(workContext('task', context)).toEqual({
      instruction: 'text-1',
      extensions: 1,
    });
    expect(policyNumbers('task', policy)).toEqual({ policy: { extensionsMost: 3 } });
  });

  test('an issue is about people: nothing of what it remembers', () => {
    expect(workContext('issue', { reporter: 'person-1' })).toBeNull();
    expect(isUnitsWork('issue')).toBe(false);
    expect(policyNumbers('issue', policy)).toEqual({});
  });

  test('who signed a minute is not told to the units it binds', () => {
    expect(workContext('joint-meeting', { chair: 'unit-1', signedBy: 'person-1' })).toEqual({ chair: 'unit-1' });
  });

  test('members read what their sitting remembers and the numbers it goes by, never the code shown in the room', () => {
    expect(memberContext('meeting', { members: 20, code: '4711' })).toEqual({ members: 20 });
    expect(policyNumbers('meeting', { turnsMost: 2, recallsMost: 2 })).toEqual({ policy: { turnsMost: 2 } });
    expect(memberContext('issue', { reporter: 'person-1' })).toBeNull();
  });

  test('know the count that one of them confirms, and not who counted', () => {
    const count = { method: 'hands', yes: 13, no: 2, abstain: 1, invalid: 0, sheet: null };
    expect(memberContext('ballot', { count, present: 16, teller: 'person-1' })).toEqual({ count, present: 16 });
  });
});
