import type { Gender, PersonFlag } from '#libs/registry';
import { idNumber as spelledId, PERSON_FLAGS } from '#libs/registry';

import { readDate } from '../cells/dates.rules.js';
import { readIdentity } from '../cells/identity.rules.js';
import { readGender, readName, readPhone, readYes } from '../cells/values.rules.js';
import type { Facts } from './row.facts.js';

/** What a row says about a person. `null`: it does not say. */
export interface PersonFacts {
  name: string;
  idNumber: string | null;
  phone: string | null;
  gender: Gender | null;
  birthDate: string | null;
  birthYear: number | null;
  domicile: string | null;
  movedIn: string | null;
  flags: Partial<Record<PersonFlag, boolean>>;
}

/** Papers that are no resident identity card: passports, permits of Hong Kong, Macao and Taiwan. */
const OTHER_PAPER = /^[A-Z]{1,2}\d{7,9}[A-Z0-9()]{0,3}$/i;

/** Identity number of a row; a wrong one is an error, because the next import could not recognise the person by it. */
export function identityOf(facts: Facts, column = 'idNumber', text = facts.text(column)) {
  if (text === '') return null;
  if (OTHER_PAPER.test(text)) return { number: spelledId(text), birthDate: null, gender: null };
  const identity = readIdentity(text);
  if (typeof identity !== 'string') return identity;
  facts.problem(identity, column);
  return null;
}

/** Telephone of a row; what is none is left out, which is told. */
export function phoneOf(facts: Facts, column = 'phone'): string | null {
  return facts.read(column, readPhone, 'phone.malformed');
}

export function personFacts(facts: Facts): PersonFacts {
  const identity = identityOf(facts);
  const birth = facts.read('birth', readDate);
  const gender = facts.read('gender', readGender);
  const moved = facts.read('movedIn', (text) => readDate(text)?.day ?? null);
  if (identity?.birthDate && birth?.day && birth.day !== identity.birthDate)
    facts.problem('birth.contradicts', 'birth');
  if (identity?.gender && gender !== null && gender !== identity.gender) facts.problem('gender.contradicts', 'gender');
  const birthDate = identity?.birthDate ?? birth?.day ?? null;
  const domicile = facts.text('domicile', 200);
  return {
    name: readName(facts.needed('name', 60)),
    idNumber: identity?.number ?? null,
    phone: phoneOf(facts),
    gender: identity?.gender ?? gender,
    birthDate,
    birthYear: birthDate === null ? (birth?.year ?? null) : Number(birthDate.slice(0, 4)),
    domicile: domicile === '' ? null : domicile,
    movedIn: moved,
    flags: flagsOf(facts),
  };
}

const FLAG_WORDS: Partial<Record<PersonFlag, RegExp>> = {
  partyMember: /党员/,
  floating: /流动|外来|人户分离/,
  retired: /退休/,
};

function flagsOf(facts: Facts): PersonFacts['flags'] {
  const flags: PersonFacts['flags'] = {};
  for (const flag of PERSON_FLAGS) {
    const text = facts.text(flag);
    if (text === '') continue;
    // a column such as 政治面貌 holds 群众 as well: that is a no, not an error
    const word = FLAG_WORDS[flag];
    const value = readYes(text) ?? (word === undefined ? null : word.test(text));
    if (value === null) facts.problem('cell.unreadable', flag);
    else flags[flag] = value;
  }
  return flags;
}
