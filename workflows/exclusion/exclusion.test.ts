import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore, JournalScript } from '#libs/testing/walk';

import { exclusionAccount, exclusionWorkflow } from './index.js';

const APPEAL = {
  entry: 'task-1',
  unit: 'water',
  rate: 'onTime',
  ground: 'force_majeure',
  reason: 'text-flood',
  evidence: [],
};
const READ = { place: 'limin', confidential: false, handlers: ['lin'], against: ['onTime'] };

const opened = (): CaseWalk =>
  CaseWalk.start(exclusionWorkflow, { input: APPEAL, caseId: 'exclusion-1', starter: 'wei' });
const admitted = (read: JsonObject = {}): CaseWalk => opened().tell('entry.read', { ...READ, ...read });
const approvedOnce = (): CaseWalk => admitted().act('approveFirst', {}, 'coo');
const refusers = (walk: CaseWalk, act: string, person: string): string[] =>
  walk.refused(act, {}, person).because.map(({ guard }) => guard);

describe('an appeal', () => {
  test('that two people of two sides approve leaves the entry out', () => {
    const walk = approvedOnce().act('approveSecond', {}, 'leader');
    expect(walk.output).toEqual({ result: 'excluded' });
    expect(walk.performed('tellOutcome')).toMatchObject([{ person: 'wei', result: 'excluded' }]);
  });

  test.each([
    ['refused first', (): CaseWalk => admitted().act('refuseFirst', { reason: 'text-no' }, 'coo'), 'refused'],
    ['refused second', (): CaseWalk => approvedOnce().act('refuseSecond', { reason: 'text-no' }, 'leader'), 'refused'],
    ['met by silence first', (): CaseWalk => admitted().due('first'), 'lapsed'],
    ['met by silence second', (): CaseWalk => approvedOnce().due('second'), 'lapsed'],
    ['about what does not count against the unit', (): CaseWalk => admitted({ against: [] }), 'inadmissible'],
    ['about no entry', (): CaseWalk => admitted({ place: null }), 'inadmissible'],
    ['about what cannot be looked up', (): CaseWalk => opened().due('reading'), 'inadmissible'],
    ['withdrawn', (): CaseWalk => admitted().act('withdrawAppeal', {}, 'wei'), 'withdrawn'],
    ['cancelled', (): CaseWalk => admitted().cancel(), 'withdrawn'],
  ])('%s excludes nothing, and the unit is told', (...[, walk, result]) => {
    expect(walk().context['ending']).toBe(result);
  });

  test.each([
    ['the handler', 'lin'],
    ['whoever filed it', 'wei'],
  ])('is never decided by %s', (_, person) => {
    expect(refusers(admitted(), 'approveFirst', person)).toEqual(['isUninvolved']);
    expect(refusers(approvedOnce(), 'approveSecond', person)).toContain('isUninvolved');
  });

  test('is never approved twice by one person, nor by anybody of the unit', () => {
    expect(refusers(approvedOnce(), 'approveSecond', 'coo')).toEqual(['isSecondPerson']);
    for (const act of ['approveFirst', 'refuseFirst', 'approveSecond', 'refuseSecond'])
      expect(exclusionWorkflow.acts[act]?.who.every(({ not }) => not?.includes('appellant'))).toBe(true);
  });

  test('is one for each entry, unit and rate; public once the entry is known not to be confidential', () => {
    expect(admitted().summary.lookups).toContainEqual({ key: 'appeal', value: 'task-1:water:onTime', unique: true });
    expect(opened().summary.visibility).toBe('internal');
    expect(admitted().summary).toMatchObject({ visibility: 'public', unit: 'limin' });
    expect(admitted({ confidential: true }).summary.visibility).toBe('confidential');
  });
});

describe('its account', () => {
  const script = (): JournalScript => JournalScript.start('03-02T09:00', APPEAL);
  const facts = ({ lines }: JournalScript) => exclusionAccount(lines);

  test('is open until the journal says how it ended', () => {
    expect(facts(script())).toMatchObject({ entry: 'task-1', unit: 'water', rate: 'onTime', result: null });
    const approved = script().act('03-03T09:00', 'approveSecond', {}, { ended: { result: 'excluded' } });
    expect(facts(approved)?.result).toBe('excluded');
    expect(facts(script().cancelled('03-03T09:00'))?.result).toBe('withdrawn');
  });
});

describe('every way through an appeal', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(opened(), {
      acts: { refuseFirst: [{ reason: 'r' }], refuseSecond: [{ reason: 'r' }] },
      told: { 'entry.read': [READ, { ...READ, against: [] }] },
      persons: ['coo', 'leader', 'wei'],
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(exclusionWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(
      ['excluded', 'first', 'inadmissible', 'lapsed', 'reading', 'refused', 'second', 'withdrawn'].sort(),
    );
  });

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(exclusionWorkflow))).toEqual([]);
  });
});
