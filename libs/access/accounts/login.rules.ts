const LONGEST = 64;

/**
 * The one spelling of a login name: the same name typed full-width, in capitals or with blanks around it is the same account.
 * `null`: cannot be a login name (empty, too long, with signs that cannot be seen).
 */
export function spellLogin(typed: string): string | null {
  const login = typed.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
  if (login === '' || login.length > LONGEST) return null;
  return /[\s\p{C}]/u.test(login) ? null : login;
}
