import { idsOf, personalStanding, viewerOf, type Access, type Standing } from '#libs/access';
import type { Cases, CaseView, DeskQuery, Holding, Viewer } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor, Json, JsonObject, Registered, Workflow } from '#libs/engine';
import type { Registry } from '#libs/registry';

import type { ChartMarks } from '../charts/chart.model.js';
import { isUnitsWork, policyNumbers } from './own-work.rules.js';
import { eyesOn, seenSide, type Eyes } from './eyes.rules.js';
import { marksOf, pathOf, type PathEntry } from './path.js';

/** A case, the eyes on it, and who looks; `null` a visitor. */
interface Glance {
  view: CaseView;
  eyes: Eyes;
  standing: Standing | null;
}

/** Sees what is public. */
const NOBODY: Viewer = { units: [] };

/** A case together with how much of it the reader is shown. */
export interface SeenCase {
  view: CaseView;
  eyes: Eyes;
  /** Every id of the reader, to tell "you" from others. */
  ids: readonly string[];
  /** Those children and linked cases that the reader may see. */
  children: CaseView['children'];
  links: CaseView['links'];
  /** Those texts that the reader may read, by id. */
  texts: Record<string, string | null>;
  /** Numbers of its policy people need beside what it remembers, under `policy`; empty for most workflows. */
  numbers: JsonObject;
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

  /**
   * `null`: there is no such case, or not for this reader; the two are never told apart. An actor on somebody's behalf sees what
   * that person sees as a party, if authorised by them.
   */
  async see(caseId: string, actor: Actor | null): Promise<SeenCase | null> {
    const glanced = await this.glance(caseId, actor);
    if (glanced === null) return null;
    const { view, eyes, standing } = glanced;
    const neighbours = [...view.children.map(({ id }) => id), ...view.links.map(({ to }) => to)];
    const shown = await this.parts.cases.visible(neighbours, standing === null ? NOBODY : viewerOf(standing));
    return {
      // without an actor the view lists what the chart would take from somebody, which is nothing this reader may do
      view: actor === null ? { ...view, abilities: [] } : view,
      eyes,
      ids: standing === null ? [] : idsOf(standing),
      children: view.children.filter(({ id }) => shown.has(id)),
      links: view.links.filter(({ to }) => shown.has(to)),
      texts: await this.texts(view, eyes),
      numbers: policyNumbers(view.workflow, this.parts.cases.policies.body(view.policy)),
    };
  }

  /** The case and the reader's eyes on it, without what hangs on it; for whoever needs the judgement only. */
  async glance(caseId: string, actor: Actor | null): Promise<Glance | null> {
    const standing = await this.standingOf(actor);
    if (standing === 'unauthorised' || !(await this.isShown(caseId, standing))) return null;
    const view = await this.parts.cases.get(caseId, actor === null ? {} : { actor });
    if (view === null) return null;
    const eyes = eyesOn(standing, seenSide(view, await this.lineage(view.unit)));
    return eyes === null ? null : { view, eyes, standing };
  }

  /** Whether there is such a case for this reader: asked and answered in the same time for what is not theirs and what is not. */
  async exists(caseId: string, actor: Actor | null): Promise<boolean> {
    const standing = await this.standingOf(actor);
    return standing !== 'unauthorised' && this.isShown(caseId, standing);
  }

  /** Those of the cases that this reader may know of. */
  async known(caseIds: readonly string[], actor: Actor | null): Promise<ReadonlySet<string>> {
    const standing = await this.standingOf(actor);
    if (standing === 'unauthorised') return new Set();
    return this.parts.cases.visible([...new Set(caseIds)], standing === null ? NOBODY : viewerOf(standing));
  }

  /** Those of the people, `null` for visitors, who may see the case. */
  async seeing(view: CaseView, people: ReadonlySet<string | null>): Promise<Set<string | null>> {
    const { database, access } = this.parts;
    const side = seenSide(view, await this.lineage(view.unit));
    return database.transaction(
      async (tx) => {
        const seeing = new Set<string | null>();
        for (const person of people)
          if (eyesOn(person === null ? null : await access.standing(tx, person), side) !== null) seeing.add(person);
        return seeing;
      },
      { readOnly: true },
    );
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

  /** Where the case stood after each entry that moved it. */
  path(registered: Registered, caseId: string): Promise<PathEntry[]> {
    return pathOf(this.parts, registered, caseId);
  }

  /** Whose eyes a list is made for. */
  viewer(person: string | null): Promise<Viewer> {
    const { database, access } = this.parts;
    return database.transaction((tx) => access.viewer(tx, person), { readOnly: true });
  }

  /**
   * The same for an authorised relative: what the person sees as a party, without the offices of either. `null`: not authorised, or
   * there is no such person; the two are never told apart.
   */
  async viewerFor(agent: string, person: string): Promise<Viewer | null> {
    const standing = await this.standingOf({ kind: 'person', person: agent, onBehalfOf: person });
    if (standing === null || standing === 'unauthorised') return null;
    return viewerOf(standing);
  }

  /** The person's roles with every unit they count at. */
  holdings(person: string): Promise<Holding[]> {
    const { database, access } = this.parts;
    return database.transaction((tx) => access.holdings(tx, person), { readOnly: true });
  }

  /** Everything the person's desk is searched by; for an authorised relative, what waits for the person in person. */
  async desk(person: string, onBehalfOf?: string): Promise<DeskQuery | null> {
    const { database, access } = this.parts;
    if (onBehalfOf === undefined) return database.transaction((tx) => access.deskOf(tx, person), { readOnly: true });
    const viewer = await this.viewerFor(person, onBehalfOf);
    return viewer === null ? null : { person: onBehalfOf, aliases: viewer.aliases ?? [], holdings: [] };
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
    const hidden = await this.parts.cases.confidential(rows.map(({ caseId }) => caseId));
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

  /**
   * Staff read all texts, and whoever does the work of a unit those of its work. Of other cases handlers read what the case still
   * works with: internal notes stand in the journal only. Parties read
   * what was said when it began, and everybody what came of it.
   */
  private async texts(view: CaseView, eyes: Eyes): Promise<Record<string, string | null>> {
    if (eyes === 'staff' || (eyes === 'handler' && isUnitsWork(view.workflow))) return view.texts;
    const stored = await this.parts.cases.stored(view.id);
    const shown = new Set(stringsIn(stored?.output ?? null));
    if (eyes === 'handler' || eyes === 'member') for (const id of stringsIn(view.context)) shown.add(id);
    if (eyes === 'party') {
      const { rows } = await this.parts.cases.journal(view.id, { limit: 1 });
      for (const id of stringsIn(rows[0]?.body['texts'] ?? null)) shown.add(id);
    }
    return Object.fromEntries(Object.entries(view.texts).filter(([id]) => shown.has(id)));
  }

  private async isShown(caseId: string, standing: Standing | null): Promise<boolean> {
    const shown = await this.parts.cases.visible([caseId], standing === null ? NOBODY : viewerOf(standing));
    return shown.has(caseId);
  }

  private lineage(unit: string): Promise<string[]> {
    const { database, registry } = this.parts;
    return database.transaction((tx) => registry.lineage(tx, unit), { readOnly: true });
  }

  /** Who reads: `null` a visitor; a relative reads as the person who has authorised them, without anybody's offices. */
  private async standingOf(actor: Actor | null): Promise<Standing | null | 'unauthorised'> {
    if (actor?.kind !== 'person') return null;
    const { person, onBehalfOf } = actor;
    const { database, access } = this.parts;
    return database.transaction(
      async (tx) => {
        if (onBehalfOf === undefined) return access.standing(tx, person);
        if (!(await access.maySeeFor(tx, person, onBehalfOf))) return 'unauthorised';
        return personalStanding(await access.standing(tx, onBehalfOf));
      },
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
