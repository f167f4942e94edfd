import { describe, expect, test } from '@jest/globals';

import type { Visibility } from '#libs/engine';

import { isListed, MESSAGE_WORDS, wordsFor } from './message.catalogue.js';
import { digestOf, filled, localTime, wordingOf, type MessageFacts } from './wording.rules.js';

const OPTIONS = { publicUrl: 'https://minyi.example.cn', zone: 'Asia/Shanghai' };
const facts = (more: Partial<MessageFacts> = {}): MessageFacts => ({
  caseId: '3f2a9c1e-0000-4000-8000-000000000000',
  workflow: 'issue',
  kind: { zh: '说议办评', en: 'Issue' },
  about: 'outcome',
  severity: null,
  clock: { zh: '组织业主表决', en: 'Calling the owners' },
  due: '2026-03-02T09:30:00.000Z',
  visibility: 'public',
  ...more,
});
/** A message of every kind there is. */
const KINDS = Object.keys(MESSAGE_WORDS).map((key): [string, MessageFacts] => {
  const severity = key.startsWith('remind.') ? key.slice('remind.'.length) : null;
  const about = severity === null ? (key.split('.').at(-1) ?? key) : 'remind';
  const workflow = severity === null && key.includes('.') ? (key.split('.')[0] ?? '') : 'issue';
  return [key, facts({ workflow, about, severity })];
});

describe('what is said outside the pages', () => {
  test.each(KINDS)('%s leaves no placeholder, in both languages, with and without a deadline', (_, message) => {
    for (const language of ['zh', 'en'] as const)
      for (const due of [message.due, null]) {
        const { short, subject, long } = wordingOf({ ...message, due }, language, OPTIONS);
        for (const text of [short, subject, long]) expect(text).not.toMatch(/[{}]|undefined|null/);
      }
  });
  test.each(KINDS)('%s fits into one text message of 70 characters, its link included', (_, message) => {
    expect(wordingOf(message, 'zh', OPTIONS).short.length).toBeLessThanOrEqual(70);
  });
  test('number, kind, deadline in local time and where to read on: nothing else', () => {
    expect(wordingOf(facts(), 'zh', OPTIONS).short).toBe(
      '【民议】事项3F2A9C1E已办结，请您评价，请在3月2日17:30前评价。https://minyi.example.cn/my',
    );
    expect(localTime('2026-12-31T16:05:00.000Z', 'en', 'Asia/Shanghai')).toBe('1 Jan, 00:05');
  });
  test.each<Visibility>(['reserved', 'confidential'])('a %s case is not even named', (visibility) => {
    for (const [, message] of KINDS) {
      if (wordsFor(message).urgency === 'emergency') continue;
      const { short, long } = wordingOf({ ...message, visibility }, 'zh', OPTIONS);
      expect(`${short}${long}`).not.toMatch(/3F2A9C1E|说议办评|期限|组织业主表决/i);
    }
  });
  test('what no catalogue lists is still told, as news', () => {
    expect(isListed('issue', 'something_new')).toBe(false);
    expect(wordingOf(facts({ about: 'something_new' }), 'zh', OPTIONS).short).toContain('说议办评3F2A9C1E有新进展');
  });
  test('a digest says each thing once, in order', () => {
    const reminders = ['red', 'blue', 'red'].map((severity) => facts({ about: 'remind', severity }));
    const { subject, long } = digestOf(reminders, 'zh', OPTIONS);
    expect(subject).toBe('【民议】今日提醒（2条）');
    expect(long.indexOf('红牌')).toBeLessThan(long.indexOf('蓝牌'));
  });
  test('a placeholder nobody can fill is an error, not a text', () => {
    expect(() => filled('{who}', { number: '1' })).toThrow('nothing is known for {who}');
  });
});
