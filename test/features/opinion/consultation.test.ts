import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { uberxConsultation, uberxRecord, type ConsultationVote } from '#apps/demo';
import { drawPicture, OPINION_RULE, type PersonAnswers } from '#libs/opinion';

import { adjustedRandIndex } from '../../../libs/opinion/testing/rand-index.js';

const FOLDER = fileURLToPath(new URL('../../../apps/demo/uberx', import.meta.url));

describe('the UberX consultation of vTaiwan', () => {
  const { statements, votes } = uberxConsultation(FOLDER);
  const record = uberxRecord(FOLDER);
  const given = { shown: statements.map(({ number }) => number), answers: lastAnswers(votes) };
  const drawn = drawPicture(given, OPINION_RULE);

  test('is divided into the two groups that were found then', () => {
    const pairs = record.flatMap(({ participant, group }): [number, number][] => {
      const found = drawn.groupOf.get(String(participant));
      return group === null || found === undefined ? [] : [[group, found]];
    });
    expect(drawn.picture.groups).toHaveLength(2);
    expect(pairs.length).toBe(drawn.picture.placed);
    expect(adjustedRandIndex(pairs)).toBeGreaterThanOrEqual(0.85);
  });

  test('is divided alike without the statements that were rejected', () => {
    const kept = statements.filter(({ moderated }) => moderated >= 0).map(({ number }) => number);
    const { groupOf } = drawPicture({ ...given, shown: kept }, OPINION_RULE);
    const pairs = [...groupOf].map(([person, group]): [number, number] => [drawn.groupOf.get(person) ?? -1, group]);
    expect(adjustedRandIndex(pairs)).toBeGreaterThan(0.98);
  });

  test('is united by insurance, checked drivers and better taxis', () => {
    const texts = new Map(statements.map(({ number, text }) => [number, text]));
    const united = drawn.picture.united.slice(0, 4).map(({ statement }) => texts.get(statement) ?? '');
    expect(united.join()).toMatch(/審核人員[^]*乘客責任險[^]*意外險[^]*監管與評價/);
  });

  test('a drawing that starts from the last one is the same drawing', () => {
    expect(drawPicture(given, OPINION_RULE, drawn.model).picture).toEqual(drawn.picture);
  });
});

function lastAnswers(votes: readonly ConsultationVote[]): PersonAnswers[] {
  const last = new Map<number, Map<number, number>>();
  for (const { voter, statement, position } of votes) {
    const own = last.get(voter) ?? new Map<number, number>();
    last.set(voter, own.set(statement, position));
  }
  return [...last].map(([voter, own]) => ({
    person: String(voter),
    statements: [...own.keys()],
    positions: [...own.values()],
  }));
}
