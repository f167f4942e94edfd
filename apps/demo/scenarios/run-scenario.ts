import { periodEnd } from '#libs/calendar';
import type { Answer, CaseView } from '#libs/cases';
import type { Instant, JsonObject, Label } from '#libs/engine';

import { unitId } from '../limin/limin.units.js';
import { handOf } from './cast-members.js';
import type { Doer } from './cast-members.js';
import { Chronicle } from './chronicle.js';
import { Scene } from './here.js';
import { instantOf, localOf, minutesAfter } from './local-time.js';
import { ScenarioFailed } from './scenario.failure.js';
import type { ExpectedRefusal, Input, Pause, Scenario, ScenarioReport, Step, StepReport } from './scenario.types.js';
import { Stage } from './stage.js';
import type { ScenarioGround } from './stage.js';

/** Nobody does two things at the same moment. */
const BREATH_MINUTES = 1;

type Told = Pick<StepReport, 'on' | 'caseId' | 'act' | 'outcome' | 'refusal' | 'says'> & { by: Doer | null };

/**
 * Plays a scenario through the real platform, in a world of its own on a virtual clock, and tells each step as it was. At the end
 * the records of every case must verify, and its journal rebuild to what is stored.
 * @throws ScenarioFailed naming the step at which reality differs.
 */
export function runScenario(
  ground: ScenarioGround,
  scenario: Scenario,
  onStep: (report: StepReport) => void = () => undefined,
): Promise<ScenarioReport> {
  return new ScenarioRun(ground, scenario, onStep).run();
}

class ScenarioRun {
  readonly #stage: Promise<Stage>;

  constructor(
    private readonly ground: ScenarioGround,
    private readonly scenario: Scenario,
    private readonly onStep: (report: StepReport) => void,
  ) {
    this.#stage = openStage(ground, scenario);
  }

  async run(): Promise<ScenarioReport> {
    const stage = await this.#stage;
    const play = new Play(stage, this.scenario);
    for (const [index, step] of this.scenario.steps.entries()) {
      const number = index + 1;
      try {
        this.onStep(await play.step(step, number));
      } catch (error) {
        const told = error instanceof Error ? error.message : String(error);
        throw new ScenarioFailed(`${this.scenario.name}, step ${String(number)} (${describe(step)}): ${told}`, {
          cause: error,
        });
      }
    }
    return play.end();
  }
}

/** A world of its own for every run, so that earlier runs do not meddle with this one. */
async function openStage(ground: ScenarioGround, { name, begins }: Scenario): Promise<Stage> {
  const rows = await ground.database.query<{ count: number }>(
    `select count(distinct realm)::int as count from cases where realm like $1`,
    [`scenario:${name}:%`],
  );
  return new Stage(ground, {
    realm: `scenario:${name}:${String((rows[0]?.count ?? 0) + 1)}`,
    begins: instantOf(begins),
  });
}

function describe(step: Step): string {
  switch (step.kind) {
    case 'start':
      return `${handOf(step.by)} starts ${step.as}`;
    case 'act':
      return `${handOf(step.by)}: ${step.on}.${step.act}`;
    case 'check':
      return `${step.on ?? ''} ${step.says.en}`;
    case 'deed':
      return `${handOf(step.by)}: ${step.says.en}`;
    case 'wait':
      return `wait ${JSON.stringify(step.pause)}`;
    case 'note':
      return step.says.en;
  }
}

/** One run of a scenario, step by step. */
class Play {
  readonly #scene: Scene;
  readonly #chronicle: Chronicle;
  #acts = 0;
  #refusals = 0;
  #steps = 0;

  constructor(
    private readonly stage: Stage,
    private readonly scenario: Scenario,
  ) {
    this.#scene = new Scene(stage);
    this.#chronicle = new Chronicle(stage);
  }

  async step(step: Step, number: number): Promise<StepReport> {
    this.#steps = number;
    const told = await this.#do(step);
    const view = told.caseId === null ? null : await this.stage.cases.get(told.caseId);
    const { by, ...rest } = told;
    return {
      number,
      kind: step.kind,
      at: this.stage.now,
      local: localOf(this.stage.now),
      actor: by === null ? null : this.#introduce(by),
      workflow: view?.workflow ?? null,
      states: view?.states.map(({ label }) => label) ?? [],
      clocks: view === null ? [] : clocksOf(view),
      happened: await this.#chronicle.news(await this.#scene.all()),
      ...rest,
    };
  }

  /** @throws ScenarioFailed when the records of a case do not hold. */
  async end(): Promise<ScenarioReport> {
    const { cases } = this.stage;
    const report: ScenarioReport['cases'] = [];
    for (const { id, workflow } of await this.#scene.all()) {
      const [finding] = await cases.verify(id);
      if (finding !== undefined)
        throw new ScenarioFailed(`${workflow} ${id} does not verify: ${finding.code}, ${finding.message}`);
      const rebuilt = await cases.rebuild(id);
      if (rebuilt?.same !== true) throw new ScenarioFailed(`${workflow} ${id} does not rebuild from its journal`);
      const incidents = await cases.incidents({ caseId: id });
      if (incidents.rows.length > 0)
        throw new ScenarioFailed(`${workflow} ${id} has incidents: ${JSON.stringify(incidents.rows)}`);
      report.push({ id, workflow, entries: this.#chronicle.entriesOf(id) });
    }
    return { name: this.scenario.name, steps: this.#steps, acts: this.#acts, refusals: this.#refusals, cases: report };
  }

  async #do(step: Step): Promise<Told> {
    const nothing = { on: null, caseId: null, act: null, refusal: null, says: null, by: null };
    switch (step.kind) {
      case 'note':
        return { ...nothing, outcome: 'note', says: step.says };
      case 'wait':
        await this.stage.liveUntil(await this.#endOf(step.pause));
        return { ...nothing, outcome: 'waited' };
      case 'check': {
        await step.test(this.#scene);
        const caseId = step.on === null ? null : await this.#scene.id(step.on);
        return { ...nothing, on: step.on, caseId, outcome: 'holds', says: step.says };
      }
      case 'deed':
        return this.#deed(step);
      case 'start':
        return this.#start(step);
      case 'act':
        return this.#act(step);
    }
  }

  async #deed({ by, on, says, do: work }: Extract<Step, { kind: 'deed' }>): Promise<Told> {
    await this.#breathe();
    const caseId = await this.#scene.id(on);
    const { ballots, cases, ground } = this.stage;
    const person = this.#scene.person(handOf(by));
    await work({ here: this.#scene, person, caseId, cases, ballots, database: ground.database });
    await this.stage.settle();
    return { by, on, caseId, act: null, refusal: null, outcome: 'done', says };
  }

  async #start(step: Extract<Step, { kind: 'start' }>): Promise<Told> {
    const { by, as, workflow, refused } = step;
    await this.#breathe();
    const input = await this.#resolve(step.input);
    const answer = await this.stage.cases.start({
      workflow,
      input,
      actor: this.#scene.actor(by),
      unit: unitId('limin'),
      ...(step.policy === undefined ? {} : { policy: await this.#policyOf(workflow, step.policy) }),
    });
    const refusal = this.#judge(answer, refused);
    if (answer.ok) this.#scene.name(as, answer.caseId);
    await this.stage.settle();
    const act = { name: 'start', label: { zh: '发起', en: 'Start' } };
    return {
      by,
      on: as,
      caseId: answer.ok ? answer.caseId : null,
      act,
      refusal,
      outcome: refusal === null ? 'done' : 'refused',
      says: null,
    };
  }

  async #policyOf(workflow: string, preset: string): Promise<string> {
    const { policies } = this.stage.cases;
    await policies.install();
    const found = (await policies.versions(workflow)).find(({ name }) => name === preset);
    if (found === undefined) throw new ScenarioFailed(`${workflow} has no policy ${preset}`);
    return found.id;
  }

  async #act(step: Extract<Step, { kind: 'act' }>): Promise<Told> {
    const { by, on, act, refused } = step;
    await this.#breathe();
    const caseId = await this.#scene.id(on);
    const before = await this.#scene.view(on);
    const input = await this.#resolve(step.input);
    const answer = await this.stage.cases.act({ caseId, act, input, actor: this.#scene.actor(by) });
    const refusal = this.#judge(answer, refused);
    await this.stage.settle();
    if (refusal !== null) {
      const { version } = await this.#scene.view(on);
      if (version !== before.version) throw new ScenarioFailed('it was refused and written all the same');
    }
    const label = this.#labelOf(before.workflow, act);
    return {
      by,
      on,
      caseId,
      act: { name: act, label },
      refusal,
      outcome: refusal === null ? 'done' : 'refused',
      says: null,
    };
  }

  #labelOf(workflow: string, act: string): Label {
    return this.stage.ground.workflows.get(workflow)?.workflow.acts[act]?.label ?? { zh: act, en: act };
  }

  /** The refusal that was expected, or `null`. */
  #judge(answer: Answer, expected: ExpectedRefusal | undefined): StepReport['refusal'] {
    if (answer.ok) {
      if (expected !== undefined)
        throw new ScenarioFailed(`it was done, but should have been refused with ${expected.code}`);
      this.#acts += 1;
      return null;
    }
    const { code, because = [], allowed = [], issues = [] } = answer.refusal;
    const guards = because.map(({ guard }) => guard);
    const found = `${code} ${[...guards, ...issues.map(({ path, message }) => `${path}: ${message}`)].join(', ')}`;
    if (expected === undefined) throw new ScenarioFailed(`it was refused: ${found}; possible: ${allowed.join(', ')}`);
    const fits = code === expected.code && (expected.guard === undefined || guards.includes(expected.guard));
    if (!fits)
      throw new ScenarioFailed(`it was refused with ${found}, not with ${expected.code} ${expected.guard ?? ''}`);
    this.#refusals += 1;
    return { code, because: because.map(({ refusal }) => refusal) };
  }

  async #endOf(pause: Pause): Promise<Instant> {
    if ('until' in pause) {
      const instant = instantOf(pause.until);
      if (instant < this.stage.now) throw new ScenarioFailed(`it is ${localOf(this.stage.now)} already`);
      return instant;
    }
    if ('due' in pause) return this.#dueOf(pause);
    const calendar = this.stage.ground.calendars[pause.calendar];
    if (calendar === undefined) throw new ScenarioFailed(`there is no calendar ${pause.calendar}`);
    return periodEnd(calendar, this.stage.now, { amount: pause.amount, unit: pause.unit });
  }

  async #dueOf(pause: Extract<Pause, { due: string }>): Promise<Instant> {
    const { clocks } = await this.#scene.view(pause.due);
    const clock = clocks.find(({ name }) => name === pause.clock);
    const names = clocks.map(({ name }) => name).join(', ');
    if (clock === undefined) throw new ScenarioFailed(`no clock ${pause.clock} runs; running: ${names}`);
    if (!('rung' in pause)) return clock.dueAt;
    const at = clock.rungs.find(({ name }) => name === pause.rung)?.at;
    if (at == null) throw new ScenarioFailed(`${pause.clock} has no rung ${pause.rung} to come`);
    return at;
  }

  #breathe(): Promise<void> {
    return this.stage.liveUntil(minutesAfter(this.stage.now, BREATH_MINUTES));
  }

  async #resolve(input: Input): Promise<JsonObject> {
    return typeof input === 'function' ? input(this.#scene) : input;
  }

  #introduce(by: Doer): StepReport['actor'] {
    const { id, name, title } = this.#scene.people.find(handOf(by));
    const onBehalfOf = typeof by === 'string' ? null : this.#scene.people.find(by.for).name;
    return { id, name, title, onBehalfOf };
  }
}

function clocksOf({ clocks }: CaseView): StepReport['clocks'] {
  return clocks.map(({ name, label, state, dueAt }) => ({ name, label, state, dueAt }));
}
