/**
 * Papers of one ballot over HTTP, on PostgreSQL: 32 voters at a time, each signed in with a session of their own, the server in a
 * process of its own and the load beside it. Then the same while the ballot is closed. `--voters=20000`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openPlatform, type Platform } from '#apps/platform';
import { readConfig, readTestConfig } from '#libs/config';
import { presetRule, YES_NO } from '#libs/decision';
import { OPINION_RULE } from '#libs/opinion';

import { emptyDatabase } from './empty-database.js';
import { freePort, ProductProcess } from './product-process.js';
import { perSecond, report, time, type Measured } from './table.js';
import { percentile, storm, Wire } from './wire.js';

const CLIENTS = 32;
const PAPERS_A_SECOND = 2000;
const P99_MS = 80;
const CLOSE_MS = 1000;
const STATEMENTS = 20;
const SOON = '2027-12-31T00:00:00.000Z';

const option = (name: string, usual: number): number =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual);

interface Voter {
  person: string;
  token: string;
  entry: string;
}

/** Everybody lives in one house and has signed in. */
async function settle(platform: Platform, count: number): Promise<Omit<Voter, 'entry'>[]> {
  const { database, registry } = platform;
  const voters = Array.from({ length: count }, (_, at) => ({
    person: `voter-${String(at).padStart(6, '0')}`,
    token: randomBytes(32).toString('base64url'),
  }));
  const house = { id: 'house', parent: null, kind: 'community' as const, name: '大院', code: 'house' };
  await database.transaction((tx) => registry.insert(tx, { units: [house] }));
  for (let at = 0; at < count; at += 5000) {
    const some = voters.slice(at, at + 5000);
    const people = some.map(({ person }) => ({
      id: person,
      name: person,
      gender: null,
      birthYear: 1980,
      unit: 'house',
      household: null,
      flags: [],
    }));
    await database.transaction((tx) => registry.insert(tx, { people }));
    await database.transaction(async (tx) => {
      await tx.query(
        `insert into accounts (id, person, status, created_at, changed_at)
         select 'a-' || p, p, 'active', now(), now() from unnest($1::text[]) p`,
        [some.map(({ person }) => person)],
      );
      await tx.query(
        `insert into sessions (id, token, account, way, second_factor, staff, address, agent, created_at, seen_at, idle, expires_at)
         select 's-' || p, t, 'a-' || p, 'password', 'passed', false, '127.0.0.1', 'bench', now(), now(), 86400, now() + interval '1 day'
         from unnest($1::text[], $2::text[]) v(p, t)`,
        [
          some.map(({ person }) => person),
          some.map(({ token }) => createHash('sha256').update(token).digest('base64url')),
        ],
      );
    });
  }
  // as in a registry that has been there for longer than a minute; rolls and papers are new
  await database.query('analyze people');
  return voters;
}

async function openBallot(platform: Platform, id: string, people: readonly Omit<Voter, 'entry'>[]): Promise<Voter[]> {
  const { ballots, database, localDateOf, now } = platform;
  const rule = presetRule('council');
  if (rule === undefined) throw new Error('there is no rule for councils');
  await database.transaction(async (tx) => {
    await ballots.draw(tx, {
      id,
      unit: 'house',
      title: { zh: '投票', en: 'A ballot' },
      question: YES_NO,
      rule,
      roll: { of: 'named', unit: 'house', persons: people.map(({ person }) => person) },
      secret: false,
      on: localDateOf(now()),
    });
    await ballots.open(tx, id, { closesAt: SOON });
  });
  const entries = await database.query<{ entry: string; person: string }>(
    'select entry, casters[1] as person from ballot_entries where ballot = $1',
    [id],
  );
  const tokens = new Map(people.map(({ person, token }) => [person, token]));
  return entries.map(({ entry, person }) => ({ entry, person, token: tokens.get(person) ?? '' }));
}

const bodyOf = ({ entry }: Voter): string => `{"entry":"${entry}","choice":{"vote":"yes"}}`;

async function cast(wire: Wire, ballot: string, voter: Voter): Promise<number> {
  const headers = `cookie: minyi=${voter.token}\r\nidempotency-key: ${voter.entry}\r\n`;
  const { status, body } = await wire.post(`/api/v1/ballots/${ballot}/papers`, headers, bodyOf(voter));
  if (status !== 200 && status !== 409) throw new Error(`${String(status)}: ${body}`);
  return status;
}

/** Everybody answers twenty statements, one after another. */
async function positions(
  platform: Platform,
  origin: string,
  people: readonly Omit<Voter, 'entry'>[],
): Promise<Measured[]> {
  const { opinion, now } = platform;
  await opinion.open({ id: 'talk', unit: 'house', rule: { ...OPINION_RULE, moderation: 'after' }, at: now() });
  const authors = people.slice(0, STATEMENTS);
  for (const [at, { person }] of authors.entries())
    await opinion.statements.say({ deliberation: 'talk', author: person, text: `看法 ${String(at)}`, key: 'bench' });
  const talkers = people.slice(STATEMENTS, STATEMENTS + Math.floor(people.length / STATEMENTS));
  const requests = Array.from({ length: STATEMENTS }, (_, at) => at + 1).flatMap((statement) =>
    talkers.map(({ token }) => ({ token, body: `{"statement":${String(statement)},"position":1}` })),
  );
  let count = 0;
  const { wallMs, times } = await storm(origin, {
    clients: CLIENTS,
    requests,
    send: async (wire, { token, body }) => {
      count += 1;
      const headers = `cookie: minyi=${token}\r\nidempotency-key: p${String(count)}\r\n`;
      const answer = await wire.post('/api/v1/deliberations/talk/positions', headers, body);
      if (answer.status !== 200) throw new Error(`${String(answer.status)}: ${answer.body}`);
    },
  });
  const rate = (times.length / wallMs) * 1000;
  return [
    {
      what: 'positions through the HTTP API',
      value: perSecond(rate),
      beside: `p99 ${time(percentile(times, 0.99))}`,
      target: `≥ ${perSecond(PAPERS_A_SECOND)}`,
      isReached: rate >= PAPERS_A_SECOND,
    },
  ];
}

/** The least a server could do: one insert a request, without looking who asks, in a process of its own. */
async function bareRate(url: string, voters: readonly Voter[]): Promise<number> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'bare-cast.js'), [url, String(port)]);
  await once(child, 'message');
  const { wallMs } = await storm(`http://127.0.0.1:${String(port)}`, {
    clients: CLIENTS,
    requests: voters,
    send: async (wire, voter) => {
      await wire.post('/', '', bodyOf(voter));
    },
  });
  child.kill();
  return (voters.length / wallMs) * 1000;
}

/** Votes while the ballot is being closed; what was acknowledged must be there, and nothing else. */
async function closeUnderLoad(platform: Platform, origin: string, voters: readonly Voter[]): Promise<Measured> {
  let recorded = 0;
  // a worker of its own: this process is busy with the voters
  const worker = fork(join(import.meta.dirname, 'close-ballot.js'), {
    env: { ...process.env, ...env, ROLE: 'server' },
  });
  await once(worker, 'message');
  const closing = (async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    worker.send('closing');
    const [took] = (await once(worker, 'message')) as [number];
    return took;
  })();
  await storm(origin, {
    clients: CLIENTS,
    requests: voters,
    send: async (wire, voter) => {
      if ((await cast(wire, 'closing', voter)) === 200) recorded += 1;
    },
  });
  const closeMs = await closing;
  const [row] = await platform.database.query<{ count: number }>(
    `select count(*) from ballot_papers where ballot = 'closing'`,
  );
  if (row?.count !== recorded) throw new Error(`${String(recorded)} acknowledged, ${String(row?.count)} there`);
  return {
    what: `a close during that load (${String(recorded)} of ${String(voters.length)} came in time)`,
    value: time(closeMs),
    target: `< ${time(CLOSE_MS)}`,
    isReached: closeMs < CLOSE_MS,
  };
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const url = await emptyDatabase(databaseUrl);
const dataDirectory = await mkdtemp(join(tmpdir(), 'minyi-bench-'));
const port = await freePort();
const env = {
  DATABASE_URL: url,
  DATA_DIR: dataDirectory,
  DATA_KEY: randomBytes(32).toString('base64'),
  PORT: String(port),
  DEMO: 'off',
  LOG_LEVEL: 'warn',
};
const origin = `http://127.0.0.1:${String(port)}`;
const platform = await openPlatform(readConfig({ ...env, ROLE: 'server' }));
const people = await settle(platform, option('voters', 20_000));
const voters = await openBallot(platform, 'open', people);
const later = await openBallot(platform, 'closing', people);
const product = ProductProcess.start({ app: 'server', env });
await product.answersAt(origin);
await storm(origin, {
  clients: CLIENTS,
  requests: voters.slice(0, 1000),
  send: async (wire, one) => {
    await cast(wire, 'open', one);
  },
});
const { wallMs, times } = await storm(origin, {
  clients: CLIENTS,
  requests: voters.slice(1000),
  send: async (wire, voter) => {
    if ((await cast(wire, 'open', voter)) !== 200) throw new Error('a paper was refused');
  },
});
const rate = (times.length / wallMs) * 1000;
const rows: Measured[] = [
  {
    what: `papers through the HTTP API, ${String(CLIENTS)} clients`,
    value: perSecond(rate),
    target: `≥ ${perSecond(PAPERS_A_SECOND)}`,
    isReached: rate >= PAPERS_A_SECOND,
  },
  {
    what: 'time to the answer, p99',
    value: time(percentile(times, 0.99)),
    beside: `median ${time(percentile(times, 0.5))}`,
    target: `< ${time(P99_MS)}`,
    isReached: percentile(times, 0.99) < P99_MS,
  },
  await closeUnderLoad(platform, origin, later),
  ...(await positions(platform, origin, people)),
];
await product.stop();
const bare = await bareRate(url, voters);
rows.push({
  what: 'beside: a bare handler, one insert a request',
  value: perSecond(bare),
  ratio: rate / bare,
});
await platform.close();
await rm(dataDirectory, { recursive: true, force: true });
report(`ballots: ${voters.length.toLocaleString('en')} papers of one ballot`, rows);
