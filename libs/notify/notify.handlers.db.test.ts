import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { EffectCall } from '#libs/cases';
import type { Database } from '#libs/database';
import type { JsonObject } from '#libs/engine';
import { Registry, registryEntities } from '#libs/registry';
import type { Grant } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

import { Inbox } from './inbox.service.js';
import { notifyEntities } from './notify.entity.js';
import { notifyHandlers } from './notify.handlers.js';
import type { CaseFacts } from './notify.types.js';

const at = '2026-03-02T01:00:00.000Z';
const registry = new Registry({ vault: testVault(), now: () => '2026-03-02T01:00:00.000Z' });
const inbox = new Inbox();
let database: Database;
let handlers: ReturnType<typeof notifyHandlers>;
let facts: CaseFacts = { unit: 'b1', visibility: 'public', parties: [] };
let calls = 0;

const callOf = (name: string, payload: JsonObject): EffectCall => {
  calls += 1;
  return { id: `e${String(calls)}`, caseId: 'case-1', workflow: 'issue', name, payload, seq: 1, at, attempt: 1 };
};
const inboxOf = (person: string, grants: Grant[] = []) =>
  database.transaction((tx) => inbox.list(tx, { person, grants }));

beforeAll(async () => {
  database = await openTestDatabase([...registryEntities, ...notifyEntities]);
  const since = { from: '2026-01-01', to: null };
  await database.transaction((tx) =>
    registry.insert(tx, {
      units: [
        { id: 'city', code: 'city', kind: 'city', parent: null, name: '市' },
        { id: 'community', code: 'c', kind: 'community', parent: 'city', name: '社区' },
        { id: 'b1', code: 'b1', kind: 'building', parent: 'community', name: '1号楼' },
        { id: 'heating', code: 'h', kind: 'company', parent: 'city', name: '供热' },
        { id: 'alone', code: 'a', kind: 'district', parent: null, name: '别的区' },
      ],
      offices: [
        { id: '1', person: 'li', unit: 'community', role: 'coordinator', ...since },
        { id: '2', person: 'han', unit: 'community', role: 'duty', ...since },
        { id: '3', person: 'gao', unit: 'city', role: 'leader', ...since },
      ],
    }),
  );
  handlers = notifyHandlers({ database, registry, caseFacts: () => Promise.resolve(facts), today: () => '2026-03-02' });
}, 60_000);
afterAll(() => database.close());

describe('reminders', () => {
  const payload = {
    clock: 'handling#1',
    name: 'handling',
    rung: 'blue',
    severity: 'blue',
    audience: [
      { role: 'coordinator' },
      { role: 'leader' },
      { relation: 'reporter' },
      { role: 'department', of: 'doer' },
    ],
  };
  const coordinator: Grant = { role: 'coordinator', unit: 'community', held: 'office' };

  test('one message for each recipient, however often the effect is carried out', async () => {
    facts = {
      unit: 'b1',
      visibility: 'internal',
      parties: [
        { relation: 'reporter', person: 'wang' },
        { relation: 'doer', unit: 'heating' },
      ],
    };
    const call = callOf('remind', payload);
    await handlers.remind(call);
    await handlers.remind({ ...call, attempt: 2 });
    const rows = await database.query('select person, role, unit from messages order by person, role');
    expect(rows).toEqual([
      { person: 'wang', role: null, unit: null },
      { person: null, role: 'coordinator', unit: 'community' },
      { person: null, role: 'department', unit: 'heating' },
      { person: null, role: 'leader', unit: 'city' },
    ]);
  });
  test('a message to a role reaches whoever holds it now, until it is read', async () => {
    const [message] = await inboxOf('li', [coordinator]);
    expect(message).toMatchObject({ about: 'remind', severity: 'blue', clock: 'handling', rung: 'blue', readAt: null });
    expect(await inboxOf('somebody')).toEqual([]);
    const mine = { person: 'li', grants: [coordinator] };
    const counts = await database.transaction(async (tx) => {
      const before = await inbox.unread(tx, mine);
      await inbox.markRead(tx, mine, { ids: [message?.id ?? ''], at });
      return [before, await inbox.unread(tx, mine)];
    });
    expect(counts).toEqual([1, 0]);
  });
  test('whoever is excluded is not told', async () => {
    facts = { unit: 'b1', visibility: 'public', parties: [{ relation: 'handler', person: 'li' }] };
    await handlers.remind(
      callOf('remind', { ...payload, rung: 'red', audience: [{ role: 'coordinator', not: ['handler'] }] }),
    );
    expect((await inboxOf('li', [coordinator])).map((one) => one.rung)).not.toContain('red');
    expect((await inboxOf('chen', [coordinator])).map((one) => one.rung)).toContain('red');
  });
});

describe('the public page', () => {
  const news = { issue: 'i', unit: 'community', about: 'outcome', text: 't', evidence: ['photo'] };
  const shown = (archive = false) =>
    database.transaction((tx) => inbox.publications(tx, { units: ['community'], archive }));

  test('nothing of a confidential case is posted', async () => {
    facts = { unit: 'community', visibility: 'confidential', parties: [] };
    await handlers['issue.publish'](callOf('publish', news));
    expect(await shown(true)).toEqual([]);
  });
  test('a notice hangs until it is taken down and stays in the archive with its outcome', async () => {
    facts = { unit: 'community', visibility: 'public', parties: [] };
    const notice = {
      notice: 'case-1',
      issue: 'i',
      unit: 'community',
      title: 't',
      text: 'x',
      blocking: true,
      days: 7,
      places: [],
    };
    await handlers['notice.publish'](callOf('publish', notice));
    expect(await shown()).toMatchObject([{ kind: 'notice', blocking: true, days: 7 }]);
    await handlers['notice.unpublish'](callOf('unpublish', { notice: 'case-1', outcome: 'ended' }));
    expect(await shown()).toEqual([]);
    expect(await shown(true)).toMatchObject([{ outcome: 'ended', removedAt: at }]);
  });
});

test('members of a council are called by name of their role, and the minutes are posted', async () => {
  facts = { unit: 'community', visibility: 'public', parties: [] };
  const meeting = { meeting: 'm', unit: 'community', title: 't' };
  await database.query(
    `insert into offices (id, person, unit, role, from_date) values ('4', 'guo', 'community', 'deliberator', '2026-01-01')`,
  );
  await handlers['meeting.inviteMembers'](callOf('inviteMembers', { ...meeting, level: 'council', startsAt: at }));
  await handlers['meeting.publishMinutes'](callOf('publishMinutes', { ...meeting, minutes: 'x', items: [] }));
  const member: Grant = { role: 'deliberator', unit: 'community', held: 'office' };
  expect((await inboxOf('guo', [member])).map((one) => one.about)).toEqual(['invitation']);
  const shown = await database.transaction((tx) => inbox.publications(tx, { units: ['community'] }));
  expect(shown.map((one) => one.about).sort()).toEqual(['invitation', 'minutes']);
});

describe('letters', () => {
  test('a matter that is handed on leaves as a letter and reaches the clerks of its owner', async () => {
    await handlers['issue.sendForward'](
      callOf('sendForward', { issue: 'i', to: 'heating', address: '新华路1号', text: 't' }),
    );
    expect(await database.query('select kind, unit, address from letters')).toEqual([
      { kind: 'forward', unit: 'heating', address: '新华路1号' },
    ]);
    const clerk: Grant = { role: 'department', unit: 'heating', held: 'office' };
    expect((await inboxOf('zhao', [clerk])).map((one) => one.about)).toContain('forwarded');
  });
});
