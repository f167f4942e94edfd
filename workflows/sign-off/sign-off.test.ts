import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import { signOffWorkflow } from './index.js';
import { signOffContract } from './contract.js';
import { answer, arranged, begun, contextOf, ended, startedChildren, stateOf, step } from './sign-off.fixture.js';

const guards = (walk: CaseWalk, act: string, input: JsonObject = {}): string[] =>
  walk.refused(act, input).because.map(({ guard }) => guard);
const json = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

const CHAIN = [step('plan'), step('fire', ['plan']), step('power', ['plan']), step('permit', ['fire', 'power'])];

describe('a chain', () => {
  test('is made well: registered and linted without a finding', () => {
    expect(lintWorkflow(registerWorkflow(signOffWorkflow))).toEqual([]);
  });

  test('opens what waits for nothing, side by side, and the rest when what it needs is signed', () => {
    const walk = begun(CHAIN);
    expect(startedChildren(walk)).toEqual(['seal-plan-1']);
    ended(walk, 'plan');
    expect(startedChildren(walk)).toEqual(['seal-fire-1', 'seal-power-1']);
    ended(walk, 'fire');
    expect(startedChildren(walk)).toEqual([]);
    ended(walk, 'power');
    expect(startedChildren(walk)).toEqual(['seal-permit-1']);
    expect(ended(walk, 'permit').output).toMatchObject({ result: 'complete', steps: 4, seals: 4 });
  });

  test('belongs to whoever starts it where no task group is named', () => {
    const input = json({ unit: 'building-7', title: 'text-lift', group: [], steps: [step('plan')] });
    const walk = arranged([step('plan')]);
    const alone = (walk.constructor as typeof CaseWalk).start(signOffWorkflow, { input, starter: 'li' });
    expect(alone.parties).toContainEqual({ relation: 'group', person: 'li', knownToHandler: true });
  });

  test('does not begin before the registry has found every department', () => {
    const walk = arranged(CHAIN);
    expect(walk.performed('planChain')).toHaveLength(1);
    expect(guards(walk, 'begin')).toEqual(['canBegin']);
    expect(answer(walk, CHAIN).act('begin', {}, 'wang').clocks).toEqual([]);
  });

  test('with a circle or an unknown step is refused with words that name it', () => {
    const circle = { unit: 'b', title: 't', steps: [step('a', ['b']), step('b', ['a'])] };
    const parsed = signOffContract.input.safeParse(circle);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'the steps wait for one another in a circle: a → b → a',
    ]);
    const walk = begun(CHAIN);
    expect(guards(walk, 'addSteps', json({ steps: [step('gas', ['nobody'])] }))).toEqual(['addedFit']);
    expect(guards(walk, 'addSteps', json({ steps: [step('plan')] }))).toEqual(['addedFit']);
  });

  test('whoever asks for signatures does not call silence one: not at the start, not with a step that is added or changed', () => {
    const silent = step('plan', [], { silence: 'says who' });
    expect(contextOf(arranged([silent])).steps).toMatchObject([{ id: 'plan', silence: null }]);
    const walk = arranged([step('plan')]);
    expect(guards(walk, 'changeStep', json({ step: silent }))).toEqual(['changeFits']);
    expect(guards(walk, 'addSteps', json({ steps: [step('fire', [], { silence: 'says who' })] }))).toEqual([
      'addedFit',
    ]);
  });

  test.each([
    [{ amount: 1, unit: 'workingDay', calendar: 'office' }, true],
    [{ amount: 8, unit: 'businessHour', calendar: 'office' }, true],
    [{ amount: 10, unit: 'day', calendar: 'always' }, true],
    [{ amount: 240, unit: 'hour', calendar: 'office' }, true],
    [{ amount: 0.5, unit: 'workingDay', calendar: 'office' }, false],
    [{ amount: 7.5, unit: 'businessHour', calendar: 'office' }, false],
    [{ amount: 8, unit: 'businessHour', calendar: 'always' }, false],
    [{ amount: 1, unit: 'workingDay', calendar: 'always' }, false],
    [{ amount: 3, unit: 'day', calendar: 'office' }, false],
    [{ amount: 30, unit: 'minute', calendar: 'always' }, false],
  ])('leaves a department at least one working day: %j is %s', (limit, isTaken) => {
    const steps = [{ id: 'plan', name: 'plan', department: 'housing', limit }];
    const parsed = signOffContract.input.safeParse({ unit: 'b', title: 't', steps });
    expect(parsed.success).toBe(isTaken);
    if (!isTaken) expect(parsed.error?.issues[0]?.message).toContain('less than one working day');
  });

  test('has its departments named by those who run the place where none was found, never as members of the group', () => {
    const { who } = signOffWorkflow.acts['nameDepartments'] ?? { who: [] };
    expect(who).toContainEqual({ role: 'coordinator', not: ['group'] });
    expect(who).toContainEqual({ role: 'leader', not: ['group'] });
  });

  test('keeps what its template says of silence when the step is changed otherwise', () => {
    const silent = step('gas', [], { silence: 'article 9' });
    const walk = answer(arranged([step('plan')]), [step('plan'), silent]);
    walk.act('changeStep', json({ step: { ...silent, name: 'gas main' } }), 'wang');
    expect(contextOf(walk).steps).toContainEqual(expect.objectContaining({ name: 'gas main', silence: 'article 9' }));
  });

  test('grows while it runs: a department nobody knew of is found, asked, and waited for', () => {
    const walk = begun([step('plan')]);
    walk.act('addSteps', json({ steps: [step('gas')] }), 'wang');
    expect(walk.performed('planChain')[0]).toMatchObject({ known: [{ id: 'plan', needs: [] }] });
    expect(startedChildren(answer(walk, [step('gas')]))).toEqual(['seal-gas-1']);
    ended(walk, 'plan');
    expect(walk.stored.status).toBe('active');
    expect(ended(walk, 'gas').output).toMatchObject({ result: 'complete', steps: 2 });
  });

  test('names departments that were not found; a step that was asked for begins anew elsewhere', () => {
    const walk = begun(CHAIN).act('nameDepartments', { steps: [{ step: 'plan', unit: 'other' }] }, 'wang');
    expect(walk.effects.map(({ kind }) => kind)).toContain('cancelChild');
    expect(stateOf(walk, 'plan')).toBe('waiting');
    expect(startedChildren(answer(walk, [step('plan')]))).toEqual(['seal-plan-2']);
  });

  test('shows the departments of pending steps as parties, and none that has signed', () => {
    const walk = begun(CHAIN);
    expect(walk.parties).toContainEqual({ relation: 'signer', unit: 'unit-plan' });
    ended(walk, 'plan');
    expect(walk.parties.filter(({ relation }) => relation === 'signer').map(({ unit }) => unit)).toEqual([
      'unit-fire',
      'unit-power',
    ]);
  });
});

describe('a refused step', () => {
  const stuck = (): CaseWalk => ended(begun([step('plan'), step('gas')]), 'plan', { result: 'refused' });

  test('makes the chain stuck until it is asked for again', () => {
    const walk = stuck();
    expect(walk.summary.stage).toBe('stuck');
    walk.act('reopenStep', { step: 'plan', reason: 'text-again' }, 'wang');
    expect(startedChildren(walk)).toEqual(['seal-plan-2']);
    expect(walk.summary.stage).toBe('running');
  });

  test('is dropped by the community only, never by the task group itself', () => {
    const { who } = signOffWorkflow.acts['dropStep'] ?? { who: [] };
    expect(who.every(({ role, not }) => role !== undefined && not?.includes('group') === true)).toBe(true);
    const walk = stuck().act('dropStep', { step: 'plan', reason: 'text-not-needed', paper: 'file-law' }, 'lin');
    expect(stateOf(walk, 'plan')).toBe('dropped');
    expect(ended(walk, 'gas').output).toMatchObject({ result: 'complete', seals: 1 });
  });

  test('can be the end: the seals still out are taken back and the cost shares hear of it', () => {
    const walk = stuck().tell('cost.opened', { case: 'costs-1' });
    walk.act('giveUpChain', { reason: 'text-why' }, 'wang');
    expect(walk.output).toMatchObject({ result: 'failed', reason: 'text-why' });
    expect(walk.effects.map(({ kind }) => kind)).toContain('cancelChild');
    expect(walk.told[0]).toMatchObject({ target: { case: 'costs-1' }, payload: { result: 'failed' } });
  });

  test('is asked for again as often as the policy says', () => {
    const walk = ended(begun([step('plan'), step('gas')], { roundsMost: 1 }), 'plan', { result: 'refused' });
    expect(guards(walk, 'reopenStep', { step: 'plan', reason: 'text-again' })).toEqual(['isReopenable']);
  });
});

describe('a signature that runs out', () => {
  const valid = (walk: CaseWalk, id: string, validUntil: string): CaseWalk => ended(walk, id, { validUntil });
  const dueOf = (walk: CaseWalk): unknown =>
    walk.effects.flatMap((effect) => (effect.kind === 'arm' && effect.name === 'expiry' ? [effect.duration] : []))[0];

  test('is watched to the end of its last day; one that runs out earlier is watched instead', () => {
    const walk = valid(begun([step('a'), step('b'), step('c')]), 'a', '2027-03-01');
    expect(dueOf(walk)).toEqual({ until: '2027-03-01T16:00:00.000Z' });
    valid(walk, 'b', '2027-02-01');
    expect(dueOf(walk)).toEqual({ until: '2027-02-01T16:00:00.000Z' });
  });

  test('has to be signed again before the chain is complete', () => {
    // test time is 2 November 2026: a last day before it is over
    const walk = valid(begun([step('a'), step('b')]), 'a', '2026-11-01').due('expiry');
    expect(startedChildren(walk)).toEqual(['seal-a-2']);
    expect(contextOf(walk).records['a']).toMatchObject({ state: 'open', round: 2, expiries: 1, signed: null });
    ended(walk, 'b');
    expect(walk.stored.status).toBe('active');
    expect(ended(walk, 'a').output).toMatchObject({ result: 'complete' });
  });

  test('keeps what waited for it waiting', () => {
    const walk = valid(begun([step('a'), step('b'), step('c', ['a', 'b'])]), 'a', '2026-11-01').due('expiry');
    ended(walk, 'b');
    expect(stateOf(walk, 'c')).toBe('waiting');
    expect(startedChildren(ended(walk, 'a'))).toEqual(['seal-c-1']);
  });
});

describe('a sitting', () => {
  test('is told to every department that sat, each of which confirms for itself', () => {
    const walk = begun([step('a'), step('b'), step('c', ['a'])]);
    walk.act('recordSitting', { steps: ['a', 'b'], document: 'file-minutes' }, 'wang');
    expect(walk.told.map(({ target }) => target)).toEqual([{ child: 'seal-a-1' }, { child: 'seal-b-1' }]);
    expect(walk.stored.status).toBe('active');
    expect(guards(walk, 'recordSitting', { steps: ['c'], document: 'file-minutes' })).toEqual(['areOpen']);
  });
});

describe('any chain', () => {
  const chains = fc
    .array(fc.array(fc.nat(50), { maxLength: 3 }), { minLength: 1, maxLength: 25 })
    .map((all) =>
      all.map((needs, index) =>
        step(`s${String(index)}`, index === 0 ? [] : [...new Set(needs.map((need) => `s${String(need % index)}`))]),
      ),
    );

  test('is complete after every step is signed once, in whatever order they are signed; none opens before its needs', () => {
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.nat(1000)), (steps, picks) => {
        const walk = begun(steps);
        const signed = new Set<string>();
        for (let rounds = 0; rounds < steps.length; rounds += 1) {
          const open = steps.filter(({ id }) => stateOf(walk, id) === 'open');
          for (const { needs } of open) expect(needs.every((need) => signed.has(need))).toBe(true);
          const pick = open[(picks.next().value ?? 0) % Math.max(open.length, 1)];
          if (pick === undefined) break;
          signed.add(pick.id);
          ended(walk, pick.id);
        }
        expect(walk.output).toMatchObject({ result: 'complete', steps: steps.length, seals: steps.length });
      }),
      { numRuns: 40 },
    );
  });
});
