import { isDate } from '#libs/registry';

/** What a Chinese identity number says about its holder. */
export interface Identity {
  /** In its one spelling: 18 characters, `X` as a capital. */
  number: string;
  birthDate: string;
  gender: 'female' | 'male';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The last character that belongs to the first seventeen (GB 11643). */
export function checkCharacter(first: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return CHECKS[sum % 11] ?? '';
}

/** Why an identity number is none: it was stored as a number and lost digits; its form, its day or its check is wrong. */
export type IdentityFault = 'identity.rounded' | 'identity.malformed' | 'identity.check_wrong';

/** Reads an identity number; one of fifteen digits, as given out before 1999, is brought to eighteen. */
export function readIdentity(text: string): Identity | IdentityFault {
  const given = text.replaceAll(/[\s'’-]/g, '').toUpperCase();
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(given)) return 'identity.rounded';
  const number = /^\d{15}$/.test(given) ? upgraded(given) : given;
  if (!/^\d{17}[\dX]$/.test(number)) return 'identity.malformed';
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(birthDate)) return 'identity.malformed';
  if (checkCharacter(number) !== number[17]) return /000$/.test(number) ? 'identity.rounded' : 'identity.check_wrong';
  return { number, birthDate, gender: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

function upgraded(old: string): string {
  const first = `${old.slice(0, 6)}19${old.slice(6)}`;
  return `${first}${checkCharacter(first)}`;
}
