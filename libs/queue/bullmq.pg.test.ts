import { describe } from '@jest/globals';
import { readTestConfig } from '#libs/config';
import { openQueue } from './index.js';
import { SYSTEM_CLOCK } from './contract-clock.js';
import { queueContract } from './queue.contract.fixture.js';

const url = readTestConfig().databaseUrl;
if (url === undefined) throw new Error('these tests need MINYI_TEST_DATABASE_URL');

describe('the queue on PostgreSQL', () => {
  queueContract({
    isShared: true,
    open: (log, prefix) => openQueue({ kind: 'postgres', url, prefix, log, clock: SYSTEM_CLOCK }),
  });
});
