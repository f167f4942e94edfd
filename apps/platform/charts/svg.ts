import { Graphviz } from '@hpcc-js/wasm-graphviz';

let loading: Promise<Graphviz> | undefined;

/** Lays out a drawing in Graphviz' language as SVG. The engine is WebAssembly in this process, loaded on first use. */
export async function svgOf(dot: string): Promise<string> {
  loading ??= Graphviz.load();
  const graphviz = await loading;
  const svg = graphviz.layout(dot, 'svg', 'dot');
  return svg.slice(svg.indexOf('<svg'));
}
