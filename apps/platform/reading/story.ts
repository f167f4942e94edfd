import { promisesOfClock, promisesOfTask, type Judgement, type PastPromise } from '#libs/contract';
import type { JournalEntry } from '#libs/cases';
import type { Tx } from '#libs/database';
import type { Actor, JsonObject, Label, Registered } from '#libs/engine';
import type { FileRow } from '#libs/files';
import type { PublicationRow } from '#libs/notify';
import { issueAccount } from '#workflows/issue';
import { taskAccount } from '#workflows/task';

import type { Platform } from '../platform.js';
import type { SeenCase } from './case-reader.js';
import { journalOf, stagesAlong, type StagedEntry } from './path.js';
import { relatedCases, waitingSince, type RelatedCase, type Waiting } from './story.sql.js';

/** Everything the story of a case is told from, as far as its reader may see it. */
export interface StoryFacts {
  seen: SeenCase;
  registered: Registered;
  /** Now. */
  now: string;
  path: StagedEntry[];
  waiting: Waiting[];
  /** With whether the reader may open it. */
  related: (RelatedCase & { isOpen: boolean })[];
  /** What was promised and is over: kept or broken, the case’s own and its tasks’. */
  past: (PastPromise & { case: string })[];
  /** What hung or hangs in public, with its words. */
  published: (PublicationRow & { words: string | null })[];
  /** What the reader was told by entries of the journal, by the number of the entry; `null`: told without words. */
  told: ReadonlyMap<number, string | null>;
  photos: FileRow[];
  /** What residents said of the outcome posted last. */
  judgement: Judgement | null;
  number: string | null;
  category: { id: string; name: Label } | null;
  follow: { follows: boolean; followers: number };
  /** Names of units by id. */
  names: ReadonlyMap<string, string>;
  /** What workflows are called, by name. */
  workflowLabels: ReadonlyMap<string, Label>;
}

type Parts = Pick<
  Platform,
  | 'cases'
  | 'follows'
  | 'reader'
  | 'workflows'
  | 'database'
  | 'inbox'
  | 'ledger'
  | 'privacy'
  | 'registry'
  | 'localDateOf'
  | 'now'
>;

/** What is done for a case everybody may see is known to everybody, though not what stands in it. */
const KNOWN_TO_ALL: readonly string[] = [
  'task',
  'ballot',
  'meeting',
  'notice',
  'deliberation',
  'joint-meeting',
  'sign-off',
  'cost-share',
];

/** `null`: no such case for this reader. */
export async function readStory(parts: Parts, caseId: string, actor: Actor | null): Promise<StoryFacts | null> {
  const { cases, reader, workflows, database, follows, ledger, privacy, now } = parts;
  const seen = await reader.see(caseId, actor);
  if (seen === null) return null;
  const { view } = seen;
  const registered = workflows.get(view.workflow);
  if (registered === undefined) return null;
  const path = await stagesAlong({ cases, database }, registered, caseId);
  const person = actor?.kind === 'person' ? (actor.onBehalfOf ?? actor.person) : null;
  const related = await relatedOf(parts, seen, actor);
  const published = view.visibility === 'confidential' ? [] : await publishedOf(parts, caseId);
  const told = await toldBy(parts, seen);
  const place = wordIn(view.context, 'place');
  const past = await pastPromises(cases, { view, related, path });
  const doers = past.map(({ unit }) => unit);
  const units = [view.unit, place, ...view.parties.map(({ unit }) => unit), ...related.flatMap(unitsIn), ...doers];
  return {
    seen,
    registered,
    now: now(),
    path,
    waiting: await waitingSince(database, caseId),
    related,
    past,
    published,
    told,
    photos: (await privacy.fileAccess.ofCase(caseId, person)).filter(({ kind }) => kind === 'image'),
    judgement: judgementOf(
      view.workflow,
      path.map(({ entry }) => entry),
    ),
    number: (await ledger.numbers(database, [caseId])).get(caseId) ?? null,
    category: (await categoryNames(parts, view.unit, [view.category])).get(view.category ?? '') ?? null,
    follow: await follows.count(database, caseId, seen.ids),
    names: await reader.unitNames(units.filter((unit) => unit != null)),
    workflowLabels: new Map([...workflows.values()].map(({ workflow }) => [workflow.name, workflow.texts.label])),
  };
}

function unitsIn({ unit, doers }: RelatedCase): string[] {
  return [unit, ...doers];
}

function wordIn(context: JsonObject, field: string): string | null {
  const value = context[field];
  return typeof value === 'string' ? value : null;
}

/** Meetings the issue was on, beside what belongs to it by its rows. */
async function relatedOf({ reader, database }: Parts, { view }: SeenCase, actor: Actor | null) {
  const meetings = [view.context['agenda'], view.context['decision']].flatMap((part) => {
    const meeting = (part as JsonObject | null | undefined)?.['meeting'];
    return typeof meeting === 'string' ? [meeting] : [];
  });
  const rows = await relatedCases(database, { caseId: view.id, also: meetings });
  const open = await reader.known(
    rows.map(({ id }) => id),
    actor,
  );
  return rows
    .map((row) => ({ ...row, isOpen: open.has(row.id) }))
    .filter(
      ({ isOpen, workflow, visibility }) => isOpen || (KNOWN_TO_ALL.includes(workflow) && visibility !== 'reserved'),
    );
}

/** Of an issue: its first reply, the dates promised for its own work, and what its tasks were given to do until. */
async function pastPromises(
  cases: Parts['cases'],
  { view, related, path }: { view: SeenCase['view']; related: readonly RelatedCase[]; path: readonly StagedEntry[] },
): Promise<StoryFacts['past']> {
  if (view.workflow !== 'issue') return [];
  const entries = path.map(({ entry }) => entry);
  const own = [
    ...promisesOfClock(entries, { clock: 'firstReply', act: 'reply' }),
    ...promisesOfClock(entries, { clock: 'promise', act: 'finish' }),
  ].map((promise) => ({ ...promise, case: view.id }));
  const tasks: StoryFacts['past'] = [];
  for (const { id, workflow } of related) {
    if (workflow !== 'task') continue;
    const facts = taskAccount(await journalOf(cases, id));
    if (facts !== null) tasks.push(...promisesOfTask(facts).map((promise) => ({ ...promise, case: id })));
  }
  return [...own, ...tasks];
}

async function publishedOf({ inbox, database, cases, reader }: Parts, caseId: string) {
  const rows = await reader.withoutConfidential(await inbox.about(database, caseId));
  const bodies = await cases.texts(rows.flatMap(({ text }) => text ?? []));
  return rows.map((row) => ({ ...row, words: row.text === null ? null : (bodies[row.text] ?? null) }));
}

/** Whoever was sent a message reads it again at the entry of the journal that sent it. */
async function toldBy({ inbox, database, cases }: Parts, { ids, view }: SeenCase) {
  const messages = ids.length === 0 ? [] : await inbox.toldAbout(database, { caseId: view.id, persons: ids });
  const bodies = await cases.texts(messages.flatMap(({ text }) => text ?? []));
  return new Map(
    messages.map(({ id, text }) => [
      Number(id.slice(view.id.length + 1).split(':', 1)[0]),
      text === null ? null : (bodies[text] ?? null),
    ]),
  );
}

/** From the journal alone, as the account has it; of issues only. */
function judgementOf(workflow: string, entries: readonly JournalEntry[]): Judgement | null {
  if (workflow !== 'issue') return null;
  return issueAccount(entries)?.judgements.at(-1) ?? null;
}

/** Names of categories at a unit: an entry of its catalogue, else the word itself. */
export async function categoryNames(
  { database, registry, localDateOf, now }: Pick<Parts, 'database' | 'registry' | 'localDateOf' | 'now'>,
  unit: string,
  categories: readonly (string | null)[],
): Promise<ReadonlyMap<string, { id: string; name: Label }>> {
  const wanted = [...new Set(categories.filter((one) => one !== null))];
  if (wanted.length === 0) return new Map();
  const read = (tx: Tx) => registry.mattersAt(tx, unit, localDateOf(now()));
  const matters = await database.transaction(read, { readOnly: true });
  return new Map(
    wanted.map((one) => {
      const entry = matters.find(({ id, code, name }) => id === one || code === one || name.zh === one);
      return [one, { id: one, name: entry?.name ?? { zh: one, en: one } }];
    }),
  );
}
