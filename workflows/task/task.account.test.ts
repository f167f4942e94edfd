import { describe, expect, test } from '@jest/globals';

import { instant, JournalScript } from '#libs/testing/walk';

import { taskAccount } from './task.account.js';

const ORDER = { issue: 'issue-1', unit: 'water', place: 'b1', part: 'lead', confidential: false };
const CLOCKS = { acceptance: '03-03T09:00', handling: '03-09T09:00' };

const SUCCEEDED = { from: 'water', to: 'works', reason: 'r' };

const given = (): JournalScript => JournalScript.start('03-02T09:00', ORDER, { armed: CLOCKS, child: 'lead-1' });
const accepted = (): JournalScript => given().act('03-02T10:00', 'accept', {}, { by: 'lin' });
const finished = (day: string): JournalScript => accepted().act(day, 'finish', {}, { off: ['handling'], by: 'lin' });
const facts = ({ lines }: JournalScript) => taskAccount(lines);
const turns = (script: JournalScript) => facts(script)?.turns ?? [];

describe('a turn with a task', () => {
  test('that goes well is accepted, handed in before it is due, and verified', () => {
    const script = finished('03-06T09:00').act('03-07T09:00', 'verify', {}, { ended: { result: 'verified' } });
    expect(facts(script)).toMatchObject({
      issue: 'issue-1',
      child: 'lead-1',
      verifiedAt: instant('03-07T09:00'),
      ending: 'verified',
      turns: [
        { unit: 'water', acceptedAt: instant('03-02T10:00'), finishedAt: instant('03-06T09:00'), overdue: false },
      ],
    });
  });

  test.each([
    ['a minute before', '03-09T08:59', false],
    ['at the instant', '03-09T09:00', true],
    ['after', '03-10T09:00', true],
  ])('handed in %s it is due is late: %s %s', (...[, day, isLate]) => {
    expect(turns(finished(day))[0]?.overdue).toBe(isLate);
  });

  test('is late although the worker was late to say so, and stays late however it goes on', () => {
    const late = accepted()
      .clock('03-09T09:00', 'handling')
      .act('03-09T10:00', 'finish', {}, { off: ['handling'] });
    late.act('03-10T09:00', 'sendBack', {}, { armed: { handling: '03-13T09:00' }, off: ['verification'] });
    late.act('03-11T09:00', 'finish', {}, { off: ['handling'] });
    expect(turns(late)).toMatchObject([{ overdue: true, redo: 1, finishedAt: instant('03-11T09:00') }]);
  });

  test('that is sent back is not finished until it is handed in again', () => {
    const again = finished('03-06T09:00').act(
      '03-07T09:00',
      'sendBack',
      {},
      { armed: { handling: '03-11T09:00' }, off: ['x'] },
    );
    expect(turns(again)).toMatchObject([{ redo: 1, finishedAt: null, dueAt: instant('03-11T09:00'), overdue: false }]);
  });

  test('that is returned is over, and the next unit has a turn of its own', () => {
    const script = given()
      .act('03-02T11:00', 'returnTask', { ground: 'not_our_duty' }, { off: ['handling', 'acceptance'] })
      .act('03-03T09:00', 'reassign', { unit: 'roads' }, { armed: { handling: '03-10T09:00' }, off: ['redispatch'] });
    expect(turns(script)).toMatchObject([
      {
        unit: 'water',
        returnedAt: instant('03-02T11:00'),
        returnGround: 'not_our_duty',
        dueAt: null,
        finishedAt: null,
      },
      { unit: 'roads', givenBy: 'dispatcher', dueAt: instant('03-10T09:00'), overdue: false },
    ]);
  });

  test('made somebody’s by arbitration is not the dispatcher’s; nobody ruling makes the first-asked unit the owner', () => {
    const returned = (): JournalScript =>
      given().act(
        '03-02T11:00',
        'returnTask',
        { ground: 'g' },
        { off: ['handling'], armed: { arbitration: '03-04T09:00' } },
      );
    const ruled = returned().act(
      '03-03T09:00',
      'assignOwner',
      { unit: 'roads' },
      { armed: { handling: '03-10T09:00' } },
    );
    expect(facts(ruled)).toMatchObject({ arbitrations: 1, turns: [{}, { unit: 'roads', givenBy: 'arbiter' }] });
    expect(turns(returned().clock('03-04T09:00', 'arbitration'))[1]).toMatchObject({
      unit: 'water',
      givenBy: 'arbiter',
    });
  });

  test('on an approved hold has no due instant meanwhile, and the hold is measured', () => {
    const held = accepted().act('03-04T09:00', 'approveHold', {}, { armed: { handling: null } });
    expect(turns(held)).toMatchObject([{ heldSince: instant('03-04T09:00'), holds: 1 }]);
    held.act('03-05T09:00', 'resume', {}, { armed: { handling: '03-12T09:00' } });
    expect(turns(held)).toMatchObject([{ heldSince: null, heldMs: 86_400_000, dueAt: instant('03-12T09:00') }]);
  });

  test('on hold stays on hold since the same instant when a calendar is edited meanwhile', () => {
    const held = accepted().act('03-04T09:00', 'approveHold', {}, { armed: { handling: null } });
    held.measured('03-06T09:00', { handling: null });
    expect(turns(held)).toMatchObject([{ heldSince: instant('03-04T09:00') }]);
    held.act('03-07T09:00', 'resume', {}, { armed: { handling: '03-12T09:00' } });
    expect(turns(held)).toMatchObject([{ heldMs: 3 * 86_400_000, holds: 1 }]);
  });

  test('counts extensions that were granted and refused', () => {
    const script = accepted()
      .act('03-05T09:00', 'grantExtension', {}, { armed: { handling: '03-12T09:00' } })
      .act('03-10T09:00', 'leaderRefuseExtension');
    expect(turns(script)).toMatchObject([{ extensions: 1, extensionsRefused: 1, dueAt: instant('03-12T09:00') }]);
  });

  test('taken over by silence was not answered', () => {
    expect(turns(given().clock('03-03T09:00', 'acceptance'))).toMatchObject([
      { acceptedAt: null, acceptedBySilence: true },
    ]);
  });

  test('a transfer that the other unit takes over ends the turn', () => {
    const proposed = accepted().act('03-04T09:00', 'proposeTransfer', { unit: 'roads', reason: 'r' });
    proposed.act('03-05T09:00', 'takeOver', {}, { armed: { handling: '03-12T09:00' }, off: ['handling'] });
    expect(turns(proposed)).toMatchObject([{ leftAt: instant('03-05T09:00'), finishedAt: null }, { unit: 'roads' }]);
  });

  test('passes to a unit that succeeds another with a time of its own; what was late stays with the one before', () => {
    const anew = { off: ['handling'], armed: { handling: '03-19T09:00' } };
    expect(turns(accepted().told('03-04T09:00', 'unit.succeeded', SUCCEEDED, anew))).toMatchObject([
      { leftAt: instant('03-04T09:00'), dueAt: null, overdue: false },
      { unit: 'works', dueAt: instant('03-19T09:00'), finishedAt: null },
    ]);
    const late = accepted().clock('03-09T09:00', 'handling').told('03-12T09:00', 'unit.succeeded', SUCCEEDED, anew);
    expect(turns(late)).toMatchObject([
      { dueAt: instant('03-09T09:00'), overdue: true },
      { unit: 'works', dueAt: instant('03-19T09:00'), overdue: false },
    ]);
  });

  test('whose unit is succeeded while the work is verified owes nothing new until it is sent back', () => {
    const heir = finished('03-06T09:00').told('03-07T09:00', 'unit.succeeded', SUCCEEDED);
    expect(turns(heir)).toMatchObject([{ finishedAt: instant('03-06T09:00') }, { unit: 'works', dueAt: null }]);
    heir.act('03-08T09:00', 'sendBack', {}, { off: ['verification'], armed: { handling: '03-12T09:00' } });
    expect(turns(heir)[1]).toMatchObject({ redo: 1, dueAt: instant('03-12T09:00') });
  });

  test('is not given to the successor of a unit that has returned it', () => {
    const script = given()
      .act('03-02T11:00', 'returnTask', { ground: 'g' }, { off: ['handling'], armed: { redispatch: '03-04T09:00' } })
      .told('03-03T09:00', 'unit.succeeded', SUCCEEDED);
    expect(turns(script)).toHaveLength(1);
  });

  test.each([
    ['its unit is gone', 'unit.succeeded', { ...SUCCEEDED, to: null }],
    ['it is not on the admission register', 'admission.checked', { admitted: false, entry: null, reason: 'r' }],
  ])('is over when %s, although nobody else has it yet', (...[, type, payload]) => {
    const note = { off: ['handling'], armed: { redispatch: '03-06T09:00' } };
    expect(turns(given().told('03-04T09:00', type, payload, note))).toMatchObject([
      { leftAt: instant('03-04T09:00'), dueAt: null, finishedAt: null },
    ]);
  });

  test('stays late when it is taken away after it was due', () => {
    const moved = accepted()
      .clock('03-09T09:00', 'handling')
      .act(
        '03-12T09:00',
        'transfer',
        { unit: 'roads', reason: 'r' },
        { off: ['handling'], armed: { handling: '03-19T09:00' } },
      );
    expect(turns(moved)).toMatchObject([
      { leftAt: instant('03-12T09:00'), dueAt: instant('03-09T09:00'), overdue: true },
      { unit: 'roads', overdue: false },
    ]);
    const held = accepted().act('03-04T09:00', 'approveHold', {}, { armed: { handling: null } });
    held.act('03-12T09:00', 'transfer', { unit: 'roads', reason: 'r' }, { off: ['handling', 'hold'] });
    expect(turns(held)[0]).toMatchObject({ dueAt: null, overdue: false });
  });

  test('is not handed in by being cancelled or withdrawn', () => {
    const ended = { ended: { result: 'cancelled' }, status: 'cancelled' as const, off: ['handling'] };
    expect(turns(accepted().act('03-04T09:00', 'withdrawTask', { reason: 'r' }, ended))[0]?.finishedAt).toBeNull();
    expect(facts(accepted().cancelled('03-04T09:00'))).toMatchObject({ ending: 'cancelled' });
  });
});

describe('a dispute about a task', () => {
  const off = { off: ['handling', 'acceptance'] };
  const disputed = (): JournalScript =>
    given().act('03-02T11:00', 'returnTask', { ground: 'g' }, { ...off, armed: { arbitration: '03-04T09:00' } });
  const found = (unit: string | null, round = 1) => ({ unit, fallback: 'district', round });
  const asked = (): JournalScript => disputed().told('03-02T11:01', 'arbiter.found', found('city'));
  const next = { off: ['arbitration'], armed: { handling: '03-10T09:00' } };
  const led = (): JournalScript => disputed().told('03-02T11:01', 'arbiter.found', found(null), next);

  test.each([
    ['nobody’s duty fits', () => asked().act('03-03T09:00', 'nobodyFits', { reason: 'r' }, next)],
    ['the arbiter is silent', () => asked().clock('03-04T09:00', 'arbitration', next)],
    ['nothing stands above the units in dispute', led],
  ])('gives it to the fallback where %s, and the one who returned it is relieved', (...[, script]) => {
    expect(turns(script())).toMatchObject([
      { unit: 'water', dueAt: null },
      { unit: 'district', givenBy: 'arbiter', dueAt: instant('03-10T09:00') },
    ]);
  });

  test('gives it to the successor of the fallback, or of the unit asked first', () => {
    const heir = asked().told('03-03T09:00', 'unit.succeeded', { from: 'district', to: 'county', reason: 'r' });
    expect(turns(heir.clock('03-04T09:00', 'arbitration', next))[1]).toMatchObject({ unit: 'county' });
    const first = disputed().told('03-03T09:00', 'unit.succeeded', SUCCEEDED);
    expect(turns(first.clock('03-04T09:00', 'arbitration', next))[1]).toMatchObject({ unit: 'works' });
  });

  test('is not settled by the answer to another round, nor by one that comes when it is over', () => {
    const stale = disputed().told('03-02T11:01', 'arbiter.found', found(null, 2));
    expect(turns(stale)).toHaveLength(1);
    const over = disputed().act('03-03T09:00', 'assignOwner', { unit: 'roads' }, next);
    expect(turns(over.told('03-03T10:00', 'arbiter.found', found(null)))).toHaveLength(2);
  });

  test('is led by the fallback until a joint meeting names the owner, once', () => {
    const anew = { off: ['handling'], armed: { handling: '03-16T09:00' } };
    const other = led().told('03-05T09:00', 'owner.named', { unit: 'roads', minutes: 'm' }, anew);
    expect(turns(other)).toMatchObject([
      { unit: 'water' },
      { unit: 'district', leftAt: instant('03-05T09:00'), dueAt: null },
      { unit: 'roads', givenBy: 'arbiter', dueAt: instant('03-16T09:00') },
    ]);
    const same = led().told('03-05T09:00', 'owner.named', { unit: 'district', minutes: 'm' });
    same.told('03-06T09:00', 'owner.named', { unit: 'roads', minutes: 'm' });
    expect(turns(same)).toMatchObject([{ unit: 'water' }, { unit: 'district', dueAt: instant('03-10T09:00') }]);
  });

  test('in which a meeting names the unit that returned it gives that unit a time of its own', () => {
    expect(turns(disputed().told('03-03T09:00', 'owner.named', { unit: 'water', minutes: 'm' }, next))).toMatchObject([
      { unit: 'water', dueAt: null },
      { unit: 'water', givenBy: 'arbiter', dueAt: instant('03-10T09:00') },
    ]);
  });

  test('is one, however it came about and however often its time is measured anew', () => {
    const silent = given()
      .act('03-02T11:00', 'returnTask', { ground: 'g' }, { ...off, armed: { redispatch: '03-03T09:00' } })
      .clock('03-03T09:00', 'redispatch', { armed: { arbitration: '03-05T09:00' } })
      .measured('03-03T10:00', { arbitration: '03-06T09:00' });
    expect(facts(silent)?.arbitrations).toBe(1);
  });
});

test('a journal that does not begin has no account', () => {
  expect(taskAccount([])).toBeNull();
});
