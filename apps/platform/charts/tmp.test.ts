import { test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { registerWorkflow } from '#libs/engine';
import { issueWorkflow } from '#workflows/issue';
import { taskWorkflow } from '#workflows/task';
import { drawChart } from './draw.js';
test('x', async () => {
  for (const w of [issueWorkflow, taskWorkflow]) {
    let r; try { r = registerWorkflow(w); } catch (e) { console.log(String(e)); continue; }
    for (const format of ['svg','mermaid','dot'] as const) writeFileSync(`/tmp/${w.name}.${format}`, await drawChart(r, { format, language: 'zh' , marks: {active: new Set(['issue.say.triage']), visited: new Set()}}));
  }
});
