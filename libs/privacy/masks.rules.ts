const STAR = '*';

/** `13812345678` as `138****5678`; short numbers show their last two digits only. */
export function maskedPhone(phone: string): string {
  return phone.length >= 11 ? middleHidden(phone, 3, 4) : middleHidden(phone, 0, 2);
}

/** An identity number shows three digits of the region and the last two: neither birthday nor sex can be read from it. */
export function maskedIdNumber(idNumber: string): string {
  return middleHidden(idNumber, 3, 2);
}

/** `王小明` as `王**`: for whoever need not know who it is. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = Array.from(name);
  return `${first}${STAR.repeat(Math.max(1, rest.length))}`;
}

function middleHidden(value: string, first: number, last: number): string {
  const characters = Array.from(value);
  const hidden = Math.max(0, characters.length - first - last);
  if (hidden < 2) return STAR.repeat(characters.length);
  return `${characters.slice(0, first).join('')}${STAR.repeat(hidden)}${characters.slice(-last).join('')}`;
}
