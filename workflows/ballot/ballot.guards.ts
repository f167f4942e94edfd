import type { GuardDefinition } from '#libs/engine';

import type { BallotContext } from './ballot.context.js';
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

/** Implementations for the chart. */
export const ballotGuards = {
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
