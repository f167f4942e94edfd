import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BadVariable } from './index.js';
import { ConfigError, loadDataKeys, loadSigningKey, readConfig, VARIABLES } from './index.js';

const PG = 'postgres://minyi:secret@db:5432/minyi';
const DATA_KEY = Buffer.alloc(32, 5).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 6).toString('base64');

function badOf(env: Record<string, string>): readonly BadVariable[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.bad;
    throw error;
  }
}

describe('an empty environment', () => {
  test('means one process with everything inside, showing the demo', () => {
    expect(readConfig({})).toEqual({
      role: 'all',
      database: { url: './data', isEmbedded: true, poolSize: 20, preparedStatements: true },
      dataDirectory: './data',
      queue: { kind: 'memory', url: undefined, concurrency: 4 },
      sweepSeconds: 10,
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', trustProxy: false },
      accounts: {
        staffSecondFactor: 'optional',
        residentDays: 180,
        staffHours: 12,
        staffIdleMinutes: 60,
        singleSignOn: undefined,
      },
      notify: {
        mail: undefined,
        sms: undefined,
        callAfterDays: 3,
        allowsPrivateAddresses: false,
      },
      logLevel: 'info',
      isDemo: true,
      dataKeys: undefined,
      signingKey: undefined,
      headsDirectory: undefined,
      traceEndpoint: undefined,
    });
  });

  test('is the same as one whose variables are all empty', () => {
    const empty = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('the queue', () => {
  test.each([
    [{ DATABASE_URL: PG, DATA_KEY, REDIS_URL: 'redis://r:6379' }, 'redis', 'redis://r:6379'],
    [{ DATABASE_URL: PG, DATA_KEY }, 'postgres', PG],
    [{ REDIS_URL: 'redis://r:6379' }, 'redis', 'redis://r:6379'],
    [{ DATABASE_URL: PG, DATA_KEY, REDIS_URL: 'redis://r:6379', QUEUE: 'postgres' }, 'postgres', PG],
    [{ DATABASE_URL: PG, DATA_KEY, QUEUE: 'memory' }, 'memory', undefined],
  ])('with %j is on %s', (env, kind, url) => {
    expect(readConfig(env).queue).toMatchObject({ kind, url });
  });
});

describe('the demo', () => {
  test.each([
    [{}, true],
    [{ DATABASE_URL: PG, DATA_KEY }, false],
    [{ DATABASE_URL: PG, DATA_KEY, DEMO: 'on' }, true],
    [{ DEMO: 'off' }, false],
  ])('with %j is %s', (env, isDemo) => {
    expect(readConfig(env).isDemo).toBe(isDemo);
  });
});

describe('bad variables', () => {
  test('are all named, with what is expected and never with their value', () => {
    const env = {
      DATABASE_URL: 'mysql://root:hunter2@db',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      SWEEP_SECONDS: '1.5',
      DEMO: 'maybe',
    };
    const bad = badOf(env);
    expect(bad.map(({ name }) => name)).toEqual(['DATABASE_URL', 'SWEEP_SECONDS', 'PORT', 'LOG_LEVEL', 'DEMO']);
    expect(bad[2]).toEqual({ name: 'PORT', problem: 'expected a whole number from 0 to 65535' });
    expect(JSON.stringify(bad)).not.toContain('hunter2');
  });

  test.each([
    [{ QUEUE: 'redis' }, 'QUEUE'],
    [{ QUEUE: 'postgres' }, 'QUEUE'],
    [{ ROLE: 'worker' }, 'ROLE'],
    [{ ROLE: 'server', DATABASE_URL: PG, DATA_KEY, QUEUE: 'memory' }, 'QUEUE'],
    [{ SIGNING_KEY: 'short' }, 'SIGNING_KEY'],
    [{ DATA_KEY: 'short' }, 'DATA_KEY'],
    [{ DATA_KEY: `${DATA_KEY},${DATA_KEY}` }, 'DATA_KEY'],
    [{ DATABASE_URL: PG }, 'DATA_KEY'],
    [{ PUBLIC_URL: 'minyi.example.cn' }, 'PUBLIC_URL'],
  ])('%j is refused because it would not work', (env, name) => {
    expect(badOf(env).map((bad) => bad.name)).toEqual([name]);
  });
});

describe('the public address', () => {
  test('has no slash at the end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://minyi.example.cn/' }).http.publicUrl).toBe('https://minyi.example.cn');
  });
});

describe('the table of variables', () => {
  test.each(Object.entries(VARIABLES))(
    'says in both languages what %s is for and what its default is',
    (_, variable) => {
      for (const text of [variable.meaning, variable.default]) {
        expect(text.zh).not.toBe('');
        expect(text.en).not.toBe('');
      }
      expect(variable.expected).not.toBe('');
    },
  );
});

describe('the data keys', () => {
  test('are the one in use and older ones that still open', async () => {
    const { dataKeys } = readConfig({ DATA_KEY: `${OTHER_KEY}, ${DATA_KEY}` });
    expect(await loadDataKeys({ dataKeys, dataDirectory: 'memory://' })).toEqual([
      Buffer.alloc(32, 6),
      Buffer.alloc(32, 5),
    ]);
  });

  test('are made once and kept beside the data when none is given', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'minyi-config-'));
    const [key] = await loadDataKeys({ dataKeys: undefined, dataDirectory });
    expect(key).toHaveLength(32);
    expect(await loadDataKeys({ dataKeys: undefined, dataDirectory })).toEqual([key]);
    await rm(dataDirectory, { recursive: true });
  });
});

describe('the signing key', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'minyi-config-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test('is made once, kept for its owner only, and the same at the next start', async () => {
    const place = { signingKey: undefined, dataDirectory: join(directory, 'data') };
    const key = await loadSigningKey(place);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(await loadSigningKey(place)).toBe(key);
    expect((await stat(join(directory, 'data', 'signing.key'))).mode & 0o077).toBe(0);
  });

  test('from the environment wins', async () => {
    const signingKey = Buffer.alloc(32, 7).toString('base64');
    const config = readConfig({ SIGNING_KEY: signingKey, DATA_DIR: join(directory, 'unused') });
    expect(await loadSigningKey(config)).toBe(signingKey);
  });

  test('that was damaged is refused instead of replaced', async () => {
    const damaged = join(directory, 'damaged');
    await loadSigningKey({ signingKey: undefined, dataDirectory: damaged });
    await writeFile(join(damaged, 'signing.key'), 'x');
    await expect(loadSigningKey({ signingKey: undefined, dataDirectory: damaged })).rejects.toThrow(ConfigError);
  });
});

describe('proxies in front', () => {
  test.each([
    ['off', false],
    ['', false],
    ['1', 1],
    ['10.0.0.0/8, 127.0.0.1', ['10.0.0.0/8', '127.0.0.1']],
    ['::1', ['::1']],
  ])('TRUST_PROXY=%j believes %j', (TRUST_PROXY, trusted) => {
    expect(readConfig({ TRUST_PROXY }).http.trustProxy).toEqual(trusted);
  });

  test.each(['on', 'true', '0', 'proxy.example.cn'])('TRUST_PROXY=%s is refused: it would believe anybody', (value) => {
    expect(() => readConfig({ TRUST_PROXY: value })).toThrow('TRUST_PROXY');
  });
});

describe('signing in', () => {
  test('staff need a second factor everywhere but in a demo', () => {
    expect(readConfig({ DEMO: 'off' }).accounts.staffSecondFactor).toBe('required');
    expect(readConfig({ DEMO: 'on' }).accounts.staffSecondFactor).toBe('optional');
    expect(readConfig({ DEMO: 'on', STAFF_SECOND_FACTOR: 'required' }).accounts.staffSecondFactor).toBe('required');
  });

  test('single sign-on is set up completely or not at all', () => {
    const whole = { OIDC_ISSUER: 'https://login.example.cn', OIDC_CLIENT_ID: 'minyi', OIDC_CLIENT_SECRET: 's' };
    expect(readConfig(whole).accounts.singleSignOn).toMatchObject({ issuer: 'https://login.example.cn' });
    expect(() => readConfig({ OIDC_ISSUER: whole.OIDC_ISSUER })).toThrow('OIDC_CLIENT_ID');
  });
});

describe('messages that leave the house', () => {
  test('go to the mail server and the gateway that are named', () => {
    const { notify } = readConfig({
      SMTP_URL: 'smtps://minyi:secret@mail.example.cn:465',
      MAIL_FROM: '民议 <minyi@example.cn>',
      SMS_URL: 'https://sms.example.cn/send',
    });
    expect(notify).toMatchObject({
      mail: { url: 'smtps://minyi:secret@mail.example.cn:465', from: '民议 <minyi@example.cn>' },
      sms: { url: 'https://sms.example.cn/send', key: undefined },
    });
  });

  test.each([
    [{ SMTP_URL: 'smtp://mail:587' }, 'MAIL_FROM'],
    [{ CALL_AFTER_DAYS: '0' }, 'CALL_AFTER_DAYS'],
    [{ MAIL_FROM: 'a@b\nBcc: c@d' }, 'MAIL_FROM'],
  ])('%j cannot be used', (env, name) => {
    expect(badOf(env).map((bad) => bad.name)).toEqual([name]);
  });
});
