import { describe, expect, test } from '@jest/globals';

import {
  abilities,
  migrateStored,
  registerWorkflow,
  step,
  type EngineEvent,
  type JsonObject,
  type Stored,
  type StoredClock,
} from '#libs/engine';

import { taskWorkflow } from './index.js';
import { taskPresets } from './task.policy.js';

const registered = registerWorkflow(taskWorkflow);
const at = '2026-11-02T01:00:00.000Z';
const by = { kind: 'person', person: 'lin' } as const;
/** What version 2 kept of a task; nothing of it was renamed since. */
const OLD: JsonObject = {
  case: 'c',
  issue: 'i',
  place: 'p',
  title: 't',
  instruction: null,
  part: 'lead',
  limit: null,
  confidential: false,
  round: 1,
  unit: 'roads',
  firstUnit: 'water',
  owned: false,
  arbiter: null,
  returns: [{ unit: 'water', ground: 'wrong_place', reason: 'r', basis: 'b', suggestedUnit: null, at }],
  dispatches: 2,
  acceptedBySilence: false,
  handlers: ['lin'],
  progressNotes: 1,
  lastNote: null,
  request: null,
  answers: [],
  holds: 0,
  extensions: 1,
  overdue: false,
  overdueCount: 0,
  supervised: false,
  answer: null,
  evidence: [],
  redoCount: 0,
  redoing: false,
  redoReason: null,
  silences: 0,
  verifiedBy: null,
  endReason: null,
  ending: null,
};
const clock = (name: string): StoredClock => ({ name, token: '1', state: 'running', due: false, rungsFired: [] });
const HANDLING = { 'handling@task.withDoer': clock('handling') };
const ACTIVE = 'task.withDoer.handling.active';

function old(value: Stored['value'], clocks: Stored['clocks'], context: JsonObject = OLD): Stored {
  const rest = { policy: 'p2', status: 'active', history: {}, children: {}, tokens: 1 } as const;
  return { workflow: 'task', definition: 2, value, clocks, context, ...rest };
}

/** The numbers a case of version 2 was pinned to. */
function policyOf2(): JsonObject {
  const policy = JSON.parse(JSON.stringify(taskPresets.standard)) as JsonObject;
  const later = ['admissionCheck', 'secondInLinePercent', 'transfersMost', 'consent', 'timetableParts', 'longFromDays'];
  return Object.fromEntries(
    Object.entries(policy).filter(
      ([key]) => ![...later, 'signedParts', 'answerSigning', 'contactPercent'].includes(key),
    ),
  );
}

describe('a task stored by version 2', () => {
  test.each<[string, Stored['value'], Stored['clocks']]>([
    [
      'dispatched',
      { withDoer: 'dispatched' },
      { ...HANDLING, 'acceptance@task.withDoer.dispatched': clock('acceptance') },
    ],
    ['at work', { withDoer: { handling: { active: 'working' } } }, HANDLING],
    [
      'asking for more time',
      { withDoer: { handling: { active: 'extensionAsked' } } },
      { ...HANDLING, [`extensionApproval@${ACTIVE}.extensionAsked`]: clock('extensionApproval') },
    ],
    ['on hold', { withDoer: { handling: 'held' } }, { ...HANDLING, 'hold@task.withDoer.handling.held': clock('hold') }],
    ['returned', 'returned', { 'redispatch@task.returned': clock('redispatch') }],
    ['in arbitration', 'arbitration', { 'arbitration@task.arbitration': clock('arbitration') }],
    [
      'being verified',
      { verification: 'bySupervisors' },
      { 'verification@task.verification.bySupervisors': clock('verification') },
    ],
  ])('that is %s stands where it stood, with its clocks, and can go on', (_where, value, clocks) => {
    const migrated = migrateStored(registered, old(value, clocks));
    expect([migrated.definition, migrated.value, migrated.clocks]).toEqual([4, value, clocks]);
    const able = abilities(registered, migrated, { at, on: at.slice(0, 10), by, policy: policyOf2() });
    expect(able.length).toBeGreaterThan(1);
  });

  test('knows its holders as far as its returns tell, and what was never asked is not known', () => {
    const { context } = migrateStored(registered, old({ withDoer: { handling: { active: 'working' } } }, HANDLING));
    expect(context).toMatchObject({ ...OLD, contact: null, matter: null, from: null, transfers: 0, assists: [] });
    expect(context['holdings']).toEqual([
      { unit: 'water', from: at, to: at, why: 'dispatched', note: null },
      { unit: 'roads', from: at, to: null, why: 'reassigned', note: null },
    ]);
  });

  test('under the policy it was pinned to is finished without a signature, as it was promised', () => {
    const stored = migrateStored(registered, old({ withDoer: { handling: { active: 'working' } } }, HANDLING));
    const event: EngineEvent = { kind: 'act', act: 'finish', input: { answer: 'text', evidence: ['file'] } };
    const outcome = step(registered, stored, { event, at, on: at.slice(0, 10), by, policy: policyOf2() });
    expect(outcome.kind === 'stepped' && outcome.stored.value).toEqual({ verification: 'bySupervisors' });
  });

  test('that has ended stays as it ended', () => {
    const ended = { ...old('verified', {}), status: 'done' as const };
    expect(migrateStored(registered, ended)).toMatchObject({ definition: 4, status: 'done', value: 'verified' });
  });
});
