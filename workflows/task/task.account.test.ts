import { describe, expect, test } from '@jest/globals';

import { instant, JournalScript } from '#libs/testing/walk';

import { taskAccount } from './task.account.js';

const ORDER = { issue: 'issue-1', unit: 'water', place: 'b1', part: 'lead', confidential: false };
const CLOCKS = { acceptance: '03-03T09:00', handling: '03-09T09:00' };

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

  test('a transfer that the other unit takes over ends the turn; a unit that succeeds another keeps the time', () => {
    const proposed = accepted().act('03-04T09:00', 'proposeTransfer', { unit: 'roads', reason: 'r' });
    proposed.act('03-05T09:00', 'takeOver', {}, { armed: { handling: '03-12T09:00' }, off: ['handling'] });
    expect(turns(proposed)).toMatchObject([{ leftAt: instant('03-05T09:00'), finishedAt: null }, { unit: 'roads' }]);
    const merged = accepted().told('03-04T09:00', 'unit.succeeded', { from: 'water', to: 'works', reason: 'r' });
    expect(turns(merged)).toMatchObject([{ dueAt: null }, { unit: 'works', dueAt: instant('03-09T09:00') }]);
  });

  test('is not handed in by being cancelled or withdrawn', () => {
    const ended = { ended: { result: 'cancelled' }, status: 'cancelled' as const, off: ['handling'] };
    expect(turns(accepted().act('03-04T09:00', 'withdrawTask', { reason: 'r' }, ended))[0]?.finishedAt).toBeNull();
    expect(facts(accepted().cancelled('03-04T09:00'))).toMatchObject({ ending: 'cancelled' });
  });
});

test('a journal that does not begin has no account', () => {
  expect(taskAccount([])).toBeNull();
});
