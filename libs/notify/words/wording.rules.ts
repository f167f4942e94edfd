import type { Instant, Label, Visibility } from '#libs/engine';

import type { Urgency } from '../deliveries/deliveries.vocabulary.js';
import { DISCREET, wordsFor } from './message.catalogue.js';

/** What a text may say of a message: nothing else is known here. */
export interface MessageFacts {
  caseId: string;
  workflow: string;
  /** Label of the workflow. */
  kind: Label;
  about: string;
  severity: string | null;
  /** Label of the clock. */
  clock: Label | null;
  due: Instant | null;
  visibility: Visibility;
}

export type Language = keyof Label;

export interface WordingOptions {
  /** Where people sign in, without a slash at the end. */
  publicUrl: string;
  zone: string;
}

/** A message as it leaves the house. */
export interface Wording {
  /** One line, for text messages and subjects; with where to read on. */
  short: string;
  subject: string;
  /** Plain text of a mail. */
  long: string;
}

/** Characters of Chinese in one text message. */
export const TEXT_MESSAGE_LENGTH = 70;

const SENDER: Label = { zh: '【民议】', en: '[Minyi] ' };
const STOP: Label = { zh: '。', en: '. ' };
const FOOT: Label = {
  zh: '登录查看：{link}\n\n本邮件由系统发出，请勿回复。提醒方式可在上述页面更改。',
  en: 'Sign in to read it: {link}\n\nSent by the system; please do not reply. How you are told can be changed there.',
};
const DIGEST: Label = { zh: '今日提醒（{count}条）', en: 'Reminders of today ({count})' };

/** What people know a case by in a text: long enough to find it, short enough to say it on the telephone. */
export function numberOf(caseId: string): string {
  return caseId.replaceAll('-', '').slice(0, 8).toUpperCase();
}

/** A reserved or confidential case is not even named. */
export function isDiscreet(visibility: Visibility): boolean {
  return visibility === 'confidential' || visibility === 'reserved';
}

/** Whether a danger must not wait, whatever its case is. */
export function urgencyOf(facts: Pick<MessageFacts, 'workflow' | 'about' | 'severity'>): Urgency {
  return wordsFor(facts).urgency;
}

/** The sentence of a message, without where it is read. */
export function sentenceOf(facts: MessageFacts, language: Language, zone: string): string {
  if (isDiscreet(facts.visibility) && urgencyOf(facts) !== 'emergency') return DISCREET[language];
  const { says, until } = wordsFor(facts);
  const values = {
    number: numberOf(facts.caseId),
    kind: facts.kind[language],
    clock: facts.clock?.[language] ?? facts.kind[language],
  };
  const sentence = filled(says[language], values);
  if (until === undefined || facts.due === null) return sentence;
  const due = filled(until[language], { due: localTime(facts.due, language, zone) });
  return `${sentence}${language === 'zh' ? '，' : '. '}${due}`;
}

/** A message in words. */
export function wordingOf(facts: MessageFacts, language: Language, options: WordingOptions): Wording {
  const sentence = sentenceOf(facts, language, options.zone);
  const link = linkOf(options.publicUrl);
  const lineOf = (said: string): string => `${SENDER[language]}${said}${STOP[language]}${link}`;
  // one text message: rather without the deadline, which the page says, than in two parts
  const isShort = language !== 'zh' || lineOf(sentence).length <= TEXT_MESSAGE_LENGTH;
  return {
    short: lineOf(isShort ? sentence : sentenceOf({ ...facts, due: null }, language, options.zone)),
    subject: `${SENDER[language]}${sentence}`,
    long: `${sentence}${STOP[language].trim()}\n\n${filled(FOOT[language], { link })}\n`,
  };
}

/** Several messages in one mail, in their order; whoever is told the same sentence twice reads it once. */
export function digestOf(messages: readonly MessageFacts[], language: Language, options: WordingOptions): Wording {
  const sentences = [...new Set(messages.map((facts) => sentenceOf(facts, language, options.zone)))];
  const head = filled(DIGEST[language], { count: String(sentences.length) });
  const link = linkOf(options.publicUrl);
  const lines = sentences.map((sentence, index) => `${String(index + 1)}. ${sentence}`);
  return {
    short: `${SENDER[language]}${head}${STOP[language]}${link}`,
    subject: `${SENDER[language]}${head}`,
    long: `${head}\n\n${lines.join('\n')}\n\n${filled(FOOT[language], { link })}\n`,
  };
}

/** Where a message is read: behind the sign-in, so that a text that goes astray shows nothing. */
export function linkOf(publicUrl: string): string {
  return `${publicUrl}/my`;
}

/** Day and time on the recipient's clocks: `11月23日17:30`. */
export function localTime(instant: Instant, language: Language, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  const time = `${of('hour')}:${of('minute')}`;
  if (language === 'zh') return `${String(Number(of('month')))}月${String(Number(of('day')))}日${time}`;
  const month = new Intl.DateTimeFormat('en', { timeZone: zone, month: 'short' }).format(new Date(instant));
  return `${String(Number(of('day')))} ${month}, ${time}`;
}

/** Puts values where they are named. @throws Error when a value is missing: nobody is sent a placeholder. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing is known for {${name}} in "${text}"`);
    return value;
  });
}
