import type { Vault } from '#libs/vault';

import { idNumber, maskedPhone, phoneNumber } from './contact.rules.js';
import { problem } from './drafts.rules.js';
import type { Body } from './record.tables.js';
import type { Contact, RegistryProblem } from './registry.vocabulary.js';

const PHONE = 'person.phone';
const PHONE_MASK = 'person.phoneMask';
const ID_NUMBER = 'person.idNumber';

/** The sealed fields of a person, as stored. */
export interface SealedContact {
  phoneSealed: string | null;
  phoneIndex: string | null;
  phoneMask: string | null;
  idSealed: string | null;
  idIndex: string | null;
}

export const NO_CONTACT: SealedContact = {
  phoneSealed: null,
  phoneIndex: null,
  phoneMask: null,
  idSealed: null,
  idIndex: null,
};

/** Turns telephone and identity number into what may be stored, and back. */
export class ContactSealer {
  constructor(private readonly vault: Vault) {}

  /** Replaces what is given in clear; a number that is known already keeps its seal, so that repeating changes nothing. */
  sealed(given: Body, known: Body | undefined): { body: Body; problems: RegistryProblem[] } {
    const { phone, idNumber: number, ...rest } = given;
    const problems: RegistryProblem[] = [];
    const body: Body = { ...rest, id: given.id };
    if (phone !== undefined) Object.assign(body, this.#phone(phone, { given, known, problems }));
    if (number !== undefined) Object.assign(body, this.#idNumber(number, { given, known, problems }));
    return { body, problems };
  }

  #phone(phone: unknown, at: Sealing): Partial<SealedContact> {
    const plain = spelled(phone, phoneNumber, { ...at, field: 'phone' });
    if (plain === undefined) return {};
    if (plain === null) return { phoneSealed: null, phoneIndex: null, phoneMask: null };
    if (this.#isKnown(at.known?.['phoneIndex'], plain, PHONE)) return {};
    return this.#sealedPhone(plain);
  }

  /** Whether a stored index, of whatever key, is that of this number. */
  #isKnown(index: unknown, plain: string, purpose: string): boolean {
    return typeof index === 'string' && this.vault.blindIndexes(plain, purpose).includes(index);
  }

  #sealedPhone(plain: string): Pick<SealedContact, 'phoneSealed' | 'phoneIndex' | 'phoneMask'> {
    return {
      phoneSealed: this.vault.seal(plain, PHONE),
      phoneIndex: this.vault.blindIndex(plain, PHONE),
      phoneMask: this.vault.seal(maskedPhone(plain), PHONE_MASK),
    };
  }

  #idNumber(number: unknown, at: Sealing): Partial<SealedContact> {
    const plain = spelled(number, idNumber, { ...at, field: 'idNumber' });
    if (plain === undefined) return {};
    if (plain === null) return { idSealed: null, idIndex: null };
    if (this.#isKnown(at.known?.['idIndex'], plain, ID_NUMBER)) return {};
    return { idSealed: this.vault.seal(plain, ID_NUMBER), idIndex: this.vault.blindIndex(plain, ID_NUMBER) };
  }

  opened(sealed: Pick<SealedContact, 'phoneSealed' | 'idSealed'>): Contact {
    return {
      phone: sealed.phoneSealed === null ? null : this.vault.open(sealed.phoneSealed, PHONE),
      idNumber: sealed.idSealed === null ? null : this.vault.open(sealed.idSealed, ID_NUMBER),
    };
  }

  /** The masked telephone number, without opening the number itself. */
  masked(phoneMask: string | null): string | null {
    return phoneMask === null ? null : this.vault.open(phoneMask, PHONE_MASK);
  }

  /** What a number may be indexed under, with every key in use. Empty: it is no number. */
  phoneIndexes(text: string): string[] {
    const plain = phoneNumber(text);
    return plain === null ? [] : this.vault.blindIndexes(plain, PHONE);
  }

  idIndexes(text: string): string[] {
    const plain = idNumber(text);
    return plain === null ? [] : this.vault.blindIndexes(plain, ID_NUMBER);
  }

  /** What every seal with the key in use begins with. */
  currentPrefix(): string {
    const [version = '', key = ''] = this.vault.seal('', 'key in use').split('.');
    return `${version}.${key}.`;
  }

  /** The same contact under the key in use. */
  resealed(sealed: SealedContact): SealedContact {
    const { phone, idNumber: number } = this.opened(sealed);
    return {
      ...NO_CONTACT,
      ...(phone === null ? {} : this.#sealedPhone(phone)),
      ...(number === null
        ? {}
        : { idSealed: this.vault.seal(number, ID_NUMBER), idIndex: this.vault.blindIndex(number, ID_NUMBER) }),
    };
  }
}

interface Sealing {
  given: Body;
  known: Body | undefined;
  problems: RegistryProblem[];
}

/** The one spelling of a number, `null` where it is cleared, `undefined` with a problem where it is none. */
function spelled(
  value: unknown,
  spelling: (text: string) => string | null,
  { given, field, problems }: Sealing & { field: string },
): string | null | undefined {
  if (value === null) return null;
  const plain = typeof value === 'string' ? spelling(value) : null;
  if (plain !== null) return plain;
  problems.push(
    problem({ entity: 'person', id: given.id, field }, 'registry.field_malformed', `${field} is malformed`),
  );
  return undefined;
}
