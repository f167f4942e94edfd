import { describe, expect, test } from '@jest/globals';

import { instant, JournalScript } from '#libs/testing/walk';

import { promisesOfClock } from './promises.js';

const planned = (): JournalScript =>
  JournalScript.start('03-02T09:00', {}).act('03-03T09:00', 'planOwnWork', {}, { armed: { promise: '03-06T09:00' } });
const past = ({ lines }: JournalScript) =>
  promisesOfClock(lines, { clock: 'promise', act: 'finish' }).map(({ dueAt, doneAt, isKept }) => [
    dueAt,
    doneAt,
    isKept ? 'kept' : 'broken',
  ]);

describe('a promise', () => {
  test('that still runs is neither kept nor broken, also when it is late', () => {
    expect(past(planned())).toEqual([]);
    expect(past(planned().clock('03-06T09:00', 'promise'))).toEqual([]);
  });

  test('is kept by doing it before its date', () => {
    expect(past(planned().act('03-05T09:00', 'finish', {}, { off: ['promise'] }))).toEqual([
      [instant('03-06T09:00'), instant('03-05T09:00'), 'kept'],
    ]);
  });

  test('is broken by doing it at its date or later, and stays so when the work is done again in time', () => {
    const late = planned()
      .clock('03-06T09:00', 'promise')
      .act('03-07T09:00', 'finish', {}, { off: ['promise'] });
    const broken = [instant('03-06T09:00'), instant('03-07T09:00'), 'broken'];
    expect(past(late)).toEqual([broken]);
    const again = late
      .act('03-08T09:00', 'verify', { passed: false }, { armed: { promise: '03-06T09:00' } })
      .clock('03-08T09:00', 'promise')
      .act('03-08T10:00', 'takeBack', {}, { off: ['promise'] })
      .act('03-08T11:00', 'planOwnWork', {}, { armed: { promise: '03-12T09:00' } })
      .act('03-10T09:00', 'finish', {}, { off: ['promise'] });
    expect(past(again)).toEqual([broken, [instant('03-12T09:00'), instant('03-10T09:00'), 'kept']]);
  });

  test('taken back before its date is no promise any more; taken back later it was broken', () => {
    expect(past(planned().act('03-05T09:00', 'takeBack', {}, { off: ['promise'] }))).toEqual([]);
    const late = planned()
      .clock('03-06T09:00', 'promise')
      .act('03-07T09:00', 'takeBack', {}, { off: ['promise'] });
    expect(past(late)).toEqual([[instant('03-06T09:00'), null, 'broken']]);
  });
});
