import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { ANNA, BEN, CARLA, errandsWithWorker, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

/** An errand with everything in its journal: texts, clocks, rungs, holds, a child, an answer, a rating. */
async function richErrand(world: ReturnType<typeof errandsWithWorker>): Promise<string> {
  const { cases, clock, outbox } = world;
  const caseId = await openErrand(cases);
  const act = async (name: string, input: unknown = {}, id = caseId) =>
    yes(await cases.act({ caseId: id, act: name, input, actor: BEN }));
  await act('take');
  clock.advance({ hours: 1, minutes: 10 });
  await act('note', { text: 'rang twice, nobody opened' });
  await act('hold');
  clock.advance({ days: 1 });
  await act('goOn');
  await act('giveBack');
  clock.advance({ hours: 3 });
  await act('take');
  const { effects } = await act('finish');
  await act('confirm', {}, effects.find(({ kind }) => kind === 'startChild')?.id);
  await outbox.drain();
  await act('rate', { mark: 4 });
  return caseId;
}

describe('a journal', () => {
  test('has its entries in one order without gaps, each chained to the one before', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await richErrand(world);
    const { rows } = await world.cases.journal(caseId);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    rows.slice(1).forEach((entry, index) => expect(entry.prevHash).toBe(rows[index]?.hash));
    expect(await world.cases.verify(caseId)).toEqual([]);
  });

  test('rebuilds the case to the same stored state', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await richErrand(world);
    expect(await world.cases.rebuild(caseId)).toEqual({
      caseId,
      same: true,
      divergesAt: null,
      problem: null,
      stored: await world.cases.stored(caseId),
    });
    expect(await world.cases.rebuild('nowhere')).toBeNull();
  });

  test('tells what the case was after any of its entries', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await richErrand(world);
    const then = await world.cases.asOf(caseId, 2);
    expect(then).toMatchObject({
      seq: 2,
      stored: { value: { working: 'active' } },
      parties: [{ person: 'anna' }, { person: 'ben' }],
    });
    expect(then?.acts).toContain('hold');
    expect(await world.cases.asOf(caseId, 99)).toBeNull();
  });

  test('is paged by cursor, and a forged cursor is refused', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await richErrand(world);
    const first = await world.cases.journal(caseId, { limit: 3 });
    const second = await world.cases.journal(caseId, { limit: 3, cursor: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    await expect(world.cases.journal(caseId, { cursor: 'x' })).rejects.toMatchObject({ code: 'cursor.malformed' });
  });

  test('records the due instants of clocks as they were armed', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await openErrand(world.cases);
    const [started] = (await world.cases.journal(caseId)).rows;
    expect(started?.body.armed).toEqual({ 'waiting@errand.open': { token: '1', dueAt: '2026-03-02T02:00:00.000Z' } });
  });
});

describe('verifying', () => {
  const tampering: [string, string, string][] = [
    [
      'one edited byte in an entry',
      `update journal set body = replace(body::text, 'hold', 'hodl')::json where body::text like '%"hold"%'`,
      'chain',
    ],
    ['an entry taken out of the middle', `delete from journal where seq = 3`, 'gap'],
    [
      'an entry cut off the end',
      `delete from journal j where seq = (select max(seq) from journal where case_id = j.case_id)`,
      'cut',
    ],
    ['another actor', `update journal set by = '{"kind":"person","person":"mallory"}' where seq = 2`, 'chain'],
    ['another instant', `update journal set at = at - interval '1 hour' where seq = 2`, 'chain'],
    ['an edited state', `update cases set stored = replace(stored::text, '"rounds":1', '"rounds":0')::json`, 'state'],
    ['an edited text', `update texts set body = body || '!'`, 'text'],
    ['a text that vanished without an erasure', `delete from texts`, 'text'],
    [
      'a party that is not in the state',
      `insert into case_parties values ((select min(id) from cases where workflow = 'errand'), 'asker', 'person', 'mallory')`,
      'parties',
    ],
  ];
  test.each(tampering)('finds %s', async (_what, sql, code) => {
    const world = errandsWithWorker(db.database);
    const caseId = await richErrand(world);
    await db.database.query(sql);
    expect((await world.cases.verify(caseId)).map((finding) => finding.code)).toContain(code);
  });

  test('passes after a text was erased by law: body and salt are gone, the chain still holds', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await richErrand(world);
    const [text] = await db.database.query<{ id: string }>(`select id from texts where body like 'rang%'`);
    expect(await world.cases.eraseText(text?.id ?? '', CARLA)).toBe(true);
    expect(await world.cases.eraseText(text?.id ?? '', CARLA)).toBe(false);
    expect(await world.cases.eraseText('nothing', CARLA)).toBe(false);
    expect(await world.cases.verify(caseId)).toEqual([]);
    expect(await world.cases.rebuild(caseId)).toMatchObject({ same: true });
    expect((await world.cases.get(caseId))?.texts[text?.id ?? '']).toBeNull();
    const rows = await db.database.query(`select body, salt from texts where id = $1`, [text?.id]);
    expect(rows).toEqual([{ body: null, salt: null }]);
    expect((await world.cases.journal(caseId)).rows.at(-1)).toMatchObject({ kind: 'textErased', by: CARLA });
  });
});

describe('a policy', () => {
  test('is pinned when a case starts, and moves only by a journaled adoption, which re-measures its clocks', async () => {
    const world = errandsWithWorker(db.database);
    const { cases } = world;
    const caseId = await openErrand(cases);
    const published = await cases.policies.publish({
      workflow: 'errand',
      name: 'patient',
      body: { waitingHours: 5, doingHours: 2 },
      by: ANNA,
    });
    const policy = published.ok ? published.id : '';
    await cases.policies.putInForce({ policy, unit: 'east', since: '2026-03-01T00:00:00.000Z', by: ANNA });
    const due = async (id: string) => (await cases.get(id))?.clocks[0]?.dueAt;
    expect(await due(caseId)).toBe('2026-03-02T02:00:00.000Z');
    const later = yes(
      await cases.start({ workflow: 'errand', input: { title: 'T', place: 'east' }, unit: 'east', actor: ANNA }),
    );
    expect(await due(later.caseId)).toBe('2026-03-02T06:00:00.000Z');
    const elsewhere = yes(
      await cases.start({ workflow: 'errand', input: { title: 'T', place: 'west' }, unit: 'west', actor: ANNA }),
    );
    expect(await due(elsewhere.caseId)).toBe('2026-03-02T02:00:00.000Z');
    yes(await cases.adoptPolicy({ caseId, policy, actor: CARLA }));
    expect(await due(caseId)).toBe('2026-03-02T06:00:00.000Z');
    expect((await cases.journal(caseId)).rows.at(-1)).toMatchObject({ kind: 'policyAdopted', by: CARLA });
    expect(await cases.rebuild(caseId)).toMatchObject({ same: true });
    const unknown = await cases.adoptPolicy({ caseId, policy: 'nothing', actor: CARLA });
    expect(unknown).toMatchObject({ refusal: { code: 'policy.unknown' } });
  });

  test('that does not fit its workflow is refused', async () => {
    const { cases } = errandsWithWorker(db.database);
    const answer = await cases.policies.publish({
      workflow: 'errand',
      name: 'x',
      body: { waitingHours: 'long' },
      by: ANNA,
    });
    expect(answer).toMatchObject({ ok: false, code: 'policy.invalid' });
  });
});

describe('lists', () => {
  test('show newest first by cursor, filter, and hide what a viewer may not see', async () => {
    const { cases, clock } = errandsWithWorker(db.database);
    const ids: string[] = [];
    for (const [place, hidden] of [
      ['east', false],
      ['west', false],
      ['east', true],
    ] as const) {
      ids.unshift(await openErrand(cases, { place, hidden, title: `${place} ${String(hidden)}` }));
      clock.advance({ minutes: 1 });
    }
    const idsOf = async (query: Parameters<typeof cases.list>[0]) => (await cases.list(query)).rows.map(({ id }) => id);
    expect(await idsOf({})).toEqual(ids);
    const first = await cases.list({ limit: 2 });
    expect(await idsOf({ limit: 2, cursor: first.next ?? '' })).toEqual([ids[2]]);
    expect(await idsOf({ units: ['east'] })).toEqual([ids[0], ids[2]]);
    expect(await idsOf({ viewer: { units: [] } })).toEqual([ids[1], ids[2]]);
    expect(await idsOf({ viewer: { units: 'all' } })).toEqual([ids[1], ids[2]]);
    expect(await idsOf({ viewer: { person: 'anna', units: [] } })).toEqual(ids);
    expect(await idsOf({ party: 'anna', relation: 'asker', text: 'west' })).toEqual([ids[1]]);
    expect(await idsOf({ text: '%' })).toEqual([]);
    expect(await idsOf({ dueBefore: '2026-03-02T02:01:00.000Z' })).toEqual([ids[2]]);
    expect(await cases.visible(ids, { units: 'all' })).toEqual(new Set([ids[1], ids[2]]));
  });
});

describe('a desk', () => {
  test('shows what waits for a person by role at a unit, by role everywhere, and by relation; what is due first comes first', async () => {
    const { cases, clock } = errandsWithWorker(db.database);
    const east = await openErrand(cases);
    clock.advance({ minutes: 1 });
    const west = await openErrand(cases, { place: 'west' });
    const mine = async (person: string, holdings: Parameters<typeof cases.desk>[0]['holdings'], more = {}) =>
      (await cases.desk({ person, holdings, ...more })).rows.map(({ caseId }) => caseId);
    expect(await mine('ben', [{ role: 'doer', units: ['east'] }])).toEqual([east]);
    expect(await mine('ben', [{ role: 'doer', units: 'all' }])).toEqual([east, west]);
    expect(await mine('ben', [{ role: 'checker', units: 'all' }])).toEqual([]);
    yes(await cases.act({ caseId: east, act: 'take', input: {}, actor: BEN }));
    expect(await mine('ben', [])).toEqual([east]);
    expect(await mine('anna', [])).toEqual([]);
    const page = await cases.desk({ person: 'ben', holdings: [{ role: 'doer', units: 'all' }], limit: 1 });
    expect(page.rows).toMatchObject([
      { caseId: west, acts: ['take'], clock: 'waiting', dueAt: '2026-03-02T02:01:00.000Z' },
    ]);
    expect(await mine('ben', [{ role: 'doer', units: 'all' }], { cursor: page.next })).toEqual([east]);
  });

  test('asks for acts that are possible now', async () => {
    const { cases } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    const acts = async () => (await cases.desk({ person: 'ben', holdings: [] })).rows.map((row) => row.acts);
    expect(await acts()).toEqual([['finish', 'hold']]);
    yes(await cases.act({ caseId, act: 'hold', input: {}, actor: BEN }));
    expect(await acts()).toEqual([['finish', 'goOn']]);
  });
});

describe('a batch', () => {
  test('carries out each command or refuses it by itself, in one transaction', async () => {
    const { cases } = errandsWithWorker(db.database);
    const ids = [await openErrand(cases), await openErrand(cases), await openErrand(cases)];
    const commands = ids.map((caseId, index) => ({
      kind: 'act' as const,
      caseId,
      act: index === 1 ? 'rate' : 'take',
      input: index === 1 ? { mark: 5 } : {},
      actor: BEN,
      key: `b${String(index)}`,
    }));
    const answers = await cases.applyBatch([
      ...commands,
      { ...commands[0], caseId: 'nowhere', key: 'b9' } as (typeof commands)[number],
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))).toEqual([
      'ok',
      'act.not_allowed',
      'ok',
      'case.unknown',
    ]);
    for (const id of ids) expect(await cases.verify(id)).toEqual([]);
    const again = await cases.applyBatch(commands);
    expect(again.map((answer) => answer.ok && answer.repeated)).toEqual([true, false, true]);
  });

  test('takes several commands on one case in their order', async () => {
    const { cases } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    const act = (name: string) => ({ kind: 'act' as const, caseId, act: name, input: {}, actor: BEN });
    const answers = await cases.applyBatch([act('take'), act('boom'), act('hold'), act('goOn')]);
    expect(answers.map((answer) => (answer.ok ? answer.version : answer.refusal.code))).toEqual([
      2,
      'case.fault',
      3,
      4,
    ]);
    expect(await cases.verify(caseId)).toEqual([]);
    expect((await cases.incidents({ caseId })).rows).toMatchObject([{ kind: 'fault', name: 'boom' }]);
  });
});
