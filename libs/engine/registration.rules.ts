import { z } from 'zod';

import {
  actionsOf,
  guardNames,
  nameOf,
  transitionsOf,
  type Chart,
  type ChartAction,
  type ChartNode,
  type ChartTransition,
} from './chart.js';
import type { RegistrationProblem } from './faults.js';
import { wordingGaps } from './fields.js';
import { CANCELLED_EVENT, REMIND_EFFECT, type Workflow } from './vocabulary.js';

interface Inspected {
  workflow: Workflow;
  chart: Chart;
  nodes: ChartNode[];
}

type Rule = (
  inspected: Inspected,
) => (Omit<RegistrationProblem, 'file'> & Partial<Pick<RegistrationProblem, 'file'>>)[];

/** Actions the engine carries out itself. */
export const ENGINE_ACTIONS = ['tell', 'extend'] as const;
/** Built-in actions of XState that make no sense where a case is stored between steps. */
const REFUSED_BUILT_INS = ['xstate.sendTo', 'xstate.sendParent', 'xstate.forwardTo', 'xstate.emit', 'xstate.log'];
const ACT_NAME = /^[a-z][A-Za-z0-9]*$/;

/** Every broken registration rule of a workflow. */
export function findProblems(workflow: Workflow, chart: Chart, nodes: ChartNode[]): RegistrationProblem[] {
  const file = `workflows/${workflow.name}/${workflow.name}.machine.ts`;
  return RULES.flatMap((rule) => rule({ workflow, chart, nodes })).map((problem) => ({ file, ...problem }));
}

const RULES: Rule[] = [
  theChartIsNamedLikeTheWorkflow,
  actNamesArePlain,
  guardsAreImplementedAndDeclared,
  actionsAreImplementedAndDeclared,
  builtInActionsAreSafe,
  delaysAreNamedClocks,
  actorsAreDeclaredChildren,
  childIdsAreExplicitAndUnique,
  eventsAreKnown,
  everyActIsTaken,
  cancellationEndsTheCase,
  presetsFitThePolicy,
  inputsHaveAJsonSchema,
  fieldsHaveWords,
];

function theChartIsNamedLikeTheWorkflow({ workflow, chart }: Inspected): ReturnType<Rule> {
  if (chart.id === workflow.name && workflow.contract.workflow === workflow.name) return [];
  return [
    {
      place: chart.id,
      problem: `the ids of chart ("${chart.id}") and contract ("${workflow.contract.workflow}") differ from the workflow's name "${workflow.name}"`,
      remedy: 'Give all three the same name',
    },
  ];
}

function actNamesArePlain({ workflow }: Inspected): ReturnType<Rule> {
  return Object.keys(workflow.acts)
    .filter((act) => !ACT_NAME.test(act) || act === CANCELLED_EVENT || act in workflow.receives)
    .map((act) => ({
      place: act,
      problem: `"${act}" cannot be the name of an act`,
      remedy: 'Use lower camel case without dots, and no name of a told event or of the cancellation',
    }));
}

function guardsAreImplementedAndDeclared({ workflow, chart, nodes }: Inspected): ReturnType<Rule> {
  const transitions = nodes.flatMap(transitionsOf);
  return transitions.flatMap((transition) =>
    guardProblems(transition, workflow, chart).map((problem) => ({ place: transition.source.id, ...problem })),
  );
}

function guardProblems(
  transition: ChartTransition,
  workflow: Workflow,
  chart: Chart,
): { problem: string; remedy: string }[] {
  const { guard } = transition;
  if (typeof guard === 'function' && !('check' in guard)) {
    return [
      {
        problem: `an inline guard on "${transition.eventType}"`,
        remedy: 'Name it in setup({ guards }) and refer to the name',
      },
    ];
  }
  return guardNames(guard).flatMap((name) => [
    ...(chart.implementations.guards[name] === undefined
      ? [{ problem: `guard "${name}" has no implementation`, remedy: 'Add it to setup({ guards })' }]
      : []),
    ...(name in workflow.guards
      ? []
      : [
          {
            problem: `guard "${name}" is not declared`,
            remedy: 'Declare in `guards` whether it reads the case or the input, and its refusal',
          },
        ]),
  ]);
}

function actionsAreImplementedAndDeclared({ workflow, chart, nodes }: Inspected): ReturnType<Rule> {
  const used = nodes.flatMap((node) => actionsOf(node).map((action) => ({ place: node.id, name: nameOf(action) })));
  const unresolved = used.flatMap(({ place, name }) => {
    if (name === undefined || chart.implementations.actions[name] !== undefined) return [];
    return [{ place, problem: `action "${name}" has no implementation`, remedy: 'Add it to setup({ actions })' }];
  });
  const undeclared = Object.entries(chart.implementations.actions).flatMap(([name, action]) => {
    const isKnown = action === undefined || 'resolve' in action || name in workflow.effects || isEngineAction(name);
    return isKnown
      ? []
      : [
          {
            place: name,
            problem: `action "${name}" is no declared effect`,
            remedy: 'Declare its payload in `effects`',
          },
        ];
  });
  const reserved = Object.keys(workflow.effects).filter((name) => isEngineAction(name) || name === REMIND_EFFECT);
  return [
    ...unresolved,
    ...undeclared,
    ...reserved.map((name) => ({
      place: name,
      problem: `"${name}" is reserved for the engine`,
      remedy: 'Rename the effect',
    })),
  ];
}

function isEngineAction(name: string): boolean {
  return ENGINE_ACTIONS.some((action) => action === name);
}

function builtInActionsAreSafe({ chart, nodes }: Inspected): ReturnType<Rule> {
  const written = nodes.flatMap((node) => actionsOf(node).map((action) => ({ place: node.id, action })));
  const named = Object.entries(chart.implementations.actions).map(([place, action]) => ({ place, action }));
  const inline = written
    .filter(({ action }) => typeof action === 'function' && !('resolve' in action))
    .map(({ place }) => ({ place, problem: 'an inline action', remedy: 'Name it in setup({ actions })' }));
  const unsafe = [...written, ...named].flatMap(({ place, action }) =>
    builtInProblems(action).map((problem) => ({ place, ...problem })),
  );
  return [...inline, ...unsafe];
}

function builtInProblems(action: ChartAction | undefined): { problem: string; remedy: string }[] {
  if (typeof action !== 'function' || !('resolve' in action)) return [];
  if (REFUSED_BUILT_INS.includes(action.type ?? '')) {
    return [{ problem: `${String(action.type)} reaches no stored case`, remedy: 'Use the `tell` action or an effect' }];
  }
  if (action.type === 'xstate.spawnChild' && action.id === undefined) {
    return [
      { problem: 'spawnChild without an id', remedy: 'Give the child an explicit id that is unique in the chart' },
    ];
  }
  if (action.type === 'xstate.raise' && action.delay !== undefined && !isAfter(action)) {
    return [{ problem: 'a delayed raise', remedy: 'Use `after` with a named clock' }];
  }
  return [];
}

function isAfter(action: { id?: unknown }): boolean {
  return typeof action.id === 'string' && action.id.startsWith('xstate.after.');
}

function delaysAreNamedClocks({ workflow, chart, nodes }: Inspected): ReturnType<Rule> {
  const used = nodes.flatMap((node) => node.after.map((transition) => ({ place: node.id, delay: transition.delay })));
  const problems = used.flatMap(({ place, delay }) => {
    if (typeof delay !== 'string') {
      return [
        {
          place,
          problem: `the delay ${String(delay)} is a number`,
          remedy: 'Name it and declare a clock with a duration',
        },
      ];
    }
    if (!(delay in workflow.clocks)) {
      return [{ place, problem: `delay "${delay}" is no declared clock`, remedy: 'Declare it in `clocks`' }];
    }
    return chart.implementations.delays[delay] === 1
      ? []
      : [
          {
            place,
            problem: `delay "${delay}" would be resolved by XState`,
            remedy: 'Set it to the placeholder 1 in setup({ delays })',
          },
        ];
  });
  const unused = Object.keys(workflow.clocks).filter((name) => !used.some(({ delay }) => delay === name));
  return [
    ...problems,
    ...unused.map((name) => ({
      place: name,
      problem: `clock "${name}" is used by no state`,
      remedy: 'Remove it or use it in `after`',
    })),
  ];
}

function actorsAreDeclaredChildren({ workflow, chart, nodes }: Inspected): ReturnType<Rule> {
  const invoked = nodes.flatMap((node) => node.invoke.map(({ src }) => ({ place: node.id, src })));
  const known = Object.entries(chart.implementations.actors).map(([src]) => ({ place: src, src }));
  return [...invoked, ...known].flatMap(({ place, src }) =>
    workflow.children[src]?.workflow === src && chart.implementations.actors[src] !== undefined
      ? []
      : [
          {
            place,
            problem: `"${src}" is no declared child`,
            remedy: "Name the actor like the child's workflow and declare its contract in `children`",
          },
        ],
  );
}

function childIdsAreExplicitAndUnique({ nodes }: Inspected): ReturnType<Rule> {
  const seen = new Map<string, string>();
  return nodes.flatMap((node) => {
    const configs = [node.config.invoke ?? []].flat();
    return configs.flatMap((config) => {
      if (config.id === undefined) {
        return [
          {
            place: node.id,
            problem: 'an invoked child without an id',
            remedy: 'Give it an explicit id that is unique in the chart',
          },
        ];
      }
      const before = seen.get(config.id);
      seen.set(config.id, node.id);
      return before === undefined
        ? []
        : [
            {
              place: node.id,
              problem: `child id "${config.id}" is also used by ${before}`,
              remedy: 'Make child ids unique over the whole chart',
            },
          ];
    });
  });
}

function eventsAreKnown({ workflow, nodes }: Inspected): ReturnType<Rule> {
  const children = Object.keys(workflow.children);
  const known = new Set([
    ...Object.keys(workflow.acts),
    ...Object.keys(workflow.receives),
    ...children.flatMap((child) => [`done.${child}`, `failed.${child}`]),
    CANCELLED_EVENT,
  ]);
  return nodes.flatMap((node) =>
    [...node.transitions.keys()].flatMap((descriptor) => {
      if (known.has(descriptor) || isOwnEngineEvent(node, descriptor)) return [];
      return [
        {
          place: node.id,
          problem: `event "${descriptor}" is neither an act nor a declared told event nor a child's end`,
          remedy: 'Declare it in `acts` or `receives`; wildcards are refused because forged engine events match them',
        },
      ];
    }),
  );
}

/** Events XState makes for the node itself: its `after`, `onDone` and its invoked children's `onDone` and `onError`. */
function isOwnEngineEvent(node: ChartNode, descriptor: string): boolean {
  const own = [
    ...node.after.map((transition) => transition.eventType),
    `xstate.done.state.${node.id}`,
    ...node.invoke.flatMap((invoke) => [`xstate.done.actor.${invoke.id}`, `xstate.error.actor.${invoke.id}`]),
  ];
  return own.includes(descriptor);
}

function everyActIsTaken({ workflow, nodes }: Inspected): ReturnType<Rule> {
  const descriptors = nodes.flatMap((node) => [...node.transitions.keys()]);
  return [...Object.keys(workflow.acts), ...Object.keys(workflow.receives)]
    .filter((event) => !descriptors.includes(event))
    .map((event) => ({
      place: event,
      problem: `no state takes "${event}"`,
      remedy: 'Remove it or use it in the chart',
    }));
}

function cancellationEndsTheCase({ chart }: Inspected): ReturnType<Rule> {
  const transitions = chart.root.transitions.get(CANCELLED_EVENT) ?? [];
  const endsFromEverywhere = transitions.some(
    ({ guard, target }) =>
      guard === undefined && target?.every((node) => node.type === 'final' && node.parent === chart.root),
  );
  if (endsFromEverywhere) return [];
  return [
    {
      place: chart.root.id,
      problem: `the root does not handle "${CANCELLED_EVENT}"`,
      remedy: 'Add an unguarded root transition to a final state at the top',
    },
  ];
}

function presetsFitThePolicy({ workflow }: Inspected): ReturnType<Rule> {
  const { schema, presets, default: chosen } = workflow.policy;
  const missing =
    chosen in presets
      ? []
      : [{ place: 'policy', problem: `default preset "${chosen}" does not exist`, remedy: 'Add it' }];
  const misfits = Object.entries(presets).flatMap(([name, preset]) => {
    const parsed = schema.safeParse(preset);
    return parsed.success
      ? []
      : [
          {
            place: `policy preset ${name}`,
            problem: z.prettifyError(parsed.error),
            remedy: 'Correct the preset or the schema',
          },
        ];
  });
  return [...missing, ...misfits];
}

function inputsHaveAJsonSchema({ workflow }: Inspected): ReturnType<Rule> {
  const inputs = [
    ...Object.entries(workflow.acts).map(([name, act]) => ({ name, input: act.input })),
    { name: 'contract', input: workflow.contract.input },
  ];
  return inputs.flatMap(({ name, input }) => {
    try {
      z.toJSONSchema(input, { io: 'input' });
      return [];
    } catch (cause) {
      return [
        {
          place: name,
          problem: `no JSON Schema for its input: ${String(cause)}`,
          remedy: 'Use types JSON Schema can say',
        },
      ];
    }
  });
}

/** Forms are made from the schemas: what a form shows must have words, and words must have something to say them of. */
function fieldsHaveWords({ workflow }: Inspected): ReturnType<Rule> {
  return wordingGaps(workflow).map(({ place, problem }) => ({
    file: `workflows/${workflow.name}/${workflow.name}.words.ts`,
    place,
    problem,
    remedy: 'Say it in `texts.fields` in Chinese and English; take out what nothing shows',
  }));
}
