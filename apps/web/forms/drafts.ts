import { createStore, del, entries, get, set } from 'idb-keyval';
import { useCallback, useEffect, useRef, useState } from 'react';

import { now } from '../app/clock.js';

interface Draft<Value> {
  value: Value;
  at: string;
}

/** What is typed is written down after this pause. */
const PAUSE_MS = 400;
/** Nobody comes back to a draft after a month, and a shared phone should not keep it longer. */
const KEPT_MS = 30 * 86_400_000;

const drafts = createStore('minyi-drafts', 'drafts');

interface KeptDraft<Value> {
  value: Value;
  setValue: (value: Value) => void;
  /** When the draft that was found was written; `null`: there was none. */
  foundAt: string | null;
  /** Forgets the draft: it was sent, or is not wanted. */
  drop: () => void;
}

/**
 * A value that survives closing the page: kept on this device only, by person and form, until it is sent. A browser that keeps
 * nothing (a private window) works without. What is `given` was just chosen on the page: it counts before an older draft.
 */
export function useDraft<Value>(key: string, initial: Value, given?: Partial<Value>): KeptDraft<Value> {
  const [value, setShown] = useState(initial);
  const [foundAt, setFoundAt] = useState<string | null>(null);
  const isTouched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // both are made anew at every drawing: a draft is read once for its key, not at every drawing
  const latest = useRef({ initial, given });
  useEffect(() => {
    latest.current = { initial, given };
  });
  useEffect(() => {
    let isGone = false;
    void get<Draft<Value>>(key, drafts)
      .then((draft) => {
        if (isGone || isTouched.current || draft === undefined) return;
        setShown({ ...draft.value, ...latest.current.given });
        setFoundAt(draft.at);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [key]);
  const setValue = useCallback(
    (next: Value) => {
      isTouched.current = true;
      setShown(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void set(key, { value: next, at: new Date(now()).toISOString() }, drafts).catch(() => undefined);
      }, PAUSE_MS);
    },
    [key],
  );
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    isTouched.current = false;
    setShown(latest.current.initial);
    setFoundAt(null);
    void del(key, drafts).catch(() => undefined);
  }, [key]);
  return { value, setValue, foundAt, drop };
}

/** Throws away drafts nobody came back to; with `all`, every one: somebody signs out. */
export async function forgetDrafts({ all = false } = {}): Promise<void> {
  const oldest = new Date(now() - KEPT_MS).toISOString();
  for (const [key, draft] of await entries<string, Draft<unknown>>(drafts))
    if (all || draft.at < oldest) await del(key, drafts);
}
