import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../api/client.js';
import { keys } from '../api/keys.js';
import { now } from './clock.js';
import { sessionAt } from './session.rules.js';

export type Session = Schema<'Session'>;
export type Me = Schema<'Me'>;

export const sessionQuery = {
  queryKey: keys.session,
  queryFn: async () => sessionAt(await answered(api.GET('/api/v1/session')), now()),
  staleTime: 60_000,
};
export const meQuery = { queryKey: keys.me, queryFn: () => answered(api.GET('/api/v1/me')), staleTime: 60_000 };

/** Whether somebody is signed in, and how far. */
export function useSession() {
  return useQuery(sessionQuery);
}

/** Who is signed in with their offices; nothing for visitors. */
export function useMe() {
  const { data: session } = useSession();
  const isIn = session?.person != null && session.secondFactor === 'passed';
  return useQuery({ ...meQuery, enabled: isIn });
}

/** Whether somebody holds one of these offices somewhere. */
export function holds(me: Me | undefined, ...roles: string[]): boolean {
  return me?.roles.some(({ role, held }) => held !== 'residence' && roles.includes(role)) ?? false;
}

/** Whether somebody works here, as council, department, leader or operator: they begin at their desk. */
export function isStaff(me: Me | undefined): boolean {
  return me?.roles.some(({ role, held }) => held !== 'residence' && role !== 'resident') ?? false;
}
