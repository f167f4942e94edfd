import { z } from 'zod';

import type { ActCommand, Cases, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import { ChainTemplates } from '#libs/registers';
import type { Registry } from '#libs/registry';

import { calledAt } from './effects/chains.js';

export interface SignOffSeatsParts {
  database: Database;
  registry: Registry;
  cases: Pick<Cases, 'stored'>;
  /** The community's day. */
  today: () => string;
}

const step = z.object({ id: z.string(), department: z.string(), unit: z.string().nullish() });
const begun = z.object({
  unit: z.string(),
  group: z.array(z.string()).default([]),
  template: z.string().nullish(),
  steps: z.array(step).default([]),
});
type Chain = z.output<typeof begun>;
const added = z.object({ steps: z.array(step) });
const changed = z.object({ step });
const named = z.object({ steps: z.array(z.object({ step: z.string(), unit: z.string() })) });
/** Offices that may name another department, as long as they want no signature themselves. */
const NAMING: readonly string[] = ['coordinator', 'leader'];

/** A department that somebody names for a step, and the field it stands in. */
interface Named {
  path: string;
  step: string;
  department: string;
  unit: string | null;
}

/**
 * Holds the departments of a chain against the registry: whoever wants a signature does not choose who gives it. A named department is
 * one that the step's code calls for at the place, and a step of a template keeps the code it came with. Where the registry does not
 * know the department, the coordinator or a leader names it, who is none of the task group.
 */
export class SignOffSeats {
  readonly #templates = new ChainTemplates();

  constructor(private readonly parts: SignOffSeatsParts) {}

  /** Why it is not taken; `null`: it may be carried out, as far as the registry knows. */
  async judge({ caseId, act, input, actor }: ActCommand): Promise<RefusalBody | null> {
    if (actor.kind !== 'person') return null;
    const chain = begun.safeParse((await this.parts.cases.stored(caseId))?.context).data;
    // an input that is none is refused by the act's own schema
    return chain === undefined ? null : this.#judge(chain, namedBy(act, input, chain), actor);
  }

  /** The same for the steps a chain is begun with. Without a task group, whoever begins it is the group. */
  async judgeStart({ input, actor }: StartCommand): Promise<RefusalBody | null> {
    const chain = begun.safeParse(input).data;
    if (actor.kind !== 'person' || chain === undefined) return null;
    const group = chain.group.length > 0 ? chain.group : [actor.onBehalfOf ?? actor.person];
    return this.#judge({ ...chain, group }, asNamed('steps', chain.steps), actor);
  }

  #judge(chain: Chain, all: readonly Named[], { person }: { person: string }): Promise<RefusalBody | null> {
    if (all.length === 0) return Promise.resolve(null);
    return this.parts.database.transaction(
      async (tx) => {
        const units = [...new Set(all.flatMap(({ unit }) => unit ?? []))];
        if ((await this.parts.registry.units(tx, units)).length < units.length) return { code: 'resource.unknown' };
        if (await this.#isOutside(tx, chain, person)) return null;
        const wrong = await this.#wrong(tx, chain, all);
        if (wrong.length === 0) return null;
        const issues = wrong.map(({ path }) => ({ path, message: 'is not the department the step calls for' }));
        return { code: 'chain.wrong_department', issues };
      },
      { readOnly: true },
    );
  }

  async #wrong(tx: Tx, { unit: place, template }: Chain, all: readonly Named[]): Promise<Named[]> {
    const { registry, today } = this.parts;
    const called = await calledAt(tx, { registry, on: today() }, place);
    const saved = template == null ? null : await this.#templates.find(tx, template);
    const kept = new Map((saved?.steps ?? []).flatMap((known) => codeOf(known)));
    return all.filter(
      ({ step: id, department, unit }) =>
        (kept.get(id) ?? department) !== department ||
        (unit !== null && !called(department).some((candidate) => candidate.id === unit)),
    );
  }

  /** Whether somebody runs the place without being of the task group. */
  async #isOutside(tx: Tx, { unit, group }: Chain, person: string): Promise<boolean> {
    const { registry, today } = this.parts;
    const ids = await registry.idsOf(tx, person);
    if (group.some((member) => ids.includes(member))) return false;
    const lineage = await registry.lineage(tx, unit);
    const grants = await registry.grantsOf(tx, person, today());
    return grants.some(
      ({ role, held, unit: at }) => held === 'office' && NAMING.includes(role) && lineage.includes(at),
    );
  }
}

function codeOf(known: unknown): [string, string][] {
  const { data } = step.safeParse(known);
  return data === undefined ? [] : [[data.id, data.department]];
}

const asNamed = (path: string, steps: Chain['steps']): Named[] =>
  steps.map(({ id, department, unit = null }, index) => ({
    path: `${path}.${String(index)}.unit`,
    step: id,
    department,
    unit,
  }));

/** The departments an act names. */
function namedBy(act: string, input: unknown, chain: Chain): Named[] {
  if (act === 'addSteps') return asNamed('steps', added.safeParse(input).data?.steps ?? []);
  if (act === 'changeStep') {
    const one = changed.safeParse(input).data?.step;
    return one === undefined
      ? []
      : [{ path: 'step.unit', step: one.id, department: one.department, unit: one.unit ?? null }];
  }
  const all = act === 'nameDepartments' ? (named.safeParse(input).data?.steps ?? []) : [];
  return all.flatMap(({ step: id, unit }, index) => {
    const department = chain.steps.find((known) => known.id === id)?.department;
    // a step there is none of is refused by the chart
    return department === undefined ? [] : [{ path: `steps.${String(index)}.unit`, step: id, department, unit }];
  });
}
