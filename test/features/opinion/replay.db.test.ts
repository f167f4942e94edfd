import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

import { replayConsultation, uberxConsultation, uberxRecord } from '#apps/demo';
import { drawPicture, OPINION_RULE, opinionEntities, Opinions, type PersonAnswers } from '#libs/opinion';
import { testDatabase } from '#libs/testing';

import { adjustedRandIndex } from '../../../libs/opinion/testing/rand-index.js';

const FOLDER = fileURLToPath(new URL('../../../apps/demo/uberx', import.meta.url));
const DELIBERATION = 'uberx';
const RULE = { ...OPINION_RULE, moderation: 'after', mostStatements: 100 } as const;

// everything in one test: the tables are emptied after each
const held = testDatabase(opinionEntities, { tables: 'of the entities' });

test('the UberX consultation, replayed vote by vote, ends as it ended then and is updated within two seconds of a vote', async () => {
  const { database } = held;
  const consultation = uberxConsultation(FOLDER);
  const record = uberxRecord(FOLDER);
  let now = '2015-06-30T00:00:00.000Z';
  const opinions = new Opinions({ database, now: () => now });
  await opinions.open({ id: DELIBERATION, unit: 'limin', rule: RULE, at: now });

  const taken = await replayConsultation({
    opinions,
    deliberation: DELIBERATION,
    consultation,
    personOf: String,
    at: (instant) => (now = instant),
  });
  expect(taken).toBe(49_997);

  // every vote is kept, each person's votes on a statement in the order and at the moment they were given
  expect(await historyOf(database)).toEqual(grouped(consultation.votes));

  // the last ones are the 49,443 cells of the record
  const answers = await database.query<PersonAnswers>(
    `select person, array_agg(statement order by statement) as statements, array_agg(position order by statement) as positions
     from opinion_positions group by person`,
  );
  const cells = new Map(
    answers.flatMap(({ person, statements, positions }) =>
      statements.map((statement, at): [string, number | undefined] => [
        `${person} ${String(statement)}`,
        positions[at],
      ]),
    ),
  );
  const recorded = record.flatMap(({ participant, last }) =>
    [...last].map(([statement, value]): [string, number] => [`${String(participant)} ${String(statement)}`, value]),
  );
  expect(recorded).toHaveLength(49_443);
  expect(cells).toEqual(new Map(recorded));

  // the groups are those that were found then
  const { picture } = await opinions.pictures.anew(DELIBERATION);
  const shown = consultation.statements.filter(({ moderated }) => moderated >= 0).map(({ number }) => number);
  const { groupOf, picture: drawn } = drawPicture({ shown, answers }, RULE);
  expect(picture).toEqual(drawn);
  expect(picture.groups).toHaveLength(2);
  const pairs = record.flatMap(({ participant, group }): [number, number][] => {
    const found = groupOf.get(String(participant));
    return group === null || found === undefined ? [] : [[group, found]];
  });
  expect(pairs.length).toBe(picture.placed);
  expect(adjustedRandIndex(pairs)).toBeGreaterThanOrEqual(0.75);

  // one more vote
  const began = performance.now();
  await opinions.positions.take({ deliberation: DELIBERATION, person: 'new', statement: shown[0] ?? 1, position: 1 });
  const after = await opinions.pictures.anew(DELIBERATION);
  expect(after.picture.positions).toBe(picture.positions + 1);
  expect(performance.now() - began).toBeLessThan(2_000);

  // closing draws the last picture and brings what all groups agree with
  const closed = await opinions.close(DELIBERATION, now);
  expect(closed?.agreed[0]?.text).toContain('審核人員');
}, 120_000);

interface Kept {
  votes: { at: string; position: number }[];
}

async function historyOf(database: typeof held.database): Promise<Map<string, Kept['votes']>> {
  const rows = await database.query<{ person: string; statement: number; at: string; position: number }>(
    `select person, statement, at, position from opinion_history order by person, statement, revision`,
  );
  return grouped(rows.map(({ person, ...row }) => ({ ...row, voter: Number(person) })));
}

interface Given {
  voter: number;
  statement: number;
  at: string;
  position: number;
}

function grouped(votes: readonly Given[]): Map<string, Kept['votes']> {
  const by = Map.groupBy(votes, ({ voter, statement }) => `${String(voter)} ${String(statement)}`);
  return new Map([...by].map(([key, given]) => [key, given.map(({ at, position }) => ({ at, position }))]));
}
