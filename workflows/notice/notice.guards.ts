import type { GuardDefinition } from '#libs/engine';

import type { Actor } from '#libs/engine';

import type { NoticeContext, Objection } from './notice.context.js';
import type { NoticeEvent } from './notice.events.js';
import { rulesOf } from './notice.policy.js';

type CaseArgs = { context: NoticeContext };
type InputArgs = { context: NoticeContext; event: NoticeEvent };

/** Whose act it is: the person it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** Whose hands did it: nobody judges their own work, also not for another. */
const handOf = (event: NoticeEvent): string | null => (event.by.kind === 'person' ? event.by.person : null);

function isHungWidely({ context, event }: InputArgs): boolean {
  if (event.type !== 'post') return false;
  const { placesLeast, kindsNeeded } = rulesOf(context);
  const { places } = event.input;
  const kinds = new Set(places.map(({ kind }) => kind ?? 'board'));
  return new Set(places.map(({ place }) => place)).size >= placesLeast && kindsNeeded.every((kind) => kinds.has(kind));
}

function objectsFirstTime({ context, event }: InputArgs): boolean {
  if (event.type !== 'objectTo' || event.by.kind !== 'person') return false;
  const objector = personOf(event.by);
  return !context.objections.some(({ person, decision }) => person === objector && decision === null);
}

function isOpenObjection({ context, event }: InputArgs): boolean {
  return (
    event.type === 'answerObjection' &&
    context.objections.some(({ number, decision }) => number === event.input.objection && decision === null)
  );
}

const extensionShortEnough = ({ context, event }: InputArgs): boolean =>
  event.type === 'extendNotice' && event.input.days <= context.policy.extensionLongestDays;
const extensionsLeft = ({ context }: CaseArgs): boolean => context.extensions < context.policy.extensionsMost;
const HOUR = 3_600_000;

const isOpenReviewOf = ({ review }: Objection): boolean => review !== null && review.decision === null;
const hasOpenObjection = ({ context }: CaseArgs): boolean =>
  context.objections.some(({ decision }) => decision === null);
const hasOpenReview = ({ context }: CaseArgs): boolean => context.objections.some(isOpenReviewOf);
/** Every objection is answered and nobody waits for a review. */
const allAnswered = ({ context }: CaseArgs): boolean =>
  context.objections.every(({ decision }) => decision !== null) && !hasOpenReview({ context });
const someUpheld = ({ context }: CaseArgs): boolean => context.objections.some(({ decision }) => decision === 'upheld');

/** When the last chance to ask for a review ends; null: nobody was dismissed who has not asked. */
export function reviewsUntil(context: NoticeContext): string | null {
  const dismissed = context.objections.flatMap(({ decision, review, answeredAt }) =>
    decision === 'dismissed' && review === null && answeredAt !== null ? [Date.parse(answeredAt)] : [],
  );
  if (dismissed.length === 0) return null;
  return new Date(Math.max(...dismissed) + rulesOf(context).reviewHours * HOUR).toISOString();
}

function mayReviewBeAsked({ context, event }: InputArgs): boolean {
  const until = reviewsUntil(context);
  return until !== null && event.at < until;
}

const canAskReview = ({ context }: CaseArgs): boolean =>
  context.objections.some(({ decision, review }) => decision === 'dismissed' && review === null);

function isOwnDismissal({ context, event }: InputArgs): boolean {
  if (event.type !== 'askReview') return false;
  const objection = context.objections.find(({ number }) => number === event.input.objection);
  if (objection === undefined || objection.person === null || objection.person !== personOf(event.by)) return false;
  if (objection.decision !== 'dismissed' || objection.review !== null || objection.answeredAt === null) return false;
  return Date.parse(event.at) < Date.parse(objection.answeredAt) + rulesOf(context).reviewHours * HOUR;
}

function isOpenReviewOfAnother({ context, event }: InputArgs): boolean {
  if (event.type !== 'decideReview') return false;
  const objection = context.objections.find(({ number }) => number === event.input.objection);
  const hand = handOf(event);
  return (
    objection !== undefined && isOpenReviewOf(objection) && ![objection.answeredBy, objection.person].includes(hand)
  );
}

/** A notice that was hung again is not taken down a second time: objections and their answers decide. */
const mayBeWithdrawn = ({ context }: CaseArgs): boolean => context.returns === 0;
const isJudgeAnother = ({ context, event }: InputArgs): boolean =>
  (event.type === 'upholdAppeal' || event.type === 'dismissAppeal') &&
  ![context.withdrawal?.by, context.withdrawal?.appellant].includes(handOf(event));

/** Implementations for the chart. */
export const noticeGuards = {
  isHungWidely,
  objectsFirstTime,
  isOpenObjection,
  extensionShortEnough,
  extensionsLeft,
  allAnswered,
  someUpheld,
  hasOpenObjection,
  hasOpenReview,
  mayReviewBeAsked,
  canAskReview,
  isOwnDismissal,
  isOpenReviewOfAnother,
  mayBeWithdrawn,
  isJudgeAnother,
};

/** What each guard reads and what a refused person is told. */
export const noticeGuardTexts: Record<keyof typeof noticeGuards, GuardDefinition> = {
  isHungWidely: {
    over: 'input',
    refusal: {
      zh: '张贴地点不够：请补充地点和照片。',
      en: 'Not enough places: hang it at more of them and add photos.',
    },
  },
  objectsFirstTime: {
    over: 'input',
    refusal: { zh: '您的异议正在处理：请等待答复。', en: 'Your objection is being answered: wait for the answer.' },
  },
  isOpenObjection: {
    over: 'input',
    refusal: {
      zh: '没有这条待答复的异议：请核对编号。',
      en: 'No such objection waits for an answer: check its number.',
    },
  },
  extensionShortEnough: {
    over: 'input',
    refusal: { zh: '一次延长超过最长天数，请缩短。', en: 'Longer than one extension may be: take fewer days.' },
  },
  extensionsLeft: {
    over: 'case',
    refusal: {
      zh: '延长次数已满。',
      en: 'No extension is left: let the notice end, or withdraw it and post a new one.',
    },
  },
  allAnswered: {
    over: 'case',
    refusal: { zh: '还有异议没有答复：请先答复。', en: 'Objections wait for an answer: answer them first.' },
  },
  someUpheld: { over: 'case', refusal: { zh: '没有被采纳的异议。', en: 'No objection was upheld.' } },
  hasOpenObjection: { over: 'case', refusal: { zh: '没有待答复的异议。', en: 'No objection waits for an answer.' } },
  hasOpenReview: { over: 'case', refusal: { zh: '没有待复核的异议。', en: 'No review is asked for.' } },
  mayReviewBeAsked: {
    over: 'input',
    refusal: { zh: '申请复核的时间已过。', en: 'The time to ask for a review is over.' },
  },
  canAskReview: { over: 'case', refusal: { zh: '没有可以复核的异议。', en: 'No dismissal can be reviewed.' } },
  isOwnDismissal: {
    over: 'input',
    refusal: {
      zh: '只能就您本人未被采纳的异议，在期限内申请复核一次。',
      en: 'Only for your own dismissed objection, once, and in time.',
    },
  },
  isOpenReviewOfAnother: {
    over: 'input',
    refusal: {
      zh: '没有这条待复核的异议，或者您答复过它：请由其他监督员复核。',
      en: 'No such review is open, or you answered this objection: another supervisor decides.',
    },
  },
  mayBeWithdrawn: {
    over: 'case',
    refusal: {
      zh: '公示经申诉恢复，不能再次撤回：请答复异议，等待期满。',
      en: 'It hangs again after an appeal and stays: answer the objections and let it end.',
    },
  },
  isJudgeAnother: {
    over: 'input',
    refusal: {
      zh: '撤回人和申诉人不能决定：请由其他人决定。',
      en: 'Neither whoever withdrew it nor whoever appeals decides: somebody else does.',
    },
  },
};
