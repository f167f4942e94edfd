import { useEffect, useRef, type RefObject } from 'react';

import { actionOf, rowAfter, type DeskAction } from './desk.rules.js';
import { areDeskKeysOn } from './desk-keys.js';

interface DeskKeys<Row> {
  rows: readonly Row[];
  onAction: (action: DeskAction, row: Row | null) => void;
}

const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/**
 * Keys of the desk: they are heard anywhere on the page, so that nobody has to press Tab first, and act on the row that has the
 * focus. When the row somebody was on leaves the list, the focus goes to the one that took its place.
 */
export function useDeskKeys<Row>({ rows, onAction }: DeskKeys<Row>): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const at = useRef<number | null>(null);
  const now = useRef({ rows, onAction });
  useEffect(() => {
    now.current = { rows, onAction };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !areDeskKeysOn()) return;
      const target = event.target instanceof Element ? event.target : null;
      const isElsewhere =
        target?.closest(`${TYPED_INTO}, [role=dialog]`) != null || document.querySelector('[role=dialog]') !== null;
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      const index = focusedRow(frame.current);
      if (!isElsewhere && !hasModifier && index === null && (event.key === 'j' || event.key === 'k')) {
        event.preventDefault();
        focusRow(frame.current, rowAfter(at.current ?? 0, now.current.rows.length));
        return;
      }
      const action = actionOf({ key: event.key, hasModifier, isElsewhere });
      if (action === null) return;
      event.preventDefault();
      now.current.onAction(action, index === null ? null : (now.current.rows[index] ?? null));
    };
    const note = (): void => {
      at.current = focusedRow(frame.current) ?? at.current;
    };
    document.addEventListener('keydown', hear);
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('keydown', hear);
      document.removeEventListener('focusin', note);
    };
  }, []);
  useEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    focusRow(frame.current, rowAfter(at.current, rows.length));
  }, [rows]);
  return frame;
}

function focusedRow(frame: HTMLElement | null): number | null {
  const row = document.activeElement?.closest('[data-index]') ?? null;
  return row === null || frame?.contains(row) !== true ? null : Number(row.getAttribute('data-index'));
}

function focusRow(frame: HTMLElement | null, index: number | null): void {
  if (frame === null || index === null) return;
  frame.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
}
