import { Graphviz } from '@hpcc-js/wasm-graphviz';

import type { ChartMarks, ChartModel } from './chart.model.js';
import { drawingIdOf } from './dot.js';

let loading: Promise<Graphviz> | undefined;

/** Lays out a drawing in Graphviz' language as SVG. The engine is WebAssembly in this process, loaded on first use. */
export async function svgOf(dot: string): Promise<string> {
  loading ??= Graphviz.load();
  const graphviz = await loading;
  const svg = graphviz.layout(dot, 'svg', 'dot');
  return svg.slice(svg.indexOf('<svg'));
}

const ACTIVE = 'fill:#ffd65c;stroke:#8a5a00;stroke-width:3px';
const VISITED = 'fill:#e7f0fa;stroke:#2c5f8a;stroke-width:2px';

/** Lights states in a finished drawing: one layout serves every case of a workflow. */
export function lit(svg: string, model: ChartModel, { active, visited }: ChartMarks): string {
  const inner = new Set(model.states.flatMap(({ parent }) => parent ?? []));
  const leaves = model.states.filter(({ id }) => !inner.has(id));
  const rules = leaves.flatMap((state) => {
    const style = active.has(state.id) ? ACTIVE : visited.has(state.id) ? VISITED : null;
    return style === null ? [] : [`#${drawingIdOf(model, state)} path,#${drawingIdOf(model, state)} polygon{${style}}`];
  });
  const end = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  return `${svg.slice(0, end)}\n<style>${rules.join('')}</style>${svg.slice(end)}`;
}
