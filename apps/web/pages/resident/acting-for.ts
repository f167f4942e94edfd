import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { keptChoice } from '../../app/kept-choice.js';
import { useMe } from '../../app/session.js';
import { isInForce } from './acting-for.rules.js';

/** Somebody who has authorised the reader to act for them. */
export interface Relative {
  person: string;
  name: string;
}

// while the tab is open: nobody acts for somebody else tomorrow without having chosen it
const chosen = keptChoice('minyi.acting-for', () => sessionStorage);

/** For whom things are done: oneself, or a relative who has authorised that. */
export function useActingFor(): {
  /** Everybody one may act for today. */
  relatives: readonly Relative[];
  /** `null`: for oneself. */
  relative: Relative | null;
  choose: (person: string | null) => void;
} {
  const { data: me } = useMe();
  const asked = chosen.use();
  const { data } = useQuery({
    queryKey: keys.mine('authorisations'),
    queryFn: () => answered(api.GET('/api/v1/me/authorisations')),
    enabled: me !== undefined,
    staleTime: 300_000,
  });
  const relatives = (data?.held ?? [])
    .filter((one) => isInForce(one, now()))
    .map(({ person, name }) => ({ person, name }));
  return { relatives, relative: relatives.find(({ person }) => person === asked) ?? null, choose: chosen.choose };
}
