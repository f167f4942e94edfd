import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as take, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import { usePreferences, useShownTheme } from '../app/preferences.js';
import type { ChartProps } from './chart.js';

take([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** The drawing of a chart. Series differ by pattern and point as well as by colour. */
export function ChartDrawing(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const { contrast, size } = usePreferences();
  const theme = useShownTheme();
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption(optionOf(props));
    const { onChoose } = props;
    if (onChoose !== undefined) chart.on('click', ({ dataIndex }) => onChoose(dataIndex));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [props, theme, contrast, size]);
  return <div ref={place} className="chart-drawing" role="img" aria-label={props.title} />;
}

function optionOf({ kind, categories, series, unit = '' }: ChartProps): EChartsCoreOption {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const text = {
    color: colour('ink'),
    fontFamily: style.getPropertyValue('--font'),
    fontSize: Number.parseFloat(style.fontSize) * 0.85,
  };
  const line = { lineStyle: { color: colour('line') } };
  return {
    animation: false,
    aria: { enabled: true, decal: { show: kind !== 'line' && series.length > 1 } },
    color: ['brand', 'info', 'warn', 'note', 'bad', 'good'].map(colour),
    textStyle: text,
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: text, show: series.length > 1 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value}${unit}` : '—'),
    },
    xAxis: { type: 'category', data: [...categories], axisLine: line, axisLabel: { ...text, hideOverlap: true } },
    yAxis: { type: 'value', splitLine: line, axisLabel: { ...text, formatter: `{value}${unit}` } },
    series: series.map(({ name, values }, index) => ({
      name,
      data: [...values],
      type: kind === 'line' ? 'line' : 'bar',
      ...(kind === 'stacked' ? { stack: 'all' } : {}),
      ...(kind === 'line' ? { symbol: ['circle', 'rect', 'triangle', 'diamond'][index % 4], symbolSize: 8 } : {}),
    })),
  };
}
