import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow } from '#libs/engine';
import { explore, type CaseWalk } from '#libs/testing/walk';

import { taskWorkflow } from './index.js';
import { dispatched, FINISHED, HOLD, IMPOSSIBLE, MORE_TIME, PLAN, RETURN } from './task.fixture.js';

describe('every way through a task', () => {
  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(taskWorkflow))).toEqual([]);
  });

  const samples = {
    acts: {
      returnTask: [RETURN],
      reassign: [{ unit: 'dept-roads' }],
      transfer: [{ unit: 'dept-power', reason: 'r' }],
      proposeTransfer: [{ unit: 'dept-power', reason: 'r' }],
      declineTransfer: [{ reason: 'r' }],
      assignOwner: [{ unit: 'dept-power', reason: 'text-ruling' }],
      nobodyFits: [{ reason: 'r' }],
      declareImpossible: [IMPOSSIBLE],
      assignInside: [{ person: 'wu' }],
      setTimetable: [PLAN],
      doneStep: [{ step: 1, files: [] }],
      progress: [{ note: 'text-note', files: [], open: false }],
      answerResident: [{ text: 'text-soon' }],
      finish: [FINISHED],
      askHold: [HOLD],
      refuseHold: [{ reason: 'r' }],
      askExtension: [MORE_TIME],
      refuseExtension: [{ reason: 'r' }],
      leaderRefuseExtension: [{ reason: 'r' }],
      reportImpossible: [IMPOSSIBLE],
      refuseImpossible: [{ reason: 'r' }],
      sendBackAnswer: [{ reason: 'r' }],
      sendBack: [{ reason: 'r' }],
      sendBackInstead: [{ reason: 'r' }],
      coordinatorSendBack: [{ reason: 'r' }],
      withdrawTask: [{ reason: 'r' }],
    },
    told: {
      'arbiter.found': [
        { unit: 'street-1', fallback: 'district-1', round: 2 },
        { unit: null, fallback: 'district-1', round: 2 },
      ],
      'owner.named': [{ unit: 'dept-roads', minutes: 'meeting-1' }],
      'unit.succeeded': [{ from: 'dept-water', to: null, reason: 'closed' }],
      'admission.checked': [
        { admitted: true, entry: 'entry-1', reason: null },
        { admitted: false, entry: null, reason: 'not_listed' },
      ],
    },
    situation: ({ context }: CaseWalk): string =>
      JSON.stringify(
        [
          context['returns'],
          context['redoCount'],
          context['extensions'],
          context['owned'],
          context['provisional'],
          context['transfers'],
          context['timetable'],
        ].map(sizeOf),
      ),
  };
  const LEAVES = [
    'arbitration',
    'cancelled',
    'impossible',
    'returned',
    'verification.byCoordinator',
    'verification.bySubstitute',
    'verification.bySupervisors',
    'verified',
    'withDoer.dispatched',
    'withDoer.handling.active.extensionAsked',
    'withDoer.handling.active.furtherExtensionAsked',
    'withDoer.handling.active.holdAsked',
    'withDoer.handling.active.impossibleReported',
    'withDoer.handling.active.signing',
    'withDoer.handling.active.transferProposed',
    'withDoer.handling.active.working',
    'withDoer.handling.held',
  ];

  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    // fewer rounds of the same reach the same states; the numbers of rounds have tests of their own
    const few = { extensionsMost: 2, redosMost: 1, transfersMost: 1 };
    const found = explore(dispatched({}, few), samples);
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(taskWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual([...LEAVES].sort());
  }, 120_000);

  test('work that is handed down waits for the register first', () => {
    const found = explore(
      dispatched({ from: 'dept-health' }, { redosMost: 1, transfersMost: 0, extensionsMost: 0 }),
      samples,
    );
    expect(found.faults).toEqual([]);
    expect(found.leaves).toContain('withDoer.admission');
  }, 120_000);
});

/** A list counts by its length; numbers are cut at 3, so that counters do not make endless situations. */
function sizeOf(part: unknown): unknown {
  if (Array.isArray(part)) return Math.min(part.length, 3);
  return typeof part === 'number' ? Math.min(part, 3) : part;
}
