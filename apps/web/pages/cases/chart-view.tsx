import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { Button } from '../../ui/button.js';
import { chartWords } from '../../words/chart.words.js';
import { useWords } from '../../words/words.js';
import { isArrow, nextTowards, panned, viewOn, zoomed, type Point } from './chart.rules.js';
import { drawingOf, type Drawing } from './drawing.js';
import { useViewBox } from './use-view-box.js';
import './chart-view.css';

/** What is lit in a chart. */
export interface Lights {
  /** Where the case is. */
  now: ReadonlySet<string>;
  /** Where it has been. */
  been: ReadonlySet<string>;
  /** Said in the boxes where it is: “here now”, “here then”. */
  nowWord: string;
}

interface ChartViewProps {
  name: string;
  /** The picture as SVG. */
  text: string;
  lights?: Lights;
  chosen: string | null;
  onChoose: (state: string) => void;
}

/** A chart to look around in: states can be pressed or gone to by keys; what is lit is also said in words. */
export function ChartView(props: ChartViewProps) {
  const drawing = useMemo(() => drawingOf(props.text), [props.text]);
  return drawing === null ? null : <DrawnChart key={props.name} {...props} drawing={drawing} />;
}

/** Units of the drawing across a frame of one pixel, so that its text is as large as that of the page. */
const UNITS_A_PIXEL = 0.8;
const MOST_FARTHER = 1.5;

function DrawnChart({ name, drawing, lights, chosen, onChoose }: ChartViewProps & { drawing: Drawing }) {
  const w = useWords(chartWords);
  const frame = useRef<HTMLDivElement>(null);
  const { view, setView } = useViewBox(frame, drawing.whole);
  const [held, setHeld] = useState<string | null>(null);
  const current = [...(lights?.now ?? [])].filter((state) => drawing.places.has(state));
  const first = current[0] ?? drawing.places.keys().next().value ?? null;
  const entry = held ?? chosen ?? first;
  const look = useCallback(
    (states: readonly string[]) => {
      const places = states.flatMap((state) => drawing.places.get(state) ?? []);
      if (frame.current !== null && places.length > 0) setView(fitted(frame.current, places));
    },
    [drawing, setView],
  );
  useShown({ frame, drawing, view });
  useLit({ drawing, lights, chosen, entry });
  const currentKey = current.join(' ');
  useEffect(
    () => look(currentKey === '' ? [...drawing.places.keys()].slice(0, 1) : currentKey.split(' ')),
    [look, currentKey, drawing],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const state = stateAt(event.target);
    if (state === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(state);
    } else if (isArrow(event.key)) {
      event.preventDefault();
      const next = nextTowards(drawing.places, state, event.key);
      if (next === undefined) return;
      setHeld(next);
      look([next]);
      drawing.boxes.get(next)?.focus({ preventScroll: true });
    }
  };
  return (
    <div className="chart-view">
      <ViewButtons
        onZoom={(factor) => setView(zoomed(view, drawing.whole, { factor }))}
        onPan={(by) => setView(panned(view, by))}
        onWhole={() => frame.current !== null && setView(wholeIn(frame.current, drawing))}
        onCurrent={current.length === 0 ? undefined : () => look(current)}
      />
      <div
        ref={frame}
        className="chart-frame"
        role="group"
        aria-label={name}
        onClick={({ target }) => {
          const state = stateAt(target);
          if (state !== null) onChoose(state);
        }}
        onKeyDown={onKeyDown}
      />
      <ul className="chart-legend small soft" aria-label={w('legend')}>
        <li>{w('legendAct')}</li>
        <li>{w('legendClock')}</li>
        <li>{w('legendItself')}</li>
      </ul>
    </div>
  );
}

interface ViewButtonsProps {
  onZoom: (factor: number) => void;
  onPan: (by: Point) => void;
  onWhole: () => void;
  onCurrent: (() => void) | undefined;
}

function ViewButtons({ onZoom, onPan, onWhole, onCurrent }: ViewButtonsProps) {
  const w = useWords(chartWords);
  const pans = [
    ['panLeft', '←', { x: -0.3, y: 0 }],
    ['panUp', '↑', { x: 0, y: -0.3 }],
    ['panDown', '↓', { x: 0, y: 0.3 }],
    ['panRight', '→', { x: 0.3, y: 0 }],
  ] as const;
  return (
    <div className="row chart-tools no-print">
      {onCurrent !== undefined && <Button onPress={onCurrent}>{w('toCurrent')}</Button>}
      <Button onPress={onWhole}>{w('wholeChart')}</Button>
      <Button aria-label={w('zoomIn')} onPress={() => onZoom(1.4)}>
        ＋
      </Button>
      <Button aria-label={w('zoomOut')} onPress={() => onZoom(1 / 1.4)}>
        －
      </Button>
      {pans.map(([word, sign, by]) => (
        <Button key={word} aria-label={w(word)} onPress={() => onPan(by)}>
          {sign}
        </Button>
      ))}
    </div>
  );
}

const stateAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<SVGGElement>('g[data-state]')?.dataset.state ?? null) : null;

function fitted(frame: HTMLElement, places: readonly Point[]) {
  const { width, height } = frame.getBoundingClientRect();
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const readable = (width * UNITS_A_PIXEL) / size;
  const together = viewOn(places, { width, height }, readable);
  // states far apart are not readable together: then the first, and the list says the others
  return together.width <= readable * MOST_FARTHER ? together : viewOn(places.slice(0, 1), { width, height }, readable);
}

function wholeIn(frame: HTMLElement, { whole }: Drawing) {
  const { width, height } = frame.getBoundingClientRect();
  return viewOn(
    [
      { x: 0, y: 0 },
      { x: whole.width, y: whole.height },
    ],
    { width, height },
    100,
  );
}

interface Shown {
  frame: React.RefObject<HTMLDivElement | null>;
  drawing: Drawing;
  view: { x: number; y: number; width: number; height: number };
}

/** Puts the picture into its frame and shows the part in sight. */
function useShown({ frame, drawing, view }: Shown): void {
  useEffect(() => frame.current?.replaceChildren(drawing.svg), [frame, drawing]);
  useEffect(() => {
    drawing.svg.setAttribute('viewBox', [view.x, view.y, view.width, view.height].join(' '));
  }, [drawing, view]);
}

interface Lit {
  drawing: Drawing;
  lights: Lights | undefined;
  chosen: string | null;
  /** The one box the tab key comes to. */
  entry: string | null;
}

/** Lights the boxes and names them for those who listen. */
function useLit({ drawing, lights, chosen, entry }: Lit): void {
  const w = useWords(chartWords);
  useEffect(() => {
    for (const [state, box] of drawing.boxes) {
      const light = lights?.now.has(state) === true ? 'now' : lights?.been.has(state) === true ? 'been' : 'ahead';
      box.classList.toggle('now', light === 'now');
      box.classList.toggle('been', light === 'been');
      box.classList.toggle('chosen', state === chosen);
      if (!drawing.places.has(state)) continue;
      const word = lights === undefined || light === 'ahead' ? '' : light === 'now' ? lights.nowWord : w('been');
      const [label, mark] = box.querySelectorAll('text');
      if (mark !== undefined) mark.textContent = word;
      box.setAttribute('role', 'button');
      box.setAttribute('tabindex', state === entry ? '0' : '-1');
      box.setAttribute('aria-pressed', String(state === chosen));
      box.setAttribute('aria-label', [label?.textContent ?? state, word].filter(Boolean).join(' · '));
    }
  }, [drawing, lights, chosen, entry, w]);
}
