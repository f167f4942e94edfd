import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import { currentItem, interestedIn, proxiesInForce } from './agenda.rules.js';
import type { MeetingKind } from './contract.js';
import type { MeetingContext } from './meeting.context.js';

const BODY_RELATION: Readonly<Record<MeetingKind, string>> = {
  parlour: 'neighbours',
  council: 'council',
  representatives: 'assembly',
  assembly: 'neighbours',
  owners: 'neighbours',
  roundTable: 'neighbours',
  eveningTalk: 'neighbours',
};

/** Who is related to a meeting and how. `mover` and `recused` are those of the item on the floor. */
export function meetingParties(context: MeetingContext): Party[] {
  const item = currentItem(context);
  const floor = item?.status === 'waiting' ? item : null;
  const people = (relation: string, persons: (string | null | undefined)[]): Party[] =>
    [...new Set(persons)].flatMap((person) => (person == null ? [] : [{ relation, person }]));
  return [
    { relation: BODY_RELATION[context.kind], unit: context.unit },
    ...people('chair', [context.chair]),
    ...people('present', context.present),
    ...people('guest', context.guests),
    ...people('drafter', [context.drafter]),
    ...people(
      'represented',
      context.proxies.map(({ giver }) => giver),
    ),
    ...people(
      'proxyHolder',
      proxiesInForce(context).map(({ holder }) => holder),
    ),
    ...people('speaker', [context.floor?.person]),
    ...people('mover', [floor?.motion?.mover]),
    ...people('amender', [floor?.motion?.amendment?.mover]),
    ...people(
      'nominee',
      (floor?.nominations ?? []).filter(({ accepted }) => !accepted).map(({ person }) => person),
    ),
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
