import type { JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { stepSchema, type ChainStep, type PlannedStep } from './chain.schema.js';
import { signOffWorkflow } from './index.js';
import { childOfStep, type SignOffContext } from './sign-off.context.js';
import { outputWhenDone } from '../seal/seal.params.js';
import { initialSeal } from '../seal/seal.context.js';
import { sealPresets } from '../seal/seal.policy.js';

/** A step of the chain for tests; its department is named like its id. */
export function step(id: string, needs: string[] = [], more: Partial<ChainStep> = {}): ChainStep {
  return stepSchema.parse({ id, name: id, department: id, needs, ...more });
}

const planned = (one: ChainStep): PlannedStep => ({ ...one, unit: `unit-${one.department}`, upper: 'city' });

/** A chain that was just started by wang, with the steps given. */
export function arranged(steps: ChainStep[], policy: JsonObject = {}): CaseWalk {
  const input = { unit: 'building-7', title: 'text-lift', group: ['wang'], helper: 'party', steps };
  return CaseWalk.start(signOffWorkflow, { input: JSON.parse(JSON.stringify(input)) as JsonObject, policy });
}

/** The registry answers for the steps. */
export function answer(walk: CaseWalk, steps: ChainStep[]): CaseWalk {
  const payload = { steps: steps.map(planned), differences: [] };
  return walk.tell('chain.planned', JSON.parse(JSON.stringify(payload)) as JsonObject);
}

/** A chain that has begun: departments found, first steps open. */
export function begun(steps: ChainStep[], policy: JsonObject = {}): CaseWalk {
  return answer(arranged(steps, policy), steps).act('begin', {}, 'wang');
}

export const contextOf = (walk: CaseWalk): SignOffContext => walk.context as unknown as SignOffContext;
export const stateOf = (walk: CaseWalk, id: string): string | undefined => contextOf(walk).records[id]?.state;

/** Ids of the children the last step started. */
export function startedChildren(walk: CaseWalk): string[] {
  return walk.effects.flatMap((effect) => (effect.kind === 'startChild' ? [effect.id] : []));
}

/** The seal of the step ends: signed unless told otherwise. */
export function ended(walk: CaseWalk, id: string, output: JsonObject = {}): CaseWalk {
  const round = contextOf(walk).records[id]?.round ?? 0;
  const unsigned = outputWhenDone({
    context: {
      ...initialSeal({
        input: {
          case: 'seal',
          at: '2026-11-02T01:00:00.000Z',
          on: '2026-11-02',
          by: { kind: 'system', name: 'test' },
          policy: sealPresets.standard,
          chain: 'case-1',
          step: id,
          title: 'text-lift',
          name: id,
          place: 'building-7',
          unit: `unit-${id}`,
          upper: null,
          kind: 'signOff',
          seals: 1,
          papers: [],
          basis: null,
          limit: null,
          validDays: null,
          silence: null,
          group: ['wang'],
          helper: null,
          round,
        },
      }),
      affixed: 1,
      ending: 'signed',
      endedAt: '2026-11-02T01:00:00.000Z',
      signature: {
        number: `no-${id}`,
        document: `file-${id}`,
        validUntil: null,
        by: 'clerk',
        at: '2026-11-02T01:00:00.000Z',
      },
    },
  });
  return walk.childDone(childOfStep(id, round), { ...unsigned, ...output });
}
