/** A command that was sent and not yet answered: what was sent, and the key that makes it count once. */
export interface Sending {
  key: string;
  input: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const PREFIX = 'minyi.sending ';

/** Who sends the same words again after so long means them again. */
const SAME_MS = 120_000;

/** What this tab was sending under a name just before its page was loaded anew; `null`: nothing, or nothing is kept here. */
export function stillSending(name: string, now: number): Sending | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') as Partial<Sending> | null;
    if (typeof kept?.key !== 'string' || typeof kept.input !== 'string' || typeof kept.at !== 'number') return null;
    return Math.abs(now - kept.at) > SAME_MS ? null : { key: kept.key, input: kept.input, at: kept.at };
  } catch {
    return null;
  }
}

/** Remembers what is on its way, or, with `null`, that it has arrived. */
export function keepSending(name: string, sending: Sending | null): void {
  try {
    if (sending === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(sending));
  } catch {
    // a tab that keeps nothing may send a thing twice after it was loaded anew
  }
}

/** Somebody signs out: what they sent is nobody's business. */
export function forgetSending(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
    // nothing is kept here
  }
}
