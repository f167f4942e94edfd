import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { Receiver } from '../testing/receiver.js';
import { outcomeOf } from './email.carrier.js';
import { guardedPost } from './guarded-post.js';
import { smsCarrier } from './sms.carrier.js';
import { maskedAddress } from './spool.carrier.js';

const receiver = new Receiver();
beforeAll(() => receiver.start());
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.posts.length = 0;
  receiver.answer = { status: 200, body: '{"id":"g-1"}' };
});

describe('a request to a system outside', () => {
  test('is not made to an address inside the house, by number or by name', async () => {
    const inside = receiver.url('/');
    expect(await guardedPost({ url: inside, body: '{}' }, { allowsPrivate: false })).toMatchObject({
      status: 0,
      error: 'address_not_public',
    });
    expect(receiver.posts).toEqual([]);
  });
  test('follows no redirect', async () => {
    receiver.answer = { status: 302, body: '', headers: { location: receiver.url('/elsewhere') } };
    const posted = await guardedPost({ url: receiver.url('/first'), body: '{}' }, { allowsPrivate: true });
    expect(posted.status).toBe(302);
    expect(receiver.posts.map(({ path }) => path)).toEqual(['/first']);
  });
  test('does not listen to an answer without end', async () => {
    receiver.answer = { status: 200, body: 'x'.repeat(5_000_000) };
    const { text } = await guardedPost({ url: receiver.url('/'), body: '{}' }, { allowsPrivate: true });
    expect(text.length).toBeLessThanOrEqual(65_536);
  });
  test('says by a code that nobody is there', async () => {
    const gone = new Receiver();
    await gone.start();
    const url = gone.url('/');
    await gone.stop();
    expect(await guardedPost({ url, body: '{}' }, { allowsPrivate: true })).toMatchObject({
      status: 0,
      error: 'ECONNREFUSED',
    });
  });
});

describe('a text message', () => {
  const parcel = {
    id: 'd-1',
    to: '13800000001',
    secret: null,
    wording: { short: '短', subject: '', long: '' },
  };
  test('goes to the gateway with its id and the key', async () => {
    const carrier = smsCarrier({ url: receiver.url('/send'), key: 'k' });
    expect(await carrier.carry(parcel)).toEqual({ kind: 'sent', providerId: 'g-1' });
    expect(receiver.posts).toMatchObject([
      { path: '/send', json: { id: 'd-1', to: '13800000001', text: '短' }, headers: { authorization: 'Bearer k' } },
    ]);
  });
  test.each([
    [400, 'never'],
    [422, 'never'],
    [429, 'later'],
    [401, 'down'],
    [500, 'down'],
    [503, 'down'],
  ])('that the gateway answers with %d is %s', async (status, kind) => {
    receiver.answer = { status, body: '' };
    expect(await smsCarrier({ url: receiver.url('/'), key: undefined }).carry(parcel)).toMatchObject({ kind });
  });
});

describe('what a mail server says', () => {
  test.each([
    [{ responseCode: 550, command: 'RCPT TO' }, 'never'],
    [{ responseCode: 554, command: 'DATA' }, 'never'],
    [{ responseCode: 452, command: 'RCPT TO' }, 'later'],
    [{ responseCode: 421, command: 'DATA' }, 'down'],
    [{ responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'down'],
    [{ responseCode: 553, command: 'MAIL FROM' }, 'down'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'down'],
    [{}, 'down'],
  ])('%j means %s', (failure, kind) => {
    expect(outcomeOf(failure).kind).toBe(kind);
  });
});

test('operators see addresses masked', () => {
  expect(maskedAddress('wang@example.cn')).toBe('w***@example.cn');
  expect(maskedAddress('13800001234')).toBe('138****1234');
  expect(maskedAddress('110')).toBe('****');
});
