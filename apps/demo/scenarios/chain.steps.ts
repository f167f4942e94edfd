import type { Cases } from '#libs/cases';
import type { JsonObject } from '#libs/engine';
import { ChainTemplates } from '#libs/registers';
import { missingPapers, type SealContext } from '#workflows/seal';
import {
  chainState,
  templateOf,
  templateStepSchema,
  type ChainState,
  type PendingSeal,
  type SignOffContext,
  type StepLine,
} from '#workflows/sign-off';

import { liminUnits } from '../limin/limin.units.js';
import { demand } from './checks.js';
import { ScenarioFailed } from './scenario.failure.js';
import type { CaseName, Doing, Step } from './scenario.types.js';
import { deed, wait } from './words.js';

const MOST_SEALS = 200;
const CODES = new Map(liminUnits().map(({ id, code }) => [id, code]));

/** The clock that waits for whoever has the step, by the state of its chart. */
const CLOCKS: Readonly<Record<string, string>> = {
  preparing: 'preparing',
  submitted: 'signing',
  held: 'signing',
  wanting: 'supplying',
  refused: 'remedy',
  appealed: 'appeal',
};

interface OpenSeal {
  id: string;
  stage: string;
  context: SealContext;
}

async function openSeals(cases: Cases, chain: string): Promise<OpenSeal[]> {
  const { rows } = await cases.list({ parent: chain, status: 'active', limit: MOST_SEALS });
  return Promise.all(
    rows.map(async ({ id, stage }) => {
      const stored = await cases.stored(id);
      if (stored === null) throw new ScenarioFailed(`${id} is gone`);
      return { id, stage, context: stored.context as unknown as SealContext };
    }),
  );
}

async function doAct(
  cases: Cases,
  order: { caseId: string; act: string; input: JsonObject; person: string },
): Promise<void> {
  const { person, ...command } = order;
  const answer = await cases.act({ ...command, actor: { kind: 'person', person } });
  if (!answer.ok) throw new ScenarioFailed(`${order.act} was refused: ${JSON.stringify(answer.refusal)}`);
}

/** The task group hands in whatever is wanted of it. */
async function handIn({ cases, caseId, person, here }: Doing): Promise<void> {
  for (const { id, stage, context } of await openSeals(cases, caseId)) {
    if (stage !== 'papers') continue;
    const papers = missingPapers(context).map((name) => ({ name, file: here.file('sheet') }));
    await doAct(cases, { caseId: id, act: context.missing === null ? 'submit' : 'supply', input: { papers }, person });
  }
}

/** Every department signs what it holds. */
async function signAll({ cases, caseId, here }: Doing): Promise<void> {
  for (const { id, stage, context } of await openSeals(cases, caseId)) {
    if (stage !== 'department') continue;
    const code = CODES.get(context.unit) ?? '';
    const [person = ''] = here.members(`department@${code}`, 1);
    const input = { number: `${code}〔2026〕${String(context.round)}号`, document: here.file('posted') };
    await doAct(cases, { caseId: id, act: 'sign', input, person });
  }
}

/** The task group hands in whatever any open step of the chain wants of it. */
export function handsIn(chain: CaseName): Step {
  return deed('neighbour', { on: chain, says: { zh: '业主小组递交材料', en: 'hands in all papers' } }, handIn);
}

/** Rounds of handing in, three working days, and signing: all that can go on side by side does. */
export function goesThrough(chain: CaseName, rounds: number): Step[] {
  const round = [
    handsIn(chain),
    wait({ amount: 3, unit: 'workingDay', calendar: 'office' }),
    deed('neighbour', { on: chain, says: { zh: '各部门签章', en: 'sees every department sign' } }, signAll),
  ];
  return Array.from({ length: rounds }, () => round).flat();
}

/** The finished chain is saved for the next building. */
export function savedAs(chain: CaseName, template: string, name: string): Step {
  const says = { zh: `存为模板“${name}”`, en: `saves it as the template “${template}”` };
  return deed('coordinator', { on: chain, says }, async ({ cases, caseId, database, person, here }) => {
    const context = (await cases.stored(caseId))?.context as unknown as SignOffContext;
    const templates = new ChainTemplates();
    await database.transaction(async (tx) => {
      const before = (await templates.find(tx, template))?.steps ?? [];
      const steps = templateOf(
        context,
        before.map((step) => templateStepSchema.parse(step)),
      );
      demand(!JSON.stringify(steps).includes(here.file('posted')), 'a file is kept in the template');
      await templates.save(tx, {
        template,
        name,
        steps: steps.map((step) => step as unknown as JsonObject),
        unit: context.unit,
        caseId,
        savedBy: person,
        savedAt: here.now,
      });
    });
  });
}

async function chainOf({ cases, caseId }: Doing): Promise<ChainState> {
  const context = (await cases.stored(caseId))?.context as unknown as SignOffContext;
  const pending: PendingSeal[] = [];
  for (const seal of await openSeals(cases, caseId)) {
    const view = await cases.get(seal.id);
    const state = view?.states.at(-1)?.id.split('.').at(-1) ?? '';
    const clock = view?.clocks.find(({ name }) => name === CLOCKS[state]);
    pending.push({
      step: seal.context.step,
      case: seal.id,
      state,
      since: clock?.armedAt ?? context.startedAt,
      dueAt: clock === undefined || clock.state === 'paused' ? null : clock.dueAt,
      context: seal.context,
    });
  }
  return chainState(context, pending);
}

/** What the sheet of the chain says now. `what` is said in words; `test` demands. */
export function expectSheet(
  chain: CaseName,
  says: { zh: string; en: string },
  test: (lines: ReadonlyMap<string, StepLine>, state: ChainState) => void,
): Step {
  return deed('neighbour', { on: chain, says }, async (doing) => {
    const state = await chainOf(doing);
    test(new Map(state.steps.map((line) => [line.id, line])), state);
  });
}
