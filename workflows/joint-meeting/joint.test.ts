import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { jointMeetingWorkflow } from './index.js';
import {
  answered,
  ASSIST,
  called,
  CALLED,
  DONE,
  drafted,
  FOUND,
  LEAD,
  MINUTE,
  NAMED,
  opposed,
  sharing,
  sitting,
  SITTING,
  unitsAs,
  withUpper,
} from './joint.fixture.js';

const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);
const audienceOf = (walk: CaseWalk, clock: string, rung: string): unknown =>
  jointMeetingWorkflow.clocks[clock]?.rungs?.(walk.context, walk.policy).find(({ name }) => name === rung)?.audience;
describe('a joint meeting', () => {
  test('ends with one minute whose duties are tasks, and lasts until all of them have ended', () => {
    const walk = drafted().act('confirmMinute', { unit: 'jyg' }, 'jyg').act('signMinute', {}, 'chair');
    const tasks = walk.effects.filter(({ kind }) => kind === 'startChild');
    expect(tasks).toEqual([
      expect.objectContaining({
        id: 'duty-1',
        workflow: 'task',
        input: expect.objectContaining({ unit: 'qilian', part: 'lead', issue: 'joint-1', origin: 'joint-meeting' }),
      }),
      expect.objectContaining({
        id: 'duty-2',
        input: expect.objectContaining({ unit: 'jyg', part: 'assist', matter: 'drainage', contact: 'qilian-roads' }),
      }),
    ]);
    expect(walk.performed('publishMinutes')).toEqual([{ unit: 'road', title: 'text-road', minutes: 'text-minute' }]);
    walk.childDone('duty-2', { ...DONE, unit: 'jyg', answer: null, evidence: ['file-2'] });
    expect(walk.value).toBe('carrying');
    walk.childDone('duty-1', DONE);
    expect([walk.value, walk.output]).toEqual([
      'settled',
      {
        result: 'settled',
        minutes: 'text-minute',
        duties: [
          { id: 'duty-1', unit: 'qilian', part: 'lead', instruction: 'text-lead', matter: null, result: 'verified' },
          {
            id: 'duty-2',
            unit: 'jyg',
            part: 'assist',
            instruction: 'text-assist',
            matter: 'drainage',
            result: 'verified',
          },
        ],
        owner: 'qilian',
        answer: 'text-answer',
        evidence: ['file-1', 'file-2'],
      },
    ]);
  });

  test('that is confidential publishes nothing, and its tasks are confidential too', () => {
    const walk = drafted({ confidential: true }).act('confirmMinute', { unit: 'jyg' }, 'jyg').act('signMinute');
    expect(walk.performed('publishMinutes')).toEqual([]);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'startChild', input: expect.objectContaining({ confidential: true }) }),
    );
    expect(walk.summary.visibility).toBe('confidential');
  });

  test('on a task nobody wants tells that task its owner, once it is signed', () => {
    const walk = sitting({ task: 'task-9', round: 2 })
      .act('draftMinute', NAMED)
      .act('confirmMinute', { unit: 'jyg' }, 'jyg');
    expect(walk.told).toEqual([]);
    expect(walk.act('signMinute').told).toEqual([
      { target: { case: 'task-9' }, type: 'owner.named', payload: { unit: 'qilian', minutes: 'joint-1' } },
    ]);
    expect(walk.summary.lookups).toContainEqual({ key: 'disputedTask', value: 'task-9:2', unique: true });
  });

  test('that a person calls settles nobody’s task, whatever they send along', () => {
    const input = { ...CALLED, task: 'task-9', caller: 'wang' };
    const walk = CaseWalk.start(jointMeetingWorkflow, { input, caseId: 'joint-1', starter: 'li' });
    expect([walk.context['task'], walk.context['caller'], walk.summary.lookups]).toEqual([null, 'li', []]);
  });

  test('asks the registry who chairs, and follows its answer', () => {
    const walk = called();
    expect(walk.performed('findChair')).toEqual([
      { unit: 'qilian', place: 'road', departments: ['jyg', 'roads'], first: 'qilian-roads' },
    ]);
    withUpper(walk);
    expect([unitsAs(walk, 'chair'), unitsAs(walk, 'upper'), walk.summary.category]).toEqual([
      ['city'],
      ['province'],
      'crossing',
    ]);
  });
});

describe('a summons', () => {
  test('goes to every unit at once and is answered by each of them', () => {
    const walk = called().act('setSitting', SITTING, 'chair');
    expect(walk.performed('tellUnits')).toEqual([
      { units: ['jyg', 'roads'], about: 'joint_summons', leaders: false, text: 'text-road' },
    ]);
    walk.act('confirmAttendance', { unit: 'jyg' }, 'a');
    expect(walk.value).toBe('answering');
    expect(refusals(walk, ['confirmAttendance', { unit: 'water' }, 'a'])).toEqual(['isSummoned']);
    expect(walk.act('sendExcuse', { unit: 'roads', reason: 'r' }, 'b').value).toBe('waiting');
  });

  test('that is not answered is told to the leader of that unit alone and to the tier above', () => {
    const walk = withUpper(called()).act('setSitting', SITTING).act('confirmAttendance', { unit: 'jyg' });
    expect(audienceOf(walk, 'answering', 'red')).toEqual(
      expect.arrayContaining([
        { role: 'leader', of: 'expected' },
        { role: 'leader', of: 'upper' },
      ]),
    );
    expect(unitsAs(walk, 'expected')).toEqual(['roads']);
    walk.due('answering');
    expect([walk.value, walk.context['summons']]).toEqual([
      'waiting',
      [
        expect.objectContaining({ unit: 'jyg', answer: 'confirmed' }),
        expect.objectContaining({ unit: 'roads', answer: 'silent' }),
      ],
    ]);
    walk.act('confirmAttendance', { unit: 'roads' });
    expect(unitsAs(walk, 'expected')).toEqual([]);
  });

  test('may refuse an excuse once; the unit is expected again', () => {
    const walk = answered();
    expect(refusals(walk, ['refuseExcuse', { unit: 'jyg', reason: 'r' }, 'c'])).toEqual(['isExcuseRefusable']);
    walk.act('refuseExcuse', { unit: 'roads', reason: 'r' }).act('sendExcuse', { unit: 'roads', reason: 'r' });
    expect(refusals(walk, ['refuseExcuse', { unit: 'roads', reason: 'r' }, 'c'])).toEqual(['isExcuseRefusable']);
  });

  test('is for a day the rules allow, and is moved once with a reason', () => {
    for (const startsAt of ['2026-11-01T00:00:00.000Z', '2026-12-24T00:00:00.000Z'])
      expect(refusals(called(), ['setSitting', { ...SITTING, startsAt }, 'c'])).toEqual(['isInTime']);
    const walk = answered().act('postpone', { ...SITTING, startsAt: '2026-11-05T01:00:00.000Z', reason: 'r' });
    expect([walk.value, unitsAs(walk, 'expected')]).toEqual(['answering', ['jyg', 'roads']]);
    walk.due('answering');
    expect(refusals(walk, ['postpone', { ...SITTING, reason: 'r' }, 'c'])).toContain('mayPostpone');
  });

  test('is called off with a reason, but never where an owner is in dispute', () => {
    expect(called().act('callOff', { reason: 'text-solved' }).output).toMatchObject({
      result: 'cancelled',
      owner: null,
    });
    expect(refusals(called({ task: 'task-9' }), ['callOff', { reason: 'r' }, 'li'])).toEqual(['mayCallOff']);
  });
});

describe('a sitting nobody comes to', () => {
  const missed = (more: JsonObject = {}): CaseWalk => answered(more).due('sitting').act('reportNobody');
  const again = { ...SITTING, startsAt: '2026-11-06T01:00:00.000Z' };

  test('is convened once more with the leaders', () => {
    const walk = missed().act('setSitting', again);
    expect(walk.performed('tellUnits')).toEqual([
      expect.objectContaining({ about: 'joint_summons_leaders', leaders: true, units: ['jyg', 'roads'] }),
    ]);
  });

  test('twice leaves the matter with the district that received it first, by name', () => {
    const walk = missed({ task: 'task-9' }).tell('chair.found', FOUND).act('setSitting', again);
    walk.due('answering').due('sitting').act('reportNobody');
    expect(walk.told).toEqual([
      { target: { case: 'task-9' }, type: 'owner.named', payload: { unit: 'qilian', minutes: 'joint-1' } },
    ]);
    expect(walk.output).toMatchObject({ result: 'failed', owner: 'qilian', minutes: null, duties: [] });
  });

  test('counts as one that nobody opened', () => {
    const walk = answered().due('sitting').due('opening');
    expect([walk.value, walk.context['misses']]).toEqual(['preparing', 1]);
    walk.act('setSitting', again).due('answering').due('sitting').due('opening');
    expect(walk.output).toMatchObject({ result: 'failed', owner: 'qilian-roads' });
  });

  test('is not opened with units that were never summoned, or with none', () => {
    const walk = answered().due('sitting');
    expect(refusals(walk, ['openSitting', { attendance: ['stranger'] }, 'c'])).toEqual(['areEnough']);
    expect(refusals(walk, ['openSitting', { attendance: [] }, 'c'])).toEqual(['areEnough']);
  });

  test('is what a chair comes to who never names a day: reminded twice, then it is kept', () => {
    const walk = called().due('preparing').due('preparing');
    expect([walk.value, walk.context['silences']]).toEqual(['preparing', 2]);
    expect(walk.due('preparing').output).toMatchObject({ result: 'failed' });
  });
});

describe('a minute', () => {
  test.each([
    ['nobody leads', { ...MINUTE, duties: [ASSIST] }],
    ['two lead', sharing({ part: 'lead' })],
    ['a unit has two duties', sharing({ unit: 'qilian' })],
    ['a stranger has a duty', sharing({ unit: 'water' })],
    ['a stranger owns it', { ...MINUTE, owner: 'water' }],
    ['it settles nothing', { ...MINUTE, duties: [], owner: null }],
  ])('is none when %s', (_why, input) => {
    expect(refusals(sitting(), ['draftMinute', input as JsonObject, 'c'])).toEqual(['isMinuteWhole']);
  });

  test('on a dispute about an owner names one, who leads by the task itself', () => {
    const disputed = sitting({ task: 'task-9' });
    for (const input of [{ ...NAMED, owner: null }, MINUTE, { ...NAMED, owner: 'jyg' }])
      expect(refusals(disputed, ['draftMinute', input, 'c'])).toEqual(['isMinuteWhole']);
    expect(disputed.act('draftMinute', NAMED, 'c').value).toBe('confirming');
    expect(sitting().act('draftMinute', { ...MINUTE, owner: null }, 'c').value).toBe('confirming');
  });

  test('is confirmed by silence, which is recorded as silence', () => {
    const walk = drafted().due('confirming');
    expect([walk.value, walk.context['replies']]).toEqual([
      'signing',
      [expect.objectContaining({ unit: 'jyg', how: 'silent' })],
    ]);
  });

  test('is put to whoever was there and to absent units with a duty, never to the chair', () => {
    const walk = sitting().act('draftMinute', sharing({ unit: 'roads' }));
    expect(unitsAs(walk, 'unheard')).toEqual(['jyg', 'roads']);
    expect(refusals(walk, ['confirmMinute', { unit: 'qilian' }, 'q'])).toEqual(['isUnheard']);
    walk.act('confirmMinute', { unit: 'jyg' });
    expect(refusals(walk, ['objectToMinute', { unit: 'jyg', reason: 'r' }, 'j'])).toEqual(['isUnheard']);
  });

  test('is never signed by itself: the tier above is asked too', () => {
    const walk = drafted().due('confirming').due('signing').due('signing');
    expect([walk.value, walk.context['silences']]).toEqual(['signing', 2]);
    expect(jointMeetingWorkflow.acts['signMinute']?.who).toContainEqual({
      role: 'leader',
      of: 'upper',
      not: ['drafter'],
    });
  });

  test('is signed by nobody who drafted it, of the chair or above, nor do they keep the dissent', () => {
    expect(drafted().parties).toContainEqual({ relation: 'drafter', person: 'chair' });
    for (const act of ['signMinute', 'keepDissent']) {
      const who = jointMeetingWorkflow.acts[act]?.who ?? [];
      expect([act, who.length > 0 && who.every(({ not }) => not?.includes('drafter') === true)]).toEqual([act, true]);
    }
  });

  test('of a chair with one officer is countersigned, when its time to sign is over, by another unit that was there', () => {
    const walk = drafted().due('confirming');
    const leader = { role: 'leader', of: 'countersigner', not: ['drafter'] };
    expect(jointMeetingWorkflow.acts['signMinute']?.who).toContainEqual(leader);
    expect(unitsAs(walk, 'countersigner')).toEqual([]);
    walk.due('signing');
    expect([walk.value, unitsAs(walk, 'countersigner')]).toEqual(['signing', ['jyg']]);
    expect(audienceOf(walk, 'signing', 'remind')).toContainEqual(leader);
    expect([walk.act('signMinute', {}, 'jyg').value, walk.context['signedBy']]).toEqual(['carrying', 'jyg']);
  });

  test('takes statements of units at the table only', () => {
    const walk = sitting().act('makeStatement', { unit: 'jyg', statement: 'text-view' }, 'jyg');
    expect(walk.context['statements']).toEqual([expect.objectContaining({ unit: 'jyg', text: 'text-view' })]);
    expect(refusals(walk, ['makeStatement', { unit: 'water', statement: 't' }, 'w'])).toEqual(['isAtTable']);
  });
});

describe('an objection', () => {
  test('is met by a revision that all are asked about anew, a limited number of times', () => {
    const walk = opposed().act('reviseMinute', MINUTE).act('objectToMinute', { unit: 'jyg', reason: 'r' });
    walk.act('reviseMinute', MINUTE).act('objectToMinute', { unit: 'jyg', reason: 'r' });
    expect(refusals(walk, ['reviseMinute', MINUTE, 'c'])).toEqual(['mayRevise']);
    expect(walk.act('keepDissent', { reason: 'text-stands' }).value).toBe('signing');
    expect(walk.context['dissent']).toEqual([{ unit: 'jyg', reason: 'r' }]);
  });

  test('goes to the tier above, which upholds the minute or settles it otherwise', () => {
    const upheld = withUpper(opposed()).act('referUp', { reason: 'r' }).act('upholdMinute', { reason: 'text-law' });
    expect([upheld.value, upheld.context['ruling']]).toEqual(['signing', 'text-law']);
    const other = { ...MINUTE, owner: 'jyg', duties: [{ ...LEAD, unit: 'jyg' }] };
    const settled = withUpper(opposed()).act('referUp', { reason: 'r' }).act('rewriteMinute', other);
    expect([settled.value, settled.context['minute']]).toEqual(['signing', expect.objectContaining({ owner: 'jyg' })]);
  });

  test('stands as dissent where nothing is above, and where those above are silent', () => {
    expect(refusals(opposed(), ['referUp', { reason: 'r' }, 'c'])).toEqual(['hasUpper']);
    const dissent = [{ unit: 'jyg', reason: 'text-no' }];
    expect(opposed().due('weighing').context['dissent']).toEqual(dissent);
    const silent = withUpper(opposed()).due('weighing').due('deciding');
    expect([silent.value, silent.context['dissent']]).toEqual(['signing', dissent]);
  });
});

describe('every way through a joint meeting', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(called(), {
      acts: {
        setSitting: [SITTING],
        postpone: [{ ...SITTING, reason: 'r' }],
        confirmAttendance: [{ unit: 'jyg' }, { unit: 'roads' }],
        sendExcuse: [
          { unit: 'roads', reason: 'r' },
          { unit: 'jyg', reason: 'r' },
        ],
        refuseExcuse: [{ unit: 'roads', reason: 'r' }],
        callOff: [{ reason: 'r' }],
        openSitting: [{ attendance: ['jyg'] }],
        makeStatement: [{ unit: 'jyg', statement: 's' }],
        draftMinute: [MINUTE],
        reviseMinute: [MINUTE],
        rewriteMinute: [MINUTE],
        confirmMinute: [{ unit: 'jyg' }],
        objectToMinute: [{ unit: 'jyg', reason: 'r' }],
        keepDissent: [{ reason: 'r' }],
        referUp: [{ reason: 'r' }],
        upholdMinute: [{ reason: 'r' }],
      },
      told: { 'chair.found': [{ ...FOUND, upper: 'province' }], 'unit.succeeded': [{ from: 'jyg', to: 'limin' }] },
      children: { task: [DONE] },
      persons: ['p1', 'p2'],
      situation: ({ context }) =>
        JSON.stringify([
          context['upper'] !== null,
          context['misses'],
          context['revisions'],
          context['silences'],
          (context['summons'] as { answer: string }[]).map(({ answer }) => answer),
          ((context['minute'] as { duties: { result: string }[] } | null)?.duties ?? []).map(({ result }) => result),
        ]),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(jointMeetingWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(
      [
        'answering',
        'cancelled',
        'carrying',
        'confirming',
        'deciding',
        'deliberating',
        'kept',
        'opening',
        'opposed',
        'preparing',
        'settled',
        'signing',
        'waiting',
      ].sort(),
    );
  }, 60_000);

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(jointMeetingWorkflow))).toEqual([]);
  });
});
