import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import { dispatched, dueOf, handedIn, inArbitration, refusals, RETURN, working } from './task.fixture.js';

const holders = (walk: CaseWalk): unknown[] =>
  (walk.context['holdings'] as JsonObject[]).map(({ unit, why, to }) => [unit, why, to === null]);
const FIVE_DAYS = { amount: 5, unit: 'workingDay', calendar: 'office' };
const gone = (to: string | null): JsonObject => ({ from: 'dept-water', to, reason: 'merged' });

describe('work that is handed down', () => {
  test('is held against the admission register before the unit is asked; its time runs meanwhile', () => {
    const walk = dispatched({ from: 'dept-health' });
    expect(walk.value).toEqual({ withDoer: 'admission' });
    expect(walk.clocks).toEqual(['admissionCheck', 'handling']);
    expect(walk.performed('checkAdmission')).toEqual([
      { task: 'case-1', matter: 'leak', from: 'dept-health', unit: 'dept-water', place: 'building-1' },
    ]);
    walk.tell('admission.checked', { admitted: true, entry: 'entry-7', reason: null });
    expect(walk.value).toEqual({ withDoer: 'dispatched' });
  });

  test('goes back to the dispatcher when it is not on the register, which is no return of the unit', () => {
    const walk = dispatched({ from: 'dept-health' }).tell('admission.checked', {
      admitted: false,
      entry: null,
      reason: 'not_listed',
    });
    expect(walk.value).toBe('returned');
    expect(walk.context).toMatchObject({ returns: [], admission: { admitted: false, reason: 'not_listed' } });
    expect(walk.performed('tellOffices')).toMatchObject([{ about: 'task_not_admitted' }]);
  });

  test('is the unit’s own to judge when the register is silent', () => {
    expect(dispatched({ from: 'dept-health' }).due('admissionCheck').value).toEqual({ withDoer: 'dispatched' });
  });
});

describe('returned', () => {
  test('by everybody it names every unit in dispute, and the arbiter may rule that nobody fits', () => {
    const walk = dispatched({}, { returnsMost: 4 });
    for (const unit of ['dept-roads', 'dept-power', 'street-1'])
      walk.act('returnTask', RETURN).act('reassign', { unit });
    walk.act('returnTask', RETURN);
    expect(walk.performed('findArbiter')).toEqual([
      { units: ['dept-water', 'dept-roads', 'dept-power', 'street-1'], place: 'building-1', round: 4 },
    ]);
    walk.tell('arbiter.found', { unit: 'city-1', fallback: 'district-1', round: 4 });
    walk.act('nobodyFits', { reason: 'text-nobody' }, 'mayor');
    expect(walk.context).toMatchObject({ unit: 'district-1', owned: true });
    expect(walk.performed('tellOffices')).toMatchObject([{ about: 'task_fallback' }]);
    expect(refusals(walk, 'returnTask', RETURN)).toContain('mayReturn');
  });

  test('a silent arbiter leaves it to the fallback owner, or to the unit asked first where none was found', () => {
    const known = inArbitration()
      .tell('arbiter.found', { unit: 'city-1', fallback: 'district-1', round: 2 })
      .due('arbitration');
    expect([known.value, known.context['unit']]).toEqual([{ withDoer: 'dispatched' }, 'district-1']);
    expect(dueOf(known, 'handling')).toEqual(FIVE_DAYS);
    expect(inArbitration().due('arbitration').context).toMatchObject({ unit: 'dept-water', owned: true });
  });

  test('is not ruled on by the answer to an earlier round, nor by whoever ruled then', () => {
    const walk = inArbitration();
    for (const unit of [null, 'city-1']) {
      walk.tell('arbiter.found', { unit, fallback: 'district-1', round: 1 });
      expect([walk.value, walk.context['arbiter'], walk.context['fallback']]).toEqual(['arbitration', null, null]);
    }
    walk.tell('arbiter.found', { unit: 'city-1', fallback: 'district-1', round: 2 });
    walk.act('assignOwner', { unit: 'dept-power', reason: 'r' }, 'mayor');
    walk.tell('arbiter.found', { unit: null, fallback: 'district-2', round: 2 });
    expect(walk.context).toMatchObject({ unit: 'dept-power', arbiter: 'city-1', fallback: 'district-1' });
    const again = walk.tell('unit.succeeded', { from: 'dept-power', to: null, reason: 'r' }).due('redispatch');
    expect([again.value, again.context['arbiter']]).toEqual(['arbitration', null]);
  });

  test('with nothing above them all the first-received district leads until the joint meeting names the owner', () => {
    const walk = inArbitration().tell('arbiter.found', { unit: null, fallback: 'district-1', round: 2 });
    expect(walk.performed('callJointMeeting')).toEqual([
      { task: 'case-1', units: ['dept-water', 'dept-roads'], place: 'building-1', title: 'text-title' },
    ]);
    expect(walk.context).toMatchObject({ unit: 'district-1', provisional: true, owned: true });
    walk.act('accept').tell('owner.named', { unit: 'dept-roads', minutes: 'meeting-1' });
    expect(walk.value).toEqual({ withDoer: 'dispatched' });
    expect(dueOf(walk, 'handling')).toEqual(FIVE_DAYS);
    expect(walk.performed('learnOwner')).toMatchObject([{ owner: 'dept-roads', returnedBy: ['dept-water'] }]);
    expect(holders(walk)).toEqual([
      ['dept-water', 'dispatched', false],
      ['dept-roads', 'reassigned', false],
      ['district-1', 'provisional', false],
      ['dept-roads', 'jointMeeting', true],
    ]);
  });

  test('a meeting that names the unit which leads already changes neither its work nor its time', () => {
    const walk = inArbitration().tell('arbiter.found', { unit: null, fallback: 'district-1', round: 2 }).act('accept');
    const { value } = walk;
    walk.tell('owner.named', { unit: 'district-1', minutes: 'meeting-1' });
    expect([walk.value, walk.context['provisional'], walk.effects]).toEqual([value, false, []]);
    walk.tell('owner.named', { unit: 'dept-roads', minutes: 'meeting-2' });
    expect(walk.context['unit']).toBe('district-1');
  });

  test('whose it was is learned when it is accepted after a return, and when an owner is named', () => {
    const accepted = dispatched().act('returnTask', RETURN).act('reassign', { unit: 'dept-roads' }).act('accept');
    expect(accepted.performed('learnOwner')).toEqual([
      {
        task: 'case-1',
        matter: 'leak',
        place: 'building-1',
        owner: 'dept-roads',
        returnedBy: ['dept-water'],
        grounds: ['not_our_duty'],
      },
    ]);
    const named = inArbitration().act('assignOwner', { unit: 'dept-power', reason: 'text-ruling' }, 'mayor');
    expect(named.performed('learnOwner')).toMatchObject([
      { owner: 'dept-power', returnedBy: ['dept-water', 'dept-roads'] },
    ]);
    expect(working().performed('learnOwner')).toEqual([]);
  });
});

describe('a transfer', () => {
  test('keeps the history, gives the new holder a time of its own and remembers who worked on it', () => {
    const walk = working().act('transfer', { unit: 'dept-power', reason: 'text-why' }, 'chen');
    expect(walk.value).toEqual({ withDoer: 'dispatched' });
    expect(dueOf(walk, 'handling')).toEqual(FIVE_DAYS);
    expect(holders(walk)).toEqual([
      ['dept-water', 'dispatched', false],
      ['dept-power', 'transferred', true],
    ]);
    expect(walk.context).toMatchObject({ handlers: [], formerHandlers: ['lin'] });
    expect(walk.parties).toContainEqual({ relation: 'formerHandler', person: 'lin' });
  });

  test('that another unit is asked for needs its consent; until then the time runs and silence changes nothing', () => {
    const walk = working().act('proposeTransfer', { unit: 'dept-power', reason: 'text-why' }, 'he');
    expect(walk.parties).toContainEqual({ relation: 'nominee', unit: 'dept-power' });
    expect(walk.clocks).toEqual(['consent', 'handling']);
    const silent = walk.fork().due('consent');
    expect([silent.value, silent.context['unit']]).toEqual([
      { withDoer: { handling: { active: 'working' } } },
      'dept-water',
    ]);
    expect(silent.context['answers']).toMatchObject([{ kind: 'transfer', decision: 'lapsed' }]);
    const taken = walk.act('takeOver', {}, 'power-leader');
    expect(taken.context).toMatchObject({ unit: 'dept-power', owned: true, nominee: null });
    expect(dueOf(taken, 'handling')).toEqual(FIVE_DAYS);
    expect(refusals(taken, 'returnTask', RETURN)).toContain('mayReturn');
  });

  test('is limited, never of an emergency or of what arbitration has given, and never to the same unit', () => {
    const order = { unit: 'dept-power', reason: 'r' };
    expect(refusals(working({ part: 'emergency' }), 'transfer', order)).toContain('mayTransfer');
    expect(refusals(working({}, { transfersMost: 0 }), 'transfer', order)).toContain('mayTransfer');
    expect(refusals(working(), 'transfer', { ...order, unit: 'dept-water' })).toContain('isAnotherUnit');
    const owned = inArbitration().act('assignOwner', { unit: 'dept-roads', reason: 'r' }, 'mayor');
    expect(refusals(owned, 'transfer', order)).toContain('mayTransfer');
  });
});

describe('a unit that is merged or closed', () => {
  test('is followed by its successor with a time of its own, wherever the work stands', () => {
    for (const walk of [dispatched(), working(), working().act('askHold', HOLD_ORDER).act('approveHold')]) {
      walk.tell('unit.succeeded', gone('dept-new'));
      expect([walk.value, walk.context['unit']]).toEqual([{ withDoer: 'dispatched' }, 'dept-new']);
      expect(dueOf(walk, 'handling')).toEqual(FIVE_DAYS);
    }
  });

  test('without a successor gives the task back to the dispatcher, and that is no return', () => {
    const walk = working().tell('unit.succeeded', gone(null));
    expect([walk.value, walk.context['returns'], walk.context['handlers']]).toEqual(['returned', [], []]);
  });

  test('while its work is verified only changes its name; sent back without a successor it goes to the dispatcher', () => {
    const heir = handedIn().tell('unit.succeeded', gone('dept-new'));
    expect(heir.context['unit']).toBe('dept-new');
    expect(heir.act('sendBack', { reason: 'r' }, 'sun').value).toEqual({
      withDoer: { handling: { active: 'working' } },
    });
    const orphan = handedIn().tell('unit.succeeded', gone(null)).act('sendBack', { reason: 'r' }, 'sun');
    expect(orphan.value).toBe('returned');
  });

  test('another unit’s end changes nothing but what is remembered of it', () => {
    const walk = working({ contact: 'dept-old' }).tell('unit.succeeded', {
      from: 'dept-old',
      to: 'dept-new',
      reason: 'm',
    });
    expect(walk.context).toMatchObject({ unit: 'dept-water', contact: 'dept-new' });
  });
});

const HOLD_ORDER = { ground: 'weather', reason: 'text-rain', days: 5, evidence: [] };
