import type { StagedEntry, StoryFacts } from '#apps/platform';
import { effectsIn, eventOf, type AccountLine } from '#libs/contract';
import type { JournalEntry } from '#libs/cases';
import type { Label, Who } from '#libs/engine';

import type { StoryBody } from '../api/story.schema.js';
import { stageOf } from './case.view.js';
import { ME, NEWS_WORDS, PUBLISHED, REPORTER, RESIDENT, RESULT_WORDS } from './story.words.js';

type Entry = StoryBody['timeline'][number];

const RESIDENT_RELATIONS: readonly string[] = ['reporter', 'supporter', 'subject', 'signer', 'objector', 'initiator'];
const RESIDENT_ROLES: readonly string[] = ['resident', 'representative'];

/**
 * What happened, oldest first: how it began, every act that led to another step or was published, what came of it, and what its
 * tasks, ballots and meetings did. Whoever was told something reads it here again; whoever works on it sees the other acts too,
 * marked as internal. Nobody of the staff by name.
 */
export function timelineOf(facts: StoryFacts): Entry[] {
  const own = ownEntries(facts);
  const others = [...publishedElsewhere(facts), ...relatedEntries(facts)];
  return [...own, ...others].toSorted((a, b) => a.at.localeCompare(b.at));
}

function ownEntries(facts: StoryFacts): Entry[] {
  const { seen, path } = facts;
  const isAtWork = seen.eyes === 'staff' || seen.eyes === 'handler' || seen.eyes === 'member';
  const shown: Entry[] = [];
  let before: string | null = null;
  for (const staged of path) {
    const hasMoved: boolean = staged.stage !== null && staged.stage !== before;
    if (staged.stage !== null) before = staged.stage;
    const entry = entryOf(facts, staged, hasMoved);
    if (entry !== null && (!entry.isInternal || entry.isMine || isAtWork)) shown.push(entry);
  }
  return shown;
}

function entryOf(facts: StoryFacts, { entry, stage }: StagedEntry, hasMoved: boolean): Entry | null {
  const { seen, registered, published, told } = facts;
  const line: AccountLine = entry;
  const event = eventOf(line);
  const isAct = entry.kind === 'act' && event !== null;
  const isEnd = 'ended' in entry.body;
  if (entry.kind !== 'started' && !isAct && !hasMoved && !isEnd) return null;
  const prefix = `${entry.caseId}:${String(entry.seq)}:`;
  const posts = published.filter(({ id }) => id.startsWith(prefix));
  const isPublic = entry.kind === 'started' || hasMoved || isEnd || posts.length > 0 || publishes(line);
  const isMine = isBy(entry, seen.ids);
  const to =
    stage !== null && hasMoved ? stageOf(new Map([[seen.view.workflow, registered]]), seen.view.workflow, stage) : null;
  return {
    at: entry.at,
    kind: kindOf(entry, isAct, isEnd),
    label: labelOf(facts, entry, { act: isAct ? event.name : null, stage: to?.label ?? null }),
    stage: to,
    who: whoOf(facts, entry, isMine),
    isMine,
    text: posts.find(({ words }) => words !== null)?.words ?? told.get(entry.seq) ?? null,
    files: posts.flatMap(({ evidence }) => evidence),
    case: null,
    isInternal: !isPublic && !told.has(entry.seq),
  };
}

function kindOf({ kind }: JournalEntry, isAct: boolean, isEnd: boolean): Entry['kind'] {
  if (isEnd) return 'ended';
  if (kind === 'started') return 'started';
  return isAct ? 'act' : kind === 'clock' ? 'clock' : 'stage';
}

function publishes(line: AccountLine): boolean {
  return effectsIn(line).some(({ kind, name }) => kind === 'perform' && name.startsWith('publish'));
}

function isBy({ by }: JournalEntry, ids: readonly string[]): boolean {
  if (by.kind !== 'person') return false;
  return ids.includes(by.person) || (by.onBehalfOf !== undefined && ids.includes(by.onBehalfOf));
}

const STARTED: Label = { zh: '提出', en: 'Raised' };

function labelOf(
  { registered, seen }: StoryFacts,
  entry: JournalEntry,
  { act, stage }: { act: string | null; stage: Label | null },
): Label {
  if (entry.kind === 'started') return STARTED;
  if (act !== null) return registered.workflow.acts[act]?.label ?? { zh: act, en: act };
  if ('ended' in entry.body) return seen.view.states[0]?.label ?? { zh: '结束', en: 'Ended' };
  return stage === null ? { zh: '时限到', en: 'Time is up' } : { zh: `进入“${stage.zh}”`, en: `Now at “${stage.en}”` };
}

/** In which quality somebody acted: a resident, or the unit whose work it is. */
function whoOf({ seen: { view }, registered, names }: StoryFacts, entry: JournalEntry, isMine: boolean): Label | null {
  const { by } = entry;
  if (by.kind === 'system') return null;
  if (isMine) return ME;
  const person = by.onBehalfOf ?? by.person;
  const related = view.parties.filter((party) => party.person === person).map(({ relation }) => relation);
  const act = entry.kind === 'act' ? eventOf(entry)?.name : undefined;
  const who = act === undefined ? registered.workflow.startedBy : (registered.workflow.acts[act]?.who ?? []);
  if (related.includes('reporter') && who.some(isResident)) return REPORTER;
  if (related.some((relation) => RESIDENT_RELATIONS.includes(relation)) && who.some(isResident)) return RESIDENT;
  if (who.length > 0 && who.every(isResident)) return RESIDENT;
  const unit = unitOf(who, view.parties) ?? view.unit;
  const name = names.get(unit) ?? unit;
  return { zh: name, en: name };
}

function isResident({ role, relation }: Who): boolean {
  if (relation !== undefined) return RESIDENT_RELATIONS.includes(relation);
  return role !== undefined && RESIDENT_ROLES.includes(role);
}

/** The unit that is party to the case as the act's `who` asks, where it asks for one alone. */
function unitOf(who: readonly Who[], parties: readonly { relation: string; unit?: string }[]): string | null {
  const relations = new Set(who.map(({ of }) => of));
  if (relations.has(undefined) || relations.size === 0) return null;
  return parties.find(({ relation, unit }) => unit !== undefined && relations.has(relation))?.unit ?? null;
}

/** What tasks, notices and meetings published about it. */
function publishedElsewhere({ seen: { view }, published, related, names }: StoryFacts): Entry[] {
  return published
    .filter(({ caseId }) => caseId !== view.id)
    .map((row) => {
      const name = names.get(row.unit);
      return {
        at: row.at,
        kind: 'published',
        label: NEWS_WORDS[row.about] ?? PUBLISHED,
        stage: null,
        who: name === undefined ? null : { zh: name, en: name },
        isMine: false,
        text: row.words,
        files: row.evidence,
        case: related.some(({ id, isOpen }) => isOpen && id === row.caseId) ? row.caseId : null,
        isInternal: false,
      };
    });
}

/** That a task was given, a ballot called, a meeting held, and how it ended. */
function relatedEntries({ related, names, workflowLabels }: StoryFacts): Entry[] {
  return related.flatMap((row) => {
    const unit = row.doers[0] ?? row.unit;
    const name = names.get(unit);
    const words = workflowLabels.get(row.workflow) ?? { zh: row.workflow, en: row.workflow };
    const shared = {
      kind: 'related' as const,
      stage: null,
      who: name === undefined ? null : { zh: name, en: name },
      isMine: false,
      text: null,
      files: [],
      case: row.isOpen ? row.id : null,
      isInternal: false,
    };
    const begun = { ...shared, at: row.createdAt, label: { zh: `${words.zh}：开始`, en: `${words.en}: begun` } };
    if (row.status === 'active') return [begun];
    const result = resultOf(row.output, row.status);
    return [
      begun,
      { ...shared, at: row.changedAt, label: { zh: `${words.zh}：${result.zh}`, en: `${words.en}: ${result.en}` } },
    ];
  });
}

/** How a related case ended, from what it handed over. */
export function resultOf(output: unknown, status: string): Label {
  const { result, verdict } = (output ?? {}) as { result?: unknown; verdict?: unknown };
  const key = typeof verdict === 'string' ? verdict : typeof result === 'string' ? result : status;
  return (
    RESULT_WORDS[key] ?? (status === 'cancelled' ? { zh: '已撤回', en: 'Withdrawn' } : { zh: '已结束', en: 'Ended' })
  );
}
