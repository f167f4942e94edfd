import { describe } from '@jest/globals';
import { readTestConfig } from '#libs/config';
import { openQueue } from './index.js';
import { queueContract, SYSTEM_CLOCK } from './queue.contract.js';

const { databaseUrl } = readTestConfig();
const describeWithPostgres = databaseUrl === undefined ? describe.skip : describe;

describeWithPostgres('the queue on PostgreSQL', () => {
  queueContract({
    isShared: true,
    open: (log, prefix) => openQueue({ kind: 'postgres', url: databaseUrl ?? '', prefix, log, clock: SYSTEM_CLOCK }),
  });
});
