import { useMe } from '../../app/session.js';

/** Offices that keep meetings, rules and registers, in the order in which their unit is meant. */
const KEEPING = ['coordinator', 'secretary', 'chair', 'adviser', 'recorder', 'operator', 'leader'];

/**
 * Unit whose rules and meetings somebody looks after, else where they live; `null` for visitors. Who holds an office of a body looks
 * after the community the body serves: what is confirmed for the body alone would hold nowhere else.
 */
export function useOwnUnit(): string | null {
  const { data: me } = useMe();
  const roles = me?.roles ?? [];
  for (const role of KEEPING) {
    const offices = roles.filter((one) => one.role === role && one.held !== 'residence');
    const found = offices.find(({ held }) => held === 'body') ?? offices[0];
    if (found !== undefined) return found.unit;
  }
  return roles[0]?.unit ?? null;
}
