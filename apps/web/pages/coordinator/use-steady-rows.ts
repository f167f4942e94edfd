import { useEffect, useMemo, useState } from 'react';

import { steady, type Steady } from './steady.rules.js';

interface SteadyRows<Row> extends Steady<Row> {
  /** Shows what was held back, in the order of the service. */
  release: () => void;
}

const NOTHING: readonly string[] = [];

/**
 * A list that live changes do not move; another `question` (filters, order) begins anew. The key of a row depends on nothing but the
 * row: `keyOf` stays the same function.
 */
export function useSteadyRows<Row>(
  incoming: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
  question: string,
): SteadyRows<Row> {
  const [shown, setShown] = useState<{ question: string; keys: readonly string[] }>({ question, keys: NOTHING });
  const order = shown.question === question ? shown.keys : NOTHING;
  const now = useMemo(() => steady(order, incoming ?? [], keyOf), [order, incoming, keyOf]);
  useEffect(() => {
    if (incoming === undefined) return;
    const keys = now.rows.map(keyOf);
    setShown((before) =>
      before.question === question &&
      before.keys.length === keys.length &&
      before.keys.every((key, at) => key === keys[at])
        ? before
        : { question, keys },
    );
  }, [now, incoming, keyOf, question]);
  return { ...now, release: () => setShown({ question, keys: NOTHING }) };
}
