import type { Point, ViewBox } from './chart.rules.js';

/** A drawing taken apart: its picture, its boxes by state, and where they are. */
export interface Drawing {
  svg: SVGSVGElement;
  boxes: ReadonlyMap<string, SVGGElement>;
  /** Middles of the boxes people can go to with arrow keys. */
  places: ReadonlyMap<string, Point>;
  whole: ViewBox;
}

const CLUSTER = 'cluster ';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Takes the drawing of a chart apart: its colours go, because those of the page apply; its boxes are found by the states they stand
 * for. Nothing in it is run: what is not a shape or a text is left out.
 */
export function drawingOf(text: string): Drawing | null {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (!(parsed instanceof SVGSVGElement)) return null;
  for (const odd of parsed.querySelectorAll('style, script, foreignObject, image, use')) odd.remove();
  for (const link of parsed.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const shift = shiftOf(parsed);
  const boxes = new Map<string, SVGGElement>();
  const places = new Map<string, Point>();
  for (const group of parsed.querySelectorAll<SVGGElement>('g.node, g.cluster')) {
    const title = group.querySelector('title')?.textContent ?? '';
    const state = title.startsWith(CLUSTER) ? title.slice(CLUSTER.length) : title;
    if (state === 'start') continue;
    boxes.set(state, group);
    group.dataset.state = state;
    const text = group.querySelector('text');
    if (text !== null && group.classList.contains('node')) {
      const place = { x: Number(text.getAttribute('x')) + shift.x, y: Number(text.getAttribute('y')) + shift.y };
      places.set(state, place);
      group.append(markAt(text));
      text.setAttribute('dy', '-3');
    }
  }
  parsed.querySelectorAll('title').forEach((title) => title.remove());
  for (const shape of parsed.querySelectorAll('path, polygon, ellipse, text')) uncoloured(shape);
  const [, , width = 0, height = 0] = (parsed.getAttribute('viewBox') ?? '').split(/\s+/).map(Number);
  parsed.removeAttribute('width');
  parsed.removeAttribute('height');
  return { svg: document.adoptNode(parsed), ...{ boxes, places }, whole: { x: 0, y: 0, width, height } };
}

/** Graphviz draws upwards from the bottom and moves all of it down. */
function shiftOf(svg: Element): Point {
  const [, x = '0', y = '0'] =
    /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(svg.querySelector('g.graph')?.getAttribute('transform') ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
}

/** A second line in a box: whether the case is there or has been. */
function markAt(text: Element): SVGTextElement {
  const mark = document.createElementNS(SVG, 'text');
  mark.setAttribute('class', 'chart-mark');
  mark.setAttribute('text-anchor', 'middle');
  mark.setAttribute('x', text.getAttribute('x') ?? '0');
  mark.setAttribute('y', String(Number(text.getAttribute('y')) + 9));
  return mark;
}

function uncoloured(shape: Element): void {
  if (shape.getAttribute('fill') === 'none') shape.classList.add('open');
  for (const name of ['fill', 'stroke', 'font-family']) shape.removeAttribute(name);
}
