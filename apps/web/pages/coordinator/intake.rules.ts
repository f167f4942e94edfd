/** What somebody typed to find a person by. */
export type PersonQuestion = { phone: string } | { address: string } | { name: string };

/** A telephone has at least seven digits; an address names a building, a stairwell or a flat; everything else is a name. */
export function personQuestion(typed: string): PersonQuestion | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const digits = text.replace(/[\s()+-]/g, '');
  if (/^\d{7,15}$/.test(digits)) return { phone: digits };
  if (/\d/.test(text) || /[楼栋幢单元室号]/.test(text)) return { address: text };
  return { name: text };
}

/** Age in years, as far as the year of birth tells; `now` is milliseconds since 1970. */
export function ageOf(birthYear: number | null, now: number): number | null {
  return birthYear === null ? null : new Date(now).getUTCFullYear() - birthYear;
}

/** From this age on somebody is asked in person. */
export const ASKED_IN_PERSON = 70;
