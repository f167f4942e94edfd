import { useEffect, useRef, useState, type RefObject } from 'react';

import { panned, zoomed, type Point, type ViewBox } from './chart.rules.js';

/** What of a drawing is in sight: dragged by mouse or finger, nearer by two fingers or the wheel with Ctrl. */
export function useViewBox(
  frame: RefObject<HTMLElement | null>,
  whole: ViewBox,
): { view: ViewBox; setView: (view: ViewBox) => void } {
  const [view, setView] = useState(whole);
  const seen = useRef(view);
  seen.current = view;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const fingers = new Map<number, Point>();
    const show = (next: ViewBox): void => {
      seen.current = next;
      setView(next);
    };
    const down = (event: PointerEvent): void => void fingers.set(event.pointerId, { x: event.x, y: event.y });
    const up = (event: PointerEvent): void => void fingers.delete(event.pointerId);
    const move = (event: PointerEvent): void => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      const old = [...fingers.values()];
      const { width, height } = element.getBoundingClientRect();
      const by = { x: (before.x - event.x) / width, y: (before.y - event.y) / height };
      fingers.set(event.pointerId, { x: event.x, y: event.y });
      if (fingers.size === 1) {
        // a press that trembles is a press
        if (Math.hypot(event.movementX, event.movementY) > 0) show(panned(seen.current, by));
      } else {
        show(zoomed(seen.current, whole, { factor: apart([...fingers.values()]) / Math.max(1, apart(old)) }));
      }
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top, width, height } = element.getBoundingClientRect();
      const { x, y, width: w, height: h } = seen.current;
      const at = { x: x + ((event.x - left) / width) * w, y: y + ((event.y - top) / height) * h };
      show(zoomed(seen.current, whole, { factor: event.deltaY < 0 ? 1.2 : 1 / 1.2, at }));
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('wheel', wheel, { passive: false });
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('wheel', wheel);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
    };
  }, [frame, whole]);
  return { view, setView };
}

function apart([a, b]: Point[]): number {
  return a === undefined || b === undefined ? 1 : Math.hypot(a.x - b.x, a.y - b.y);
}
