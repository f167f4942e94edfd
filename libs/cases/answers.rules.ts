import type { ErrorCode, RefusalBody } from '#libs/contract';
import type { Actor, JsonObject, Refusal } from '#libs/engine';

import type { CaseCommand, Done, EffectSummary, Refused, StartCommand } from './commands.types.js';
import { sha256 } from './journal.rules.js';
import { childCaseId } from './step.rules.js';
import type { CaseWork } from './work.types.js';

/** A refusal as an answer. */
export function refused(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}): Refused {
  return { ok: false, refusal: { code, ...details } };
}

/** The engine's refusal as an answer. */
export function engineRefused(
  { code, allowed, because, issues }: Refusal,
  params: NonNullable<RefusalBody['params']>,
): Refused {
  return refused(code, { allowed, because, params, ...(issues === undefined ? {} : { issues }) });
}

/** The answer of a command that was carried out; `since` is how many entries the case in hand had before it. */
export function done(work: CaseWork, since: number): Done {
  return {
    ok: true,
    caseId: work.id,
    version: work.now.version,
    status: work.now.status,
    stage: work.summary.stage,
    repeated: false,
    existing: false,
    effects: work.entries.slice(since).flatMap((entry) => effectsOf(work.id, entry.body)),
  };
}

function effectsOf(caseId: string, body: JsonObject): EffectSummary[] {
  const effects = Array.isArray(body.effects)
    ? (body.effects as unknown as (EffectSummary & { token?: string })[])
    : [];
  return effects.map(({ kind, name, id, token }) => {
    if (kind !== 'startChild') return { kind, name };
    return { kind, name, id: childCaseId(caseId, id ?? '', token ?? '') };
  });
}

/** The idempotency keys of an actor do not meet those of another. */
export function actorKey(actor: Actor): string {
  return actor.kind === 'person' ? `person:${actor.person}` : `system:${actor.name}`;
}

/** Fingerprint of what a command asks for, salted with its key. Its actor, beside the one they
 * act for, and the version it has seen are not part of it. */
export function bodyHash(command: CaseCommand | ({ kind: 'start' } & StartCommand)): string {
  const { actor } = command;
  // one person may do the same for several others
  const behalf = actor.kind === 'person' && actor.onBehalfOf !== undefined ? { onBehalfOf: actor.onBehalfOf } : {};
  const asked = Object.entries({ ...command, ...behalf }).filter(
    ([name, value]) => !NOT_ASKED.has(name) && value !== undefined,
  );
  return sha256(`${command.key ?? ''}\n${JSON.stringify(Object.fromEntries(asked), sortedKeys)}`);
}

/** Unlike canonical JSON it takes whatever a client sends, broken characters included. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const NOT_ASKED = new Set(['key', 'actor', 'ifVersion']);
