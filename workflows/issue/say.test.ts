import { describe, expect, test } from '@jest/globals';

import { issueWorkflow } from './index.js';
import { COMMON, inCommon, inConfidence, INDIVIDUAL, place, refusers, RESIDENTS, said, task } from './issue.fixture.js';

describe('saying something', () => {
  test('an issue without danger is sorted, with a clock for sorting and one for the first reply', () => {
    const walk = said();
    expect(place(walk)).toBe('say.sorting.deciding');
    expect(walk.clocks).toEqual(['firstReply', 'triage']);
  });

  test('danger skips sorting, rings the duty officer and starts an emergency task round the clock', () => {
    const walk = said({ danger: true });
    expect(place(walk)).toBe('emergency');
    expect(walk.performed('ringDuty')).toEqual([
      { issue: 'issue-1', unit: 'limin', place: 'building-7', title: 'text-title' },
    ]);
    const child = walk.effects.find(({ kind }) => kind === 'startChild');
    expect(child).toMatchObject({
      workflow: 'task',
      input: { part: 'emergency', unit: 'limin', limit: { amount: 2, unit: 'hour', calendar: 'always' } },
    });
  });

  test('danger noticed while sorting is dealt with at once', () => {
    const walk = said().act('declareDanger', { text: 'text-gas' }, 'col');
    expect(place(walk)).toBe('emergency');
    expect(walk.performed('ringDuty')).toHaveLength(1);
  });

  test('an emergency that was dealt with is reviewed', () => {
    const walk = said({ danger: true }).childDone('task-1', task('verified'));
    expect(place(walk)).toBe('review.posting');
    expect(walk.context['outcome']).toEqual({ text: 'text-answer', evidence: ['file-1'] });
  });

  test('the cause behind an emergency can be sorted on when the danger is over', () => {
    const walk = said({ danger: true }).childDone('task-1', task('verified')).act('sortFurther', { text: 't' }, 'coo');
    expect(place(walk)).toBe('say.sorting.deciding');
    expect(walk.act('sortAsCommon', COMMON).act('stateCompetence', RESIDENTS).context['danger']).toBe(false);
  });

  test.each(['impossible', 'cancelled'])('an emergency task that ends as %s comes to the crossroads', (result) => {
    expect(place(said({ danger: true }).childDone('task-1', task(result)))).toBe('crossroads');
  });

  test('an emergency task that fails comes to the crossroads', () => {
    expect(place(said({ danger: true }).childFailed('task-1', 'incident'))).toBe('crossroads');
  });

  test('a late emergency goes on, and is counted as late', () => {
    const walk = said({ danger: true }).due('emergency');
    expect(place(walk)).toBe('emergency');
    expect(walk.context['counts']).toMatchObject({ late: 1 });
  });
});

describe('who it is from', () => {
  test.each([
    ['the resident on the own page', {}, 'ann'],
    ['somebody who was reported for', { channel: 'counter', reporter: 'old-li' }, 'old-li'],
    ['nobody, on a patrol', { channel: 'patrol' }, null],
    ['the household behind a device', { channel: 'device', subject: 'old-li' }, 'old-li'],
  ])('%s is the reporter', (_, report, reporter) => {
    expect(said(report).context['reporter']).toBe(reporter);
  });

  test.each([
    ['somebody else who was there', 'neighbour', 'neighbour'],
    ['nobody, of what they said themselves', 'old-li', null],
    ['nobody, of what they wrote down themselves', 'ann', null],
  ])('%s witnesses what somebody else takes down', (_, witness, kept) => {
    expect(said({ channel: 'counter', reporter: 'old-li', witness }).context['witness']).toBe(kept);
  });

  test.each([
    ['somebody else who was there', 'neighbour', []],
    ['who said it', 'old-li', ['witness']],
    ['who wrote it down', 'ann', ['witness']],
  ])('a witness that is %s is refused by the name of its field, or taken', (_, witness, paths) => {
    const input = { channel: 'counter', reporter: 'old-li', subject: null, witness };
    const found = issueWorkflow.contradictions?.(input, { kind: 'person', person: 'ann' }) ?? [];
    expect(found.map(({ path }) => path)).toEqual(paths);
  });

  test('without a reporter nobody waits for a first reply', () => {
    expect(said({ channel: 'patrol' }).clocks).toEqual(['triage']);
  });

  test('what the hotline hands over is sorted in half a working day and found by its number', () => {
    const walk = said({ channel: 'hotline', hotlineNumber: 'HL-2026-1', reporter: 'ann' });
    const armed = walk.effects.find((effect) => effect.kind === 'arm' && effect.name === 'triage');
    expect(armed).toMatchObject({ duration: { amount: 0.5, unit: 'workingDay', calendar: 'office' } });
    expect(walk.summary.lookups).toContainEqual({ key: 'hotline', value: 'hotline:HL-2026-1', unique: true });
  });

  test('a message pasted from a group stands in for the description', () => {
    expect(said({ channel: 'group', pasted: 'text-masked', description: null }).context['description']).toBe(
      'text-masked',
    );
  });

  test('what a device noticed in a home is served at once and in confidence, never sorted or published', () => {
    const walk = said({ channel: 'device', subject: 'old-li' });
    expect(place(walk)).toBe('act.planning');
    expect(walk.summary.visibility).toBe('confidential');
    expect(place(said({ channel: 'device', subject: 'old-li', danger: true }))).toBe('emergency');
  });
});

describe('the first reply', () => {
  test('stops its clock and tells the resident', () => {
    const walk = said().act('reply', { text: 'text-hello' }, 'col');
    expect(walk.clocks).toEqual(['triage']);
    expect(walk.performed('notify')).toEqual([
      { issue: 'issue-1', about: 'received', persons: ['ann'], text: 'text-hello' },
    ]);
  });

  test.each([
    ['asking for information', 'askInformation', { text: 't' }],
    ['declining', 'decline', { reason: 'unfounded', text: 't', settledIn: null }],
    ['forwarding', 'forward', { address: 'a', to: null, text: 't' }],
    ['merging', 'merge', { into: 'issue-2', text: 't' }],
  ])('%s is a reply, too', (_, act, input) => {
    expect(said().act(act, input).clocks).not.toContain('firstReply');
  });

  test('is still owed after sorting as common', () => {
    expect(inCommon().clocks).toContain('firstReply');
  });

  test('stays due when it is late', () => {
    const walk = said().due('firstReply');
    expect(walk.abilities).toContain('reply');
    expect(walk.context['counts']).toMatchObject({ late: 1 });
  });
});

describe('sorting', () => {
  test('a common problem goes on to the adviser', () => {
    expect(place(inCommon())).toBe('deliberate.competence');
    expect(inCommon().summary.visibility).toBe('public');
  });

  test('an individual need goes straight to planning, and only its people see it', () => {
    const walk = inConfidence();
    expect(place(walk)).toBe('act.planning');
    expect(walk.summary.visibility).toBe('confidential');
  });

  test('a neighbour who reports another’s need learns nothing more of it', () => {
    const walk = said({ channel: 'visit', reporter: null }).act('sortAsIndividual', {
      ...INDIVIDUAL,
      person: 'old-li',
    });
    expect(walk.context['reporter']).toBe('old-li');
    expect(walk.parties).toEqual([{ relation: 'reporter', person: 'old-li', knownToHandler: true }]);
  });

  test('an individual need lets go of issues merged into it and of its supporters', () => {
    const walk = said().tell('merge.joined', { issue: 'issue-9', people: ['bo'] });
    expect(walk.context['supporters']).toEqual(['bo']);
    walk.act('sortAsIndividual', INDIVIDUAL);
    expect(walk.context['supporters']).toEqual([]);
    expect(walk.told).toEqual([
      { target: { case: 'issue-9' }, type: 'main.ended', payload: { issue: 'issue-1', result: 'released' } },
    ]);
  });

  test('a late sorting stays to be sorted, with its ladder running on', () => {
    const walk = said().due('triage');
    expect(place(walk)).toBe('say.sorting.deciding');
    expect(walk.rung('triage', 'supervise').performed('remind')).toMatchObject([{ severity: 'supervise' }]);
  });

  test('the ladder reminds at half the time, and shows the blue card at four fifths', () => {
    const armed = said().effects.find((effect) => effect.kind === 'arm' && effect.name === 'triage');
    expect(armed).toMatchObject({
      rungs: [
        { name: 'remind', at: { percent: 50 } },
        { name: 'blue', at: { percent: 80 } },
        { name: 'red', at: { percent: 100 } },
        { name: 'urge', at: { after: { amount: 1, unit: 'workingDay' } } },
        { name: 'supervise', at: { after: { amount: 5, unit: 'workingDay' } } },
      ],
    });
  });

  test('asking the reporter holds the clock of sorting', () => {
    const walk = said().act('askInformation', { text: 't' }, 'col');
    expect(place(walk)).toBe('say.sorting.information');
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'pause' }));
    walk.act('giveInformation', { text: 't', files: ['file-2'] }, 'ann');
    expect(place(walk)).toBe('say.sorting.deciding');
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'resume' }));
    expect(walk.context['files']).toEqual(['file-2']);
  });

  test('a silent reporter holds nothing up for ever', () => {
    expect(place(said().act('askInformation', { text: 't' }).due('information'))).toBe('say.sorting.deciding');
    expect(place(said().act('askInformation', { text: 't' }).act('sortWithoutInformation'))).toBe(
      'say.sorting.deciding',
    );
  });

  test('the reporter is asked twice at most', () => {
    const walk = said();
    for (const _ of [1, 2]) walk.act('askInformation', { text: 't' }).due('information');
    expect(walk.abilities).not.toContain('askInformation');
    expect(refusers(walk, 'askInformation', { text: 't' })).toEqual(['mayAskAgain']);
  });
});

describe('merging', () => {
  const merged = () => said().act('merge', { into: 'issue-2', text: 't' }, 'col');

  test('asks to join the main issue; where there is none under way, the answer sends it back to be sorted', () => {
    const walk = merged();
    expect(place(walk)).toBe('say.merged');
    expect(walk.performed('joinMain')).toEqual([{ issue: 'issue-1', into: 'issue-2', people: ['ann'] }]);
    expect(walk.performed('notify')).toMatchObject([{ about: 'merged', persons: ['ann'] }]);
  });

  test('an issue is never merged into itself', () => {
    expect(refusers(said(), 'merge', { into: 'issue-1', text: 't' })).toEqual(['mayBeMerged']);
  });

  test('whoever is concerned may leave, and the issue is sorted again on its own', () => {
    const walk = merged().act('leaveMerge', { text: 't' }, 'ann');
    expect(place(walk)).toBe('say.sorting.deciding');
    expect(walk.told).toEqual([{ target: { case: 'issue-2' }, type: 'merge.left', payload: { issue: 'issue-1' } }]);
  });

  test.each(['solved', 'accepted', 'final_answer', 'rejected'])(
    'ends with its main issue when that is %s',
    (result) => {
      const walk = merged().tell('main.ended', { issue: 'issue-2', result });
      expect(place(walk)).toBe('merged');
      expect(walk.output).toMatchObject({ result: 'merged' });
    },
  );

  test.each(['declined', 'withdrawn', 'cancelled', 'released'])(
    'is sorted again when its main issue is %s',
    (result) => {
      expect(place(merged().tell('main.ended', { issue: 'issue-2', result }))).toBe('say.sorting.deciding');
    },
  );

  test('another issue’s end changes nothing', () => {
    expect(place(merged().tell('main.ended', { issue: 'issue-3', result: 'solved' }))).toBe('say.merged');
  });

  test('an issue that is itself merged turns others away', () => {
    const walk = merged().tell('merge.joined', { issue: 'issue-3', people: [] });
    expect(walk.told).toMatchObject([{ target: { case: 'issue-3' }, payload: { result: 'released' } }]);
  });

  test('a confidential issue turns others away', () => {
    const walk = inConfidence().tell('merge.joined', { issue: 'issue-3', people: ['bo'] });
    expect(walk.told).toMatchObject([{ payload: { result: 'released' } }]);
    expect(walk.context['supporters']).toEqual([]);
  });

  test('people of a merged issue are supporters until it leaves', () => {
    const walk = inCommon().tell('merge.joined', { issue: 'issue-3', people: ['bo', 'ann'] });
    expect(walk.context['supporters']).toEqual(['bo']);
    expect(walk.tell('merge.joined', { issue: 'issue-3', people: ['bo'] }).context['merged']).toHaveLength(1);
    expect(walk.tell('merge.left', { issue: 'issue-3' }).context['supporters']).toEqual([]);
  });

  test('merged issues are told when the main issue ends', () => {
    const walk = said().tell('merge.joined', { issue: 'issue-3', people: [] }).act('withdraw', { text: null }, 'ann');
    expect(walk.told).toEqual([
      { target: { case: 'issue-3' }, type: 'main.ended', payload: { issue: 'issue-1', result: 'withdrawn' } },
    ]);
  });
});

describe('declining and forwarding', () => {
  const declined = () => said().act('decline', { reason: 'unfounded', text: 't', settledIn: null }, 'col');

  test('tells the reason and leaves time to appeal', () => {
    const walk = declined();
    expect(place(walk)).toBe('say.declined.open');
    expect(walk.performed('notify')).toMatchObject([{ about: 'declined', text: 't' }]);
    expect(walk.clocks).toEqual(['appealWindow']);
  });

  test('forwarding gives the resident the address and hands the matter over', () => {
    const walk = said().act('forward', { address: 'text-address', to: 'dept-9', text: 't' }, 'col');
    expect(walk.performed('sendForward')).toEqual([
      { issue: 'issue-1', to: 'dept-9', address: 'text-address', text: 't' },
    ]);
    expect(walk.performed('notify')).toMatchObject([{ about: 'forwarded', text: 'text-address' }]);
    expect(walk.due('appealWindow').output).toMatchObject({ result: 'forwarded' });
  });

  test('ends when nobody appeals', () => {
    const walk = declined().due('appealWindow');
    expect(place(walk)).toBe('declined');
    expect(walk.output).toMatchObject({ result: 'declined', text: 't' });
  });

  test('an appeal is heard by somebody else than who declined', () => {
    const walk = declined().act('appealDecline', { text: 't' }, 'ann');
    expect(refusers(walk, 'upholdAppeal', { text: 't' }, 'col')).toEqual(['isJudgeAnother']);
    expect(walk.parties).toContainEqual({ relation: 'decider', person: 'col' });
    expect(place(walk.act('upholdAppeal', { text: 't' }, 'chair'))).toBe('say.sorting.deciding');
  });

  test('a dismissed appeal is the last word', () => {
    const walk = declined()
      .act('appealDecline', { text: 't' }, 'ann')
      .act('dismissAppeal', { text: 'text-last' }, 'chair');
    expect(walk.output).toMatchObject({ result: 'declined', text: 'text-last' });
  });

  test('an appeal nobody hears climbs the ladder and never lapses', () => {
    const walk = declined().act('appealDecline', { text: 't' }, 'ann').due('appealDecision');
    expect(place(walk)).toBe('say.declined.appealed');
  });

  test('a second decline cannot be appealed again', () => {
    const walk = declined().act('appealDecline', { text: 't' }, 'ann').act('upholdAppeal', { text: 't' }, 'chair');
    walk.act('decline', { reason: 'unfounded', text: 't', settledIn: null }, 'col');
    expect(refusers(walk, 'appealDecline', { text: 't' }, 'ann')).toEqual(['hasNotAppealedDecline']);
  });
});

describe('withdrawing and supporting', () => {
  test('an issue nobody else depends on ends when its reporter withdraws it', () => {
    expect(said().act('withdraw', { text: null }, 'ann').output).toMatchObject({ result: 'withdrawn' });
  });

  test('an issue with supporters goes on without its reporter', () => {
    const walk = inCommon().act('support', {}, 'bo').act('withdraw', { text: null }, 'ann');
    expect(place(walk)).toBe('deliberate.competence');
    expect(walk.context['reporter']).toBeNull();
    expect(walk.clocks).not.toContain('firstReply');
  });

  test('nobody supports twice, or their own report', () => {
    const walk = inCommon().act('support', {}, 'bo');
    expect(refusers(walk, 'support', {}, 'bo')).toEqual(['isNewSupporter']);
    expect(refusers(walk, 'support', {}, 'ann')).toEqual(['isNewSupporter']);
    expect(walk.act('leaveSupport', {}, 'bo').context['supporters']).toEqual([]);
  });

  test('an unsorted or confidential issue cannot be supported', () => {
    expect(refusers(said(), 'support', {}, 'bo')).toContain('isCommonMatter');
    expect(refusers(inConfidence(), 'support', {}, 'bo')).toContain('isCommonMatter');
  });

  test('a note is written into the ledger at any time', () => {
    expect(said().act('addNote', { text: 't', files: [] }).context['counts']).toMatchObject({ notes: 1 });
  });
});
