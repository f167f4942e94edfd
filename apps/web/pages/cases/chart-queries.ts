import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useLanguage } from '../../app/preferences.js';

const SELDOM_MS = 3_600_000;
type Entry = Schema<'JournalPage'>['rows'][number];

/** A workflow with its acts, clocks and the boxes of its chart. */
export function useWorkflow(name: string | undefined) {
  return useQuery({
    queryKey: keys.book('workflow', name),
    queryFn: () => answered(api.GET('/api/v1/workflows/{name}', { params: { path: { name: name ?? '' } } })),
    enabled: name !== undefined,
    staleTime: SELDOM_MS,
  });
}

/** The drawing of a workflow: where a case stands is lit on the page, so that it is fetched once. */
export function useDrawing(name: string | undefined) {
  const lang = useLanguage();
  return useQuery({
    queryKey: keys.book('drawing', name, lang),
    queryFn: () =>
      answered(
        api.GET('/api/v1/workflows/{name}/chart', {
          params: { path: { name: name ?? '' }, query: { format: 'svg', lang } },
          parseAs: 'text',
        }),
      ),
    enabled: name !== undefined,
    staleTime: SELDOM_MS,
  });
}

/** Where the case stood after each entry that moved it. */
export function usePath(id: string) {
  return useQuery({
    queryKey: keys.case(id, 'path'),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/path', { params: { path: { id } } })),
    placeholderData: keepPreviousData,
  });
}

/** The whole journal, as far as the reader may know it. */
export function useJournal(id: string) {
  return useQuery({
    queryKey: keys.case(id, 'whole journal'),
    queryFn: async () => {
      const rows: Entry[] = [];
      let cursor: string | null = null;
      do {
        const page: Schema<'JournalPage'> = await answered(
          api.GET('/api/v1/cases/{id}/journal', {
            params: { path: { id }, query: { limit: 200, ...(cursor === null ? {} : { cursor }) } },
          }),
        );
        rows.push(...page.rows);
        cursor = page.next;
      } while (cursor !== null);
      return rows;
    },
    placeholderData: keepPreviousData,
  });
}

/** The case as it was after an entry; nothing is asked for the present. */
export function useAsOf(id: string, seq: number | null) {
  return useQuery({
    queryKey: keys.case(id, 'as of', seq),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/as-of/{seq}', { params: { path: { id, seq: seq ?? 1 } } })),
    enabled: seq !== null,
    staleTime: SELDOM_MS,
    placeholderData: keepPreviousData,
  });
}
