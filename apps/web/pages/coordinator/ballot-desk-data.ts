import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNames } from '../../app/names.js';
import { useMe } from '../../app/session.js';
import type { Suggestion } from '../../forms/references.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { partsOf } from './ballot-parts.rules.js';
import { usePaged } from '../../api/paged.js';

export type RollEntry = Schema<'BallotRoll'>['rows'][number];
type Building = Schema<'PremisesGrid'>;

/** The whole roll, page by page; `undefined` while it is read or where one may not read it. */
export function useRoll(ballot: string): {
  rows: RollEntry[] | undefined;
  doubts: Schema<'BallotRoll'>['doubts'];
  error: Error | null;
} {
  const { data: me } = useMe();
  const { rows, first, error } = usePaged(
    keys.case(ballot, 'roll'),
    async ({ cursor }) => {
      const query = cursor === undefined ? {} : { after: cursor };
      const part = await answered(api.GET('/api/v1/ballots/{ballot}/roll', { params: { path: { ballot }, query } }));
      return { ...part, next: part.rows.length < ROLL_PAGE ? null : (part.rows.at(-1)?.entry ?? null) };
    },
    { isEnabled: partsOf(me?.roles ?? []).isRunning, isWhole: true, retry: false },
  );
  return { rows, doubts: first?.doubts ?? [], error };
}

const ROLL_PAGE = 500;

/** Flats of buildings, floor by floor. */
export function useBuildings(ids: readonly string[]): Building[] {
  const found = useQueries({
    queries: ids.map((unit) => ({
      queryKey: keys.book('premises', unit),
      queryFn: () => answered(api.GET('/api/v1/units/{unit}/premises', { params: { path: { unit } } })),
      staleTime: 600_000,
      retry: false,
    })),
  });
  return found.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

/** Names of people and units met at a ballot. */
export function useBallotNames(ballot: string, ids: readonly (string | null)[]): (id: string | null) => string {
  const w = useWords(ballotDeskWords);
  const named = useNames(ids, ballot);
  return useCallback((id) => (id === null ? '' : (named(id) ?? w('somebody'))), [named, w]);
}

/** Voting units by their doors, to be looked for in forms, and what each is called. */
export function useEntries(ballot: string): {
  suggestions: Suggestion[] | undefined;
  nameOf: (entry: string) => string;
  roll: RollEntry[];
} {
  const { rows } = useRoll(ballot);
  const between = useBetween();
  const buildings = [...new Set((rows ?? []).map(({ building }) => building).filter((id) => id !== null))];
  const doors = new Map(
    useBuildings(buildings).flatMap(({ floors }) =>
      floors.flatMap(({ flats }) => flats.map(({ id, number }): [string, string] => [id, number])),
    ),
  );
  const named = useBallotNames(ballot, buildings);
  const doorsOf = ({ premises, building }: RollEntry): string =>
    [building === null ? '' : named(building), premises.map((flat) => doors.get(flat) ?? '').join(between)]
      .join(' ')
      .trim();
  const names = new Map((rows ?? []).map((row) => [row.entry, doorsOf(row)]));
  const nameOf = (entry: string): string => {
    const name = names.get(entry) ?? '';
    return name === '' ? entry : `${name} (${entry})`;
  };
  const suggestions = rows?.map(({ entry }) => ({ id: entry, name: nameOf(entry) }));
  return { suggestions, nameOf, roll: rows ?? [] };
}
