import { beforeAll, describe, expect, test } from '@jest/globals';

import type { Registered } from '#libs/engine';

import { registerWorkflows } from '../workflows.catalogue.js';
import { chartModel, type ChartModel } from './chart.model.js';
import { drawChart } from './draw.js';

let workflows: ReadonlyMap<string, Registered>;
let task: Registered;
let model: ChartModel;

beforeAll(() => {
  workflows = registerWorkflows();
  const found = workflows.get('task');
  if (found === undefined) throw new Error('there is no workflow task');
  task = found;
  model = chartModel(task);
});

describe('the drawing of a chart', () => {
  test('has every state once, with its parent', () => {
    const ids = model.states.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(model.states.every(({ parent }) => parent === null || ids.includes(parent))).toBe(true);
  });

  test('names arrows by what people do and what time does, in their language', () => {
    const kinds = new Set(model.edges.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['act', 'clock']));
    const labels = model.edges.filter(({ kind }) => kind === 'act').map(({ label }) => label.zh);
    expect(labels).toContain(task.workflow.acts['accept']?.label.zh);
  });

  test('says no arrow in words of programs: no name of a child, a message or an actor', () => {
    for (const registered of workflows.values())
      for (const { label, kind } of chartModel(registered).edges)
        if (kind === 'child' || kind === 'event')
          expect([label.zh, label.en].join(' ')).not.toMatch(/[a-z][A-Z]|\w\.\w|xstate|-\d/);
  });

  test('says messages by their names to those who program', () => {
    const labels = chartModel(task, 'names').edges.map(({ label }) => label.zh);
    expect(labels).toEqual(expect.arrayContaining(['admission.checked', 'unit.succeeded']));
  });

  test('is Mermaid in which no block names a state of another block', async () => {
    const text = await drawChart(task, { format: 'mermaid', language: 'zh' });
    const depth = (line: string): number => line.length - line.trimStart().length;
    const arrows = text.split('\n').filter((line) => line.includes('-->') && !line.includes('[*]'));
    const parents = new Map(model.states.map(({ id, parent }) => [id.replaceAll(/[^\p{L}\p{N}]/gu, '_'), parent]));
    for (const line of arrows.filter((one) => depth(one) > 2)) {
      const [from = '', to = ''] = line.trim().split(/ --> |: /);
      expect(parents.get(from)).toBe(parents.get(to));
    }
    expect(arrows).toHaveLength(model.edges.length);
  });

  test('lights where the case is and where it has been', async () => {
    const [first, second] = model.states.filter(({ kind }) => kind === 'plain').map(({ id }) => id);
    const marks = { active: new Set([first ?? '']), visited: new Set([first ?? '', second ?? '']) };
    const svg = await drawChart(task, { format: 'svg', language: 'en', marks });
    expect(svg.match(/#ffd65c/g)).toHaveLength(1);
    expect(svg.match(/#e7f0fa/g)).toHaveLength(1);
    const mermaid = await drawChart(task, { format: 'mermaid', language: 'en', marks });
    expect(mermaid).toMatch(/class \w+ visited\n.*\n {2}class \w+ active/);
  });

  test('is made of every workflow in both languages', async () => {
    for (const registered of workflows.values())
      for (const language of ['zh', 'en'] as const) {
        const svg = await drawChart(registered, { format: 'svg', language });
        expect(svg.startsWith('<svg')).toBe(true);
        expect(svg.trimEnd().endsWith('</svg>')).toBe(true);
      }
  }, 60_000);
});
