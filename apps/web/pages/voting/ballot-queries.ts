import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useSession } from '../../app/session.js';

/** A ballot as everybody sees it. */
export function useBallot(ballot: string) {
  return useQuery({
    queryKey: keys.case(ballot, 'ballot'),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}', { params: { path: { ballot } } })),
    enabled: ballot !== '',
  });
}

/** Who is signed in, `''` for visitors, `undefined` while that is asked. */
export function usePersonId(): string | undefined {
  const { data: session } = useSession();
  if (session === undefined) return undefined;
  return session.secondFactor === 'passed' ? (session.person ?? '') : '';
}

/** What I may cast for in a ballot; nothing for visitors. */
export function useOwnUnits(ballot: string) {
  const person = usePersonId();
  return useQuery({
    queryKey: keys.case(ballot, 'mine', person),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}/mine', { params: { path: { ballot } } })),
    enabled: ballot !== '' && person !== undefined && person !== '',
  });
}

/** Ballots I am on the roll of that are not over; nothing for visitors. */
export function useOwnBallots() {
  const person = usePersonId();
  return useQuery({
    queryKey: keys.list('own-ballots', person),
    queryFn: () => answered(api.GET('/api/v1/ballots/mine')),
    enabled: person !== undefined && person !== '',
  });
}
