import type { Label } from '#libs/engine';

import { NO_MARKS, type ChartEdge, type ChartMarks, type ChartModel, type ChartState } from './chart.model.js';

type Language = keyof Label;

const FONT = 'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif';
const STYLES = {
  plain: 'fillcolor="#ffffff", color="#5b6770"',
  visited: 'fillcolor="#e7f0fa", color="#2c5f8a"',
  active: 'fillcolor="#ffd65c", color="#8a5a00", penwidth=3',
} as const;
const EDGE_COLOURS = {
  act: '#1f4e79',
  clock: '#8a5a00',
  event: '#5b6770',
  child: '#2e6b3a',
  inner: '#2e6b3a',
  always: '#8b939a',
} as const;

/** Colour is never alone: what happens by itself is dashed, what time does is dotted. */
const LINES: Partial<Record<ChartEdge['kind'], string>> = { always: 'dashed', inner: 'dashed', clock: 'dotted' };

/** The chart in Graphviz' language: compound states as frames, the active state and the path so far coloured. */
export function dotOf(model: ChartModel, language: Language, marks: ChartMarks = NO_MARKS): string {
  const drawing = { model, language, marks };
  return [
    `digraph ${quoted(model.workflow)} {`,
    '  compound=true; newrank=true; rankdir=TB; nodesep=0.4; ranksep=0.5; bgcolor="#ffffff";',
    `  tooltip=${quoted(model.label[language])};`,
    `  graph [fontname=${quoted(FONT)}, fontsize=12, fontcolor="#1d2429"];`,
    `  node [fontname=${quoted(FONT)}, fontsize=12, shape=box, style="rounded,filled", fontcolor="#1d2429"];`,
    `  edge [fontname=${quoted(FONT)}, fontsize=10, arrowsize=0.7];`,
    ...block(drawing, null, '  '),
    ...beginning(model),
    ...model.edges.map((edge) => `  ${edgeLine(drawing, edge)}`),
    '}',
    '',
  ].join('\n');
}

/** A dot with an arrow to where every case begins. */
function beginning(model: ChartModel): string[] {
  const first = childrenOf(model, null).find((state) => state.isInitial);
  if (first === undefined) return [];
  return [
    '  "start" [shape=circle, label="", width=0.15, fixedsize=true, style=filled, fillcolor="#1d2429"];',
    `  "start" -> ${quoted(anchorOf(model, first.id))};`,
  ];
}

interface Drawing {
  model: ChartModel;
  language: Language;
  marks: ChartMarks;
}

const childrenOf = (model: ChartModel, parent: string | null): ChartState[] =>
  model.states.filter((state) => state.parent === parent);

function block(drawing: Drawing, parent: string | null, indent: string): string[] {
  return childrenOf(drawing.model, parent).flatMap((state) => {
    const isFrame = childrenOf(drawing.model, state.id).length > 0;
    return isFrame ? frame(drawing, state, indent) : [`${indent}${box(drawing, state)}`];
  });
}

/** Id of a state's drawing, for styles. */
export function drawingIdOf(model: ChartModel, state: ChartState): string {
  return `s${String(model.states.indexOf(state))}`;
}

function frame(drawing: Drawing, state: ChartState, indent: string): string[] {
  const style = STYLES[markOf(drawing.marks, state.id)].replace('fillcolor', 'bgcolor').replace('#ffd65c', '#fff6da');
  const dashed = state.kind === 'parallel' ? 'dashed' : 'rounded';
  return [
    `${indent}subgraph ${quoted(`cluster ${state.id}`)} {`,
    `${indent}  id=${drawingIdOf(drawing.model, state)}; label=${quoted(state.label[drawing.language])}; style="${dashed}"; ${style.replaceAll(', ', '; ')};`,
    ...block(drawing, state.id, `${indent}  `),
    `${indent}}`,
  ];
}

function box({ model, language, marks }: Drawing, state: ChartState): string {
  const text = state.label[language];
  const mark = markOf(marks, state.id);
  const shape = state.kind === 'final' ? ', peripheries=2' : state.kind === 'history' ? ', shape=circle' : '';
  return `${quoted(state.id)} [id=${drawingIdOf(model, state)}, label=${quoted(text)}, width=${String(widthOf(text))}, ${STYLES[mark]}${shape}];`;
}

function edgeLine({ model, language, marks }: Drawing, edge: ChartEdge): string {
  const from = anchorOf(model, edge.from);
  const to = anchorOf(model, edge.to);
  const heads = [
    ...(to === edge.to ? [] : [`lhead=${quoted(`cluster ${edge.to}`)}`]),
    ...(from === edge.from ? [] : [`ltail=${quoted(`cluster ${edge.from}`)}`]),
  ];
  const hasBeenHere = isMarked(marks, edge.from) && isMarked(marks, edge.to);
  const guards = edge.guards.length === 0 ? '' : ` [${edge.guards.join(', ')}]`;
  const attributes = [
    `label=${quoted(` ${edge.label[language]} `)}`,
    `tooltip=${quoted(`${edge.label[language]}${guards}`)}`,
    `color="${EDGE_COLOURS[edge.kind]}"`,
    `fontcolor="${EDGE_COLOURS[edge.kind]}"`,
    ...(LINES[edge.kind] === undefined ? [] : [`style=${LINES[edge.kind]}`]),
    ...(hasBeenHere ? ['penwidth=2'] : []),
    ...heads,
  ];
  return `${quoted(from)} -> ${quoted(to)} [${attributes.join(', ')}];`;
}

/** Graphviz joins boxes only: an arrow at a frame is tied to the box the frame begins with, and cut at the border. */
function anchorOf(model: ChartModel, id: string): string {
  const inside = childrenOf(model, id);
  const first = inside.find((state) => state.isInitial) ?? inside[0];
  return first === undefined ? id : anchorOf(model, first.id);
}

const isMarked = ({ active, visited }: ChartMarks, id: string): boolean => active.has(id) || visited.has(id);

function markOf({ active, visited }: ChartMarks, id: string): keyof typeof STYLES {
  if (active.has(id)) return 'active';
  return visited.has(id) ? 'visited' : 'plain';
}

/** Inches a label needs at 12 points: Graphviz has no metrics of Chinese fonts here and would draw boxes too small. */
function widthOf(text: string): number {
  const ems = Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.56), 0);
  return Math.round((ems * 12 + 24) / 0.72) / 100;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
