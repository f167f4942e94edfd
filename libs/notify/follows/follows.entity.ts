import { defineEntity, p } from '@mikro-orm/core';

/** Who follows which public case, and the step they were told of last. */
export const FollowEntity = defineEntity({
  name: 'Follow',
  tableName: 'follows',
  properties: {
    caseId: p.string().fieldName('case_id').primary(),
    person: p.string().primary(),
    since: p.datetime(3),
    stage: p.string(),
    status: p.string(),
  },
  indexes: [
    { name: 'follows_person', properties: ['person'] },
    {
      name: 'follows_open',
      expression: `create index "follows_open" on "follows" ("case_id") where "status" = 'active'`,
    },
  ],
});
