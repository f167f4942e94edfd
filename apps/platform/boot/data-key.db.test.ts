import { describe, expect, test } from '@jest/globals';

import { testDatabase, testVault } from '#libs/testing';

import { DataKeyCheckEntity } from './data-key.entity.js';
import { checkDataKey, DataKeyError, renewDataKeyCheck } from './data-key.js';

const ground = testDatabase([DataKeyCheckEntity], { tables: 'of the entities' });

describe('the data key of a database', () => {
  test('is the one it was first opened with', async () => {
    await checkDataKey(ground.database, testVault('ours'));
    await checkDataKey(ground.database, testVault('ours'));
    await expect(checkDataKey(ground.database, testVault('another'))).rejects.toThrow(DataKeyError);
  });

  test('changes by naming the old one beside the new one, until the rotation has ended', async () => {
    await checkDataKey(ground.database, testVault('old'));
    await checkDataKey(ground.database, testVault('new', 'old'));
    await expect(checkDataKey(ground.database, testVault('new'))).rejects.toThrow(DataKeyError);
    await renewDataKeyCheck(ground.database, testVault('new', 'old'));
    await checkDataKey(ground.database, testVault('new'));
  });
});
