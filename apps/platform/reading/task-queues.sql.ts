import type { Database } from '#libs/database';

/** Queues of whoever does tasks: 待签收 待分办 办理中 待审签 将到期 已超期 待验收. A task may stand in several. */
export const TASK_QUEUES = ['toAccept', 'toAssign', 'underWay', 'toSign', 'dueSoon', 'overdue', 'toVerify'] as const;
export type TaskQueue = (typeof TASK_QUEUES)[number];

/** How much stands in a queue. */
export interface QueueCount {
  queue: TaskQueue;
  count: number;
  overdue: number;
  dueSoon: number;
}

/** Whose queues, and between which instants something is due soon. */
export interface QueueQuestion {
  realm: string;
  /** Units whose work is done. */
  units: readonly string[];
  now: string;
  before: string;
}

const HANDLING = 'task.withDoer.handling';

/**
 * Tasks of the units with the states that wait for somebody, and their handling time: null while an approved hold stops it, and
 * once the work was handed in. A task is its doer's and that of the office inside it was given to.
 */
const TASKS = `
  with mine as (
    select distinct p.case_id from case_parties p
    where p.kind = 'unit' and p.relation in ('doer', 'section') and p.subject = any($2::text[])),
  task as (
    select c.case_id as id, c.created_at, k.due_at, k.due_at < $3::timestamptz as is_overdue,
           k.due_at >= $3::timestamptz and k.due_at < $4::timestamptz as is_soon,
           array(select d.state::text from desk d where d.case_id = c.case_id) as states,
           exists (select from case_parties h where h.case_id = c.case_id and h.relation = 'handler') as is_assigned
    from mine m join case_list c on c.case_id = m.case_id
      left join case_clocks k on k.case_id = c.case_id and k.name = 'handling'
    where c.realm = $1 and c.workflow = 'task' and c.status = 'active'),
  placed as (
    select t.*, case
      when states && array['${HANDLING}.active.signing', '${HANDLING}.active.impossibleReported'] then 'toSign'
      when exists (select from unnest(states) s where s like '${HANDLING}%')
        then case when is_assigned then 'underWay' else 'toAssign' end
      when exists (select from unnest(states) s where s like 'task.withDoer%') then 'toAccept'
      when exists (select from unnest(states) s where s like 'task.verification%') then 'toVerify' end as place
    from task t),
  queued as (
    select p.id, p.created_at, p.due_at, p.is_overdue, p.is_soon, q.queue from placed p cross join lateral unnest(array_remove(array[
      place, case when is_soon then 'dueSoon' end, case when is_overdue then 'overdue' end], null)) as q(queue))`;

/** The queues of the units in numbers; queues in which nothing stands are left out. */
export function taskQueues(database: Pick<Database, 'query'>, question: QueueQuestion): Promise<QueueCount[]> {
  const { realm, units, now, before } = question;
  return database.query<QueueCount>(
    `${TASKS} select queue, count(*)::int as count, (count(*) filter (where is_overdue))::int as overdue,
       (count(*) filter (where is_soon))::int as "dueSoon" from queued group by queue`,
    [realm, units, now, before],
  );
}

/** Tasks in a queue of the units: what is due first first, of those the urgent ones, then what has waited longest. */
export async function tasksInQueue(
  database: Pick<Database, 'query'>,
  { realm, units, now, before }: QueueQuestion,
  { queue, limit }: { queue: TaskQueue; limit: number },
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `${TASKS} select q.id from queued q join cases c on c.id = q.id where q.queue = $5
     order by q.due_at nulls last, (c.stored->'context'->>'part' = 'emergency') desc, q.created_at, q.id limit ${String(limit)}`,
    [realm, units, now, before, queue],
  );
  return rows.map(({ id }) => id);
}
