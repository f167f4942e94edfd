import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import { currentItem, interestedIn } from './agenda.rules.js';
import type { MeetingContext } from './meeting.context.js';

const BODY_RELATION = { building: 'neighbours', grid: 'neighbours', council: 'council', assembly: 'assembly' } as const;

/** Who is related to a meeting and how. `mover` and `recused` are those of the item on the floor. */
export function meetingParties(context: MeetingContext): Party[] {
  const item = currentItem(context);
  const floor = item?.status === 'waiting' ? item : null;
  const people = (relation: string, persons: (string | null | undefined)[]): Party[] =>
    persons.flatMap((person) => (person == null ? [] : [{ relation, person }]));
  return [
    { relation: BODY_RELATION[context.level], unit: context.unit },
    ...people('chair', [context.chair]),
    ...people('present', context.present),
    ...people('guest', context.guests),
    ...people('drafter', [context.drafter]),
    ...people('mover', [floor?.motion?.mover]),
    ...people('recused', interestedIn(floor)),
  ];
}

/** What lists show of a meeting. It is found as an agenda while it is convened; the policy is not part of what is stored. */
export function meetingSummary(context: MeetingContext, value: StateValue): Summary {
  const takesItems = value === 'convened';
  return {
    title: context.title,
    unit: context.unit,
    stage: stageOf(value),
    category: context.level,
    visibility: 'public',
    lookups: takesItems ? [{ key: 'agenda', value: `${context.level}:${context.unit}` }] : [],
  };
}

function stageOf(value: StateValue): string {
  const step = typeof value === 'string' ? value : Object.keys(value)[0];
  switch (step) {
    case 'convened':
    case 'adjourned':
      return 'convened';
    case 'session':
      return 'sitting';
    case 'minutes':
      return 'minutes';
    default:
      return 'ended';
  }
}
