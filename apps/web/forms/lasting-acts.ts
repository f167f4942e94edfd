import { useState } from 'react';

import type { Schema } from '../api/client.js';

type Ability = Schema<'Ability'>;

/**
 * What is offered, and whatever is open besides: an act that somebody is filling in stays when it is offered no more, so that what
 * they have written is not taken from under their hands.
 */
export function useLastingActs(offered: readonly Ability[], open: readonly string[]): readonly Ability[] {
  const [known, setKnown] = useState(offered);
  const gone = known.filter(({ act }) => open.includes(act) && offered.every((one) => one.act !== act));
  const lasting = gone.length === 0 ? offered : [...offered, ...gone];
  if (lasting.length !== known.length || lasting.some((one, at) => one !== known[at])) setKnown(lasting);
  return lasting;
}
