import { describe, expect, test } from '@jest/globals';

import type { TaskFacts, TaskTurn } from '#libs/contract';
import { instant } from '#libs/testing/walk';

import { taskLines, type Surroundings } from './entries.rules.js';

const AROUND: Surroundings = {
  ...{ caseId: 'case-1', realm: 'town', issue: null, exclusions: [] },
  standing: { community: 'limin', street: 'street', district: 'district' },
  monthOf: (at) => Number(at.slice(0, 7).replace('-', '')),
};

const turn = (more: Partial<TaskTurn>): TaskTurn => ({
  ...{ unit: 'water', givenBy: 'dispatcher', from: instant('03-02T09:00'), acceptDueAt: null, acceptedAt: null },
  ...{ acceptedBySilence: false, returnedAt: null, returnGround: null, leftAt: null, dueAt: null, heldSince: null },
  ...{ heldMs: 0, holds: 0, extensions: 0, extensionsRefused: 0, finishedAt: null, overdue: false, redo: 0 },
  supervised: false,
  ...more,
});

const task = (first: Partial<TaskTurn>, more: Partial<TaskFacts> = {}): TaskFacts => ({
  ...{ of: 'task', issue: 'issue-1', child: null, origin: 'issue', place: 'b1', part: 'lead', matter: null },
  ...{ contact: null, confidential: false, openedAt: instant('03-02T09:00'), arbitrations: 0 },
  ...{ verifiedAt: null, endedAt: null, ending: null, turns: [turn(first), turn({ unit: 'roads' })], ...more },
});
const lineOf = (facts: TaskFacts) => taskLines(facts, AROUND)[0];

const DUE = instant('03-09T09:00');
const LATER = instant('03-12T09:00');

describe('the line of a unit that had a task', () => {
  test('is late where it was taken from the unit, or returned by it, after it was due', () => {
    for (const gone of [{ leftAt: LATER }, { returnedAt: LATER }])
      expect(lineOf(task({ dueAt: DUE, overdue: true, ...gone }))).toMatchObject({
        unit: 'water',
        onTime: 0,
        dueMonth: 202603,
        endedAt: LATER,
      });
  });

  test('is neither late nor in time where it was taken away or returned before', () => {
    for (const gone of [{ leftAt: LATER }, { returnedAt: LATER }])
      expect(lineOf(task(gone))).toMatchObject({ onTime: null, dueAt: null, dueMonth: null });
  });

  test('waits for its end while the unit has it, though it is late', () => {
    expect(lineOf(task({}, { turns: [turn({ dueAt: DUE, overdue: true })] }))).toMatchObject({
      onTime: null,
      dueAt: DUE,
    });
  });

  test('is out of the account of time when the task is no longer wanted', () => {
    const unwanted = { dueAt: DUE, overdue: true, leftAt: LATER };
    expect(lineOf(task({}, { turns: [turn(unwanted)], endedAt: LATER, ending: 'cancelled' }))).toMatchObject({
      onTime: null,
      dueAt: null,
      dueMonth: null,
    });
  });
});
