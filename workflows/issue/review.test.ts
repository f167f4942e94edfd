import { describe, expect, test } from '@jest/globals';

import {
  asked,
  ATTEMPT,
  CONTENT,
  DISPUTED,
  DONE,
  doneAgain,
  FINAL,
  inCommon,
  inConfidence,
  NOT_SOLVED,
  onDay,
  OUTCOME,
  OWN_WORK,
  place,
  refusers,
  RESIDENTS,
  said,
  SEEN,
  supervised,
  task,
  verified,
} from './issue.fixture.js';

type Walk = ReturnType<typeof asked>;

const BY_PHONE = { ...CONTENT, person: 'ann', channel: 'phone', witness: 'wit' };
const attempt = (walk: Walk, day: string, channel = 'phone') =>
  onDay(walk, day, { name: 'logAttempt', input: { ...ATTEMPT, channel }, person: 'col' });
const privateNeed = () =>
  inConfidence()
    .act('arrangeErrand', { measure: 'm', unit: 'u' })
    .childDone('task-1', task('verified'))
    .act('postOutcome', OUTCOME);
const needsVoice = () =>
  inCommon({ needsVoice: true })
    .act('stateCompetence', RESIDENTS, 'adv')
    .act('takeDirectLine', { reason: 'nothing_in_common', text: 't' }, 'coo')
    .act('arrangeErrand', { measure: 'm', unit: 'u' })
    .childDone('task-1', task('verified'))
    .act('postOutcome', OUTCOME);

describe('posting the outcome', () => {
  test('is public for a common problem', () => {
    expect(asked().performed('publish')).toMatchObject([
      { about: 'outcome', text: 'text-outcome', evidence: ['file-after'] },
    ]);
    expect(asked().performed('notify')).toMatchObject([{ about: 'outcome', persons: ['ann'] }]);
  });

  test('is delivered to that person only when confidential', () => {
    const walk = privateNeed();
    expect(walk.performed('publish')).toEqual([]);
    expect(walk.performed('notify')).toMatchObject([{ about: 'outcome', persons: ['ann'] }]);
  });

  test('a late outcome stays to be posted', () => {
    expect(verified().due('posting').awaited).toContain('postOutcome');
  });

  test('only an emergency that was never sorted can be sorted on', () => {
    expect(refusers(verified(), 'sortFurther', { text: 't' })).toEqual(['isUnsortedEmergency']);
  });
});

describe('judging', () => {
  test('solved: closed and told', () => {
    const walk = asked().act('answer', CONTENT, 'ann');
    expect(place(walk)).toBe('closed');
    expect(walk.output).toEqual({ result: 'solved', text: 'text-outcome', redoCount: 0, confidential: false });
  });

  test('waits for supporters until the window ends', () => {
    const walk = verified().act('support', {}, 'bo').act('postOutcome', OUTCOME).act('answer', CONTENT, 'ann');
    expect(place(walk)).toBe('review.asking');
    expect(place(walk.due('review'))).toBe('closed');
  });

  test('half of the answers against it keep it open', () => {
    const walk = verified().act('support', {}, 'bo').act('postOutcome', OUTCOME).act('answer', CONTENT, 'ann');
    expect(place(walk.act('answer', NOT_SOLVED, 'bo'))).toBe('act.planning');
  });

  test('the last answer of a person counts', () => {
    const walk = verified().act('support', {}, 'bo').act('postOutcome', OUTCOME).act('answer', NOT_SOLVED, 'ann');
    walk.act('answer', CONTENT, 'ann').act('answer', CONTENT, 'bo');
    expect(place(walk)).toBe('closed');
  });

  test('not solved: once more; badly done twice: supervision by the tier above', () => {
    const walk = asked().act('answer', NOT_SOLVED, 'ann');
    expect(place(walk)).toBe('act.planning');
    doneAgain(walk).act('answer', NOT_SOLVED, 'ann');
    expect(place(walk)).toBe('review.supervised');
    expect(walk.performed('supervise')).toMatchObject([{ redo: 1 }]);
  });

  test('a new outcome is judged anew', () => {
    const walk = doneAgain(asked().act('answer', NOT_SOLVED, 'ann'));
    expect(walk.context['answers']).toEqual([]);
    expect(place(walk.act('answer', CONTENT, 'ann'))).toBe('closed');
  });

  test('a dispute over the measure itself goes before the representatives', () => {
    const walk = asked().act('answer', DISPUTED, 'ann');
    expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'assembly' }]);
  });

  test('a dispute over a confidential need is no matter for an assembly', () => {
    expect(place(privateNeed().act('answer', DISPUTED, 'ann'))).toBe('act.planning');
  });

  test('where nobody reported it, supervisors judge on the spot', () => {
    const walk = said({ channel: 'patrol', danger: true })
      .childDone('task-1', task('verified'))
      .act('postOutcome', OUTCOME);
    expect(refusers(walk, 'answer', CONTENT, 'bo')).toEqual(['isSomebodyConcerned']);
    expect(place(walk.act('answerForAll', CONTENT, 'sup'))).toBe('closed');
    expect(refusers(asked(), 'answerForAll', CONTENT, 'sup')).toEqual(['isNobodyConcerned']);
  });
});

describe('answers by phone, at the door or on paper', () => {
  test('are entered by somebody else than the handler, with a witness', () => {
    expect(place(asked().act('recordAnswer', BY_PHONE, 'col'))).toBe('closed');
  });

  test.each([
    ['the handler', BY_PHONE, 'lin', 'isNotTheHandler'],
    ['somebody who is their own witness', { ...BY_PHONE, witness: 'col' }, 'col', 'isWitnessAnother'],
    ['somebody with the handler as witness', { ...BY_PHONE, witness: 'lin' }, 'col', 'isWitnessAnother'],
    ['somebody with the resident as witness', { ...BY_PHONE, witness: 'ann' }, 'col', 'isWitnessAnother'],
    ['somebody for a stranger', { ...BY_PHONE, person: 'stranger' }, 'col', 'isConcernedPerson'],
  ])('are refused from %s', (...[, input, person, guard]) => {
    expect(refusers(asked(), 'recordAnswer', input, person)).toEqual([guard]);
  });
});

describe('silence', () => {
  test('alone never closes an issue', () => {
    const walk = asked().due('review');
    expect(place(walk)).toBe('review.chasing');
    expect(place(walk.due('chasing'))).toBe('review.chasing');
  });

  test('counts as agreement after two attempts on two days', () => {
    const walk = attempt(asked().due('review'), '2026-11-16');
    expect(place(attempt(walk, '2026-11-16'))).toBe('review.chasing');
    expect(place(attempt(walk, '2026-11-17'))).toBe('closed');
    expect(walk.output).toMatchObject({ result: 'accepted' });
  });

  test('attempts inside the window count, too', () => {
    const walk = attempt(attempt(asked(), '2026-11-04'), '2026-11-05');
    expect(place(walk)).toBe('review.asking');
    expect(place(walk.due('review'))).toBe('closed');
  });

  test('the handler’s own attempts are refused', () => {
    expect(refusers(asked(), 'logAttempt', ATTEMPT, 'lin')).toEqual(['isNotTheHandler']);
  });

  test('never counts where the resident’s own voice is needed', () => {
    const walk = needsVoice().due('review');
    for (const day of ['16', '17', '18']) attempt(walk, `2026-11-${day}`);
    expect(place(walk)).toBe('review.chasing');
  });

  test('is followed, after a visit to the door, by supervisors who see for themselves with a witness', () => {
    const check = { witness: 'wit', solved: true, text: 't' };
    const walk = attempt(attempt(needsVoice().due('review'), '2026-11-16'), '2026-11-17');
    expect(refusers(walk, 'confirmOnSite', check, 'sup')).toEqual(['wasTriedAtTheDoor']);
    attempt(walk, '2026-11-18', 'door');
    expect(place(walk.fork().act('confirmOnSite', { ...check, solved: false }, 'sup'))).toBe('act.planning');
    expect(place(walk.act('confirmOnSite', check, 'sup'))).toBe('closed');
  });

  test('is broken by an answer, however late', () => {
    expect(place(asked().due('review').act('answer', CONTENT, 'ann'))).toBe('closed');
    expect(place(asked().due('review').act('answer', NOT_SOLVED, 'ann'))).toBe('act.planning');
  });
});

describe('supervision', () => {
  test('orders it done again, before the representatives, or a final answer that another signs', () => {
    expect(place(supervised().act('orderRedo', { text: 't' }, 'leader'))).toBe('act.planning');
    expect(place(supervised().act('sendToAssembly', { text: 't' }, 'leader'))).toBe('deliberate.requesting');
    const walk = supervised().act('orderFinalAnswer', FINAL, 'leader');
    expect(place(walk)).toBe('signing');
    expect(refusers(walk, 'signFinalAnswer', {}, 'leader')).toEqual(['isSignerAnother']);
  });

  test('does not end by time', () => {
    expect(place(supervised().due('supervision'))).toBe('review.supervised');
  });
});

describe('a confidential need', () => {
  test('is never published in any step, and closes with that person only', () => {
    const published: unknown[] = [];
    const walk = inConfidence();
    const steps: [string, object, string][] = [
      ['planOwnWork', OWN_WORK, 'coo'],
      ['finish', DONE, 'lin'],
      ['verifyLast', SEEN, 'coo'],
      ['postOutcome', OUTCOME, 'coo'],
      ['answer', CONTENT, 'ann'],
    ];
    for (const [name, input, person] of steps) {
      published.push(...walk.act(name, { ...input }, person).performed('publish'));
      expect(walk.summary.visibility).toBe('confidential');
    }
    expect(published).toEqual([]);
    expect(walk.output).toMatchObject({ result: 'solved', confidential: true });
  });
});
