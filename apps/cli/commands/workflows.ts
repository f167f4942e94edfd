import { writeFileSync } from 'node:fs';

import { drawChart, registerWorkflows, type ChartFormat } from '#apps/platform';
import { lintWorkflow } from '#libs/engine';

import { connect } from '../connect.js';
import { CommandFailed, remark, say } from '../say.js';

/** `minyi lint`: every rule of good charts over every workflow. */
export function lint(): void {
  const workflows = registerWorkflows();
  const problems = [...workflows.values()].flatMap((registered) => lintWorkflow(registered));
  for (const { workflow, place, rule, problem } of problems) say(`${workflow} · ${place}: ${problem} (${rule})`);
  if (problems.length > 0) throw new CommandFailed([`${String(problems.length)} 处需要改 · problem(s) found`]);
  say(`${String(workflows.size)} 个流程，没有问题 · workflows, no problems`);
}

export interface ChartOptions {
  svg?: boolean;
  dot?: boolean;
  mermaid?: boolean;
  case?: string;
  as?: string;
  lang?: 'zh' | 'en';
  output?: string;
}

/** `minyi chart <workflow>`: the chart as Mermaid, SVG or DOT; with `--case` lit where a case is. */
export async function chart(name: string, options: ChartOptions): Promise<void> {
  const format: ChartFormat = options.svg === true ? 'svg' : options.dot === true ? 'dot' : 'mermaid';
  const text =
    options.case === undefined ? await ofWorkflow(name, format, options) : await ofCase(options.case, format, options);
  if (options.output === undefined) say(text);
  else {
    writeFileSync(options.output, text);
    remark(options.output);
  }
}

async function ofWorkflow(name: string, format: ChartFormat, { lang = 'zh' }: ChartOptions): Promise<string> {
  const workflows = registerWorkflows();
  const registered = workflows.get(name);
  if (registered === undefined)
    throw new CommandFailed([`没有流程 ${name} · no such workflow; ${[...workflows.keys()].join(', ')}`]);
  return drawChart(registered, { format, language: lang });
}

async function ofCase(id: string, format: ChartFormat, { lang = 'zh', as }: ChartOptions): Promise<string> {
  const api = await connect();
  try {
    return await api.text(`/api/v1/cases/${encodeURIComponent(id)}/chart?format=${format}&lang=${lang}`, as);
  } finally {
    await api.close();
  }
}
