/** Telephone number in its one spelling; `null` when it is none. Mobile, with area code, or a short public number. */
export function readPhone(text: string): string | null {
  const digits = text.replaceAll(/[\s()（）.]/g, '').replace(/^(?:\+|00)86-?/, '');
  if (/^1\d-?\d{1}-?\d{4}-?\d{4}$|^1[\d-]{10,12}$/.test(digits)) {
    const mobile = digits.replaceAll('-', '');
    return /^1[3-9]\d{9}$/.test(mobile) ? mobile : null;
  }
  const fixed = /^(0\d{2,3})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(digits);
  if (fixed !== null) return `${fixed[1] ?? ''}-${fixed[2] ?? ''}${fixed[3] === undefined ? '' : `-${fixed[3]}`}`;
  return /^\d{7,8}$|^\d{5}$|^[48]00-?\d{3}-?\d{4}$/.test(digits) ? digits : null;
}

/** An area in 0.01 m², an integer; `null` when it is none. `86.4㎡` is 8640. */
export function readArea(text: string): number | null {
  const bare = text
    .replaceAll(/[,\s]/g, '')
    .replace(/^(?:约|建筑面积|面积)[::]?/, '')
    .replace(/(?:m2|m²|平方米|平米|平方|平|㎡)$/i, '');
  const parts = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(bare);
  if (parts === null) return null;
  const fraction = (parts[2] ?? '').padEnd(3, '0');
  // the third decimal is rounded, half up, without floating point
  return Number(parts[1]) * 100 + Number(fraction.slice(0, 2)) + (Number(fraction[2]) >= 5 ? 1 : 0);
}

/** A share of a flat as an exact fraction; `null` when it is none. `1/2`, `50%`, `二分之一`, `0.25`, `全部`. */
export function readShare(text: string): { numerator: number; denominator: number } | null {
  const bare = text.replaceAll(/\s/g, '');
  if (/^(?:全部|单独所有|100%|1)$/.test(bare)) return { numerator: 1, denominator: 1 };
  const fraction = /^(\d{1,6})[/／⁄](\d{1,6})$/.exec(bare);
  if (fraction !== null) return reduced(Number(fraction[1]), Number(fraction[2]));
  const chinese = /^([一二三四五六七八九十])分之([一二三四五六七八九十])$/.exec(bare);
  if (chinese !== null) return reduced(chineseDigit(chinese[2]), chineseDigit(chinese[1]));
  const percent = /^(\d{1,3})(?:\.(\d{1,4}))?%$/.exec(bare);
  if (percent !== null) return scaled(`${percent[1] ?? ''}${percent[2] ?? ''}`, 100 * 10 ** (percent[2]?.length ?? 0));
  const decimal = /^0?\.(\d{1,6})$/.exec(bare);
  return decimal === null ? null : scaled(decimal[1] ?? '', 10 ** (decimal[1]?.length ?? 0));
}

function chineseDigit(digit: string | undefined): number {
  return '一二三四五六七八九十'.indexOf(digit ?? '') + 1;
}

function scaled(digits: string, denominator: number) {
  return reduced(Number(digits), denominator);
}

function reduced(numerator: number, denominator: number): { numerator: number; denominator: number } | null {
  if (numerator < 1 || denominator < 1 || numerator > denominator) return null;
  let [larger, smaller] = [denominator, numerator];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return { numerator: numerator / larger, denominator: denominator / larger };
}

/** Yes and no as offices write them; `null` when it is neither. */
export function readYes(text: string): boolean | null {
  const bare = text.toLowerCase();
  if (/^(?:是|有|对|√|✓|✔|y|yes|true|1|党员)$/.test(bare)) return true;
  return /^(?:否|无|没有|不是|×|x|n|no|false|0)$/.test(bare) ? false : null;
}

export function readGender(text: string): 'female' | 'male' | null {
  const bare = text.toLowerCase();
  if (/^(?:女|女性|f|female|2)$/.test(bare)) return 'female';
  return /^(?:男|男性|m|male|1)$/.test(bare) ? 'male' : null;
}

/** Several names in one cell: `张三、李四`, `张三 / 李四`. */
export function readNames(text: string): string[] {
  const parts = text.split(/[、,，;；/／&]|\s{1,}(?=[\p{Script=Han}]{2})/u).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** A name without the blanks that offices put into short ones: 张 三 is 张三; Latin names keep theirs. */
export function readName(text: string): string {
  return /[a-z]/i.test(text) ? text : text.replaceAll(' ', '');
}
