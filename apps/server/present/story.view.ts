import type { StoryFacts } from '#apps/platform';
import type { ClockView } from '#libs/cases';
import type { JsonObject, Label } from '#libs/engine';
import type { FileRow } from '#libs/files';

import type { StoryBody } from '../api/story.schema.js';
import { stageOf, type Workflows } from './case.view.js';
import { inWords } from './clock.words.js';
import { holdersOf } from './story.holders.js';
import { relatedOf } from './story.related.js';
import { stepsOf } from './story.rules.js';
import { timelineOf } from './story.timeline.js';
import { RESULT_WORDS } from './story.words.js';

type Promised = StoryBody['promises'][number];

const TIME_TO_DO: Label = { zh: '承办时限', en: 'Time to do it' };

/** Fewer answers than these would say who said what. */
const FEWEST_ANSWERS = 3;
const DAY_MS = 86_400_000;

/** The story of a case in the words of pages. */
export function presentStory(facts: StoryFacts, workflows: Workflows): StoryBody {
  const { seen, registered, names } = facts;
  const { view, eyes } = seen;
  const { texts } = registered.workflow;
  const waits = holdersOf(facts);
  const place = wordIn(view.context, 'place');
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  const description = wordIn(view.context, 'description');
  return {
    id: view.id,
    workflow: view.workflow,
    workflowLabel: texts.label,
    version: view.version,
    status: view.status,
    stage: stageOf(workflows, view.workflow, view.stage),
    visibility: view.visibility,
    eyes,
    title: view.title,
    description: description === null ? null : (seen.texts[description] ?? null),
    number: facts.number,
    unit: named(view.unit),
    place: place === null ? null : named(place),
    category: facts.category,
    createdAt: view.createdAt,
    changedAt: view.changedAt,
    endedAt:
      view.status === 'active' ? null : (facts.path.find(({ entry }) => 'ended' in entry.body)?.entry.at ?? null),
    ending: endingOf(facts),
    isUrgent: view.context['danger'] === true,
    photos: facts.photos.map(photoOf),
    steps: stepsOf(facts.path, texts.stages, view),
    holder: waits[0] ?? null,
    waits,
    promises: promisesOf(facts),
    timeline: timelineOf(facts),
    related: relatedOf(facts, workflows),
    review: reviewOf(facts),
    supporters: supportersIn(view.context),
    followers: facts.follow.followers,
    mine: mineOf(facts, texts.relations),
  };
}

function wordIn(context: JsonObject, field: string): string | null {
  const value = context[field];
  return typeof value === 'string' ? value : null;
}

function endingOf({ seen: { view } }: StoryFacts): StoryBody['ending'] {
  if (view.status === 'active') return null;
  const result = wordIn((view.context['ending'] ?? {}) as JsonObject, 'result');
  return (result === null ? undefined : RESULT_WORDS[result]) ?? view.states[0]?.label ?? null;
}

function photoOf(row: FileRow): StoryBody['photos'][number] {
  const url = `/api/v1/files/${encodeURIComponent(row.id)}/content`;
  return {
    file: row.id,
    mediaType: row.mediaType,
    url,
    thumbnail: row.hasThumbnail ? `${url}?size=thumbnail` : null,
    width: row.width,
    height: row.height,
    isPublished: row.original !== null,
  };
}

function promisesOf(facts: StoryFacts): Promised[] {
  const { seen, related, published, names, now } = facts;
  const { view } = seen;
  const past = pastPromises(facts);
  if (view.status !== 'active') return past;
  const own = view.clocks.map((clock) => clockPromise(clock, now));
  const tasks = related.flatMap((row): Promised[] => {
    // handed in: whether it was in time stands among what is past
    if (row.workflow !== 'task' || row.status !== 'active' || (row.dueAt === null && !row.isPaused)) return [];
    const unit = row.doers[0] ?? row.unit;
    return [
      {
        kind: 'task',
        label: TIME_TO_DO,
        by: { id: unit, name: names.get(unit) ?? '' },
        case: row.isOpen ? row.id : null,
        dueAt: row.isPaused ? null : row.dueAt,
        doneAt: null,
        state: row.isPaused ? 'paused' : row.dueAt !== null && row.dueAt < now ? 'late' : 'running',
        explanation: null,
      },
    ];
  });
  const notices = published
    .filter(({ kind, removedAt }) => kind === 'notice' && removedAt === null)
    .map((row): Promised => {
      const until = new Date(Date.parse(row.at) + row.days * DAY_MS).toISOString();
      return {
        kind: 'notice',
        label: { zh: '公示期', en: 'Public notice' },
        by: { id: row.unit, name: names.get(row.unit) ?? '' },
        case: related.some(({ id, isOpen }) => isOpen && id === row.caseId) ? row.caseId : null,
        dueAt: until,
        doneAt: null,
        state: until < now ? 'kept' : 'running',
        explanation: null,
      };
    });
  const rests = wordIn(view.context, 'restsUntil');
  const rest: Promised[] =
    rests === null
      ? []
      : [
          {
            kind: 'rest',
            label: { zh: '本议题在此之前不再表决', en: 'Not put to the vote again before' },
            by: null,
            case: null,
            dueAt: rests,
            doneAt: null,
            state: rests < now ? 'kept' : 'running',
            explanation: null,
          },
        ];
  return [...past, ...own, ...tasks, ...notices, ...rest];
}

/** Kept or broken, and by whom. A broken one stays to be seen, also when the case is over. */
function pastPromises({ past, seen: { view }, registered, related, names }: StoryFacts): Promised[] {
  return past.map(({ case: id, clock, unit, dueAt, doneAt, isKept }) => {
    const isOwn = id === view.id;
    const own = registered.workflow.clocks[clock]?.label ?? { zh: clock, en: clock };
    return {
      kind: isOwn ? (clock === 'promise' ? 'promised' : 'clock') : 'task',
      label: isOwn ? own : TIME_TO_DO,
      by: unit === null ? null : { id: unit, name: names.get(unit) ?? '' },
      case: related.some((one) => one.isOpen && one.id === id) ? id : null,
      dueAt,
      doneAt,
      state: isKept ? 'kept' : 'broken',
      explanation: null,
    };
  });
}

function clockPromise(clock: ClockView, now: string): Promised {
  const isPaused = clock.state === 'paused';
  return {
    kind: clock.name === 'promise' ? 'promised' : 'clock',
    label: clock.label,
    by: null,
    case: null,
    dueAt: isPaused ? null : clock.dueAt,
    doneAt: null,
    state: isPaused ? 'paused' : clock.dueAt < now ? 'late' : 'running',
    explanation: inWords(clock),
  };
}

function reviewOf({ judgement, seen: { view, eyes } }: StoryFacts): StoryBody['review'] {
  if (judgement === null) return null;
  const answers = answersIn(view.context);
  const mayCount = eyes === 'staff' || judgement.answered >= FEWEST_ANSWERS;
  const { asked, reached, answered, solved, satisfied } = judgement;
  return {
    asked,
    reached,
    answered,
    silent: judgement.overAt === null ? 0 : Math.max(0, asked - answered),
    solved: mayCount ? answers.filter((one) => one.solved).length : null,
    satisfied: mayCount ? answers.filter((one) => one.satisfied).length : null,
    result: solved === null || satisfied === null ? null : { solved, satisfied },
  };
}

function answersIn(context: JsonObject): { solved: boolean; satisfied: boolean }[] {
  const answers = Array.isArray(context['answers']) ? context['answers'] : [];
  return answers.map((answer) => {
    const { solved, satisfied } = (answer ?? {}) as JsonObject;
    return { solved: solved === true, satisfied: satisfied === true };
  });
}

/** Those who support it, and those whose like matters were merged into it. */
export function supportersIn(context: JsonObject): number {
  const people = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
  const merged = Array.isArray(context['merged']) ? context['merged'] : [];
  return (
    people(context['supporters']) +
    merged.reduce<number>((sum, one) => sum + people((one as JsonObject | null)?.['people']), 0)
  );
}

function mineOf(
  { seen: { view, ids }, registered, follow }: StoryFacts,
  relations: Readonly<Record<string, { zh: string; en: string }>>,
): StoryBody['mine'] {
  const own = new Set(
    view.parties.flatMap(({ relation, person }) => (person !== undefined && ids.includes(person) ? [relation] : [])),
  );
  return {
    relations: [...own].map((key) => ({ key, label: relations[key] ?? { zh: key, en: key } })),
    follows: follow.follows,
    mayFollow: ids.length > 0 && view.visibility === 'public' && !follow.follows,
    acts: view.abilities.map((act) => ({ act, label: registered.workflow.acts[act]?.label ?? { zh: act, en: act } })),
  };
}
