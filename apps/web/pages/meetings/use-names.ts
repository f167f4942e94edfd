import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { useNames as useKnownNames } from '../../app/names.js';
import { holds, useMe } from '../../app/session.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import type { Kind } from './meeting.types.js';

/** Names of people and units; whoever may not be named is “a member”. They do not change while people sit. */
export function useNames(ids: readonly string[], caseId?: string): (id: string) => string {
  const w = useWords(meetingsWords);
  const named = useKnownNames(ids, caseId, { isLasting: true });
  return useCallback((id) => named(id) ?? w('somebody'), [named, w]);
}

export interface Member {
  person: string;
  name: string;
}

const ROLE_OF: Partial<Record<Kind, string>> = { council: 'deliberator', representatives: 'representative' };

/** Offices that may read who holds which office: the registry is not open to everybody who sits in a meeting. */
const READERS = ['coordinator', 'secretary', 'collector', 'gridLeader', 'recorder', 'hotline', 'duty', 'operator'];

/** Everybody who sits in the body that meets; empty where all residents are members. `null`: not known to the reader. */
export function useRoster({ unit, kind }: { unit: string; kind: Kind }, mayRead: boolean): readonly Member[] | null {
  const role = ROLE_OF[kind];
  const queryKey = keys.book('roster', unit, role);
  // members do not change while people sit: they are not asked for anew with every act
  const isUnknown = useQueryClient().getQueryData(queryKey) === undefined;
  const { data: me } = useMe();
  const { data } = useQuery({
    queryKey,
    queryFn: async () => {
      const path = { unit };
      const bodies = await answered(api.GET('/api/v1/units/{unit}/bodies', { params: { path } }));
      const places = [unit, ...bodies.rows.filter((row) => row.kind === 'body').map(({ id }) => id)];
      const held = await Promise.all(places.map((place) => seatsAt(place)));
      const seats = held.flat().filter((seat) => seat.role === role);
      const byPerson = new Map(seats.map(({ person, personName }) => [person, personName]));
      return [...byPerson]
        .map(([person, name]) => ({ person, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
    },
    enabled: role !== undefined && mayRead && isUnknown && holds(me, ...READERS),
  });
  return role === undefined ? [] : (data ?? null);
}

async function seatsAt(unit: string): Promise<Schema<'SeatList'>['rows']> {
  return (await answered(api.GET('/api/v1/units/{unit}/offices', { params: { path: { unit } } }))).rows;
}

/** Now, once a second; milliseconds since 1970 by the clock of the service. */
export function useSeconds(): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return at;
}
