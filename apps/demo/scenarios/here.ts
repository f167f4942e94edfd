import type { CaseRow, CaseView, DeskItem } from '#libs/cases';
import { promisesOfClock, promisesOfTask, type PastPromise } from '#libs/contract';
import type { Actor, Instant } from '#libs/engine';
import { Inbox } from '#libs/notify';
import type { InboxMessage, PublicationRow } from '#libs/notify';
import { taskAccount } from '#workflows/task';

import { unitId } from '../limin/limin.units.js';
import { demoFile } from '../simulation/files.js';
import type { DemoFile } from '../simulation/files.js';
import { pathsOf } from '../simulation/scene.js';
import { CastMembers } from './cast-members.js';
import type { Doer, Someone } from './cast-members.js';
import { ScenarioFailed } from './scenario.failure.js';
import type { CaseName, Here } from './scenario.types.js';
import type { Stage } from './stage.js';

const MOST_CASES = 200;
const WORKFLOWS = [
  'issue',
  'meeting',
  'deliberation',
  'ballot',
  'task',
  'notice',
  'covenant',
  'petition',
  'sign-off',
  'seal',
  'joint-meeting',
];

/** What steps look at: cases by their part in the scenario, people by their office, all through the platform's own reads. */
export class Scene implements Here {
  readonly people = new CastMembers();
  readonly #names = new Map<string, string>();
  readonly #inbox = new Inbox();

  constructor(private readonly stage: Stage) {}

  get now(): Instant {
    return this.stage.now;
  }

  /** Gives a case its part. */
  name(as: string, caseId: string): void {
    this.#names.set(as, caseId);
  }

  /** Every case of this world, the newest first. */
  async all(workflow?: string): Promise<CaseRow[]> {
    const page = await this.stage.cases.list({ limit: MOST_CASES, ...(workflow === undefined ? {} : { workflow }) });
    if (page.next !== null) throw new ScenarioFailed('the scenario has more cases than it can look at');
    return page.rows;
  }

  async id(name: CaseName): Promise<string> {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const [last = '', parentName] = name.split('/').toReversed();
    const [workflow = '', unit] = last.split('@');
    if (!WORKFLOWS.includes(workflow)) throw new ScenarioFailed(`no case of this scenario is called ${name}`);
    const parent = parentName === undefined ? undefined : await this.id(parentName);
    for (const row of await this.all(workflow)) {
      if (parent !== undefined && row.parent !== parent) continue;
      if (unit === undefined || (await this.#doerOf(row.id)) === unitId(unit)) return row.id;
    }
    throw new ScenarioFailed(`there is no ${name} yet`);
  }

  async view(name: CaseName): Promise<CaseView> {
    const id = await this.id(name);
    const view = await this.stage.cases.get(id);
    if (view === null) throw new ScenarioFailed(`${name} cannot be read`);
    return view;
  }

  async paths(name: CaseName): Promise<string[]> {
    const stored = await this.stage.cases.stored(await this.id(name));
    return pathsOf(stored?.value);
  }

  person(who: Someone): string {
    return this.people.find(who).id;
  }

  actor(who: Doer): Actor {
    return this.people.actor(who);
  }

  members(office: `${string}@${string}`, count: number): string[] {
    return this.people.members(office, count);
  }

  unit(code: string): string {
    return unitId(code);
  }

  file(kind: DemoFile): string {
    return demoFile(kind);
  }

  async measure(number: number): Promise<string> {
    const { context } = await this.view('deliberation');
    const measures = context.measures as { number: number; text: string }[];
    const found = measures.find((measure) => measure.number === number);
    if (found === undefined) throw new ScenarioFailed(`no measure has the number ${String(number)}`);
    return found.text;
  }

  async desk(who: Someone): Promise<DeskItem[]> {
    const person = this.person(who);
    const holdings = await this.stage.eyes.reader.holdings(person);
    const { rows } = await this.stage.cases.desk({ person, holdings, limit: MOST_CASES });
    return rows;
  }

  async listed(who: Someone | null): Promise<CaseRow[]> {
    const viewer = await this.stage.eyes.reader.viewer(this.#idOf(who));
    const { rows } = await this.stage.cases.list({ viewer, limit: MOST_CASES });
    return rows;
  }

  async mayOpen(who: Someone | null, name: CaseName): Promise<boolean> {
    const person = this.#idOf(who);
    const seen = await this.stage.eyes.reader.see(
      await this.id(name),
      person === null ? null : { kind: 'person', person },
    );
    return seen !== null;
  }

  async isStreamed(who: Someone | null, name: CaseName): Promise<boolean> {
    const id = await this.id(name);
    let heard = false;
    const tell = (): void => {
      heard = true;
    };
    await this.stage.catchUp({ person: this.#idOf(who), only: new Set([id]), tell });
    return heard;
  }

  async messages(who: Someone): Promise<InboxMessage[]> {
    const person = this.person(who);
    const { ground, access } = this.stage;
    return ground.database.transaction(
      async (tx) => {
        const { grants } = await access.standing(tx, person);
        return this.#inbox.list(tx, { person, grants, limit: 200 });
      },
      { readOnly: true },
    );
  }

  async published(name: CaseName): Promise<PublicationRow[]> {
    const id = await this.id(name);
    const { database, registry } = this.stage.ground;
    return database.transaction(
      async (tx) => {
        const units: string[] = [];
        for (const root of await registry.roots(tx))
          units.push(...(await registry.subtree(tx, root.id)).map((unit) => unit.id));
        const rows = await this.#inbox.publications(tx, { units, archive: true, limit: 200 });
        return rows.filter(({ caseId, issue }) => caseId === id || issue === id);
      },
      { readOnly: true },
    );
  }

  async promises(name: CaseName): Promise<PastPromise[]> {
    const { id, workflow } = await this.view(name);
    const { rows } = await this.stage.cases.journal(id, { limit: MOST_CASES });
    const task = workflow === 'task' ? taskAccount(rows) : null;
    if (task !== null) return promisesOfTask(task);
    return [
      ...promisesOfClock(rows, { clock: 'firstReply', act: 'reply' }),
      ...promisesOfClock(rows, { clock: 'promise', act: 'finish' }),
    ];
  }

  async text(id: string): Promise<string | null> {
    return (await this.stage.cases.texts([id]))[id] ?? null;
  }

  #idOf(who: Someone | null): string | null {
    return who === null ? null : this.person(who);
  }

  async #doerOf(caseId: string): Promise<unknown> {
    return (await this.stage.cases.stored(caseId))?.context['unit'];
  }
}
