import { useMe } from '../../app/session.js';

/** Offices that keep meetings, rules and registers, in the order in which their unit is meant. */
const KEEPING = ['coordinator', 'secretary', 'chair', 'adviser', 'recorder', 'operator', 'leader'];

/** Unit whose rules and meetings somebody looks after, else where they live; `null` for visitors. */
export function useOwnUnit(): string | null {
  const { data: me } = useMe();
  const roles = me?.roles ?? [];
  for (const role of KEEPING) {
    const found = roles.find((one) => one.role === role && one.held !== 'residence');
    if (found !== undefined) return found.unit;
  }
  return roles[0]?.unit ?? null;
}
