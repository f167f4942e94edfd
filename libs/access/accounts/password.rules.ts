/** Why a password is not taken. */
export const PASSWORD_PROBLEMS = ['tooShort', 'tooLong', 'isLogin', 'tooCommon', 'tooSimple'] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/** Fewest and most signs. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;
const FEWEST_DIFFERENT = 5;

/** What is tried first by whoever guesses, in the spelling of {@link plainOf}; shorter ones fail by their length. */
const COMMON = new Set(
  `1234567890 12345678910 0123456789 0987654321 1234512345 1231231234 123456789a a123456789 aa123456789 a1234567890
  abc123456789 abcd123456 abc1234567 qwertyuiop qwerty12345 qwerty123456 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y qazwsxedcrfv
  qweasdzxc123 asdfghjkl123 password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123
  administrator admin12345 admin123456 administrator1 letmein123 welcome123 welcome1234 iloveyou123 iloveyou1314 5201314520
  1314520520 5201314521 woaini1314 woaini520 woaini5201314 woaini1314520 woaini123456 woaimama123 zhang123456 wang123456
  li123456789 abc123abc123 a12345678910 qq123456789 wo123456789 woshishui123 zxcvbnm123 zxcvbnm12345 zxcvbnm123456
  1357924680 2468013579 1122334455 11223344556 1212121212 1111122222 1234554321 9876543210 123123123123 112233445566
  888888888888 666666666666 changeme123 changeit123 football123 sunshine123 princess123 superman123 dragon12345
  minyi12345 minyi123456 minyi2025 minyi2026 minyi20252026 shequ12345 shequ123456 juweihui123 beijing2008 zhongguo123
  zhonghua123 chinachina88 yiersansiwu`.split(/\s+/),
);

/** A password as it is hashed: the same signs whatever keyboard composed them. */
export function spellPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** As it is compared with lists: without capitals and with what people put in place of letters undone. */
function plainOf(password: string): string {
  return spellPassword(password).toLowerCase();
}

/**
 * What is wrong with a new password; `null`: nothing. Long is good, rules about capitals and digits are not (NIST SP 800-63B).
 */
export function passwordProblem(password: string, logins: readonly string[]): PasswordProblem | null {
  const plain = plainOf(password);
  const length = Array.from(plain).length;
  if (length < PASSWORD_LENGTH.min) return 'tooShort';
  if (length > PASSWORD_LENGTH.max) return 'tooLong';
  if (logins.some((login) => holdsOnly(plain, login))) return 'isLogin';
  if (COMMON.has(plain) || COMMON.has(plain.replaceAll('@', 'a').replaceAll('$', 's'))) return 'tooCommon';
  if (new Set(plain).size < FEWEST_DIFFERENT || isRow(plain)) return 'tooSimple';
  return null;
}

/** The login itself, repeated, backwards, or with a few digits around it. */
function holdsOnly(plain: string, login: string): boolean {
  if (login.length < 3) return false;
  const rest = plain.replaceAll(login, '').replaceAll(Array.from(login).reverse().join(''), '');
  return rest.length < plain.length && /^[\d!@#$%^&*._-]{0,4}$/.test(rest);
}

/** `abcdefghij`, `9876543210`. */
function isRow(plain: string): boolean {
  const codes = Array.from(plain, (sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  return steps.size === 1;
}
