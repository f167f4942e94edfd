import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { mermaidOf, chartModel } from '#apps/platform';
import { lintWorkflow, registerWorkflow, start, step, type Actor, type EngineEvent, type Stored } from '#libs/engine';

import { lampWorkflow } from '../../docs/examples/lamp.workflow.js';

const lamp = registerWorkflow(lampWorkflow);
const policy = { workingDays: 2, repairsMost: 2 };
const around = { at: '2026-03-02T01:00:00.000Z', on: '2026-03-02', policy };
const resident: Actor = { kind: 'person', person: 'wang' };

describe('the workflow of the tutorial', () => {
  test('registers, and the linter finds nothing in it', () => {
    expect(lintWorkflow(lamp)).toEqual([]);
  });

  test('is drawn like every other', () => {
    expect(mermaidOf(chartModel(lamp), 'zh')).toContain('待修');
  });

  test('goes round again when the lamp is still dark, and ends when it was mended too often', () => {
    const input = { unit: 'limin-b5', place: 'text-1' };
    let stored = taken(start(lamp, input, { ...around, by: resident, caseId: 'c1', policyVersion: 'standard' }));
    for (const round of [1, 2]) {
      stored = after(stored, { kind: 'act', act: 'mend', input: { note: `text-${String(round)}` } });
      expect(stored.value).toBe('mended');
      stored = after(stored, { kind: 'act', act: 'stillDark', input: {} });
    }
    expect([stored.value, stored.status]).toEqual(['stopped', 'done']);
  });

  test('is the one the manual shows, line by line', () => {
    const source = readFileSync(new URL('../../docs/examples/lamp.workflow.ts', import.meta.url), 'utf8');
    const manual = readFileSync(new URL('../../docs/workflows.md', import.meta.url), 'utf8');
    const shown = [...manual.matchAll(/```ts lamp\n([\s\S]*?)```/g)].map(([, block = '']) => block.trimEnd());
    expect(shown.length).toBeGreaterThan(4);
    for (const block of shown) expect(source).toContain(block);
  });
});

function taken(outcome: ReturnType<typeof step>): Stored {
  if (outcome.kind !== 'stepped') throw new Error(JSON.stringify(outcome));
  return outcome.stored;
}

function after(stored: Stored, event: EngineEvent): Stored {
  return taken(step(lamp, stored, { ...around, by: resident, event }));
}
