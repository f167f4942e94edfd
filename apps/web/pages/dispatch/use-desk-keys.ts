import { useEffect, useRef, type RefObject } from 'react';

import { actionOf, queueOf, rowAfter, type DeskAction, type KeyPress } from './desk.rules.js';
import { deskKeys } from './desk-keys.js';

interface DeskKeys<Row> {
  rows: readonly Row[];
  onAction: (action: DeskAction, row: Row | null) => void;
  /** Something stands above the list. */
  isCovered: boolean;
  /** The list was asked for by a key: its first row takes the focus. */
  takesFocus: boolean;
}

/** In frames: a busy computer draws the rows of a list some time after the list. */
const LONGEST_WAIT = 180;
const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/**
 * Keys of the desk: they are heard anywhere on the page, so that nobody has to press Tab first, and act on the row that has the
 * focus. When the row somebody was on leaves the list, the focus goes to the one that took its place.
 */
export function useDeskKeys<Row>(keys: DeskKeys<Row>): RefObject<HTMLDivElement | null> {
  const { rows, onAction, isCovered, takesFocus } = keys;
  const frame = useRef<HTMLDivElement>(null);
  const at = useRef<number | null>(takesFocus ? 0 : null);
  const isAskedFor = useRef(takesFocus);
  const now = useRef({ rows, onAction });
  useEffect(() => {
    now.current = { rows, onAction };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !deskKeys.isOn()) return;
      const press = pressOf(event);
      const { isElsewhere, hasModifier } = press;
      const index = focusedRow(frame.current);
      if (!isElsewhere && !hasModifier && index === null && (event.key === 'j' || event.key === 'k')) {
        event.preventDefault();
        focusRow(frame.current, rowAfter(at.current ?? 0, now.current.rows.length));
        return;
      }
      const action = actionOf(press);
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
    if (isCovered) return;
    let waiting = 0;
    const stand = (frames: number): void => {
      waiting = requestAnimationFrame(() => {
        if (at.current === null || !(isAskedFor.current || isNowhere(document.activeElement))) return;
        // a dialog that closes gives the focus back in the next frame, to a row that may be gone by then
        const stands = frames > 1 && focusRow(frame.current, rowAfter(at.current, rows.length));
        if (stands) isAskedFor.current = false;
        else if (frames < LONGEST_WAIT) stand(frames + 1);
      });
    };
    stand(1);
    return () => cancelAnimationFrame(waiting);
  }, [rows, isCovered]);
  return frame;
}

/** Keys of the desk that need no row: digits choose a queue. */
export function useQueueKeys<Queue>(queues: readonly Queue[], onChoose: (queue: Queue) => void): void {
  const now = useRef({ queues, onChoose });
  useEffect(() => {
    now.current = { queues, onChoose };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !deskKeys.isOn()) return;
      const queue = queueOf(pressOf(event), now.current.queues);
      if (queue === null) return;
      event.preventDefault();
      now.current.onChoose(queue);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

function pressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    isElsewhere:
      target?.closest(`${TYPED_INTO}, [role=dialog]`) != null || document.querySelector('[role=dialog]') !== null,
  };
}

const isNowhere = (element: Element | null): boolean => element === null || element === document.body;

function focusedRow(frame: HTMLElement | null): number | null {
  const row = document.activeElement?.closest('[data-index]') ?? null;
  return row === null || frame?.contains(row) !== true ? null : Number(row.getAttribute('data-index'));
}

/** Whether the row is drawn, and has the focus now. */
function focusRow(frame: HTMLElement | null, index: number | null): boolean {
  const row = index === null ? null : (frame?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null);
  row?.focus();
  return row !== null;
}
