/** What people are looked for by. */
export type PersonQuestion = { name: string } | { phone: string } | { address: string };

const PHONE = /^[+\d][\d\s-]{6,}$/;
const HAS_NUMBER = /[\d一二三四五六七八九十]+\s*(?:号|栋|幢|楼|单元|室|层|-)|\d/;

/**
 * What one line of text asks for: a whole telephone number, an address (it has a number in it), else a name. A number that is only
 * begun is no telephone: the registry finds exact numbers only.
 */
export function askedFor(text: string): PersonQuestion | null {
  const said = text.trim();
  if (said === '') return null;
  if (PHONE.test(said)) return { phone: said };
  return HAS_NUMBER.test(said) ? { address: said } : { name: said };
}

/** Which of the three it was. */
export function askedBy(question: PersonQuestion): 'name' | 'phone' | 'address' {
  return 'phone' in question ? 'phone' : 'address' in question ? 'address' : 'name';
}

interface Comparable {
  name: string;
  gender: string | null;
  birthYear: number | null;
  address: string | null;
  phone: string | null;
  domicile: string | null;
  diedOn: string | null;
  flags: readonly string[];
}
export const COMPARED = ['name', 'gender', 'birthYear', 'address', 'phone', 'domicile', 'diedOn'] as const;

/** What two records of one person say, side by side. */
export function compared(one: Comparable, other: Comparable): { field: (typeof COMPARED)[number]; differs: boolean }[] {
  return COMPARED.map((field) => ({ field, differs: (one[field] ?? '') !== (other[field] ?? '') }));
}

/** Why two records are hardly the same person; empty: nothing speaks against it. */
export function doubtsOf(one: Comparable, other: Comparable): ('name' | 'gender' | 'birthYear')[] {
  return (['name', 'gender', 'birthYear'] as const).filter(
    (field) => one[field] !== null && other[field] !== null && one[field] !== other[field],
  );
}
