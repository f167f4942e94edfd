import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { CASES_ENTITIES } from '#libs/cases';
import type { AccountFold, AccountLine, ExclusionFacts } from '#libs/contract';
import { testDatabase } from '#libs/testing';
import { JournalScript, type ScriptLine } from '#libs/testing/walk';
import { issueAccount } from '#workflows/issue';
import { taskAccount } from '#workflows/task';

import { ledgerEntities } from './ledger.entity.js';
import { Projector, type ProjectorParts } from './projector.service.js';

const world = testDatabase([...CASES_ENTITIES, ...ledgerEntities]);

/** The result of an exclusion is all that matters here. */
const exclusionAccount: AccountFold = (lines: readonly AccountLine[]): ExclusionFacts => ({
  ...(lines[0]?.body['input'] as unknown as ExclusionFacts),
  of: 'exclusion',
  result: lines.length > 1 ? 'excluded' : null,
});
const FOLDS = { issue: issueAccount, task: taskAccount, exclusion: exclusionAccount };
const PLACES: Record<string, string[]> = { b7: ['limin', 'street'], limin: ['street'] };
const KINDS: Record<string, string> = { b7: 'building', limin: 'community', street: 'street' };
const unit = (id: string) => ({ id, kind: KINDS[id] ?? 'department', code: id, name: id, parent: null }) as never;

const projectorWith = (more: Partial<ProjectorParts> = {}): Projector =>
  new Projector({
    database: world.database,
    registry: {
      unit: (_tx, id) => Promise.resolve(unit(id)),
      ancestors: (_tx, id) => Promise.resolve((PLACES[id] ?? []).map(unit)),
    },
    folds: FOLDS,
    localDateOf: (instant) => instant.slice(0, 10),
    ...more,
  });

let projector: Projector;
beforeEach(() => {
  projector = projectorWith();
});

const JOURNALS: Record<string, [string, ScriptLine[]]> = {
  'issue-1': [
    'issue',
    JournalScript.start(
      '03-02T09:00',
      { unit: 'limin', place: 'b7', category: 'water', channel: 'page' },
      {
        armed: { firstReply: '03-03T09:00' },
        by: 'ann',
      },
    )
      .act('03-02T10:00', 'reply', {}, { off: ['firstReply'] })
      .act('03-02T11:00', 'dispatch', {}, { children: { 'lead-1': 'task' } })
      .childDone('03-06T09:00', 'lead-1', { result: 'verified' })
      .act('03-06T10:00', 'postOutcome', {}, { armed: { review: '03-16T09:00' } })
      .act(
        '03-07T10:00',
        'answer',
        { solved: true, satisfied: false },
        { by: 'ann', off: ['review'], ended: { result: 'solved' } },
      ).lines,
  ],
  'task-1': [
    'task',
    JournalScript.start(
      '03-02T11:00',
      { issue: 'issue-1', unit: 'water', place: 'b7', part: 'lead' },
      {
        armed: { acceptance: '03-03T11:00', handling: '03-09T11:00' },
        child: 'lead-1',
      },
    )
      .act('03-02T12:00', 'returnTask', { ground: 'not_our_duty' }, { off: ['handling'] })
      .act('03-03T09:00', 'reassign', { unit: 'roads' }, { armed: { handling: '03-10T09:00' }, off: ['redispatch'] })
      .act('03-03T10:00', 'accept')
      .act('03-05T10:00', 'finish', {}, { off: ['handling'] })
      .act('03-06T09:00', 'verify', {}, { ended: { result: 'verified' } }).lines,
  ],
  'exclusion-1': [
    'exclusion',
    JournalScript.start('03-20T09:00', { entry: 'task-1', unit: 'water', rate: 'return', ground: 'not_our_duty' }).act(
      '03-21T09:00',
      'approve',
    ).lines,
  ],
};
const IDS = Object.keys(JOURNALS);

/** Writes the first entries of a journal, as if only so much had happened. */
async function happened(caseId: string, count: number): Promise<void> {
  const [workflow = '', lines = []] = JOURNALS[caseId] ?? [];
  const { database } = world;
  await database.query(
    `insert into cases (id, workflow, realm, version, seq, head_hash, status, stage, visibility, unit, policy, definition,
       created_at, changed_at, stored, clocks)
     values ($1, $2, 'live', 1, $3, '', 'active', '', 'public', 'limin', '', 1, now(), now(), '{}', '{}')
     on conflict (id) do update set seq = excluded.seq`,
    [caseId, workflow, count],
  );
  for (const { seq, at, kind, by, body } of lines.slice(0, count))
    await database.query(
      `insert into journal (case_id, seq, at, kind, by, body, prev_hash, hash, recorded_at) values ($1, $2, $3, $4, $5, $6, '', '', now())
       on conflict do nothing`,
      [caseId, seq, at, kind, by, body],
    );
}
const everything = async (): Promise<void> => {
  for (const id of IDS) await happened(id, JOURNALS[id]?.[1].length ?? 0);
};
/** Sums that are not nothing. */
const sums = async () => {
  const all = await world.database.query<Record<string, unknown>>(
    'select * from ledger_sums order by realm, axis, key, month',
  );
  return all.filter(({ month: _month, ...row }) =>
    Object.values(row).some((sum) => typeof sum === 'number' && sum !== 0),
  );
};
const rows = () => world.database.query<Record<string, unknown>>('select * from ledger_entries order by case_id, turn');

describe('the account', () => {
  test('has a line for the issue and one for each unit’s turn with its task', async () => {
    await everything();
    await projector.sweep();
    expect(await rows()).toMatchObject([
      {
        case_id: 'issue-1',
        turn: 0,
        unit: 'limin',
        dispatcher: 'limin',
        responded: 1,
        solved: 1,
        satisfied: 0,
        answered: 1,
      },
      {
        case_id: 'task-1',
        turn: 1,
        unit: 'water',
        is_returned: 1,
        is_wrong: 1,
        responded: 1,
        is_last: false,
        solved: null,
      },
      {
        case_id: 'task-1',
        turn: 2,
        unit: 'roads',
        on_time: 1,
        is_wrong: 0,
        is_last: true,
        solved: 1,
        category: 'water',
      },
    ]);
  });

  test('leaves out what two people have excluded, and says by which case', async () => {
    await everything();
    await projector.sweep();
    const [, water, roads] = await rows();
    expect(water).toMatchObject({ excluded: 32, excluded_by: { return: 'exclusion-1' } });
    expect(roads).toMatchObject({ excluded: 0, excluded_by: null });
  });

  test('numbers entries once, in the order of their opening, without gaps', async () => {
    await everything();
    await projector.project(['task-1']);
    await projector.sweep();
    await projector.rebuild();
    const numbers = await world.database.query<{ number: string }>('select number from ledger_numbers order by n');
    expect(numbers.map(({ number }) => number)).toEqual(['2026-limin-000001', '2026-limin-000002']);
  });

  test('gives no number to what nobody has sorted yet: it may become a confidential need, and a gap would tell of it', async () => {
    const numbers = () => world.database.query('select number from ledger_numbers');
    await happened('issue-1', 1);
    await projector.sweep();
    expect(await numbers()).toEqual([]);
    await everything();
    await projector.sweep();
    expect(await numbers()).toHaveLength(2);
  });

  test('made anew from the journals has the same rows', async () => {
    await everything();
    await projector.sweep();
    const before = await rows();
    expect(await projector.sweep()).toBe(0);
    expect(await projector.rebuild()).toBe(IDS.length);
    expect(await rows()).toEqual(before);
  });

  test('is the same whatever was projected when, how often, and where it was killed', async () => {
    await everything();
    await projector.sweep();
    const wanted = await rows();
    await projector.addUp();
    const addedUp = await sums();
    expect(addedUp.length).toBeGreaterThan(0);
    const step = fc.record({ id: fc.constantFrom(...IDS), upTo: fc.integer({ min: 1, max: 6 }), killed: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const table of ['ledger_sums', 'ledger_entries', 'ledger_facts', 'journal', 'cases'])
          await world.database.query(`delete from ${table}`);
        for (const { id, upTo, killed } of steps) {
          await happened(id, Math.min(upTo, JOURNALS[id]?.[1].length ?? 0));
          if (!killed) await projector.project([id]);
        }
        await everything();
        await projector.sweep();
        expect(await rows()).toEqual(wanted);
        // kept by differences alone, the sums are what adding the rows up anew comes to
        expect(await sums()).toEqual(addedUp);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('is kept of all others when one journal cannot be folded, and of that one when it can be again', async () => {
    await everything();
    const faults: string[] = [];
    let isMended = false;
    const fold: AccountFold = (lines) => {
      if (!isMended) throw new Error('no such ground');
      return exclusionAccount(lines);
    };
    const broken = projectorWith({
      folds: { ...FOLDS, exclusion: fold },
      onUnaccountable: async ({ caseId, message }) => {
        faults.push(`${caseId}: ${message}`);
        // as an incident does
        await world.database.query(`update cases set seq = seq + 1 where id = $1`, [caseId]);
      },
    });
    await broken.sweep();
    await broken.sweep();
    expect((await rows()).map(({ case_id }) => case_id)).toEqual(['issue-1', 'task-1', 'task-1']);
    expect(faults).toEqual(['exclusion-1: no such ground']);
    isMended = true;
    await broken.sweep();
    expect((await rows())[1]).toMatchObject({ excluded: 0 });
    // somebody has decided that it is to be tried again, which is an entry
    await world.database.query(`update cases set seq = seq + 1 where id = 'exclusion-1'`);
    await broken.sweep();
    expect((await rows())[1]).toMatchObject({ excluded: 32 });
  });

  test('is taken again of what was put aside when the folds are others', async () => {
    await everything();
    const throwing = projectorWith({
      folds: {
        ...FOLDS,
        exclusion: () => {
          throw new Error('broken');
        },
      },
      onUnaccountable: () => Promise.resolve(),
    });
    await throwing.sweep();
    expect(await projector.sweep()).toBe(0);
    await world.database.query(`update ledger_facts set folds = folds - 1`);
    await projector.sweep();
    expect((await rows())[1]).toMatchObject({ excluded: 32 });
  });

  test('is placed anew when a unit has moved', async () => {
    await everything();
    await projector.sweep();
    PLACES['limin'] = ['other-street'];
    KINDS['other-street'] = 'street';
    PLACES['b7'] = ['limin', 'other-street'];
    await world.database.transaction((tx) => projector.placeAnew(tx, 'limin'));
    await projector.sweep();
    expect((await rows()).map(({ street }) => street)).toEqual(['other-street', 'other-street', 'other-street']);
    PLACES['limin'] = ['street'];
    PLACES['b7'] = ['limin', 'street'];
  });
});
