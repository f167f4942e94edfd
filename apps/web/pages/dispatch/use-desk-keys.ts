import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

import { actionOf, isDeskKey, queueOf, rowAfter, rowOf, type DeskAction } from './desk.rules.js';
import { deskKeys } from './desk-keys.js';
import { pressOf, sameKey, type HeldKeys } from './held-keys.js';

interface DeskKeys<Row> {
  rows: readonly Row[];
  onAction: (action: DeskAction, row: Row | null) => void;
  /** Something stands above the list. */
  isCovered: boolean;
  /** How often the list was asked for by a key, 0 for never: its first row takes the focus. */
  asked: number;
  /** Keys that wait for a row of the list. */
  held: HeldKeys;
  /** Told of the row somebody stands on. */
  onStand: (id: string | undefined) => void;
  /** When the rows were read, and whether they are being read again. */
  read: { at: number; isAgain: boolean };
}

/** In frames: a busy computer draws the rows of a list some time after the list. */
const LONGEST_WAIT = 180;

/** Where somebody stands. */
interface Place {
  index: number;
  id: string | undefined;
}

/**
 * Keys of the desk: they are heard anywhere on the page, so that nobody has to press Tab first, and act on the row that has the
 * focus. When the row somebody was on leaves the list, the focus goes to the one that took its place.
 */
export function useDeskKeys<Row extends { id: string }>(keys: DeskKeys<Row>): RefObject<HTMLDivElement | null> {
  const { rows, isCovered, asked, held, read } = keys;
  const readAt = read.isAgain ? null : read.at;
  const frame = useRef<HTMLDivElement>(null);
  const at = useRef<Place | null>(null);
  const isAskedFor = useRef(false);
  const now = useHeard(keys, { frame, at });
  useLayoutEffect(() => {
    // a row that is moved within the list loses the focus, as one does that leaves it: it is back before the next key
    if (!now.current.isCovered && isNowhere(document.activeElement)) standAt(frame.current, at.current, rows);
  }, [rows, now]);
  useEffect(() => {
    if (asked === 0) return;
    at.current = { index: 0, id: undefined };
    isAskedFor.current = true;
  }, [asked]);
  useEffect(() => {
    if (isCovered) return;
    let waiting = 0;
    const stand = (frames: number): void => {
      waiting = requestAnimationFrame(() => {
        const isWanted = at.current !== null && (isAskedFor.current || isNowhere(document.activeElement));
        // a dialog that closes gives the focus back in the next frame, to a row that may be gone by then
        const stands = frames > 1 && (!isWanted || standAt(frame.current, at.current, rows));
        if (stands) isAskedFor.current = false;
        if (stands && readAt !== null) held.stands(readAt);
        else if (!stands && frames < LONGEST_WAIT) stand(frames + 1);
      });
    };
    stand(1);
    return () => cancelAnimationFrame(waiting);
  }, [rows, isCovered, held, readAt, asked]);
  return frame;
}

interface Standing {
  frame: RefObject<HTMLDivElement | null>;
  at: RefObject<Place | null>;
}

/** Hears keys, and notes where somebody stands. Answers what the desk is now. */
function useHeard<Row extends { id: string }>(keys: DeskKeys<Row>, { frame, at }: Standing): RefObject<DeskKeys<Row>> {
  /** Somebody pressed the mouse beside the list: no key means a row until they stand on one again. */
  const isAway = useRef(false);
  const now = useRef(keys);
  useLayoutEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && deskKeys.isOn())
        press(event, { frame: frame.current, at: isAway.current ? null : at.current, ...now.current });
    };
    const note = (): void => {
      const index = focusedRow(frame.current);
      if (index === null) return;
      at.current = { index, id: now.current.rows[index]?.id };
      isAway.current = false;
      now.current.onStand(at.current.id);
    };
    const leave = (): void => {
      isAway.current = true;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', hear);
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('keydown', hear);
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', leave);
    };
  }, [frame, at]);
  return now;
}

interface Desk<Row> extends DeskKeys<Row> {
  frame: HTMLElement | null;
  at: Place | null;
}

function press<Row extends { id: string }>(event: KeyboardEvent, { frame, at, rows, onAction }: Desk<Row>): void {
  const pressed = pressOf(event);
  const index = focusedRow(frame);
  if (index === null && isDeskKey(pressed)) {
    const isMove = event.key === 'j' || event.key === 'k';
    if (isMove || (at !== null && isNowhere(document.activeElement))) {
      // the focus is on its way: it goes to the row now, and the key after it
      const stands = standAt(frame, at ?? { index: 0, id: undefined }, rows);
      if (stands || isMove) event.preventDefault();
      if (stands && !isMove) document.activeElement?.dispatchEvent(sameKey(event));
      if (stands || isMove) return;
    }
  }
  const action = event.repeat ? null : actionOf(pressed);
  if (action === null) return;
  event.preventDefault();
  onAction(action, index === null ? null : (rows[index] ?? null));
}

/** Keys of the desk that need no row: digits choose a queue. */
export function useQueueKeys<Queue>(queues: readonly Queue[], onChoose: (queue: Queue) => void): void {
  const now = useRef({ queues, onChoose });
  useLayoutEffect(() => {
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

const isNowhere = (element: Element | null): boolean => element === null || element === document.body;

function focusedRow(frame: HTMLElement | null): number | null {
  const row = document.activeElement?.closest('[data-index]') ?? null;
  return row === null || frame?.contains(row) !== true ? null : Number(row.getAttribute('data-index'));
}

/** The focus goes to the row somebody stood on, wherever it is now, else to the one in its place. Whether one is drawn. */
function standAt(frame: HTMLElement | null, at: Place | null, rows: readonly { id: string }[]): boolean {
  if (at === null) return false;
  return focusRow(frame, rowOf(at.id, rows)) || focusRow(frame, rowAfter(at.index, rows.length));
}

/** Whether the row is drawn, and has the focus now. */
function focusRow(frame: HTMLElement | null, index: number | null): boolean {
  const row = index === null ? null : (frame?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null);
  row?.focus();
  return row !== null;
}
