import type { GuardDefinition } from '#libs/engine';

import { personOf, type ExclusionContext } from './exclusion.context.js';
import type { ExclusionEvent } from './exclusion.events.js';

type Args = { context: ExclusionContext; event: ExclusionEvent };

/** There is such an entry, and it counts against the unit in the rate it names. */
const countsAgainst = ({ context, event }: Args): boolean =>
  event.type === 'entry.read' && event.payload.place !== null && event.payload.against.includes(context.rate);

/** Neither whoever did the work nor whoever appealed decides. */
function isUninvolved({ context, event }: Args): boolean {
  const person = 'by' in event ? personOf(event.by) : null;
  return person !== null && person !== context.opener && !context.handlers.includes(person);
}

const isSecondPerson = ({ context, event }: Args): boolean =>
  'by' in event && personOf(event.by) !== null && personOf(event.by) !== context.first?.by;

export const exclusionGuards = { countsAgainst, isUninvolved, isSecondPerson };

const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const exclusionGuardTexts: Record<keyof typeof exclusionGuards, GuardDefinition> = {
  countsAgainst: overInput(
    '这件事没有计入该单位的这项比率。',
    'The entry does not count against the unit in this rate.',
  ),
  isUninvolved: overInput('经办人和申诉人不能审批。', 'Whoever did the work or appealed does not decide.'),
  isSecondPerson: overInput('两次审批不能是同一人。', 'Somebody else approved first: not the same person twice.'),
};
