import type { EffectHandler } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { JsonObject, ToldEvent } from '#libs/engine';
import { ChainTemplates } from '#libs/registers';
import type { Registry } from '#libs/registry';
import {
  chainProblems,
  plainStep,
  signOffEffects,
  templateStepSchema,
  type ChainStep,
  type Difference,
  type PlannedStep,
} from '#workflows/sign-off';

/** What the handlers of chains work with. */
export interface ChainParts {
  database: Database;
  registry: Pick<Registry, 'lineage' | 'units'>;
  localDateOf: (instant: string) => string;
  now: () => string;
}

/** A unit that may be asked to sign. */
interface Candidate {
  id: string;
  code: string;
  kind: string;
  body: string | null;
  parent: string | null;
}

/** Finds the departments of a chain at its place, and begins from templates. */
export function chainHandlers(parts: ChainParts): Record<string, EffectHandler> {
  const templates = new ChainTemplates();
  return {
    'sign-off.planChain': ({ payload }) => {
      const order = signOffEffects.planChain.parse(payload);
      return parts.database.transaction(
        async (tx): Promise<ToldEvent> => {
          const saved = order.template === null ? null : await templates.find(tx, order.template);
          if (order.template !== null && saved === null) return unplannable('template_unknown');
          const remembered = (saved?.steps ?? []).map((step) => templateStepSchema.parse(step));
          const own = new Set(order.steps.map(({ id }) => id));
          const taken = remembered.filter(({ id }) => !own.has(id)).map(plainStep);
          const steps = [...taken.map((step) => ({ ...step, unit: null })), ...order.steps];
          if (order.known.length + steps.length > order.stepsMost) return unplannable('too_many');
          if (chainProblems([...order.known, ...steps]).length > 0) return unplannable('steps_conflict');
          const planned = await departmentsOf(tx, parts, { place: order.unit, steps });
          const differences = differencesOf(taken, planned);
          const template = saved === null ? null : `${saved.template}@${String(saved.version)}`;
          return { type: 'chain.planned', payload: asJson({ template, steps: planned, differences }) };
        },
        { readOnly: true },
      );
    },
  };
}

const unplannable = (code: string): ToldEvent => ({ type: 'chain.unplannable', payload: { code } });

function asJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

/** Steps whose department is another one here, or is not found at all. */
function differencesOf(remembered: readonly ChainStep[], planned: readonly PlannedStep[]): Difference[] {
  const here = new Map(planned.map(({ id, unit }) => [id, unit]));
  return remembered.flatMap(({ id, unit }) => {
    const to = here.get(id) ?? null;
    return unit === to && to !== null ? [] : [{ step: id, from: unit, to }];
  });
}

/** Each step with the department that serves the place, and the unit above that. */
async function departmentsOf(
  tx: Tx,
  { registry, localDateOf, now }: ChainParts,
  { place, steps }: { place: string; steps: readonly ChainStep[] },
): Promise<PlannedStep[]> {
  const lineage = await registry.lineage(tx, place);
  const near = await candidatesOf(tx, lineage, localDateOf(now()));
  const named = await registry.units(tx, [...new Set(steps.flatMap(({ unit }) => unit ?? []))]);
  const byId = new Map(named.map((unit) => [unit.id, unit]));
  return steps.map((step) => {
    const found =
      step.unit === null ? near.find((one) => isCalled(one, step.department, lineage)) : byId.get(step.unit);
    return { ...step, unit: found?.id ?? null, upper: found?.parent ?? null };
  });
}

/** Who may be asked at a place for the signature a code calls for, nearest first. */
export async function calledAt(
  tx: Tx,
  { registry, on }: { registry: Pick<Registry, 'lineage'>; on: string },
  place: string,
): Promise<(department: string) => { id: string }[]> {
  const lineage = await registry.lineage(tx, place);
  const near = await candidatesOf(tx, lineage, on);
  return (department) => near.filter((one) => isCalled(one, department, lineage));
}

/** Units above the place and departments beside them, nearest first. */
async function candidatesOf(tx: Tx, lineage: readonly string[], on: string): Promise<Candidate[]> {
  return tx.query<Candidate>(
    `select id, code, kind, body, parent from units
     where (id = any($1::text[]) or parent = any($1::text[])) and (to_date is null or to_date > $2::date)
     order by array_position($1::text[], coalesce(parent, id)::text) nulls last, code`,
    [lineage, on],
  );
}

const DEPARTMENTS: readonly string[] = ['department', 'company', 'organisation'];

/** By its code, by the last part of it (`qilian-urban` is `urban`), or as the tier or the body of that kind. */
function isCalled({ id, code, kind, body }: Candidate, department: string, lineage: readonly string[]): boolean {
  if (lineage.includes(id)) return kind === department;
  if (body === department) return true;
  return DEPARTMENTS.includes(kind) && (code === department || code.endsWith(`-${department}`));
}
