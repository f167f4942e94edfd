import { beforeAll, describe, expect, test } from '@jest/globals';

import { unitId, type DemoPersonKey } from '#apps/demo';
import { OPINION_RULE } from '#libs/opinion';

import { testApi, type Reply } from '../api/testing/api.js';

const api = testApi();
const AT = '/api/v1/deliberations/lift';
const SECOND = `${AT}/statements/2`;

beforeAll(async () => {
  const { opinion, now } = api.platform;
  await opinion.open({ id: 'lift', unit: unitId('limin'), rule: OPINION_RULE, at: now() });
}, 60_000);

const get = (path: string, as: DemoPersonKey): Promise<Reply> => api.get(`${AT}${path}`, { as });
const post = (path: string, as: DemoPersonKey, body: object): Promise<Reply> => api.post(path, { as, body });
const bodyOf = (reply: Reply): Record<string, unknown> => ({ ...reply.body });

describe('statements and positions over HTTP', () => {
  test('a resident says something, a moderator shows it, a neighbour answers it', async () => {
    const said = await post(`${AT}/statements`, 'resident', { text: '电梯费用应当按楼层分摊。' });
    expect([said.status, bodyOf(said)]).toEqual([200, { number: 1, state: 'waiting' }]);
    const queue = await get('/moderation', 'coordinator');
    expect(queue.body.rows).toMatchObject([{ number: 1, text: '电梯费用应当按楼层分摊。' }]);
    expect(JSON.stringify(queue.body)).not.toContain('author');
    expect((await post(`${AT}/statements/1/moderate`, 'coordinator', { show: true })).status).toBe(200);
    expect(bodyOf(await get('/statements', 'neighbour'))).toMatchObject({
      rows: [{ number: 1, position: null, isMine: false }],
      unanswered: 1,
    });
    const taken = await post(`${AT}/positions`, 'neighbour', { statement: 1, position: 1 });
    expect(bodyOf(taken)).toEqual({ statement: 1, position: 1, revision: 1 });
    expect(bodyOf(await get('/positions/mine', 'neighbour'))).toMatchObject({
      group: null,
      rows: [{ statement: 1, position: 1 }],
    });
  });

  test('a rejected author is told why', async () => {
    await post(`${AT}/statements`, 'resident', { text: '某某太吵' });
    await post(`${SECOND}/moderate`, 'coordinator', { show: false, reason: '请对事不对人。' });
    expect((await get('/statements/mine', 'resident')).body.rows).toMatchObject([
      { number: 1, state: 'shown' },
      { number: 2, state: 'rejected', reason: '请对事不对人。' },
    ]);
    const wordless = await post(`${SECOND}/moderate`, 'coordinator', { show: false });
    expect(wordless.body.code).toBe('input.invalid');
    expect((await post(`${AT}/positions`, 'neighbour', { statement: 2, position: 1 })).body.code).toBe(
      'opinion.not_asked',
    );
  });

  test.each<[DemoPersonKey, string]>([
    ['relative', 'a resident of another community'],
    ['elsewhere', 'staff of another community'],
  ])('%s, %s, learns nothing of it', async (who) => {
    const replies = [
      await get('/statements', who),
      await get('/picture', who),
      await post(`${AT}/statements`, who, { text: 't' }),
      await post(`${AT}/positions`, who, { statement: 1, position: 1 }),
      await api.get('/api/v1/deliberations/nowhere/statements', { as: who }),
    ];
    expect(new Set(replies.map(({ status, body }) => `${String(status)} ${body.code}`))).toEqual(
      new Set(['404 case.unknown']),
    );
  });

  test('a company reads and takes no position; who holds no such office moderates nothing', async () => {
    expect((await get('/statements', 'coordinator')).status).toBe(200);
    expect((await post(`${AT}/positions`, 'partner', { statement: 1, position: 1 })).status).toBe(404);
    expect((await get('/moderation', 'neighbour')).status).toBe(403);
    expect((await get('/moderation', 'elsewhere')).status).toBeGreaterThanOrEqual(403);
  });

  test('a visitor has to sign in', async () => {
    expect((await api.get(`${AT}/picture`)).status).toBe(401);
  });

  test('few people are no picture; it says so in words, and its page has the table', async () => {
    const picture = await get('/picture', 'neighbour');
    expect(bodyOf(picture)).toMatchObject({ people: null, groups: [], isOpen: true, leastShown: 10 });
    const drawing = await get('/picture/drawing?lang=en', 'neighbour');
    expect(drawing.type).toContain('image/svg+xml');
    expect(drawing.text).toMatch(/<title[^>]*>Opinion groups<\/title><desc[^>]*>Too few people yet/);
    const page = await get('/picture/drawing?lang=zh&format=html', 'neighbour');
    expect(page.text).toMatch(/<table>[^]*电梯费用应当按楼层分摊。[^]*人数太少，不显示/);
  });
});
