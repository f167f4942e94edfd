/** The one spelling of a telephone number: digits only, without the country's prefix. `null`: there is no number in it. */
export function phoneNumber(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[^\d+]/g, '');
  const local = digits.replace(/^(\+86|0086|86(?=1\d{10}$))/, '').replace(/\D/g, '');
  return local.length >= 3 && local.length <= 20 ? local : null;
}

/** A telephone number as lists show it: `138****1234`; short numbers show their end only. */
export function maskedPhone(phone: string): string {
  const kept = phone.length >= 11 ? 3 : 0;
  const tail = phone.length >= 7 ? 4 : 1;
  return `${phone.slice(0, kept)}${'*'.repeat(Math.max(0, phone.length - kept - tail))}${phone.slice(phone.length - tail)}`;
}

/** The one spelling of an identity number. */
export function idNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return /^[\dA-Z]{5,30}$/.test(plain) ? plain : null;
}

/** Whether a text is a day of the calendar: `2026-02-28`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year !== undefined && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
}

/** Days of a month, none when there is no such month. Counted, because every record that is written asks. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
