import type { Schema } from '../api/client.js';

type Session = Schema<'Session'>;

/**
 * What is left of a session at an instant (milliseconds since 1970): without a network a device reads what it has kept, and that
 * may have ended meanwhile. Nobody is shown as signed in who is not.
 */
export function sessionAt(session: Session, now: number): Session {
  if (session.expiresAt === null || Date.parse(session.expiresAt) > now) return session;
  return { ...session, person: null, name: null, staff: false, secondFactor: null, expiresAt: null };
}
