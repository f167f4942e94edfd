import type { GuardDefinition } from '#libs/engine';

import type { NoticeContext } from './notice.context.js';
import type { NoticeEvent } from './notice.events.js';

type CaseArgs = { context: NoticeContext };
type InputArgs = { context: NoticeContext; event: NoticeEvent };

function isHungWidely({ context, event }: InputArgs): boolean {
  return (
    event.type === 'post' && new Set(event.input.places.map(({ place }) => place)).size >= context.policy.placesLeast
  );
}

function objectsFirstTime({ context, event }: InputArgs): boolean {
  if (event.type !== 'objectTo' || event.by.kind !== 'person') return false;
  const objector = event.by.onBehalfOf ?? event.by.person;
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
const allAnswered = ({ context }: CaseArgs): boolean => context.objections.every(({ decision }) => decision !== null);
const someUpheld = ({ context }: CaseArgs): boolean => context.objections.some(({ decision }) => decision === 'upheld');

/** Implementations for the chart. */
export const noticeGuards = {
  isHungWidely,
  objectsFirstTime,
  isOpenObjection,
  extensionShortEnough,
  extensionsLeft,
  allAnswered,
  someUpheld,
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
};
