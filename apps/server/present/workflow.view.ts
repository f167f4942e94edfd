import { chartModel } from '#apps/platform';
import { formOf, type JsonObject, type Label, type Registered } from '#libs/engine';

import type { WorkflowBody } from '../api/other.schema.js';

/** A workflow in a list. */
export function presentWorkflowRow({ workflow }: Registered, mayStart: boolean) {
  const { name, version, texts, startedBy } = workflow;
  return {
    name,
    version,
    label: texts.label,
    description: texts.description,
    startable: startedBy.length > 0,
    mayStart,
  };
}

/** A workflow with its acts, who may do them and where. */
export function presentWorkflow(registered: Registered, mayStart: boolean): WorkflowBody {
  const { workflow } = registered;
  return {
    ...presentWorkflowRow(registered, mayStart),
    stages: labelled(workflow.texts.stages),
    relations: labelled(workflow.texts.relations),
    states: chartModel(registered).states.map(({ id, label, parent, kind }) => ({ id, label, parent, kind })),
    acts: Object.entries(workflow.acts).map(([act, { label, help, confirm, who }]) => ({
      act,
      label,
      help,
      confirm: confirm ?? false,
      who: who as JsonObject[],
      states: statesTaking(registered, act),
      input: formOf(workflow, { part: 'act', act }),
    })),
    clocks: Object.entries(workflow.clocks).map(([name, { label }]) => ({ name, label })),
    receives: Object.keys(workflow.receives),
    effects: Object.keys(workflow.effects),
    children: Object.keys(workflow.children),
    input: formOf(workflow, { part: 'start' }),
    policy: formOf(workflow, { part: 'policy' }),
    presets: Object.keys(workflow.policy.presets),
  };
}

function labelled(labels: Record<string, Label>): { key: string; label: Label }[] {
  return Object.entries(labels).map(([key, label]) => ({ key, label }));
}

function statesTaking({ nodes }: Registered, act: string): string[] {
  return nodes.filter((node) => node.transitions.has(act)).map(({ id }) => id);
}
