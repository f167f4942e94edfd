import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';
import { explore, type CaseWalk } from '#libs/testing/walk';

import { begun, CHECKLIST, COMMENTED, ENTERED, FOUND, PASSED, pledge } from './covenant.fixture.js';
import { covenantWorkflow } from './index.js';

const LIMITS = {
  draftingRemindersMost: 0,
  returnsMost: 1,
  reworksMost: 1,
  agendasMost: 1,
  triesMost: 1,
  asksMost: 0,
  filingObjectionsMost: 1,
  entriesMost: 2,
  signatoriesLeast: 1,
};
const RESULT = { meeting: 'm', result: 'adopted', provisional: false, measure: 'text-dogs', certificate: null };
const SETTLED = { state: 'final', verdict: 'passed', certificate: null };
const reason = { reason: 'r' };
const back = { ground: 'unclear', reason: 'r' };

const counted = ({ context }: CaseWalk): string => {
  const { counts, vote, adopted, check, signatories, meeting } = context as Record<string, JsonObject | null>;
  const { silences: _, asks: _asks, reviews: _reviews, ...limited } = counts ?? {};
  const verdict = vote === null ? null : [vote?.['verdict'], vote?.['provisional']];
  return JSON.stringify([limited, verdict, adopted === null, check?.['body'], signatories, meeting]);
};

const found = (first: CaseWalk) =>
  explore(first, {
    acts: {
      writeDraft: [],
      submitDraft: [CHECKLIST],
      withdrawDraft: [reason],
      clearDraft: [FOUND, { ...FOUND, adoptedBy: 'representatives' }],
      returnDraft: [back],
      refuseDraft: [back],
      submitToMeeting: [{ meeting: 'm' }],
      signPledge: [{ isNamed: true }],
      callAgain: [reason],
      declineToSign: [reason],
      acceptFiling: [{ number: '7' }],
      objectToFiling: [back],
      annul: [reason],
      dissolvePledge: [reason],
      keep: [reason],
    },
    told: {
      'agenda.result': [
        RESULT,
        { ...RESULT, measure: 'text-2' },
        { ...RESULT, result: 'rejected' },
        { ...RESULT, result: 'unsettled' },
      ],
      'verdict.settled': [
        SETTLED,
        { ...SETTLED, verdict: 'failed' },
        { ...SETTLED, state: 'provisional', verdict: null },
      ],
      'register.entered': [ENTERED],
      'register.refused': [{ code: 'register.unsigned' }],
      'register.ended': [{ number: 'n', previous: null }],
      'entry.ended': [{ by: 'case-2', how: 'superseded' }],
    },
    children: {
      notice: [COMMENTED, { result: 'objection_upheld', objections: 1 }],
      ballot: [
        PASSED,
        { ...PASSED, provisional: true },
        { ...PASSED, verdict: 'failed' },
        { ...PASSED, verdict: 'no_quorum' },
      ],
    },
    persons: ['p1'],
    situation: counted,
  });

describe('every way through a covenant', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const covenant = found(begun({}, LIMITS));
    const pledged = found(pledge(LIMITS));
    const repeal = found(begun({ intent: 'repeal', revises: { entry: 'e', version: 1 } }, LIMITS));
    expect([...covenant.faults, ...pledged.faults, ...repeal.faults]).toEqual([]);
    const acts = new Set([...covenant.acts, ...pledged.acts, ...repeal.acts, 'writeDraft']);
    expect([...acts].sort()).toEqual(Object.keys(covenantWorkflow.acts).sort());
    const leaves = new Set([...covenant.leaves, ...pledged.leaves, ...repeal.leaves]);
    expect([...leaves].sort()).toEqual([
      'adopting.balloting',
      'adopting.collecting',
      'adopting.scheduled',
      'adopting.seeking',
      'cancelled',
      'checking',
      'commenting',
      'drafting',
      'ending',
      'entering',
      'filing',
      'inForce.posting',
      'inForce.standing',
      'lapsed',
      'provisional',
      'refused',
      'rejected',
      'repealed',
      'replaced',
      'revoked',
      'signing',
      'undecided',
      'unentered',
      'withdrawn',
    ]);
  }, 120_000);
});
