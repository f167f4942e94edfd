import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import type { ReferencePlace } from '../../forms/references.js';
import { useLabel } from '../../words/words.js';

/** Acts by which work stays inside the unit: whom and what they name is chosen among one's own. */
const INSIDE: readonly string[] = ['accept', 'assignInside'];

/** Colleagues and offices of one's own unit, for acts that give work inside it: few enough to be shown before anything is typed. */
export function useInside(act: string): ReferencePlace['parts'] {
  const inLabel = useLabel();
  const isInside = INSIDE.includes(act);
  const { data } = useQuery({
    queryKey: keys.book('inside'),
    queryFn: () => answered(api.GET('/api/v1/desk/inside')),
    enabled: isInside,
  });
  if (!isInside || data === undefined || data.people.length === 0) return undefined;
  return {
    person: data.people.map(({ id, name, unitName, roleLabel }) => ({
      ...{ id, name },
      detail: `${unitName} · ${inLabel(roleLabel)}`,
    })),
    unit: data.sections.map(({ id, name, parentName }) => ({ id, name, detail: parentName })),
  };
}
