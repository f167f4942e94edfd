import type { GuardDefinition } from '#libs/engine';

import { pollPolicyOf, type BallotContext, type PollState } from './ballot.context.js';
import type { BallotEvent } from './ballot.events.js';

type CaseArgs = { context: BallotContext };
type InputArgs = { context: BallotContext; event: BallotEvent };

function votesFitPresence({ context, event }: InputArgs): boolean {
  if (event.type !== 'recordCount') return false;
  const { yes, no, abstain, invalid } = event.input;
  return yes + no + abstain + invalid <= context.present;
}

function isSecondPerson({ context, event }: InputArgs): boolean {
  return 'by' in event && event.by.kind === 'person' && event.by.person !== context.teller;
}

const extensionsLeft = ({ context }: CaseArgs): boolean => context.extensions < context.policy.extensionsMost;
const recountsLeft = ({ context }: CaseArgs): boolean => context.recounts < context.policy.recountsMost;
const revotesLeft = ({ context }: CaseArgs): boolean => context.revotes < context.policy.revotesMost;
const remindersLeft = ({ context }: CaseArgs): boolean => context.reminders < context.policy.remindersMost;
const reckoningsLeft = ({ context }: CaseArgs): boolean => context.reckonings + 1 < context.policy.reckoningsMost;

const isByPapers = ({ context }: CaseArgs): boolean => context.poll !== null;
const hasAppeals = ({ context }: CaseArgs): boolean => pollPolicyOf(context).appeals !== null;
const isOnePoll = ({ poll }: BallotContext, judge: (poll: PollState) => boolean): boolean =>
  poll !== null && judge(poll);
const drawingsLeft = ({ context }: CaseArgs): boolean =>
  isOnePoll(context, ({ drawings }) => drawings + 1 < pollPolicyOf(context).drawingsMost);
const redrawsLeft = ({ context }: CaseArgs): boolean =>
  isOnePoll(context, ({ redraws }) => redraws < pollPolicyOf(context).redrawsMost);
const pollExtensionsLeft = ({ context }: CaseArgs): boolean =>
  isOnePoll(context, ({ extensions }) => extensions < pollPolicyOf(context).extensionsMost);
const mayCloseEarly = ({ context }: CaseArgs): boolean => pollPolicyOf(context).closesEarly;
const closingsLeft = ({ context }: CaseArgs): boolean =>
  isOnePoll(context, ({ closings }) => closings + 1 < pollPolicyOf(context).closingsMost);
const settlementsLeft = ({ context }: CaseArgs): boolean =>
  isOnePoll(context, ({ settlements }) => settlements < pollPolicyOf(context).settlementsMost);

/** Too few papers, and the vote may be extended by itself. */
function shouldExtend({ context, event }: InputArgs): boolean {
  return (
    event.type === 'ballot.closed' &&
    !event.payload.reached &&
    pollPolicyOf(context).extendsWhenShort &&
    pollExtensionsLeft({ context })
  );
}

function hasUnsettled({ event }: InputArgs): boolean {
  return event.type === 'ballot.closed' && event.payload.unsettled > 0;
}

/** Implementations for the chart. */
export const ballotGuards = {
  isByPapers,
  hasAppeals,
  drawingsLeft,
  redrawsLeft,
  pollExtensionsLeft,
  mayCloseEarly,
  closingsLeft,
  settlementsLeft,
  shouldExtend,
  hasUnsettled,
  votesFitPresence,
  isSecondPerson,
  extensionsLeft,
  recountsLeft,
  revotesLeft,
  remindersLeft,
  reckoningsLeft,
};

/** What each guard reads and what a refused person is told. */
export const ballotGuardTexts: Record<keyof typeof ballotGuards, GuardDefinition> = {
  isByPapers: {
    over: 'case',
    refusal: { zh: '本次表决在会上计票，不收票。', en: 'This ballot is counted in the room; it takes no papers.' },
  },
  hasAppeals: {
    over: 'case',
    refusal: { zh: '本次投票没有名册异议期。', en: 'This ballot has no time for appeals against its roll.' },
  },
  drawingsLeft: {
    over: 'case',
    refusal: { zh: '名册多次未能编制。', en: 'The roll could not be drawn in several attempts.' },
  },
  redrawsLeft: {
    over: 'case',
    refusal: {
      zh: '重新编制名册的次数已满：请逐条更正名册。',
      en: 'The roll was drawn anew often enough: correct single entries instead.',
    },
  },
  pollExtensionsLeft: {
    over: 'case',
    refusal: { zh: '延长次数已满，投票按期截止。', en: 'No extension is left: the vote closes when it is due.' },
  },
  mayCloseEarly: {
    over: 'case',
    refusal: {
      zh: '议事规则不允许提前截止：请等到期自动截止。',
      en: 'The rules of procedure do not allow an early close: it closes when it is due.',
    },
  },
  closingsLeft: {
    over: 'case',
    refusal: { zh: '多次未能截止或计票。', en: 'Closing or counting failed several times.' },
  },
  settlementsLeft: {
    over: 'case',
    refusal: {
      zh: '处理次数已满，到期自动计票。',
      en: 'No more attempts: the papers are counted when the time is over.',
    },
  },
  shouldExtend: { over: 'input', refusal: { zh: '参与人数已达到要求。', en: 'Enough took part.' } },
  hasUnsettled: { over: 'input', refusal: { zh: '没有待处理的票。', en: 'Nothing is left to settle.' } },
  votesFitPresence: {
    over: 'input',
    refusal: {
      zh: '票数之和多于到场可投票人数：请核对后重新登记。',
      en: 'More votes than members present who may vote: check and enter again.',
    },
  },
  isSecondPerson: {
    over: 'input',
    refusal: { zh: '计票人不能复核自己的计票：请另一人复核。', en: 'The teller cannot confirm: ask a second person.' },
  },
  extensionsLeft: {
    over: 'case',
    refusal: { zh: '延长次数已满：请登记计票结果。', en: 'No extension is left: record the count.' },
  },
  recountsLeft: {
    over: 'case',
    refusal: {
      zh: '重新计票次数已满：请主持人或法治专员宣布本次表决无效。',
      en: 'No recount is left: ask the chair or the adviser to declare the ballot void.',
    },
  },
  revotesLeft: {
    over: 'case',
    refusal: {
      zh: '重新表决次数已满，本次表决没有有效结果。',
      en: 'No repetition is left: the ballot ends without a verdict.',
    },
  },
  remindersLeft: {
    over: 'case',
    refusal: { zh: '复核已多次催促。', en: 'The confirmation was asked for often enough.' },
  },
  reckoningsLeft: {
    over: 'case',
    refusal: {
      zh: '多次未能得出结果，请重新复核。',
      en: 'No verdict came in several attempts: confirm the count again.',
    },
  },
};
