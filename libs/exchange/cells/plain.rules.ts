/** A cell as it is meant: full-width letters and digits made plain, odd spaces and invisible marks gone. */
export function plain(cell: string): string {
  return PLAIN.test(cell) ? cell : normal(cell);
}

/** Most cells are plain already: visible ASCII and common Chinese characters without a blank among them. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*$/;

function normal(cell: string): string {
  return cell
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What offices write into a cell that has nothing to say. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '空',
  '不详',
  '未知',
  '暂无',
  'n/a',
  'na',
  'null',
  'none',
  '#n/a',
  '#ref!',
  '#value!',
  '#name?',
  '#div/0!',
]);

/** A cell as it is meant, empty when it says nothing. */
export function said(cell: string | undefined): string {
  const text = plain(cell ?? '');
  return NOTHING.has(text.toLowerCase()) ? '' : text;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A small number in Chinese or Arabic digits: `十二` and `12`; `null` when it is none. */
export function smallNumber(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const plainText = text.replaceAll('零', '〇').replaceAll('两', '二');
  if (!/^[〇一二三四五六七八九十百]{1,5}$/.test(plainText)) return null;
  if (!/[十百]/.test(plainText))
    return Number(
      Array.from(plainText)
        .map((digit) => CHINESE_DIGITS.indexOf(digit))
        .join(''),
    );
  const [, hundreds, rest = ''] = /^(?:([一二三四五六七八九])百)?〇?(.*)$/.exec(plainText) ?? [];
  const [, tens, ones] = /^(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(rest) ?? [];
  const digit = (one: string | undefined, otherwise: number): number =>
    one === undefined || one === '' ? otherwise : CHINESE_DIGITS.indexOf(one);
  return digit(hundreds, 0) * 100 + (rest.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
}

/** Signs that make a spreadsheet program calculate, in both widths. */
const STARTS_FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;

/** Whether a text would be taken for a formula. A number with its sign, or a telephone number with its country, is none. */
export function looksLikeFormula(cell: string): boolean {
  return STARTS_FORMULA.test(cell) && !/^[+-]?[\d\s().-]*$/.test(cell);
}
