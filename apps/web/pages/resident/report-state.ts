import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { isStaff, useMe } from '../../app/session.js';
import { useDraft } from '../../forms/drafts.js';
import { useActingFor, type Relative } from './acting-for.js';
import { useLookedAt } from './community.js';
import { homeQuery } from './home-query.js';
import { draftFor, EMPTY_REPORT, type ReportDraft } from './report.rules.js';

/** Everything the screens of a report share. */
export interface ReportState {
  draft: ReportDraft;
  change: (changed: Partial<ReportDraft>) => void;
  foundAt: string | null;
  drop: () => void;
  me: Schema<'Me'> | undefined;
  home: Schema<'Home'> | undefined;
  isStaff: boolean;
  relative: Relative | null;
  /** Community the matter belongs to, once it is known. */
  community: string | undefined;
  similar: Schema<'SimilarList'>['rows'];
}

const COMMUNITIES = ['community', 'streetBlock'];
/** Fewer signs say too little to be compared. */
const LEAST_TEXT = 4;

export function useReport(): ReportState {
  const { data: me } = useMe();
  const person = me?.person ?? null;
  const kept = useDraft<ReportDraft>('report', EMPTY_REPORT);
  const draft = draftFor(kept.value, person);
  const lookedAt = useLookedAt({ isNeeded: me === undefined });
  const unit = me === undefined ? lookedAt.unit : undefined;
  const { data: home } = useQuery({
    ...homeQuery(person, unit),
    enabled: me !== undefined || unit !== undefined,
  });
  const community = useCommunityOf(draft, home);
  const similar = useSimilar(draft, community);
  const { relative } = useActingFor();
  return {
    draft,
    change: (changed) => kept.setValue({ ...draft, ...changed }),
    foundAt: kept.foundAt,
    drop: kept.drop,
    me,
    home,
    isStaff: isStaff(me),
    relative,
    community,
    similar,
  };
}

/** One's own community, or that of a place elsewhere. */
function useCommunityOf({ place, isElsewhere }: ReportDraft, home: Schema<'Home'> | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: keys.book('unit', place),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}', { params: { path: { unit: place } } })),
    enabled: isElsewhere && place !== '',
    staleTime: 3_600_000,
  });
  const found =
    data === undefined ? undefined : [data.unit, ...data.above].find(({ kind }) => COMMUNITIES.includes(kind));
  return (isElsewhere ? found?.id : undefined) ?? home?.community?.id;
}

function useSimilar(
  { title, description, danger }: ReportDraft,
  community: string | undefined,
): Schema<'SimilarList'>['rows'] {
  const text = `${title} ${description}`.trim().slice(0, 1000);
  const { data } = useQuery({
    queryKey: keys.list('similar', community, text),
    queryFn: () =>
      answered(api.GET('/api/v1/similar', { params: { query: { text, unit: community ?? '', limit: 3 } } })),
    enabled: danger === false && community !== undefined && text.length >= LEAST_TEXT,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  return data?.rows.filter(({ status }) => status === 'active') ?? [];
}
