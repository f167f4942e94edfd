import type { Label } from '#libs/engine';

import { demoPeople } from '../limin/demo-people.js';
import { isDemoPerson } from './cast-members.js';
import type { Doer, Someone } from './cast-members.js';
import { demand, hiddenFrom } from './checks.js';
import type { CaseName, Doing, ExpectedRefusal, Here, Input, Pause, Scenario, Step } from './scenario.types.js';

/*
 * The words scenarios are written in. An act is named `case.act`: `issue.sortAsCommon`, `task@heating.finish`.
 */

type ActName = `${string}.${string}`;

interface Beginning {
  workflow: string;
  input: Input;
  policy?: string;
}

/** Declares a scenario. `steps` may hold groups of steps. */
export function defineScenario(
  scenario: Omit<Scenario, 'steps'> & { steps: readonly (Step | readonly Step[])[] },
): Scenario {
  return { ...scenario, steps: scenario.steps.flat() };
}

/** Somebody opens an issue, by the name it has from here on. */
export function opens(by: Doer, as: string, input: Input): Step {
  return { kind: 'start', by, as, workflow: 'issue', input };
}

/** Somebody starts a case of any workflow, under the preset of its policy that is named. */
export function starts(by: Doer, as: string, { workflow, input, policy }: Beginning): Step {
  return { kind: 'start', by, as, workflow, input, ...(policy === undefined ? {} : { policy }) };
}

/** Somebody convenes a meeting, by the name it has from here on. */
export function convenes(by: Doer, as: string, input: Input): Step {
  return { kind: 'start', by, as, workflow: 'meeting', input };
}

/** Somebody may not start a case. */
export function mayNotStart(by: Doer, workflow: string, expected: ExpectedRefusal): Step {
  return { kind: 'start', by, as: workflow, workflow, input: expected.input ?? {}, refused: expected };
}

/** Somebody does something. */
export function act(by: Doer, what: ActName, input: Input = {}): Step {
  return { kind: 'act', by, ...parted(what), input };
}

/** Somebody tries something and is refused: by a code, or by a code and a guard of the chart. Nothing is written. */
export function refused(by: Doer, what: ActName, expected: ExpectedRefusal | ExpectedRefusal['code']): Step {
  const refusal = typeof expected === 'string' ? { code: expected } : expected;
  return { kind: 'act', by, ...parted(what), input: refusal.input ?? {}, refused: refusal };
}

/** Somebody does something beside the charts. */
export function deed(
  by: Doer,
  { on, says }: { on: CaseName; says: Label },
  work: (doing: Doing) => Promise<void>,
): Extract<Step, { kind: 'deed' }> {
  return { kind: 'deed', by, on, says, do: work };
}

/** Time passes; whatever is due happens. */
export function wait(pause: Pause): Step {
  return { kind: 'wait', pause };
}

/** Time passes until a local time (`2026-03-02 09:00`). */
export function until(local: string): Step {
  return wait({ until: local });
}

/** Says something to whoever reads along. */
export function note(zh: string, en: string): Step {
  return { kind: 'note', says: { zh, en } };
}

/** The case is in a state, given as the beginning of its path: `open.course.say`. */
export function expectState(on: CaseName, path: string): Step {
  return check(on, { zh: `状态为 ${path}`, en: `is in ${path}` }, async (here) => {
    const paths = await here.paths(on);
    demand(
      paths.some((one) => one === path || one.startsWith(`${path}.`)),
      `it is in ${paths.join(', ')}`,
    );
  });
}

/** The case waits for somebody to do something: it is on their desk. */
export function expectDesk(who: Someone, what: ActName): Step {
  const { on, act: name } = parted(what);
  return check(
    on,
    { zh: `在${called(who).zh}的工作台上等待 ${name}`, en: `waits on the desk of ${called(who).en} for ${name}` },
    async (here) => {
      const id = await here.id(on);
      const found = (await here.desk(who)).filter(({ caseId }) => caseId === id).flatMap(({ acts }) => acts);
      demand(found.includes(name), `on that desk it waits for: ${found.join(', ') || 'nothing'}`);
    },
  );
}

/** The case is not on somebody's desk. */
export function expectNotOnDesk(who: Someone, on: CaseName): Step {
  return check(
    on,
    { zh: `不在${called(who).zh}的工作台上`, en: `is not on the desk of ${called(who).en}` },
    async (here) => {
      const id = await here.id(on);
      const found = (await here.desk(who)).filter(({ caseId }) => caseId === id).flatMap(({ acts }) => acts);
      demand(found.length === 0, `it waits there for ${found.join(', ')}`);
    },
  );
}

/** Somebody was told: `times` messages about something, of a rung of a clock if one is named. */
export function expectMessage(
  who: Someone,
  on: CaseName,
  wanted: { about: string; clock?: string; rung?: string; times?: number },
): Step {
  const { about, clock, rung, times } = wanted;
  const what = [about, clock, rung].filter((part) => part !== undefined).join('.');
  const says = { zh: `${called(who).zh}收到“${what}”`, en: `${called(who).en} was told “${what}”` };
  return check(on, says, async (here) => {
    const id = await here.id(on);
    const all = (await here.messages(who)).filter(({ caseId }) => caseId === id);
    const found = all.filter(
      (one) => one.about === about && (clock ?? one.clock) === one.clock && (rung ?? one.rung) === one.rung,
    );
    const told = all.map((one) => [one.about, one.clock, one.rung].filter((part) => part !== null).join('.'));
    demand(
      times === undefined ? found.length > 0 : found.length === times,
      `they were told: ${told.join(', ') || 'nothing'}`,
    );
  });
}

/** Something about the case hangs, or hung, on the public page. */
export function expectPublished(on: CaseName, about: string): Step {
  return check(on, { zh: `已公开发布“${about}”`, en: `“${about}” was published` }, async (here) => {
    const found = (await here.published(on)).map((one) => one.about);
    demand(found.includes(about), `published were: ${found.join(', ') || 'nothing'}`);
  });
}

/** Nothing about the case ever stood on the public page. */
export function expectNeverPublished(on: CaseName): Step {
  return check(on, { zh: '从未公开发布', en: 'was never published' }, async (here) => {
    const found = (await here.published(on)).map((one) => one.about);
    demand(found.length === 0, `published were: ${found.join(', ')}`);
  });
}

/**
 * For these people (`null`: a visitor) the case does not exist: they cannot open it or its journal, it is in none of their lists,
 * on none of their desks, among none of their messages, and the live stream tells them nothing of it.
 */
export function expectHidden(on: CaseName, from: readonly (Someone | null)[]): Step {
  const names = from.map((who) => (who === null ? { zh: '访客', en: 'a visitor' } : called(who)));
  const says = {
    zh: `对以下人员不存在:${names.map(({ zh }) => zh).join('、')}`,
    en: `does not exist for ${names.map(({ en }) => en).join(', ')}`,
  };
  return check(on, says, (here) => hiddenFrom(here, on, from));
}

/** Anything else that must be true, said in words. `test` throws, by `demand`, when it is not. */
export function check(
  on: CaseName | null,
  says: Label,
  test: (here: Here) => Promise<void>,
): Extract<Step, { kind: 'check' }> {
  return { kind: 'check', on, says, test };
}

function parted(what: ActName): { on: CaseName; act: string } {
  const dot = what.lastIndexOf('.');
  return { on: what.slice(0, dot), act: what.slice(dot + 1) };
}

/** A person in words. */
function called(who: Someone): Label {
  if (!isDemoPerson(who)) return { zh: who, en: who };
  const { name, title } = demoPeople[who];
  return { zh: `${title.zh}${name}`, en: `${name} (${title.en})` };
}
