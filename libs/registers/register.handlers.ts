import { z } from 'zod';

import type { Cases, EffectCall, EffectHandler } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { JsonObject, ToldEvent } from '#libs/engine';
import type { Registry } from '#libs/registry';

import { Register, type Place } from './register.service.js';
import { RegistersRefused } from './registers.refused.js';
import type { Entered, NewSignature, RegisterOrder } from './registers.vocabulary.js';
import { DecisionRules } from './rules.service.js';

/** What the handlers are made of; `cases` decides the world (live or simulated) they act in. */
export interface RegisterHandlerParts {
  cases: Pick<Cases, 'texts'>;
  database: Database;
  registry: Pick<Registry, 'unit' | 'lineage'>;
  /** Local date of an instant on the office calendar. */
  localDateOf: (instant: string) => string;
}

const id = z.string();
const object = z.record(z.string(), z.json());
const payloads = {
  verdict: z.object({ unit: id, certificate: z.json() }),
  entry: z.object({
    unit: id,
    kind: z.enum(['covenant', 'pledge', 'procedure']),
    revises: z.object({ entry: id, version: z.int() }).nullable(),
    title: id,
    text: id,
    document: id.nullable(),
    decision: z.object({ case: id, certificate: z.json() }).nullable(),
    adoptedOn: id,
    check: z.object({ by: id, on: id, finding: id }).nullable(),
    filing: z.object({ with: id, number: id.nullable(), on: id, bySilence: z.boolean() }).nullable(),
    chair: z.object({ person: id, at: id }).nullable(),
    signatories: z.array(z.object({ person: id, isNamed: z.boolean(), at: id })),
  }),
  end: z.object({ entry: id, on: id, reason: id.nullable() }),
  signature: z.object({ entry: id, person: id, isNamed: z.boolean(), at: id }),
  leaving: z.object({ entry: id, person: id, at: id }),
};
type EntryPayload = z.infer<typeof payloads.entry>;

/** Handlers of the effects by which a covenant is settled, entered, ended, signed and left. Each may be carried out more than once. */
export function registerHandlers(parts: RegisterHandlerParts): Record<string, EffectHandler> {
  const { database } = parts;
  const register = new Register(new DecisionRules());
  return {
    'covenant.settleVerdict': async ({ payload }) => {
      const { unit, certificate } = payloads.verdict.parse(payload);
      const settled = await database.transaction(async (tx) =>
        register.settle(tx, certificate, await parts.registry.lineage(tx, unit)),
      );
      const isFinal = settled.state === 'final';
      const told = { verdict: isFinal ? settled.verdict : null, certificate: isFinal ? settled.certificate : null };
      return { type: 'verdict.settled', payload: { state: settled.state, ...told } };
    },
    'covenant.enterRegister': (call) => enterCovenant(parts, register, call),
    'covenant.endRegister': async ({ caseId, payload }) => {
      const { entry, on, reason } = payloads.end.parse(payload);
      const bodies = await parts.cases.texts(reason === null ? [] : [reason]);
      const why = reason === null ? '' : (bodies[reason] ?? '');
      return answered(() =>
        database.transaction(async (tx) => {
          const { number } = await register.end(tx, { entry, state: 'revoked', on, caseId, reason: why });
          const previous = await caseOf(tx, { entry, before: null });
          return { type: 'register.ended', payload: { number, previous: previous === caseId ? null : previous } };
        }),
      );
    },
    'covenant.registerSignature': async ({ payload }) => {
      const { entry, ...signature } = payloads.signature.parse(payload);
      await unlessEnded(() => database.transaction((tx) => register.join(tx, entry, signature)));
      return undefined;
    },
    'covenant.registerLeaving': async ({ payload }) => {
      const { entry, ...leaving } = payloads.leaving.parse(payload);
      await unlessEnded(() => database.transaction((tx) => register.leave(tx, entry, leaving)));
      return undefined;
    },
  };
}

/** A pledge that has ended meanwhile is joined and left by nobody; anything else is a fault. */
async function unlessEnded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RegistersRefused && error.refusal.code === 'register.not_in_force')) throw error;
  }
}

/** What the register says no to is an answer; everything else is tried again. */
async function answered(work: () => Promise<ToldEvent>): Promise<ToldEvent> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RegistersRefused)) throw error;
    return { type: 'register.refused', payload: { code: error.refusal.code } };
  }
}

async function enterCovenant(parts: RegisterHandlerParts, register: Register, call: EffectCall): Promise<ToldEvent> {
  const wanted = payloads.entry.parse(call.payload);
  const { title, text, check } = wanted;
  const bodies = await parts.cases.texts([title, text, ...(check === null ? [] : [check.finding])]);
  const words = { title: bodies[title] ?? '', text: bodies[text] ?? '' };
  return answered(async () => {
    // erased by law since: there is nothing left to enter
    if (words.title === '' || words.text === '') throw new RegistersRefused('resource.unknown');
    return parts.database.transaction(async (tx) => {
      const order = orderOf(wanted, { ...words, finding: check === null ? '' : (bodies[check.finding] ?? '') });
      const { localDateOf, registry } = parts;
      const inForceFrom = localDateOf(call.at);
      const place = await placeOf(tx, registry, wanted.unit);
      const entered = await register.enter(tx, { ...order, caseId: call.caseId, inForceFrom, at: call.at }, place);
      return enteredNews(entered, inForceFrom, await caseOf(tx, { entry: entered.entry, before: entered.version }));
    });
  });
}

function enteredNews({ entry, number, version }: Entered, inForceFrom: string, previous: string | null): ToldEvent {
  return { type: 'register.entered', payload: { entry, number, version, inForceFrom, previous } };
}

type Words = Record<'title' | 'text' | 'finding', string>;

function orderOf(
  { decision, check, chair, signatories, ...entry }: EntryPayload,
  { title, text, finding }: Words,
): Omit<RegisterOrder, 'caseId' | 'inForceFrom' | 'at'> {
  const signed = chair === null ? [] : [{ ...chair, capacity: 'chair' as const, office: 'chair', isNamed: true }];
  const promised = signatories.map((one): NewSignature => ({ ...one, capacity: 'signatory', office: null }));
  return {
    ...entry,
    title,
    text,
    decision: decision === null ? null : { caseId: decision.case, certificate: certificateIn(decision.certificate) },
    check: check === null ? null : { ...check, finding },
    signatures: [...signed, ...promised],
  };
}

function certificateIn(json: unknown): JsonObject {
  const parsed = object.safeParse(json);
  return parsed.success ? parsed.data : {};
}

/** Name of a unit, for the number, and what is above it. */
export async function placeOf(tx: Tx, registry: RegisterHandlerParts['registry'], unit: string): Promise<Place> {
  const known = await registry.unit(tx, unit);
  if (known === null) throw new RegistersRefused('resource.unknown');
  return { name: known.name, lineage: await registry.lineage(tx, unit) };
}

/** Case of the version before one, or of the newest. */
async function caseOf(tx: Tx, { entry, before }: { entry: string; before: number | null }): Promise<string | null> {
  const rows = await tx.query<{ caseId: string }>(
    `select case_id as "caseId" from register_versions where entry = $1 and ($2::int is null or version < $2::int)
     order by version desc limit 1`,
    [entry, before],
  );
  return rows[0]?.caseId ?? null;
}
