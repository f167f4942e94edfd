import { defineEntity, p } from '@mikro-orm/core';

const instant = () => p.datetime(3);

/** Who is on duty for a unit, from when until when, and by which telephone. A turn that was struck out stays, with its reason. */
export const DutyTurnEntity = defineEntity({
  name: 'DutyTurn',
  tableName: 'duty_turns',
  properties: {
    id: p.string().primary(),
    unit: p.string(),
    /** 1 is rung first, 2 when the first does not answer. */
    line: p.integer(),
    person: p.string(),
    phone: p.string().nullable(),
    startsAt: instant(),
    endsAt: instant(),
    enteredBy: p.string(),
    enteredAt: instant(),
    struckBy: p.string().nullable(),
    struckAt: instant().nullable(),
    reason: p.text().nullable(),
  },
  indexes: [{ name: 'duty_turns_of_unit', properties: ['unit', 'endsAt'] }],
});

export const rosterEntities = [DutyTurnEntity];
