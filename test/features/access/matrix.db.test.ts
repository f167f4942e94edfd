import { beforeAll, describe, expect, test } from '@jest/globals';

import { endpoints, type Endpoint } from '#apps/server';
import { CAPABILITIES } from '#libs/access';

import { testApi, type Reply } from '../api/testing/api.js';
import { furnish, holderOf, OFFICES, PLACES, type Subjects } from './places.js';
import { sampleRequest } from './sample-request.js';

const api = testApi();
let subjects: Subjects;

beforeAll(async () => {
  subjects = await furnish(api.platform);
}, 60_000);

/** What a stream answers never ends, and a redirection leads to another service: the gate before them is the same. */
const UNASKABLE: readonly string[] = ['watch'];
const ALL: readonly Endpoint[] = Object.values(endpoints).filter(({ operation }) => !UNASKABLE.includes(operation));

const at = (admitted: readonly Endpoint[]) => admitted.map((one) => [`${one.method} ${one.path}`, one] as const);
const anyone = at(ALL.filter(({ admits }) => admits === 'anyone'));
const signedIn = at(ALL.filter(({ admits }) => admits === 'signedIn'));
const capable = at(ALL.filter(({ admits }) => typeof admits === 'object'));
const overSubject = capable.filter(([, { admits }]) => typeof admits === 'object' && admits.over !== undefined);

function rolesOf({ admits }: Endpoint): readonly string[] {
  return typeof admits === 'object' ? CAPABILITIES[admits.needs] : [];
}

async function ask(endpoint: Endpoint, where: keyof Subjects, office?: string): Promise<Reply> {
  const { method, url, body } = sampleRequest(endpoint, subjects[where]);
  const request = {
    ...(body === undefined ? {} : { body }),
    ...(office === undefined ? {} : { person: holderOf(office) }),
  };
  return method === 'GET' ? api.get(url, request) : api.post(url, request);
}

/** The answer without what differs from question to question anyway. */
function answerOf({ status, body }: Reply): object {
  return { status, ...body, instance: undefined };
}

const GATE_SAYS_NO = ['access.unauthenticated', 'access.second_factor_due', 'access.scope_missing', 'access.denied'];

describe('an endpoint for anyone', () => {
  test.each(anyone)('%s sends no visitor away', async (_, endpoint) => {
    const { body } = await ask(endpoint, 'own');
    expect(GATE_SAYS_NO).not.toContain(body.code);
  });
});

describe('an endpoint for whoever is signed in', () => {
  test.each(signedIn)('%s asks a visitor to sign in', async (_, endpoint) => {
    expect(answerOf(await ask(endpoint, 'own'))).toMatchObject({ status: 401, code: 'access.unauthenticated' });
  });
});

describe('an endpoint that needs an office', () => {
  test.each(capable)('%s asks a visitor to sign in', async (_, endpoint) => {
    expect(answerOf(await ask(endpoint, 'own'))).toMatchObject({ status: 401, code: 'access.unauthenticated' });
  });

  test.each(capable)('%s refuses every office that is not named, wherever the subject is', async (_, endpoint) => {
    const others = OFFICES.filter((one) => !rolesOf(endpoint).includes(one));
    for (const [turn, office] of others.entries()) {
      const place = PLACES[turn % PLACES.length] ?? 'own';
      expect([office, place, answerOf(await ask(endpoint, place, office))]).toMatchObject([
        office,
        place,
        { status: 403, code: 'access.denied' },
      ]);
    }
  });

  test.each(capable)('%s lets in every office that is named, at its own place', async (_, endpoint) => {
    for (const office of rolesOf(endpoint)) {
      const { status, body } = await ask(endpoint, 'own', office);
      expect([office, GATE_SAYS_NO.includes(body.code) ? body.code : 'in']).toEqual([office, 'in']);
      expect([office, status >= 500]).toEqual([office, false]);
    }
  });
});

describe('what lies outside an office’s reach', () => {
  test.each(overSubject)('%s answers as if there were no such thing', async (_, endpoint) => {
    for (const office of rolesOf(endpoint)) {
      const unknown = answerOf(await ask(endpoint, 'nowhere', office));
      expect(unknown).toMatchObject({ status: 404, code: 'resource.unknown' });
      for (const place of ['sibling', 'foreign'] as const)
        expect([office, place, answerOf(await ask(endpoint, place, office))]).toEqual([office, place, unknown]);
    }
  });
});

describe('a body', () => {
  /** What another system sends is first of all signed: without a signature nothing else is said. */
  const isSigned = ({ path }: Endpoint): boolean => path.startsWith('/api/v1/partners/:partner/cases');
  const withBody = at(ALL.filter((one) => one.bodyExample !== undefined && !isSigned(one)));

  test.each(withBody)('to %s takes no field that is not declared', async (_, endpoint) => {
    const { url, body } = sampleRequest(endpoint, subjects.own);
    const office = rolesOf(endpoint)[0] ?? 'resident';
    const smuggled = { ...(body as object), role: 'operator', isAdmin: true, person: holderOf('operator'), __extra: 1 };
    const reply = await api.post(url, { person: holderOf(office), body: smuggled });
    expect([reply.status, reply.body.code]).toEqual([422, 'input.invalid']);
    expect(reply.body.issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['isAdmin', '__extra']));
  });
});
