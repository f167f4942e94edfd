import type { Api } from '../connect.js';
import { connect } from '../connect.js';
import { CommandFailed, say } from '../say.js';

interface Asking {
  as?: string;
  json?: boolean;
}

interface Standing {
  rows: {
    channel: string;
    due: number;
    waiting: number;
    failed: number;
    sent: number;
    oldestDueAt: string | null;
    lastError: string | null;
  }[];
}

interface Spooled {
  rows: { id: string; channel: string; recipient: string; subject: string; text: string; at: string }[];
}

/** Operators look after the whole installation: what they ask is asked at its root. */
async function asked(as: string | undefined, work: (api: Api, unit: string) => Promise<void>): Promise<void> {
  if (as === undefined) throw new CommandFailed(['请用 --as 说明以哪位管理员的身份 · say who asks: --as <operator>']);
  const api = await connect();
  try {
    const { rows } = await api.get<{ rows: { id: string; parent: string | null }[] }>('/api/v1/units', as);
    const roots = rows.filter(({ parent }) => parent === null).map(({ id }) => encodeURIComponent(id));
    await work(api, await theirs(api, as, roots));
  } finally {
    await api.close();
  }
}

/** The tree of units the operator looks after. */
async function theirs(api: Api, as: string, [root, ...others]: readonly string[]): Promise<string> {
  if (root === undefined) throw new CommandFailed(['没有单位 · there are no units']);
  if (others.length === 0) return root;
  try {
    await api.get(`/api/v1/deliveries/standing?unit=${root}`, as);
    return root;
  } catch (error) {
    if (error instanceof CommandFailed) return theirs(api, as, others);
    throw error;
  }
}

/** `minyi notify status --as <operator>`: how deliveries stand, by channel. */
export function notifyStatus({ as, json = false }: Asking): Promise<void> {
  return asked(as, async (api, unit) => {
    const standing = await api.get<Standing>(`/api/v1/deliveries/standing?unit=${unit}`, as);
    if (json) {
      say(JSON.stringify(standing, null, 2));
      return;
    }
    if (standing.rows.length === 0) say('还没有发送过 · nothing has been sent yet');
    for (const { channel, due, waiting, failed, sent, oldestDueAt, lastError } of standing.rows) {
      const numbers = `待发 due ${String(due)} · 等待 waiting ${String(waiting)} · 一日已发 sent ${String(sent)} · 一周失败 failed ${String(failed)}`;
      say(`${channel.padEnd(8)} ${numbers}`);
      if (oldestDueAt !== null)
        say(`         最早 oldest ${oldestDueAt}${lastError === null ? '' : ` (${lastError})`}`);
    }
  });
}

/** `minyi notify outbox --as <operator>`: mails and text messages that were laid down because there is no server for them. */
export function notifyOutbox({ as, json = false, limit = '20' }: Asking & { limit?: string }): Promise<void> {
  return asked(as, async (api, unit) => {
    const page = `/api/v1/deliveries/spool?unit=${unit}&limit=${encodeURIComponent(limit)}`;
    const spooled = await api.get<Spooled>(page, as);
    if (json) {
      say(JSON.stringify(spooled, null, 2));
      return;
    }
    if (spooled.rows.length === 0) say('发件箱是空的 · nothing was laid down');
    for (const { channel, recipient, text, at } of spooled.rows) {
      say(`${at}  ${channel}  ${recipient}`);
      for (const line of text.trimEnd().split('\n')) say(`    ${line}`);
    }
  });
}

/** `minyi notify replay [delivery] --as <operator>`: tries again what was given up. */
export function notifyReplay(delivery: string | undefined, { as, since }: Asking & { since?: string }): Promise<void> {
  return asked(as, async (api, unit) => {
    const body = {
      unit: decodeURIComponent(unit),
      ...(delivery === undefined ? {} : { delivery }),
      ...(since === undefined ? {} : { since }),
    };
    const who = as === undefined ? {} : { who: as };
    const { replayed } = await api.post<{ replayed: number }>('/api/v1/deliveries/replay', body, who);
    say(`${String(replayed)} 条重新发送 · to be sent again`);
  });
}
