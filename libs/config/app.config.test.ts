import { describe, expect, test } from '@jest/globals';

import { ConfigError, readConfig } from './app.config.js';

describe('an environment without settings', () => {
  test('is the embedded demonstration on this machine only', () => {
    expect(readConfig('/srv/minyi', {})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      workerPort: null,
      database: '/srv/minyi/data',
      dataDirectory: '/srv/minyi/data',
      redis: null,
      demo: true,
      demoYear: true,
      works: true,
      logLevel: 'info',
      otlpEndpoint: null,
    });
  });

  test('is the same when variables are set to nothing', () => {
    expect(readConfig('/r', { DATABASE_URL: '', MINYI_PORT: '' })).toEqual(readConfig('/r', {}));
  });
});

describe('an installation on PostgreSQL', () => {
  const config = readConfig('/r', { DATABASE_URL: 'postgres://u@db/minyi', REDIS_URL: 'redis://cache', MINYI_DATA: '/var/minyi' });

  test('is no demonstration unless it says so', () => {
    expect(config).toMatchObject({ database: 'postgres://u@db/minyi', demo: false, dataDirectory: '/var/minyi' });
  });

  test('leaves the work to workers when it has a queue', () => {
    expect(config.works).toBe(false);
  });
});

test('a wrong variable is named, with what it means', () => {
  const read = () => readConfig('/r', { MINYI_PORT: '99999', DATABASE_URL: 'mysql://x', MINYI_DEMO: 'maybe' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/MINYI_PORT.*DATABASE_URL.*MINYI_DEMO/s);
});
