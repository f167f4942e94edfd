import { describe, expect, test } from '@jest/globals';

import { maskMessage } from './masking.rules.js';

describe('a message pasted from a group', () => {
  test.each([
    ['a sender before a colon', '张三：楼道灯坏了', '邻居1：楼道灯坏了'],
    ['a sender with the time', '李小明 10:21\n灯又坏了', '邻居1 10:21\n灯又坏了'],
    ['a sender with date and time', '阳光灿烂 2026/11/21 10:21:05\n灯又坏了', '邻居1 2026/11/21 10:21:05\n灯又坏了'],
    ['a mention', '@王大伟 你看看', '@邻居1 你看看'],
    ['the same person twice', '张三：坏了\n李四：张三说得对', '邻居1：坏了\n邻居2：邻居1说得对'],
    ['somebody addressed by title', '昨天王阿姨和小李师傅来过', '昨天某阿姨和某师傅来过'],
    ['a mobile number', '打13812345678', '打[电话]'],
    ['a mobile number in groups', '打 138-1234-5678 或 +86 139 1234 5678', '打 [电话] 或 [电话]'],
    ['a landline number', '打0937-6221234', '打[电话]'],
    ['an identity number', '身份证62020119800101123X', '身份证[证件号]'],
  ])('has %s masked', (_, message, masked) => {
    expect(maskMessage(message)).toBe(masked);
  });

  test.each([
    '7号楼3单元的灯坏了，时间是晚上',
    '高层水压低，电梯也坏了',
    '已经坏了123456789天',
    '时间：晚上八点\n方案：换灯',
    'The lamp at stairwell 3 is out',
  ])('keeps what names nobody: %s', (message) => {
    expect(maskMessage(message)).toBe(message);
  });

  test('is masked the same when masked twice', () => {
    const once = maskMessage('张三：王阿姨的电话是13812345678');
    expect(maskMessage(once)).toBe(once);
  });
});
