import { isDeskKey, type KeyPress } from './desk.rules.js';

/** After this nobody means the list that comes any more: a key must not strike later. In milliseconds. */
const LONGEST_MS = 5000;
const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/**
 * Keys of the desk that are pressed before the row they mean has the focus: whoever presses `3`, Ctrl + A and `i` in one go means
 * the third queue, which is still on its way. They are kept, and pressed again once the list stands.
 */
export interface HeldKeys {
  /** From now on keys wait for a list that was read later than `since`; `null`: for any list. */
  begin: (since: number | null) => void;
  /** A list that was read at `readAt` stands, and one of its rows has the focus. */
  stands: (readAt: number) => void;
  /** Nothing waits any more: there is no row to press them on. */
  drop: () => void;
  /** Hears keys until what it answers is called. */
  listen: () => () => void;
}

export function holdKeys(): HeldKeys {
  let kept: KeyboardEvent[] = [];
  let waiting: { since: number | null } | null = null;
  let isPlaying = false;
  let tooLong: ReturnType<typeof setTimeout> | undefined;
  const again = new WeakSet<Event>();
  const drop = (): void => {
    clearTimeout(tooLong);
    waiting = null;
    kept = [];
  };
  const hear = (event: KeyboardEvent): void => {
    if ((waiting === null && !isPlaying) || again.has(event) || !meansRow(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) kept.push(event);
  };
  /** One a frame: what a key does is drawn before the next is pressed. */
  const play = (): void => {
    const event = waiting === null && document.querySelector('[role=dialog]') === null ? kept.shift() : undefined;
    isPlaying = event !== undefined;
    if (event === undefined) {
      if (waiting === null) drop();
      return;
    }
    const copy = sameKey(event);
    again.add(copy);
    (document.activeElement ?? document.body).dispatchEvent(copy);
    requestAnimationFrame(play);
  };
  return {
    drop,
    begin: (since) => {
      clearTimeout(tooLong);
      waiting = { since };
      tooLong = setTimeout(drop, LONGEST_MS);
    },
    stands: (readAt) => {
      if (waiting === null || (waiting.since !== null && readAt <= waiting.since)) return;
      clearTimeout(tooLong);
      waiting = null;
      if (!isPlaying) play();
    },
    listen: () => {
      document.addEventListener('keydown', hear, { capture: true });
      // whoever takes the mouse goes on from what they see
      document.addEventListener('pointerdown', drop);
      return () => {
        drop();
        document.removeEventListener('keydown', hear, { capture: true });
        document.removeEventListener('pointerdown', drop);
      };
    },
  };
}

/** Whether a key is one of the desk and is pressed on a row, or nowhere: what else has the focus hears its own keys. */
function meansRow(event: KeyboardEvent): boolean {
  const { target } = event;
  const isThere = target === document.body || (target instanceof Element && target.matches('[data-index]'));
  return isThere && isDeskKey(pressOf(event));
}

/** The same key, to be pressed on something else. */
export function sameKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): KeyboardEvent {
  return new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, metaKey, shiftKey, altKey },
    ...{ bubbles: true, cancelable: true },
  });
}

/** What a press of a key is to the desk. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    isElsewhere:
      target?.closest(`${TYPED_INTO}, [role=dialog]`) != null || document.querySelector('[role=dialog]') !== null,
  };
}
