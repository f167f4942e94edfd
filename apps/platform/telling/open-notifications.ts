import type { Calendar } from '#libs/calendar';
import { LIVE, type Cases } from '#libs/cases';
import type { Config } from '#libs/config';
import { DatabaseError, type Database, type Tx } from '#libs/database';
import type { Registered } from '#libs/engine';
import { calendarOfHours, Notifications, type CaseChange, type CaseSide, type ChangesQuestion } from '#libs/notify';
import type { LocalDate, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { Log } from '../log.js';
import type { Chore } from '../work/chore.types.js';

/** What telling people outside the pages is opened with. */
export interface NotificationsParts {
  config: Config;
  log: Log;
  database: Database;
  registry: Registry;
  vault: Vault;
  cases: Cases;
  workflows: ReadonlyMap<string, Registered>;
  /** The installation's calendars as they are now: `delivery` says when people are written to. */
  calendarNamed: (name: string) => Calendar | undefined;
  now: () => string;
  today: () => LocalDate;
}

/** When people are written to, where no calendar says so. */
const USUAL_HOURS = { from: '08:00', to: '20:00' };
const USUAL_ZONE = 'Asia/Shanghai';

/** Opens the room. Nothing runs yet: see {@link notificationChores}. */
export function openNotifications(parts: NotificationsParts): Notifications {
  const { config, log } = parts;
  const { mail, sms, callAfterDays, allowsPrivateAddresses } = config.notify;
  return new Notifications({
    ...parts,
    mail,
    sms,
    callAfterDays,
    publicUrl: config.http.publicUrl,
    posting: { allowsPrivate: allowsPrivateAddresses },
    hours: () => parts.calendarNamed('delivery') ?? calendarOfHours(USUAL_HOURS, USUAL_ZONE),
    caseSide: (caseId) => caseSide(parts, caseId),
    virtualNow: () => parts.cases.virtualNow(),
    discreet,
    changes,
    log: {
      warn: (message, data) => log.warn(data, message),
      error: (message, data) => log.error(data, message),
    },
  });
}

/** What is told of no case: edits of calendars, which everybody may read. */
const OF_NO_CASE: CaseSide = {
  isLive: true,
  workflow: '',
  kind: { zh: '民议', en: 'Minyi' },
  visibility: 'public',
  clocks: [],
};

/** A case that cannot be read is told of nowhere; one that cannot be read now is told of later. */
async function caseSide({ cases, workflows, log }: NotificationsParts, caseId: string): Promise<CaseSide | null> {
  if (caseId === '') return OF_NO_CASE;
  try {
    const view = await cases.get(caseId);
    const known = view === null ? undefined : workflows.get(view.workflow);
    if (view === null || known === undefined) return null;
    const { realm, workflow, visibility, clocks } = view;
    return { isLive: realm === LIVE, workflow, kind: known.workflow.texts.label, visibility, clocks };
  } catch (err) {
    if (err instanceof DatabaseError) throw err;
    log.error({ err, case: caseId }, 'a case could not be read: nobody is written to about it');
    return null;
  }
}

const TELLABLE = `c.visibility in ('public', 'internal')`;

async function discreet(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(`select c.id from cases c where c.id = any($1::text[]) and ${TELLABLE}`, [
    ids,
  ]);
  const tellable = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !tellable.has(id)));
}

/** Cases that everybody, or every office at their place, may know of, by when something was last written of them. */
function changes(tx: Tx, { after, until, limit }: ChangesQuestion): Promise<CaseChange[]> {
  return tx.query<CaseChange>(
    `select c.id as "caseId", c.version, c.unit, c.workflow, c.status, json_build_object('key', c.stage) as stage,
       c.next_due_at as due, c.created_at as "createdAt", j.recorded_at as at
     from journal j join cases c on c.id = j.case_id where c.realm = $1 and ${TELLABLE}
       and (j.recorded_at, j.case_id) > ($2::timestamptz, $3) and j.recorded_at < $4::timestamptz
     order by j.recorded_at, j.case_id limit $5`,
    [LIVE, after.at, after.id, until, limit],
  );
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const TOLD_EVERY_MS = 5 * SECOND_MS;

/** What a process that works does again and again; never twice at once in one process. */
export function notificationChores({ role }: Pick<Config, 'role'>, notifications: Notifications): Chore[] {
  if (role === 'server') return [];
  return [
    { name: 'messages', everyMs: TOLD_EVERY_MS, run: oneAtATime(() => notifications.runOnce()) },
    { name: 'webhooks', everyMs: TOLD_EVERY_MS, run: oneAtATime(() => notifications.runWebhooks()) },
    { name: 'call list', everyMs: HOUR_MS, run: oneAtATime(() => notifications.runCalls()) },
  ];
}

/** A turn that comes while the last one is still going on is left out. */
function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let isRunning = false;
  return async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } finally {
      isRunning = false;
    }
  };
}
