import { useSearchParams } from 'react-router';

import { useInstallation } from '../../app/installation.js';
import { useOwnUnit } from './use-own-unit.js';

/** Unit a book is looked up for: the one in the address, else one's own, else the first of the installation; `null` until known. */
export function usePlace(): string | null {
  const [search] = useSearchParams();
  const own = useOwnUnit();
  const { data } = useInstallation();
  return search.get('unit') ?? own ?? data?.roots[0]?.id ?? null;
}
