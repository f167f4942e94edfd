import { describe, expect, test } from '@jest/globals';

import { abilities, awaits } from './abilities.js';
import { EngineFault } from './faults.js';
import { copy, Walk } from './testing/walk.js';

const kinds = (walk: Walk): string[] => walk.effects.map(({ kind }) => kind);

describe('guarantee 3: a macrostep is all or nothing, with its effects, clocks and children', () => {
  test('entering a state arms its clock, leaving one disarms its clock, in one outcome', () => {
    const walk = new Walk();
    expect(kinds(walk)).toEqual(['arm']);
    walk.act('accept');
    expect(walk.effects).toMatchObject([
      { kind: 'disarm', clock: 'accepting@repair.dispatched' },
      {
        kind: 'arm',
        clock: 'handling@repair.handling',
        duration: { amount: 3, unit: 'workingDay', calendar: 'office' },
        rungs: [{ name: 'half' }, { name: 'supervise' }],
      },
    ]);
  });

  test('a stored case is never changed in place', () => {
    const walk = new Walk();
    const before = copy(walk.stored);
    const frozen = walk.stored;
    walk.act('accept');
    expect(frozen).toEqual(before);
  });

  test('a throw inside the chart leaves nothing behind', () => {
    const walk = new Walk();
    walk.act('accept');
    const before = walk.stored;
    expect(() => walk.act('callHelp', { helpers: ['ann', 'ann'] })).toThrow(EngineFault);
    expect(walk.stored).toBe(before);
  });

  test('an effect carries its payload and is told, not run', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.due('handling');
    expect(walk.effects).toEqual([
      { kind: 'perform', name: 'callInspectors', payload: { place: 'stairwell 7', round: 0 } },
    ]);
  });

  test('telling the parent and starting a child stand in the order of the chart', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    expect(walk.effects).toMatchObject([
      { kind: 'disarm' },
      { kind: 'tell', target: { parent: true }, event: { type: 'repair.progress' } },
      { kind: 'arm', name: 'verifying' },
      { kind: 'startChild', id: 'inspection', workflow: 'visit', input: { place: 'stairwell 7' } },
    ]);
  });
});

describe('guarantee 5: no clock fires twice and none that rests', () => {
  test('a clock whose due instant has come is not fired again', () => {
    const walk = new Walk();
    walk.act('accept');
    expect(walk.due('handling').kind).toBe('stepped');
    expect(walk.due('handling')).toEqual({ kind: 'dropped', reason: 'clock.stale' });
  });

  test('the chart stays in its state after the due instant, so that later rungs still fire, each once', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.due('handling');
    const [clock, { token }] = walk.clock('handling');
    walk.send({ kind: 'rung', clock, token, rung: 'supervise' });
    expect(walk.effects).toMatchObject([
      { kind: 'perform', name: 'remind', payload: { rung: 'supervise', severity: 'supervise', name: 'handling' } },
      { kind: 'perform', name: 'callInspectors' },
    ]);
    expect(walk.send({ kind: 'rung', clock, token, rung: 'supervise' })).toEqual({
      kind: 'dropped',
      reason: 'rung.stale',
    });
  });

  test('a clock rests while a state tagged with it is active and goes on afterwards', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('hold');
    expect(walk.effects).toMatchObject([{ kind: 'pause', clock: 'handling@repair.handling' }]);
    expect(walk.due('handling')).toEqual({ kind: 'dropped', reason: 'clock.stale' });
    walk.act('goOn');
    expect(walk.effects).toMatchObject([{ kind: 'resume', clock: 'handling@repair.handling' }]);
    expect(walk.due('handling').kind).toBe('stepped');
  });

  test('an extension names the running clock and how much', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('askMore', { days: 1 });
    expect(walk.effects).toEqual([
      { kind: 'extend', clock: 'handling@repair.handling', token: '2', by: { amount: 1, unit: 'workingDay' } },
    ]);
  });

  test('a clock that is already due cannot be extended', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.due('handling');
    expect(() => walk.act('askMore', { days: 1 })).toThrow('no clock "handling" is running');
  });

  test('an adopted policy measures running clocks anew and keeps their tokens', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.send({ kind: 'policyAdopted', policyVersion: 'usual@2' });
    expect(walk.stored.policy).toBe('usual@2');
    expect(walk.effects).toMatchObject([{ kind: 'reproject', clock: 'handling@repair.handling', token: '2' }]);
  });
});

describe('guarantee 6: a clock or child end of an earlier visit never acts in a later one', () => {
  function secondRound(): { walk: Walk; oldClock: string; oldChild: string } {
    const walk = new Walk();
    const oldClock = walk.clock('accepting')[1].token;
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    const oldChild = walk.child('inspection').token;
    walk.act('redo');
    return { walk, oldClock, oldChild };
  }

  test('the clock of the first round is dropped in the second, though it has the same id', () => {
    const { walk, oldClock } = secondRound();
    const dropped = walk.send({ kind: 'clock', clock: 'accepting@repair.dispatched', token: oldClock });
    expect(dropped).toEqual({ kind: 'dropped', reason: 'clock.stale' });
    expect(walk.stored.value).toBe('dispatched');
  });

  test("the child's end of the first round is dropped in the second, though it has the same id", () => {
    const { walk, oldChild } = secondRound();
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    const late = walk.send({ kind: 'childDone', child: 'inspection', token: oldChild, output: { found: 'late' } });
    expect(late).toEqual({ kind: 'dropped', reason: 'child.stale' });
    expect(walk.stored.context.found).toBeNull();
  });
});

describe('guarantee 7: clients cannot send engine events', () => {
  const forged = [
    'xstate.after.accepting.repair.dispatched',
    'xstate.done.actor.inspection',
    'xstate.stop',
    'xstate.init',
    'cancelled',
    'weather.frost',
    'done.visit',
    '*',
    '',
    'constructor',
    '__proto__',
  ];
  test.each(forged)('the act "%s" is unknown and changes nothing', (act) => {
    const walk = new Walk();
    expect(walk.act(act)).toMatchObject({ kind: 'refused', refusal: { code: 'act.unknown', allowed: ['accept'] } });
    expect(walk.stored.value).toBe('dispatched');
  });
});

describe('guarantee 8: an act that is not allowed is refused with those that are', () => {
  test('an act of another state', () => {
    const walk = new Walk();
    walk.act('accept');
    expect(walk.act('goOn')).toMatchObject({
      refusal: { code: 'act.not_allowed', allowed: ['hold', 'askMore', 'callHelp', 'finish', 'interrupt'] },
    });
  });

  test('an act whose guard over the case says no is not among the abilities and says why', () => {
    const walk = new Walk();
    for (const _round of [1, 2]) {
      walk.act('accept');
      walk.act('finish', { evidence: 'photo' });
      walk.act('redo');
    }
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    expect(abilities(walk.registered, walk.stored, walk.context())).toEqual(['approve']);
    expect(walk.act('redo')).toMatchObject({
      refusal: { code: 'act.not_allowed', because: [{ guard: 'mayRedo', refusal: { en: 'It was redone too often' } }] },
    });
  });

  test('an act whose guard over the input says no stays an ability and says why', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    expect(abilities(walk.registered, walk.stored, walk.context())).toContain('approve');
    expect(walk.act('approve', { mark: 1 })).toMatchObject({
      refusal: { code: 'act.guard_refused', because: [{ guard: 'isGoodMark' }] },
    });
  });

  test('a told event the state does not expect is refused, an undeclared one or a misshapen payload is unknown', () => {
    const walk = new Walk();
    const tell = (type: string, payload: Record<string, number>): unknown =>
      walk.send({ kind: 'told', event: { type, payload } });
    expect(tell('weather.frost', { degrees: -5 })).toMatchObject({ refusal: { code: 'event.not_expected' } });
    expect(tell('weather.snow', {})).toMatchObject({ refusal: { code: 'event.unknown' } });
    walk.act('accept');
    expect(tell('weather.frost', { kelvin: 1 })).toMatchObject({ refusal: { code: 'event.unknown' } });
    expect(tell('weather.frost', { degrees: -5 })).toMatchObject({ kind: 'stepped' });
    expect(walk.stored.value).toEqual({ handling: 'held' });
  });

  test('an ended case takes no act and drops everything else', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    walk.act('approve', { mark: 5 });
    expect(walk.stored).toMatchObject({ status: 'done', output: { place: 'stairwell 7', rounds: 0 } });
    expect(walk.act('redo')).toMatchObject({ refusal: { code: 'case.ended' } });
    expect(walk.send({ kind: 'cancel', reason: 'late' })).toEqual({ kind: 'dropped', reason: 'case.ended' });
    expect(abilities(walk.registered, walk.stored, walk.context())).toEqual([]);
    expect(awaits(walk.registered, walk.stored, walk.context())).toEqual([]);
  });
});

describe('guarantee 9: leaving a state disarms its clocks and cancels its invoked children', () => {
  test('in the same outcome', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('finish', { evidence: 'photo' });
    walk.act('redo');
    expect(walk.effects).toMatchObject([
      { kind: 'disarm', clock: 'verifying@repair.verifying' },
      { kind: 'cancelChild', id: 'inspection' },
      { kind: 'arm', clock: 'accepting@repair.dispatched' },
    ]);
    expect(walk.stored.children).toEqual({});
  });

  test('spawned children live on until stopped, or until the case ends', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('callHelp', { helpers: ['ann', 'bob'] });
    expect(walk.effects).toMatchObject([{ id: 'assist.ann.0' }, { id: 'assist.bob.0' }]);
    walk.act('interrupt');
    walk.act('return');
    expect(Object.keys(walk.stored.children)).toEqual(['assist.ann.0', 'assist.bob.0']);
    walk.act('sendHelpAway');
    expect(walk.effects).toMatchObject([{ kind: 'cancelChild', id: 'assist.ann.0' }]);
    walk.send({ kind: 'cancel', reason: 'building torn down' });
    expect(walk.stored.status).toBe('cancelled');
    expect(walk.effects).toMatchObject([{ kind: 'disarm' }, { kind: 'cancelChild', id: 'assist.bob.0' }]);
  });

  test('the end of a spawned child arrives as its own event and frees its id', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('callHelp', { helpers: ['ann'] });
    const { token } = walk.child('assist.ann.0');
    walk.send({ kind: 'childDone', child: 'assist.ann.0', token, output: { found: 'rust' } });
    expect(walk.stored.context.found).toBe('rust');
    expect(walk.stored.children).toEqual({});
    expect(walk.act('callHelp', { helpers: ['ann'] }).kind).toBe('stepped');
  });
});

describe('guarantee 12: a case rebuilds from its events', () => {
  test('the same events give the same stored state, through storage between any two', () => {
    const run = (): Walk => {
      const walk = new Walk();
      walk.act('accept');
      walk.act('hold');
      walk.act('interrupt');
      walk.act('return');
      walk.act('goOn');
      walk.due('handling');
      walk.act('finish', { evidence: 'photo' });
      walk.act('redo');
      return walk;
    };
    expect(run().stored).toEqual(run().stored);
    expect(run().stored).toEqual(copy(run().stored));
  });

  test('history survives storage: work goes on in the state it was interrupted in', () => {
    const walk = new Walk();
    walk.act('accept');
    walk.act('hold');
    walk.act('interrupt');
    expect(walk.stored.history).toEqual({ 'repair.handling.before': ['repair.handling.held'] });
    walk.act('return');
    expect(walk.stored.value).toEqual({ handling: 'held' });
    expect(walk.effects.map(({ kind }) => kind)).toEqual(['arm', 'pause']);
  });
});
