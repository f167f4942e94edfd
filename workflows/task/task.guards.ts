import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.events.js';
import { inFull } from './task.policy.js';

type CaseArgs = { context: TaskContext };
type InputArgs = { context: TaskContext; event: TaskEvent };

const isEmergency = ({ context }: CaseArgs): boolean => context.part === 'emergency';
const isAssist = ({ context }: CaseArgs): boolean => context.part === 'assist';
const isHandedDown = ({ context }: CaseArgs): boolean => context.from !== null && context.admission?.admitted !== true;
const isAdmitted = ({ event }: InputArgs): boolean => event.type === 'admission.checked' && event.payload.admitted;
const mayReturn = ({ context }: CaseArgs): boolean => context.part !== 'emergency' && !context.owned;
const returnsLeft = ({ context }: CaseArgs): boolean => context.returns.length + 1 < context.policy.returnsMost;
const hasReturns = ({ context }: CaseArgs): boolean => context.returns.length > 0 && !context.owned;
const mayTransfer = ({ context }: CaseArgs): boolean =>
  context.part !== 'emergency' && !context.owned && context.transfers < inFull(context.policy).transfersMost;
const isAnotherUnit = ({ context, event }: InputArgs): boolean =>
  (event.type === 'transfer' || event.type === 'proposeTransfer') && event.input.unit !== context.unit;
const hasArbiter = ({ event }: InputArgs): boolean => event.type === 'arbiter.found' && event.payload.unit !== null;
/** The answer to a dispute that is over says nothing of the next one. */
const isThisRound = ({ context, event }: InputArgs): boolean =>
  event.type === 'arbiter.found' && event.payload.round === context.dispatches;
const isProvisional = ({ context }: CaseArgs): boolean => context.provisional;
const isNamedHolder = ({ context, event }: InputArgs): boolean =>
  event.type === 'owner.named' && event.payload.unit === context.unit;
const isHolderGone = ({ context, event }: InputArgs): boolean =>
  event.type === 'unit.succeeded' && event.payload.from === context.unit;
const hasSuccessor = ({ event }: InputArgs): boolean => event.type === 'unit.succeeded' && event.payload.to !== null;
const areDatesAhead = ({ event }: InputArgs): boolean =>
  event.type === 'setTimetable' &&
  event.input.steps.every(({ on }, index, steps) => on >= (steps[index - 1]?.on ?? event.on));
/** Days of the order or of the policy, where the time is counted in days. */
function daysOf({ part, limit, policy }: TaskContext): number {
  const { amount, unit } = limit ?? policy.limits[part];
  return unit === 'day' || unit === 'workingDay' ? amount : 0;
}
const isLong = ({ context }: CaseArgs): boolean => daysOf(context) > inFull(context.policy).longFromDays;
const isReasonGiven = ({ context, event }: InputArgs): boolean =>
  event.type === 'setTimetable' && (event.input.reason !== undefined || !isLong({ context }));
const isStepOpen = ({ context, event }: InputArgs): boolean =>
  event.type === 'doneStep' && context.timetable[event.input.step - 1]?.doneAt === null;
const timetableMade = ({ context }: CaseArgs): boolean =>
  context.timetable.length > 0 ||
  !(inFull(context.policy).timetableParts.includes(context.part) || isLong({ context }));
const isOpenNote = ({ event }: InputArgs): boolean => event.type === 'progress' && event.input.open;
const mayHold = ({ context }: CaseArgs): boolean =>
  context.part !== 'emergency' && context.holds < context.policy.holdsMost;
const holdShortEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'askHold' && event.input.days <= context.policy.holdLongestDays;
const notOverdue = ({ context }: CaseArgs): boolean => !context.overdue;
const mayExtend = ({ context }: CaseArgs): boolean =>
  context.part !== 'emergency' && context.extensions < context.policy.extensionsMost;
const extensionShortEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'askExtension' && event.input.days <= context.policy.extensionLongestDays;
/** The dispatcher decides the first extension alone, as far as the policy lets it go that far. */
const isForDispatcher = ({ context, event }: InputArgs): boolean => {
  const { extensionDispatcherDays, extensionLongestDays } = context.policy;
  const most = extensionDispatcherDays ?? extensionLongestDays;
  return event.type === 'askExtension' && context.extensions === 0 && event.input.days <= most;
};
const evidenceEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'finish' && event.input.evidence.length >= context.policy.evidenceLeast;
const isSigned = ({ context }: CaseArgs): boolean => inFull(context.policy).signedParts.includes(context.part);
const redosLeft = ({ context }: CaseArgs): boolean => context.redoCount < context.policy.redosMost;
const isOrphaned = ({ context }: CaseArgs): boolean => context.orphaned;
const isPrivate = ({ context }: CaseArgs): boolean => context.confidential || context.part === 'errand';
const wroteToResident = ({ context }: CaseArgs): boolean => context.contactReplies > 0;

/** Implementations for the chart. */
export const taskGuards = {
  isEmergency,
  isAssist,
  isHandedDown,
  isAdmitted,
  mayReturn,
  returnsLeft,
  hasReturns,
  mayTransfer,
  isAnotherUnit,
  hasArbiter,
  isThisRound,
  isProvisional,
  isNamedHolder,
  isHolderGone,
  hasSuccessor,
  areDatesAhead,
  isReasonGiven,
  isStepOpen,
  timetableMade,
  isOpenNote,
  mayHold,
  holdShortEnough,
  notOverdue,
  mayExtend,
  extensionShortEnough,
  isForDispatcher,
  evidenceEnough,
  isSigned,
  redosLeft,
  isOrphaned,
  isPrivate,
  wroteToResident,
};
