import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { placesOfWork } from './my-unit.rules.js';

/** Unit somebody works for: the first place they hold an office for. `undefined`: not known yet, or nobody who works here. */
export function useMyUnit(): { id: string; name: string } | undefined {
  const { data: me } = useMe();
  return placesOfWork(me?.roles ?? [])[0];
}

/** Units of the work: one's own and everything below it that people live or work in, by name. */
export function useUnitsBelow(unit: string | undefined): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: keys.book('subtree', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/subtree', { params: { path: { unit: unit ?? '' } } })),
    enabled: unit !== undefined,
    staleTime: 600_000,
  });
  return (data?.rows ?? [])
    .filter(({ kind }) => kind !== 'body')
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }));
}

type Matter = Schema<'Catalogue'>['rows'][number];

/** Kinds of matters people can come with, by their code. */
export function useCatalogue(unit: string | undefined): readonly Matter[] {
  const { data } = useQuery({
    queryKey: keys.book('catalogue', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/catalogue', { params: { path: { unit: unit ?? '' } } })),
    enabled: unit !== undefined,
    staleTime: 600_000,
  });
  return data?.rows ?? [];
}
