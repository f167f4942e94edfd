import type { Registered } from '#libs/engine';

import { chartModel, NO_MARKS, type ChartMarks } from './chart.model.js';
import { dotOf } from './dot.js';
import { mermaidOf } from './mermaid.js';
import { svgOf } from './svg.js';

export const CHART_FORMATS = ['svg', 'mermaid', 'dot'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** How a chart is wanted. */
export interface DrawingOptions {
  format: ChartFormat;
  language: 'zh' | 'en';
  /** What is lit; default: nothing. */
  marks?: ChartMarks;
}

/** Draws the chart of a workflow. */
export async function drawChart(registered: Registered, { format, language, marks = NO_MARKS }: DrawingOptions): Promise<string> {
  const model = chartModel(registered);
  switch (format) {
    case 'mermaid':
      return mermaidOf(model, language, marks);
    case 'dot':
      return dotOf(model, language, marks);
    case 'svg':
      return svgOf(dotOf(model, language, marks));
  }
}
