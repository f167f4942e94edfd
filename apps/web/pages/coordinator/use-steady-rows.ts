import { useEffect, useMemo, useState } from 'react';

import { steady, type Steady } from './steady.rules.js';

interface SteadyRows<Row> extends Steady<Row> {
  /** Shows what was held back, in the order of the service. */
  release: () => void;
}

/** A list that live changes do not move; another `question` (filters, order) begins anew. */
export function useSteadyRows<Row>(
  incoming: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
  question: string,
): SteadyRows<Row> {
  const [shown, setShown] = useState<{ question: string; keys: readonly string[] }>({ question, keys: [] });
  const order = shown.question === question ? shown.keys : [];
  // the key of a row depends on nothing but the row
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const now = useMemo(() => steady(order, incoming ?? [], keyOf), [order, incoming]);
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
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [now, incoming, question]);
  return { ...now, release: () => setShown({ question, keys: [] }) };
}
