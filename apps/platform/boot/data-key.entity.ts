import { defineEntity, p } from '@mikro-orm/core';

/** A word sealed with the data key, so that a wrong key is noticed before anything is sealed with it. */
export const DataKeyCheckEntity = defineEntity({
  name: 'DataKeyCheck',
  tableName: 'data_key_checks',
  properties: {
    id: p.string().primary(),
    sealed: p.text(),
  },
});
