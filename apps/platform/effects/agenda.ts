import type { Cases, EffectHandler } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor, JsonObject } from '#libs/engine';
import type { Registry, UnitRecord } from '#libs/registry';
import { z } from 'zod';

/** What agenda handlers work with; `cases` decides the world (live or simulated) they act in. */
export interface AgendaParts {
  cases: Cases;
  database: Database;
  registry: Registry;
}

const AGENDA: Actor = { kind: 'system', name: 'agenda' };
const PAGE = 200;

const request = z.object({
  issue: z.string(),
  unit: z.string(),
  level: z.string(),
  title: z.string(),
  measures: z.array(z.string()),
  recused: z.array(z.string()),
  decides: z.string(),
  request: z.number().int(),
});
const collection = z.object({ level: z.string(), unit: z.string() });
const withdrawal = z.object({ issue: z.string(), meeting: z.string().nullable() });

/** What of an issue's context says that it waits for an agenda. */
const waiting = z.object({
  unit: z.string(),
  place: z.string().nullable(),
  level: z.string(),
  title: z.string(),
  measures: z.array(z.string()),
  recused: z.array(z.string()),
  agendaAsked: z.literal(true),
  agenda: z.null(),
  competence: z.object({ decides: z.string() }).nullable(),
  counts: z.object({ agendas: z.number() }),
});
const meetingContext = z.object({ level: z.string(), unit: z.string() });

/** Brings issues and meetings together: an issue asks for a place, a new meeting asks who waits. Both may come first. */
export function agendaHandlers(parts: AgendaParts): Record<string, EffectHandler> {
  return {
    'issue.requestAgenda': async (call) => {
      const asked = request.parse(call.payload);
      const place = placeOf((await parts.cases.stored(call.caseId))?.context);
      for (const meeting of await openMeetings(parts, asked.level)) {
        if (!(await serves(parts, meeting.unit, { unit: asked.unit, place }))) continue;
        if (await submit(parts.cases, meeting.id, { ...asked, issue: call.caseId })) break;
      }
      return undefined;
    },
    'issue.withdrawAgenda': async (call) => {
      const { issue, meeting } = withdrawal.parse(call.payload);
      const meetings = meeting === null ? (await activeCases(parts.cases, 'meeting')).map(({ id }) => id) : [meeting];
      const event = { type: 'item.withdrawn', payload: { issue } };
      // a meeting that never had the item refuses to hear of it, which is as good
      for (const caseId of meetings)
        await parts.cases.tell({ caseId, event, actor: AGENDA, key: `${call.id}:${caseId}` });
      return undefined;
    },
    'meeting.collectAgenda': async (call) => {
      const { level, unit } = collection.parse(call.payload);
      for (const { id } of await activeCases(parts.cases, 'issue', 'deliberate')) {
        const found = waiting.safeParse((await parts.cases.stored(id))?.context);
        if (!found.success || found.data.level !== level) continue;
        const { competence, counts, ...issue } = found.data;
        if (!(await serves(parts, unit, issue))) continue;
        const decides = competence?.decides ?? 'residents';
        await submit(parts.cases, call.caseId, { ...issue, issue: id, decides, request: counts.agendas });
      }
      return undefined;
    },
  };
}

type Submission = Pick<z.infer<typeof request>, 'issue' | 'title' | 'measures' | 'recused' | 'decides' | 'request'>;

/** Submits an item to a meeting. Answers whether the meeting took it; repeated, it is the same submission. */
async function submit(cases: Cases, meeting: string, item: Submission): Promise<boolean> {
  const { issue, title, measures, recused, decides } = item;
  const event = { type: 'item.submitted', payload: { issue, title, measures, recused, decides } };
  const key = `agenda:${issue}:${String(item.request)}:${meeting}`;
  const answer = await cases.tell({ caseId: meeting, event, actor: AGENDA, key });
  return answer.ok;
}

async function activeCases(cases: Cases, workflow: string, stage?: string): Promise<{ id: string; unit: string }[]> {
  const found: { id: string; unit: string }[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: { id: string; unit: string }[]; next: string | null } = await cases.list({
      workflow,
      status: 'active',
      limit: PAGE,
      ...(stage === undefined ? {} : { stage }),
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.rows.map(({ id, unit }) => ({ id, unit })));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

/** Meetings of the level that have not ended, the oldest first: it sits first. */
async function openMeetings({ cases }: AgendaParts, level: string): Promise<{ id: string; unit: string }[]> {
  const meetings = [];
  for (const { id } of (await activeCases(cases, 'meeting')).reverse()) {
    const context = meetingContext.safeParse((await cases.stored(id))?.context);
    if (context.success && context.data.level === level) meetings.push({ id, unit: context.data.unit });
  }
  return meetings;
}

/**
 * Whether what is decided in a body or at a place concerns an issue: the place it serves holds the issue's place, or stands
 * below the issue's unit when the issue names no place.
 */
async function serves(
  { database, registry }: AgendaParts,
  body: string,
  issue: { unit: string; place: string | null },
): Promise<boolean> {
  return database.transaction(
    async (tx) => {
      const served = servedPlace(await registry.ancestors(tx, body)) ?? body;
      const where = await registry.lineage(tx, issue.place ?? issue.unit);
      if (where.includes(served) || where.includes(body)) return true;
      return issue.place === null && (await registry.lineage(tx, served)).includes(issue.unit);
    },
    { readOnly: true },
  );
}

/** The first unit above a body, itself included, that is a place. */
function servedPlace(ancestors: readonly UnitRecord[]): string | undefined {
  return ancestors.find(({ kind }) => kind !== 'body' && kind !== 'branch')?.id;
}

function placeOf(context: JsonObject | undefined): string | null {
  const place = context?.['place'];
  return typeof place === 'string' ? place : null;
}
