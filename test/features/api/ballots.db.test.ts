import { beforeAll, describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';
import { trackerOf } from '#libs/ballots';
import { verifyBallot, type Question } from '#libs/decision';

import { codeAndStatus, testApi, type Reply } from './testing/api.js';

const api = testApi();
const stairwell = unitId('limin-b7-s1');
const building = unitId('limin-b7');
const RECEIPT = '0123456789ABCDEFGHJKMNPQRS';
const OTHER = 'SRQPNMKJHGFEDCBA9876543210';
const YES = { vote: 'yes' };

interface Unit {
  entry: string;
  casters: string[];
}
interface Opened {
  id: string;
  units: Unit[];
}

/** A ballot as its coordinator calls it, with its roll drawn and papers taken: nobody waits seven days in a test. */
async function opened(input: object): Promise<Opened> {
  const body = { workflow: 'ballot', input: { taking: 'papers', ...input } };
  const started = await api.post('/api/v1/cases', { as: 'coordinator', body });
  expect([started.status, started.text]).toEqual([201, started.text]);
  const { id } = started.body;
  const { ballots, database } = api.platform;
  await until(() => database.transaction((tx) => ballots.ballotOf(tx, id)));
  return database.transaction(async (tx) => {
    await ballots.open(tx, id, { closesAt: '2099-01-01T00:00:00.000Z' });
    const roll = await ballots.papers.roll(tx, id);
    return { id, units: roll.filter(({ casters }) => casters.length > 0) };
  });
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function counted({ id }: Opened): Promise<void> {
  const { ballots, database, localDateOf, now } = api.platform;
  await database.transaction((tx) => ballots.close(tx, id));
  await database.transaction((tx) => ballots.count(tx, id, localDateOf(now())));
  await ballots.sweep();
}

const unitAt = ({ units }: Opened, at: number): Unit & { caster: string } => {
  const unit = units[at];
  const caster = unit?.casters[0];
  if (unit === undefined || caster === undefined) throw new Error(`the roll has no unit ${String(at)}`);
  return { ...unit, caster };
};
const cast = (
  { id }: Opened,
  person: string,
  { key, ...body }: { key?: string; [field: string]: unknown },
): Promise<Reply> =>
  api.post(`/api/v1/ballots/${id}/papers`, {
    person,
    body,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });

const LIFT = { title: '加装电梯', unit: stairwell, rule: 'owners-special', roll: { of: 'owners', unit: stairwell } };

describe('an owners’ ballot over HTTP', () => {
  let ballot: Opened;
  beforeAll(async () => {
    ballot = await opened(LIFT);
  });

  test('is found by whoever is on its roll, with their flat, and by nobody else', async () => {
    const { caster, entry } = unitAt(ballot, 0);
    const mine = await api.get('/api/v1/ballots/mine', { person: caster });
    expect(mine.body.rows).toContainEqual(expect.objectContaining({ id: ballot.id, status: 'open', cast: 0 }));
    const units = await api.get(`/api/v1/ballots/${ballot.id}/mine`, { person: caster });
    expect(units.body.rows).toContainEqual(
      expect.objectContaining({ entry, state: 'none', doors: [expect.any(String)] }),
    );
    expect((await api.get('/api/v1/ballots/mine', { as: 'department' })).body.rows).toEqual([]);
    expect((await api.get('/api/v1/ballots/mine')).status).toBe(401);
  });

  test('takes one paper of a unit: the same key again answers the same, another one is told of the first', async () => {
    const { caster, entry } = unitAt(ballot, 0);
    const paper = { entry, choice: YES, receipt: RECEIPT };
    const key = 'pressed-twice';
    const first = await cast(ballot, caster, { ...paper, key });
    expect(first.body).toMatchObject({ entry, revision: 1, state: 'counted', receipt: null });
    expect((await cast(ballot, caster, { ...paper, key })).body).toEqual(first.body);
    expect(codeAndStatus(await cast(ballot, caster, paper))).toEqual([409, 'ballot.already_cast']);
  });

  test('lets a paper be changed and taken back only with its receipt', async () => {
    const { caster, entry } = unitAt(ballot, 1);
    const { receipt } = (await cast(ballot, caster, { entry, choice: YES })).body as unknown as { receipt: string };
    const no = { entry, choice: { vote: 'no' } };
    expect(codeAndStatus(await cast(ballot, caster, { ...no, replaces: RECEIPT }))).toEqual([
      409,
      'ballot.wrong_receipt',
    ]);
    const changed = await cast(ballot, caster, { ...no, replaces: receipt, receipt: OTHER });
    expect(changed.body).toMatchObject({ revision: 2 });
    const back = await api.post(`/api/v1/ballots/${ballot.id}/withdrawals`, {
      person: caster,
      body: { entry, replaces: OTHER },
    });
    expect(back.body).toMatchObject({ state: 'withdrawn' });
  });

  test.each([
    ['of somebody else’s unit', { choice: YES }, [403, 'ballot.not_entitled']],
    ['that answers another question', { choice: { options: ['a'] } }, [422, 'ballot.choice_invalid']],
    ['spoiled on a telephone', { choice: { void: true } }, [422, 'ballot.choice_invalid']],
    ['with a receipt that is none', { choice: YES, receipt: 'abc' }, [422, 'ballot.receipt_malformed']],
  ])('refuses a paper %s', async (_, paper, refusal) => {
    const { entry } = unitAt(ballot, 2);
    expect(codeAndStatus(await cast(ballot, demoPersonId('department'), { entry, ...paper }))).toEqual(refusal);
  });

  test('gives a grid member the doors of their grid only, and nobody a hint of what was voted', async () => {
    const doors = (person: string) => api.get(`/api/v1/ballots/${ballot.id}/doorstep?building=${building}`, { person });
    const list = await doors(demoPersonId('gridLeader'));
    expect(list.status).toBe(200);
    expect(list.text).not.toMatch(/choice|vote|tracker/);
    expect((await doors(demoPersonId('neighbour'))).status).toBe(403);
    expect((await doors(demoPersonId('elsewhere'))).status).toBe(404);
  });

  test('shows its roll to whoever runs it, and its papers to nobody while it is open', async () => {
    const at = `/api/v1/ballots/${ballot.id}`;
    expect((await api.get(`${at}/roll`, { as: 'coordinator' })).body.rows.length).toBeGreaterThan(0);
    expect((await api.get(`${at}/roll`, { as: 'neighbour' })).status).toBe(403);
    expect((await api.get(`${at}/roll`, { as: 'elsewhere' })).status).toBe(404);
    expect(codeAndStatus(await api.get(`${at}/record`, { as: 'coordinator' }))).toEqual([409, 'ballot.wrong_status']);
    const { text } = await api.get(at);
    expect(JSON.parse(text)).toMatchObject({ status: 'open', decision: null });
  });

  test('changes its roll only when a second person agrees', async () => {
    const { entry } = unitAt(ballot, 3);
    const at = `/api/v1/ballots/${ballot.id}/roll-changes`;
    const body = { kind: 'remove', entry, ground: 'correction', reason: '重复登记' };
    const proposed = await api.post(at, { as: 'coordinator', body });
    expect([proposed.status, proposed.text]).toEqual([200, expect.any(String)]);
    const [n] = (proposed.body as unknown as { changes: number[] }).changes;
    const decision = { body: { approve: true } };
    const decide = (as: 'coordinator' | 'secretary') => api.post(`${at}/${String(n)}/decision`, { as, ...decision });
    expect(codeAndStatus(await decide('coordinator'))).toEqual([403, 'ballot.two_people']);
    expect((await decide('secretary')).status).toBe(200);
    const { caster } = unitAt(ballot, 3);
    expect(codeAndStatus(await cast(ballot, caster, { entry, choice: YES }))).toEqual([403, 'ballot.not_entitled']);
  });

  test('is read as a whole by those on its roll, once counted; the record verifies and holds no name', async () => {
    await counted(ballot);
    const { caster } = unitAt(ballot, 0);
    const record = await api.get(`/api/v1/ballots/${ballot.id}/record`, { person: caster });
    expect([record.status, record.type]).toEqual([200, 'application/x-ndjson']);
    expect((await verifyBallot(record.text.trimEnd().split('\n'))).findings).toEqual([]);
    for (const { casters } of ballot.units) for (const person of casters) expect(record.text).not.toContain(person);
    expect((await api.get(`/api/v1/ballots/${ballot.id}/record`)).status).toBe(404);
    const found = await api.get(`/api/v1/ballots/${ballot.id}/papers/${trackerOf(RECEIPT)}`);
    expect(found.status).toBe(200);
    expect(record.text).toContain((found.body as unknown as { line: string }).line);
  });
});

describe('a secret choice over HTTP', () => {
  const question: Question = {
    method: 'chooseUpTo',
    seats: 1,
    most: 1,
    options: [
      { id: 'wang', label: { zh: '王桂兰', en: 'Wang' } },
      { id: 'liu', label: { zh: '刘鹏', en: 'Liu' } },
    ],
  };
  let ballot: Opened;
  beforeAll(async () => {
    ballot = await opened({
      title: '推选居民代表',
      unit: building,
      rule: 'residents-assembly-adults-2026',
      roll: { of: 'adults', unit: building },
      secret: true,
      question,
    });
  });

  test('says nothing of who has voted, and hides choices from whoever runs it', async () => {
    const { caster, entry } = unitAt(ballot, 0);
    expect((await cast(ballot, caster, { entry, choice: { options: ['wang'] }, receipt: RECEIPT })).status).toBe(200);
    const own = await api.get(`/api/v1/ballots/${ballot.id}/mine`, { person: caster });
    expect(own.text).not.toContain('wang');
    const turnout = await api.get(`/api/v1/ballots/${ballot.id}/turnout`, { as: 'coordinator' });
    expect(codeAndStatus(turnout)).toEqual([409, 'ballot.secret_turnout']);
  });

  test('is open to everybody once counted, without a link from paper to entry', async () => {
    for (const [at, { caster, entry }] of ballot.units.map((_, at) => unitAt(ballot, at)).entries()) {
      if (at === 0) continue;
      await cast(ballot, caster, { entry, choice: { options: [at % 3 === 0 ? 'liu' : 'wang'] } });
    }
    await counted(ballot);
    const record = await api.get(`/api/v1/ballots/${ballot.id}/record`);
    const lines = record.text.trimEnd().split('\n');
    expect((await verifyBallot(lines)).findings).toEqual([]);
    const papers = lines.filter((line) => line.includes('"t":"paper"'));
    expect(papers.length).toBe(ballot.units.length);
    expect(papers.filter((line) => line.includes('"entry"'))).toEqual([]);
    expect(papers.filter((line) => line.includes(trackerOf(RECEIPT)))).toHaveLength(1);
  });
});
