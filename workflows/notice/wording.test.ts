import { describe, expect, test } from '@jest/globals';

import { NOTICE_KINDS } from './contract.js';
import { chatTextOf, noticeWording, type NoticeFacts } from './notice.wording.js';

const FACTS: NoticeFacts = {
  kind: 'result',
  unit: '利民社区',
  title: '7单元加装电梯',
  text: '业主表决通过。',
  blocking: true,
  owners: true,
  days: 7,
  dayUnit: 'day',
  from: '2026-11-02',
  until: '2026-11-09',
  fields: { yes: '12', no: '2', abstain: '1', law: '民法典第二百七十八条' },
};

describe('the words of a notice', () => {
  test('leave out every line a fact is missing for', () => {
    const { facts } = noticeWording(FACTS);
    expect(facts).toEqual([
      { zh: '赞成 12，反对 2，弃权 1。', en: 'For 12, against 2, abstained 1.' },
      { zh: '依据：民法典第二百七十八条', en: 'Rule: 民法典第二百七十八条' },
    ]);
  });

  test.each(NOTICE_KINDS.map((kind) => [kind]))('of a %s are there in both languages and have no gap', (kind) => {
    const words = noticeWording({ ...FACTS, kind });
    const labels = [words.heading, words.signature, ...words.facts, ...words.rights];
    for (const { zh, en } of labels) {
      expect(zh.trim().length * en.trim().length).toBeGreaterThan(0);
      expect(`${zh}${en}`).not.toMatch(/[{}]/);
    }
  });

  test('show the way to a court where the owners decided, and nowhere else', () => {
    const law = (owners: boolean): boolean =>
      noticeWording({ ...FACTS, owners }).rights.some(({ zh }) => zh.includes('第二百八十条'));
    expect([law(true), law(false)]).toEqual([true, false]);
  });

  test('say whether the measure waits for the end of the notice', () => {
    const told = (blocking: boolean): string => noticeWording({ ...FACTS, blocking }).rights[1]?.en ?? '';
    expect(told(true)).toContain('nothing is done until');
    expect(told(false)).toContain('at once');
  });

  test.each([
    [{ from: null, until: null }, '公示期 7 天，自张贴之日起算。'],
    [{ until: null }, '公示期 7 天，自 2026-11-02 起算。'],
    [{}, '公示期 7 天：2026-11-02 至 2026-11-09。'],
    [{ dayUnit: 'workingDay' as const }, '公示期 7 个工作日：2026-11-02 至 2026-11-09。'],
  ])('name its days: %o', (more, words) => {
    expect(noticeWording({ ...FACTS, ...more }).rights[0]?.zh).toBe(words);
  });

  test('for a chat group are plain lines that end with the address', () => {
    const lines = chatTextOf(noticeWording(FACTS), 'https://minyi.example/n/1').split('\n');
    expect(lines[0]).toBe('【结果公示】7单元加装电梯');
    expect(lines.at(-2)).toBe('详情与提出异议：https://minyi.example/n/1');
    expect(lines.join('')).not.toContain('<');
  });
});
