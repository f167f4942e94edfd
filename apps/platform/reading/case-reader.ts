import type { Access, Standing } from '#libs/access';
import type { Cases, CaseView, Holding, Viewer } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor, Json, Registered, Workflow } from '#libs/engine';
import type { Registry } from '#libs/registry';

import type { ChartMarks } from '../charts/chart.model.js';
import { eyesOn, seenSide, type Eyes } from './eyes.rules.js';
import { marksOf } from './path.js';

/** A case together with how much of it the reader is shown. */
export interface SeenCase {
  view: CaseView;
  eyes: Eyes;
  /** The reader, to tell "you" from others. */
  person: string | null;
  /** Those children and linked cases that the reader may see. */
  children: CaseView['children'];
  links: CaseView['links'];
  /** Those texts that the reader may read, by id. */
  texts: Record<string, string | null>;
}

export interface CaseReaderParts {
  cases: Cases;
  database: Database;
  access: Access;
  registry: Registry;
  workflows: ReadonlyMap<string, Registered>;
}

/** Office of those who look after the installation: they retry, skip and resolve incidents. */
const OPERATOR_ROLE = 'operator';
const MOST_REMEMBERED = 50_000;

/** Reads cases for people: whatever leaves the installation goes through the one question who may see it. */
export class CaseReader {
  readonly #workflows = new Map<string, string>();

  constructor(private readonly parts: CaseReaderParts) {}

  /** `null`: there is no such case, or not for this reader; the two are never told apart. */
  async see(caseId: string, actor: Actor | null): Promise<SeenCase | null> {
    const glanced = await this.glance(caseId, actor);
    if (glanced === null) return null;
    const { view, eyes } = glanced;
    const person = actor?.kind === 'person' ? actor.person : null;
    return {
      // without an actor the view lists what the chart would take from somebody, which is nothing this reader may do
      view: actor === null ? { ...view, abilities: [] } : view,
      eyes,
      person,
      children: await this.visible(view.children, person, ({ id }) => id),
      links: await this.visible(view.links, person, ({ to }) => to),
      texts: await this.texts(view, eyes),
    };
  }

  /** The case and the reader's eyes on it, without what hangs on it; for whoever needs the judgement only. */
  async glance(caseId: string, actor: Actor | null): Promise<{ view: CaseView; eyes: Eyes } | null> {
    const view = await this.parts.cases.get(caseId, actor === null ? {} : { actor });
    if (view === null) return null;
    const eyes = await this.eyes(view, actor?.kind === 'person' ? actor.person : null);
    return eyes === null ? null : { view, eyes };
  }

  /** With which eyes the person sees the case. */
  async eyes(view: CaseView, person: string | null): Promise<Eyes | null> {
    const { lineage, standing } = await this.side(view.unit, person);
    return eyesOn(standing, seenSide(view, lineage));
  }

  /** Which workflow a case is of; a case never changes it, so the answer is remembered. */
  async workflowOf(caseId: string): Promise<string | null> {
    const known = this.#workflows.get(caseId);
    if (known !== undefined) return known;
    const workflow = (await this.parts.cases.stored(caseId))?.workflow ?? null;
    if (this.#workflows.size >= MOST_REMEMBERED) this.#workflows.clear();
    if (workflow !== null) this.#workflows.set(caseId, workflow);
    return workflow;
  }

  /** Where the case is and where it has been, for its chart. */
  marks(registered: Registered, caseId: string): Promise<ChartMarks> {
    return marksOf(this.parts.cases, registered, caseId);
  }

  /** Whose eyes a list is made for. */
  viewer(person: string | null): Promise<Viewer> {
    const { database, access } = this.parts;
    return database.transaction((tx) => access.viewer(tx, person), { readOnly: true });
  }

  /** The person's roles with every unit they count at. */
  holdings(person: string): Promise<Holding[]> {
    const { database, access } = this.parts;
    return database.transaction((tx) => access.holdings(tx, person), { readOnly: true });
  }

  /** Ids of the unit and everything below it. */
  async unitsWithin(unit: string): Promise<string[]> {
    const { database, registry } = this.parts;
    const units = await database.transaction((tx) => registry.subtree(tx, unit), { readOnly: true });
    return units.map(({ id }) => id);
  }

  /** Ids of all units. */
  async allUnits(): Promise<string[]> {
    const { database, registry } = this.parts;
    return database.transaction(
      async (tx) => {
        const ids: string[] = [];
        for (const root of await registry.roots(tx))
          ids.push(...(await registry.subtree(tx, root.id)).map(({ id }) => id));
        return ids;
      },
      { readOnly: true },
    );
  }

  /** Names of units by id. */
  async unitNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { database, registry } = this.parts;
    const units = await database.transaction((tx) => registry.units(tx, [...new Set(ids)]), { readOnly: true });
    return new Map(units.map(({ id, name }) => [id, name]));
  }

  /** Rows of cases that are not confidential now: what was posted before a case became so is not shown any more. */
  async withoutConfidential<Row extends { caseId: string }>(rows: readonly Row[]): Promise<Row[]> {
    const hidden = new Set<string>();
    for (const caseId of new Set(rows.map((row) => row.caseId))) {
      const stored = await this.parts.cases.stored(caseId);
      const workflow = stored === null ? undefined : this.parts.workflows.get(stored.workflow)?.workflow;
      if (stored === null || workflow?.summary(stored.context, stored.value).visibility === 'confidential')
        hidden.add(caseId);
    }
    return rows.filter(({ caseId }) => !hidden.has(caseId));
  }

  /** Whether the person may start a case of the workflow somewhere. */
  mayStart(actor: Actor, { name, startedBy }: Workflow): Promise<boolean> {
    const { database, access } = this.parts;
    const question = {
      actor,
      act: null,
      workflow: name,
      who: startedBy,
      caseId: null,
      unit: null,
      visibility: 'public' as const,
      parties: [],
    };
    return database.transaction(async (tx) => access.ability(question, tx), { readOnly: true });
  }

  /** Whether the person looks after the installation. */
  async isOperator(person: string): Promise<boolean> {
    return (await this.holdings(person)).some(({ role }) => role === OPERATOR_ROLE);
  }

  private async visible<Row>(rows: Row[], person: string | null, idOf: (row: Row) => string): Promise<Row[]> {
    const visible: Row[] = [];
    for (const row of rows) {
      const view = await this.parts.cases.get(idOf(row));
      if (view !== null && (await this.eyes(view, person)) !== null) visible.push(row);
    }
    return visible;
  }

  /**
   * Staff read all texts. Handlers read those the case still works with: internal notes stand in the journal only. Parties read
   * what was said when it began, and everybody what came of it.
   */
  private async texts(view: CaseView, eyes: Eyes): Promise<Record<string, string | null>> {
    if (eyes === 'staff') return view.texts;
    const stored = await this.parts.cases.stored(view.id);
    const shown = new Set(stringsIn(stored?.output ?? null));
    if (eyes === 'handler') for (const id of stringsIn(view.context)) shown.add(id);
    if (eyes === 'party') {
      const { rows } = await this.parts.cases.journal(view.id, { limit: 1 });
      for (const id of stringsIn(rows[0]?.body['texts'] ?? null)) shown.add(id);
    }
    return Object.fromEntries(Object.entries(view.texts).filter(([id]) => shown.has(id)));
  }

  /** What the judgement needs of the registry. */
  private async side(unit: string, person: string | null): Promise<{ lineage: string[]; standing: Standing | null }> {
    const { database, access, registry } = this.parts;
    return database.transaction(
      async (tx) => ({
        lineage: await registry.lineage(tx, unit),
        standing: person === null ? null : await access.standing(tx, person),
      }),
      { readOnly: true },
    );
  }
}

/** Every string inside a JSON value: text ids are looked for among them. */
function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((part) => stringsIn(part));
}
