import type { Registered } from '#libs/engine';

import { chartModel, NO_MARKS, type ChartMarks } from './chart.model.js';
import { dotOf } from './dot.js';
import { mermaidOf } from './mermaid.js';
import { lit, svgOf } from './svg.js';

export const CHART_FORMATS = ['svg', 'mermaid', 'dot'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** How a chart is wanted. */
export interface DrawingOptions {
  format: ChartFormat;
  language: 'zh' | 'en';
  /** What is lit; default: nothing. */
  marks?: ChartMarks;
}

/** Layouts take up to a second and never change while the program runs. */
const layouts = new Map<string, Promise<string>>();

/** Draws the chart of a workflow. */
export async function drawChart(
  registered: Registered,
  { format, language, marks = NO_MARKS }: DrawingOptions,
): Promise<string> {
  const model = chartModel(registered);
  switch (format) {
    case 'mermaid':
      return mermaidOf(model, language, marks);
    case 'dot':
      return dotOf(model, language, marks);
    case 'svg': {
      const key = `${model.workflow}@${String(model.version)}:${language}`;
      const layout = layouts.get(key) ?? svgOf(dotOf(model, language));
      layouts.set(key, layout);
      return lit(await layout, model, marks);
    }
  }
}
