import type { StoryFacts } from '#apps/platform';
import type { CaseView, ClockView } from '#libs/cases';
import type { Label } from '#libs/engine';

import type { StoryBody } from '../api/story.schema.js';
import { ROLE_WORDS } from '../pages/role.words.js';
import { inWords } from './clock.words.js';
import { lateBy } from './story.rules.js';

type Holder = StoryBody['waits'][number];
type Named = Holder['names'][number];
type Wait = CaseView['awaits'][number];

const MOST_NAMED = 4;
const RESIDENT_ROLES: readonly string[] = ['resident', 'representative', 'owner'];
const HIDDEN_RUNGS: Readonly<Record<string, Label | undefined>> = {
  urge: { zh: '已发催办', en: 'urged in writing' },
  supervise: { zh: '已督办', en: 'under supervision' },
};

/** Whom a case waits for: whoever does its work before whoever may take it back, what is due first first. */
export function holdersOf(facts: StoryFacts): Holder[] {
  const { view } = facts.seen;
  if (view.status !== 'active') return [];
  const own = view.awaits.map((wait) => holderOf(facts, wait));
  return [...soonestFirst(atWork(facts)), ...soonestFirst(own)];
}

function soonestFirst(holders: readonly Holder[]): Holder[] {
  return holders.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.since.localeCompare(b.since));
}

const TIME_TO_DO: Label = { zh: '承办时限', en: 'Time to do it' };

/** Units that have a task of this case, and where each task stands: with its department, given back, waiting for approval. */
function atWork({ related, names, now }: StoryFacts): Holder[] {
  return related.flatMap((row) => {
    if (row.workflow !== 'task' || row.status !== 'active' || row.step === null) return [];
    const unit = row.doers[0] ?? row.unit;
    const name = names.get(unit) ?? unit;
    const dueAt = row.isPaused ? null : row.dueAt;
    const isLate = dueAt !== null && dueAt < now;
    return {
      names: [{ unit, name: { zh: name, en: name } }],
      label: row.step,
      since: row.since ?? row.changedAt,
      clock: TIME_TO_DO,
      dueAt,
      isLate,
      isPaused: row.isPaused,
      why: whyOf({ label: TIME_TO_DO, dueAt: row.dueAt ?? now, rungs: [] }, { isLate, isPaused: row.isPaused, now }),
      explanation: null,
      isMe: false,
    };
  });
}

function holderOf(facts: StoryFacts, wait: Wait): Holder {
  const { seen, waiting, now } = facts;
  const { view } = seen;
  const clock = clockNamed(view.clocks, wait.clock);
  const since = waiting.find(({ state }) => state === wait.state)?.since ?? clock?.armedAt ?? view.changedAt;
  const isPaused = clock?.state === 'paused';
  const dueAt = clock === undefined || isPaused ? null : clock.dueAt;
  const isLate = dueAt !== null && dueAt < now;
  return {
    names: namesOf(facts, wait),
    label: wait.label,
    since,
    clock: clock?.label ?? null,
    dueAt,
    isLate,
    isPaused,
    why: clock === undefined ? null : whyOf(clock, { isLate, isPaused, now }),
    explanation: clock === undefined ? null : inWords(clock),
    isMe: isWaitedFor(facts, wait) && wait.acts.some((act) => view.abilities.includes(act)),
  };
}

/** Residents may do some of what staff are waited for, such as saying that there is danger: that is no waiting for residents. */
function isWaitedFor({ seen: { eyes, view, ids } }: StoryFacts, { who }: Wait): boolean {
  if (eyes !== 'party') return true;
  return who.some(({ role, relation }) =>
    relation === undefined
      ? RESIDENT_ROLES.includes(role ?? '')
      : view.parties.some((party) => party.relation === relation && ids.includes(party.person ?? '')),
  );
}

/** The clock of that name that is due first. */
function clockNamed(clocks: readonly ClockView[], name: string | undefined): ClockView | undefined {
  if (name === undefined) return undefined;
  return clocks.filter((clock) => clock.name === name).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

function whyOf(
  clock: Pick<ClockView, 'label' | 'dueAt' | 'rungs'>,
  { isLate, isPaused, now }: { isLate: boolean; isPaused: boolean; now: string },
): Label | null {
  if (isPaused) return { zh: `“${clock.label.zh}”已暂停计时`, en: `“${clock.label.en}” is paused` };
  if (!isLate) return null;
  const by = lateBy(clock.dueAt, now);
  const loud = clock.rungs.filter(({ fired }) => fired).flatMap(({ severity }) => HIDDEN_RUNGS[severity] ?? []);
  const last = loud.at(-1);
  return {
    zh: `“${clock.label.zh}”已超过${by.zh}${last === undefined ? '' : `，${last.zh}`}`,
    en: `“${clock.label.en}” is ${by.en} past its time${last === undefined ? '' : `, ${last.en}`}`,
  };
}

/** Units and offices, and people only as what they are to the case. */
function namesOf({ seen: { view }, registered, names }: StoryFacts, wait: Wait): Named[] {
  const unitNamed = (unit: string, role?: string): Named => {
    const name = names.get(unit) ?? unit;
    const office = role === undefined ? undefined : ROLE_WORDS[role];
    if (office === undefined) return { unit, name: { zh: name, en: name } };
    return { unit, name: { zh: `${name} ${office.zh}`, en: `${name}: ${office.en}` } };
  };
  const named = wait.who.flatMap(({ role, of, relation }): Named[] => {
    if (of !== undefined)
      return view.parties.flatMap((party) =>
        party.relation === of && party.unit !== undefined ? [unitNamed(party.unit)] : [],
      );
    if (relation !== undefined) {
      const parties = view.parties.filter((party) => party.relation === relation);
      const units = parties.flatMap(({ unit }) => (unit === undefined ? [] : [unitNamed(unit)]));
      if (units.length > 0) return units;
      const label = registered.workflow.texts.relations[relation];
      return parties.length === 0 || label === undefined ? [] : [{ unit: null, name: label }];
    }
    return role === undefined ? [] : [unitNamed(view.unit, role)];
  });
  return [...new Map(named.map((one) => [one.name.zh, one])).values()].slice(0, MOST_NAMED);
}
