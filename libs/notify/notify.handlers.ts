import type { EffectHandler } from '#libs/cases';
import type { Who } from '#libs/engine';
import { z } from 'zod';

import { tell, tellPersons } from './messages.sql.js';
import type { Delivery, DeliveryHandler, NotifyOptions } from './notify.types.js';

const id = z.string().min(1);
const who = z.object({
  role: z.string().optional(),
  of: z.string().optional(),
  relation: z.string().optional(),
  not: z.array(z.string()).optional(),
});

const payloads = {
  remind: z.object({ clock: id, name: id, rung: id, severity: id, audience: z.array(who) }),
  news: z.object({ issue: id, unit: id, about: id, text: z.string().nullable(), evidence: z.array(z.string()) }),
  notify: z.object({ about: id, persons: z.array(id), text: z.string().nullable() }),
  forward: z.object({ to: z.string().nullable(), address: z.string(), text: z.string() }),
  supervise: z.object({ unit: id, tier: id, redo: z.number() }),
  notice: z.object({ issue: id, unit: id, title: id, text: id, blocking: z.boolean(), days: z.number().int() }),
  unpublish: z.object({ notice: id, outcome: id }),
  invitation: z.object({ unit: id, level: id, title: id, startsAt: id }),
  minutes: z.object({ unit: id, title: id, minutes: id }),
  offices: z.object({ about: id, audience: z.array(who), text: z.string().nullable() }),
};

function asWho({ role, of, relation, not }: z.infer<typeof who>): Who {
  return {
    ...(role === undefined ? {} : { role }),
    ...(of === undefined ? {} : { of }),
    ...(relation === undefined ? {} : { relation }),
    ...(not === undefined ? {} : { not }),
  };
}

const remind: DeliveryHandler = async (delivery) => {
  const { audience, severity, name, rung } = payloads.remind.parse(delivery.call.payload);
  await tell(delivery, audience.map(asWho), { about: 'remind', severity, clock: name, rung });
  return undefined;
};

/** Nothing confidential is ever posted, whatever a chart asks for. */
function isPostable({ facts }: Delivery): boolean {
  return facts.visibility !== 'confidential' && facts.visibility !== 'reserved';
}

/** A row of the public page, still without its id. */
interface Posting {
  issue: string | null;
  unit: string;
  kind: 'news' | 'notice';
  about: string;
  title: string | null;
  text: string | null;
  evidence?: string[];
  blocking?: boolean;
  days?: number;
}

async function post(delivery: Delivery, posting: Posting): Promise<undefined> {
  if (!isPostable(delivery)) return undefined;
  const { tx, call } = delivery;
  const { issue, unit, kind, about, title, text, evidence = [], blocking = false, days = 0 } = posting;
  await tx.query(
    `insert into publications (id, case_id, issue, unit, kind, about, title, text, evidence, blocking, days, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [call.id, call.caseId, issue, unit, kind, about, title, text, evidence, blocking, days, call.at],
  );
  return undefined;
}

const publishNews: DeliveryHandler = (delivery) => {
  const { issue, unit, about, text, evidence } = payloads.news.parse(delivery.call.payload);
  return post(delivery, { issue, unit, kind: 'news', about, title: null, text, evidence });
};

const publishNotice: DeliveryHandler = (delivery) =>
  post(delivery, { kind: 'notice', about: 'notice', ...payloads.notice.parse(delivery.call.payload) });

const publishMinutes: DeliveryHandler = (delivery) => {
  const { unit, title, minutes } = payloads.minutes.parse(delivery.call.payload);
  return post(delivery, { issue: null, unit, kind: 'news', about: 'minutes', title, text: minutes });
};

/** Role whose holders are members of a body; below the council every resident is one, and reads it on the public page. */
const MEMBERS_OF_LEVEL: Readonly<Record<string, string>> = { council: 'deliberator', assembly: 'representative' };

const inviteMembers: DeliveryHandler = async (delivery) => {
  const { unit, level, title } = payloads.invitation.parse(delivery.call.payload);
  const role = MEMBERS_OF_LEVEL[level];
  if (role !== undefined) {
    await tell({ ...delivery, facts: { ...delivery.facts, unit } }, [{ role }], { about: 'invitation', text: title });
  }
  return post(delivery, { issue: null, unit, kind: 'news', about: 'invitation', title, text: null });
};

const unpublish: DeliveryHandler = async ({ tx, call }) => {
  const { notice, outcome } = payloads.unpublish.parse(call.payload);
  // first word counts: a repeated or late effect does not change when and why it came down
  await tx.query(
    `update publications set removed_at = $2, outcome = $3 where case_id = $1 and kind = 'notice' and removed_at is null`,
    [notice, call.at, outcome],
  );
  return undefined;
};

const notifyPersons: DeliveryHandler = async (delivery) => {
  const { about, persons, text } = payloads.notify.parse(delivery.call.payload);
  await tellPersons(delivery, persons, { about, text });
  return undefined;
};

const sendForward: DeliveryHandler = async (delivery) => {
  const { tx, call } = delivery;
  const { to, address, text } = payloads.forward.parse(call.payload);
  await tx.query(
    `insert into letters (id, case_id, kind, unit, address, text, at) values ($1, $2, 'forward', $3, $4, $5, $6)
     on conflict do nothing`,
    [call.id, call.caseId, to, address, text, call.at],
  );
  if (to === null) return undefined;
  const receivers = ['department', 'coordinator'].map((role) => ({ role, of: 'receiver' }));
  const facts = { ...delivery.facts, parties: [{ relation: 'receiver', unit: to }] };
  await tell({ ...delivery, facts }, receivers, { about: 'forwarded', text });
  return undefined;
};

const supervise: DeliveryHandler = async (delivery) => {
  const { tx, call } = delivery;
  const { unit } = payloads.supervise.parse(call.payload);
  await tx.query(
    `insert into letters (id, case_id, kind, unit, address, text, at) values ($1, $2, 'supervision', $3, null, null, $4)
     on conflict do nothing`,
    [call.id, call.caseId, unit, call.at],
  );
  const facts = { ...delivery.facts, unit };
  await tell({ ...delivery, facts }, [{ role: 'leader' }], { about: 'supervise', severity: 'supervise' });
  return undefined;
};

const tellOffices: DeliveryHandler = async (delivery) => {
  const { about, audience, text } = payloads.offices.parse(delivery.call.payload);
  await tell(delivery, audience.map(asWho), { about, text });
  return undefined;
};

const DELIVERIES = {
  remind,
  'issue.publish': publishNews,
  'issue.notify': notifyPersons,
  'issue.sendForward': sendForward,
  'issue.supervise': supervise,
  'task.publish': publishNews,
  'task.tellOffices': tellOffices,
  'meeting.inviteMembers': inviteMembers,
  'meeting.publishMinutes': publishMinutes,
  'notice.publish': publishNotice,
  'notice.unpublish': unpublish,
} satisfies Record<string, DeliveryHandler>;

/** Names of the handlers: `remind` for every workflow, else workflow and effect. */
export type NotifyHandlerName = keyof typeof DELIVERIES;

/**
 * The effect handlers of this room by `workflow.effect` (`remind` serves all workflows). Each runs in a transaction of its own
 * and may be repeated: rows are keyed by the effect's id.
 */
export function notifyHandlers(options: NotifyOptions): Record<NotifyHandlerName, EffectHandler> {
  const { database, registry, caseFacts, today } = options;
  const handler =
    (deliver: DeliveryHandler): EffectHandler =>
    async (call) => {
      const facts = await caseFacts(call.caseId);
      if (facts === null) throw new Error(`effect ${call.id}: its case ${call.caseId} is not known`);
      return database.transaction((tx) => deliver({ tx, call, facts, registry, today: today() }));
    };
  return Object.fromEntries(Object.entries(DELIVERIES).map(([name, deliver]) => [name, handler(deliver)])) as Record<
    NotifyHandlerName,
    EffectHandler
  >;
}
