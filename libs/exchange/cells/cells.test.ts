import { describe, expect, test } from '@jest/globals';

import { readDate } from './dates.rules.js';
import { floorOf, readAddress, readBuilding, readFlat, readStairwell } from './flat.rules.js';
import { checkCharacter, readIdentity } from './identity.rules.js';
import { looksLikeFormula, plain, said, smallNumber } from './plain.rules.js';
import { readArea, readName, readNames, readPhone, readShare, readYes } from './values.rules.js';

describe('cells as offices write them', () => {
  test('full-width letters and digits, wide blanks and invisible marks mean the plain ones', () => {
    expect(plain('　１３９００００１２３４\u200b ')).toBe('13900001234');
    expect([said('—'), said(' 无 '), said(undefined), said('#N/A')]).toEqual(['', '', '', '']);
  });
  test('small numbers in Chinese are numbers', () => {
    expect(['七', '十', '十二', '二十', '二十三', '一百零五', '〇三', '12'].map(smallNumber)).toEqual([
      7, 10, 12, 20, 23, 105, 3, 12,
    ]);
    expect(smallNumber('三单元')).toBeNull();
  });
  test('what a spreadsheet program would calculate is recognised, a number with its sign is not', () => {
    expect(['=1+1', '@SUM(A1)', '＝cmd', '+cmd|x', '-2+3+cmd', '\tx'].map(looksLikeFormula)).not.toContain(false);
    expect(['-5', '+86 139-0000-1234', '张三', '3-402'].map(looksLikeFormula)).not.toContain(true);
  });
});

describe('dates', () => {
  test.each([
    ['1956.3.2', '1956-03-02'],
    ['1956年3月2日', '1956-03-02'],
    ['1956/03/02', '1956-03-02'],
    ['19560302', '1956-03-02'],
    ['1956-3-2 00:00:00', '1956-03-02'],
    ['20516', '1956-03-02'],
    ['1956 3 2', '1956-03-02'],
  ])('%s is %s', (text, day) => {
    expect(readDate(text)).toEqual({ day, year: 1956 });
  });
  test('only a year or a month gives the year', () => {
    expect(['1956', '1956年', '1956.3', '1956年3月'].map(readDate)).toEqual(
      Array.from({ length: 4 }, () => ({ day: null, year: 1956 })),
    );
  });
  test('a day that is in no calendar is none', () => {
    expect(['1956-02-30', '1956.13.1', '二月', '999999'].map(readDate)).toEqual([null, null, null, null]);
  });
});

describe('identity numbers', () => {
  const first = '62020119560302001';
  const number = `${first}${checkCharacter(first)}`;
  test('a number tells birth and gender, in any spelling of its last letter', () => {
    expect(readIdentity(` ${number.toLowerCase()}`)).toEqual({ number, birthDate: '1956-03-02', gender: 'male' });
  });
  test('a number of fifteen digits is brought to eighteen', () => {
    const old = '620201560302001';
    expect(readIdentity(old)).toMatchObject({ number, birthDate: '1956-03-02' });
  });
  test('a number that Excel has rounded is named as such', () => {
    expect(['6.2020119560302E+17', '620201195603020000'].map(readIdentity)).toEqual([
      'identity.rounded',
      'identity.rounded',
    ]);
  });
  test('a wrong check character or day is refused', () => {
    const wrong = `${first}${number.endsWith('1') ? '2' : '1'}`;
    expect([wrong, '620201195602300011', '12345'].map(readIdentity)).toEqual([
      'identity.check_wrong',
      'identity.malformed',
      'identity.malformed',
    ]);
  });
});

describe('flats', () => {
  test.each(['17号楼3单元402', '17-3-402', '17-3-0402', '17#3单元402室', '17栋三单元4楼402', '十七号楼3单元0402'])(
    '%s is flat 402 in stairwell 3 of building 17',
    (text) => {
      expect(readAddress(text)).toEqual({ building: '17', stairwell: 3, flat: '402' });
    },
  );
  test.each(['3单元402', '3-402', '3-0402', '三单元402室', '第3单元-402'])('%s is one flat', (text) => {
    expect(readAddress(text)).toEqual({ building: null, stairwell: 3, flat: '402' });
  });
  test('what stands before the number of a building is kept', () => {
    expect(readAddress('利民小区17号楼3单元402')).toEqual({ building: '利民小区17', stairwell: 3, flat: '402' });
    expect(['17号楼', '17#', '17 栋', '第17幢', '17', '十七号楼'].map(readBuilding)).toEqual(Array(6).fill('17'));
    expect(readBuilding('a座')).toBe('A');
  });
  test('parts in columns of their own are read alike', () => {
    expect(['3单元', '三单元', '3', '03'].map(readStairwell)).toEqual([3, 3, 3, 3]);
    expect(['402', '0402', '402室', '4楼402', '四层402户'].map(readFlat)).toEqual(Array(5).fill('402'));
    expect([floorOf('402'), floorOf('1203'), floorOf('S3')]).toEqual([4, 12, null]);
  });
});

describe('values', () => {
  test('areas are integers of 0.01 square metres', () => {
    expect(['86.4㎡', '86.40 平方米', '约86.4m2', '1,086.405', '86'].map((text) => readArea(plain(text)))).toEqual([
      8640, 8640, 8640, 108_641, 8600,
    ]);
    expect(readArea('两间')).toBeNull();
  });
  test('shares are exact fractions', () => {
    expect(['1/2', '50%', '二分之一', '0.5', '2/4'].map(readShare)).toEqual(
      Array.from({ length: 5 }, () => ({ numerator: 1, denominator: 2 })),
    );
    expect([readShare('33.33%'), readShare('3/2'), readShare('一半')]).toEqual([
      { numerator: 3333, denominator: 10_000 },
      null,
      null,
    ]);
  });
  test('telephone numbers have one spelling', () => {
    expect(['139 0000 1234', '+86-13900001234', '139-0000-1234'].map(readPhone)).toEqual(Array(3).fill('13900001234'));
    expect([readPhone('0937 6280040'), readPhone('09376280040'), readPhone('12345'), readPhone('139')]).toEqual([
      '09376280040'.replace('0937', '0937-'),
      '0937-6280040',
      '12345',
      null,
    ]);
  });
  test('names lose the blanks that make short ones wide', () => {
    expect([readName('张 三'), readName('John Smith')]).toEqual(['张三', 'John Smith']);
    expect(readNames('张三、李四，王五/赵六')).toEqual(['张三', '李四', '王五', '赵六']);
  });
  test('a tick is a yes', () => {
    expect(['√', '是', 'Y', '×', '否', '?'].map(readYes)).toEqual([true, true, true, false, false, null]);
  });
});
