import { isStorable, type ErrorCode, type RefusalBody } from '#libs/contract';
import type { Tx } from '#libs/database';
import { abilities, EngineFault, type Actor, type EngineEvent, type Instant } from '#libs/engine';
import { z } from 'zod';

import { actorKey, bodyHash, done, engineRefused, refused } from './answers.rules.js';
import type { AbilityHook, Answer, CaseCommand, Done, IdempotencyKey, Refused } from './commands.types.js';
import { lineagesOf } from './due.sql.js';
import { workOf, type Family } from './family.service.js';
import { SessionGround } from './ground.service.js';
import { draftText, parseInput, type TextDraft } from './inputs.rules.js';
import { later, loadCases, lookUpAnswers, type KeyOf, type Remembered } from './load.sql.js';
import type { Policies } from './policies.service.js';
import { Session } from './session.js';
import { stepContext } from './context.rules.js';
import type { CaseWork, World } from './work.types.js';

/** An engine event on its way to a case: from the outbox, or from the durable layer itself. */
export interface DeliveryCommand {
  kind: 'deliver';
  caseId: string;
  event: EngineEvent;
  actor: Actor;
  key?: IdempotencyKey;
}

export type RunnableCommand = CaseCommand | DeliveryCommand;

export interface RunnerParts {
  world: World;
  policies: Policies;
  family: Family;
  mayAct: AbilityHook;
  /** Instant of a virtual world, or `null`. */
  virtualNow: () => Instant | null;
}

/** An event that was judged fit to be tried, or why not. */
type Judged = { ok: true; event: EngineEvent; texts: TextDraft[] } | { ok: false; answer: Answer };

/** What is tried on a case, for the incident if its workflow fails. */
interface Tried {
  caseId: string;
  name: string;
}

/** Carries out commands on existing cases inside an open transaction: load, decide, and leave the writing to the caller. */
export class CommandRunner {
  constructor(private readonly parts: RunnerParts) {}

  /** Locks all cases at once, in the order of their ids, then carries out one command after the other. */
  async run(tx: Tx, commands: readonly RunnableCommand[]): Promise<{ session: Session; answers: Answer[] }> {
    const ids = [...new Set(commands.map(({ caseId }) => caseId))].filter(isStorable);
    const session = await this.open(tx, { ids, keys: commands.flatMap(keyOf) });
    const answers: Answer[] = [];
    for (const command of commands) answers.push(await this.one(session, command));
    return { session, answers: await this.secondLook(session, commands, answers) };
  }

  /** Locks cases and fires what is due on each. One whose workflow fails stays as it was; the others go on. */
  async fire(tx: Tx, ids: readonly string[]): Promise<Session> {
    const { family } = this.parts;
    return this.tend(tx, ids, async (session, caseId) => {
      session.fired += await family.fireDue(session, caseId);
    });
  }

  /** Locks cases and brings their clocks to the calendars as they are. */
  async catchUp(tx: Tx, ids: readonly string[]): Promise<Session> {
    const { family } = this.parts;
    return this.tend(tx, ids, async (session, caseId) => {
      session.fired += await family.catchUp(session, caseId);
    });
  }

  private async tend(
    tx: Tx,
    ids: readonly string[],
    work: (session: Session, caseId: string) => Promise<void>,
  ): Promise<Session> {
    const session = await this.open(tx, { ids, keys: [] });
    if (ids.length > 1 && (session.ground.book?.edits ?? []).some(({ unit }) => unit !== null))
      session.ground.know(await lineagesOf(tx, ids));
    for (const caseId of ids) {
      if (session.get(caseId)?.work.now.realm !== this.parts.world.realm) continue;
      await this.faultless(session, { caseId, name: 'clock' }, async () => {
        await work(session, caseId);
        return null;
      });
    }
    return session;
  }

  /** Locks cases and takes them into hand. */
  async open(tx: Tx, { ids, keys }: { ids: readonly string[]; keys: readonly KeyOf[] }): Promise<Session> {
    const { policies, world, virtualNow } = this.parts;
    const now = virtualNow();
    const newestSql = world.grounds.source?.newestSql;
    const { cases, remembered, instant, newest } = await loadCases(tx, { ids, keys, now, newestSql });
    const ground = new SessionGround(tx, world.grounds);
    await ground.follow(newest);
    const loaded = [...cases.values()];
    await policies.ensure(
      tx,
      loaded.map(({ record }) => record.stored.policy),
    );
    const hand = new Map(loaded.map(({ record, at }) => [record.id, { work: workOf(world, record), at }] as const));
    const at = loaded.reduce((latest, one) => later(latest, one.at), instant);
    return new Session({ tx, hand, remembered, at, virtualNow: now, ground });
  }

  private async one(session: Session, command: RunnableCommand): Promise<Answer> {
    const known = rememberedAnswer(session.remembered, command);
    if (known !== null) return known;
    const held = session.get(command.caseId);
    if (held === undefined) return refused('case.unknown');
    if (held.work.now.realm !== this.parts.world.realm) return refused('case.being_simulated');
    const answer = await this.faultless(session, faulty(command, 'clock'), async () => {
      await this.parts.family.fireDue(session, command.caseId);
      return null;
    });
    if (answer !== null) return answer;
    return this.faultless(session, faulty(command, nameOf(command)), () => this.judgeAndStep(session, command));
  }

  /** Runs a part of a command; a fault of the workflow undoes that part and is remembered for an incident. */
  private async faultless<T>(session: Session, tried: Tried, work: () => Promise<T>): Promise<T | Refused> {
    try {
      return await session.attempt(work);
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error;
      const workflow = session.get(tried.caseId)?.work.now.workflow ?? '';
      session.faults.push({ ...tried, workflow, error: error.message });
      return refused('case.fault');
    }
  }

  private async judgeAndStep(session: Session, command: RunnableCommand): Promise<Answer> {
    const held = session.get(command.caseId);
    if (held === undefined) return refused('case.unknown');
    const { work, at } = held;
    const { version } = work.now;
    const seen = 'ifVersion' in command ? command.ifVersion : undefined;
    if (seen !== undefined && seen !== version) {
      return refused('case.version_stale', { version });
    }
    const judged = await this.judge(session, command, work);
    if (!judged.ok) return judged.answer;
    const stepped = await this.parts.family.happen(session, command.caseId, {
      event: judged.event,
      by: command.actor,
      texts: judged.texts,
    });
    if (stepped.kind === 'refused') return engineRefused(stepped.refusal, this.named(command, work));
    const after = session.get(command.caseId)?.work ?? stepped.work;
    const answer = done(after, work.entries.length);
    remember(session, command, { answer, at });
    return answer;
  }

  private async judge(session: Session, command: RunnableCommand, work: CaseWork): Promise<Judged> {
    switch (command.kind) {
      case 'act':
        return this.judgeAct(session, command, work);
      case 'tell': {
        const payload = parseInput(z.record(z.string(), z.unknown()), command.event.payload, this.parts.world.mint);
        if (!payload.ok) return no('input.invalid', { issues: payload.issues });
        return {
          ok: true,
          event: { kind: 'told', event: { type: command.event.type, payload: payload.input } },
          texts: [],
        };
      }
      case 'cancel': {
        if (work.now.status !== 'active') return no('case.ended');
        const text = draftText(command.reason, this.parts.world.mint);
        return { ok: true, event: { kind: 'cancel', reason: text.id }, texts: [text] };
      }
      case 'adoptPolicy': {
        const owner = await this.parts.policies.workflowOf(session.tx, command.policy);
        if (owner !== work.now.workflow) return no('policy.unknown');
        await this.parts.policies.ensure(session.tx, [command.policy]);
        return { ok: true, event: { kind: 'policyAdopted', policyVersion: command.policy }, texts: [] };
      }
      case 'deliver':
        return { ok: true, event: command.event, texts: [] };
    }
  }

  private async judgeAct(
    session: Session,
    command: Extract<CaseCommand, { kind: 'act' }>,
    work: CaseWork,
  ): Promise<Judged> {
    const { world, mayAct, family } = this.parts;
    const registered = world.registered(work.now.workflow);
    const { act, actor } = command;
    const definition = Object.hasOwn(registered.workflow.acts, act) ? registered.workflow.acts[act] : undefined;
    if (definition === undefined) {
      const ctx = stepContext(world, work.now.stored.policy, { by: actor, at: work.now.changedAt });
      return no('act.unknown', { allowed: abilities(registered, work.now.stored, ctx), params: { act } });
    }
    const { unit, visibility } = work.summary;
    const question = {
      actor,
      act,
      workflow: work.now.workflow,
      who: definition.who,
      caseId: work.id,
      unit,
      visibility,
      parties: family.parties(work),
    };
    if (!(await mayAct(question, session.tx))) return no('access.denied', { params: { act: definition.label } });
    const parsed = parseInput(definition.input, command.input, world.mint);
    if (!parsed.ok) return no('input.invalid', { issues: parsed.issues, params: { act: definition.label } });
    return { ok: true, event: { kind: 'act', act, input: parsed.input }, texts: parsed.texts };
  }

  /** What a refusal calls the command: an act by its label. */
  private named(command: RunnableCommand, work: CaseWork): NonNullable<RefusalBody['params']> {
    const name = nameOf(command);
    const { acts } = this.parts.world.registered(work.now.workflow).workflow;
    return { act: command.kind === 'act' ? (acts[name]?.label ?? name) : name, event: name };
  }

  /**
   * A command that waited for the lock behind its own twin was judged by a snapshot without the twin's answer. What was
   * refused is therefore looked up once more, now that the lock is held.
   */
  private async secondLook(
    session: Session,
    commands: readonly RunnableCommand[],
    answers: Answer[],
  ): Promise<Answer[]> {
    const keys = commands.flatMap((command, index) => (answers[index]?.ok === false ? keyOf(command) : []));
    if (keys.length === 0) return answers;
    const remembered = await lookUpAnswers(session.tx, keys);
    return answers.map((answer, index) => {
      const command = commands[index];
      if (answer.ok || command === undefined) return answer;
      return rememberedAnswer(remembered, command) ?? answer;
    });
  }
}

function no(code: ErrorCode, details: Parameters<typeof refused>[1] = {}): Judged {
  return { ok: false, answer: refused(code, details) };
}

function keyOf(command: RunnableCommand): KeyOf[] {
  return command.key === undefined ? [] : [{ actor: actorKey(command.actor), key: command.key }];
}

/** The answer remembered for a command's key, marked as repeated; a refusal if the key was used for something else. */
export function rememberedAnswer(
  remembered: readonly Remembered[],
  command: Parameters<typeof bodyHash>[0] | DeliveryCommand,
): Answer | null {
  if (command.kind === 'deliver' || command.key === undefined) return null;
  const actor = actorKey(command.actor);
  const found = remembered.find((one) => one.actor === actor && one.key === command.key);
  if (found === undefined) return null;
  if (found.bodyHash !== bodyHash(command)) return refused('idempotency.key_reused');
  return { ...(found.answer as unknown as Done), repeated: true };
}

/** Remembers the answer of a command that was carried out; refusals are not remembered. */
export function remember(
  session: Session,
  command: Parameters<typeof bodyHash>[0] | DeliveryCommand,
  { answer, at }: { answer: Done; at: Instant },
): void {
  if (command.kind === 'deliver' || command.key === undefined) return;
  const row = { actor: actorKey(command.actor), key: command.key, bodyHash: bodyHash(command), answer, at };
  session.answers.push(row);
  session.remembered.push({ ...row, answer: { ...answer } as unknown as Remembered['answer'] });
}

function faulty({ caseId }: RunnableCommand, name: string): Tried {
  return { caseId, name };
}

function nameOf(command: RunnableCommand): string {
  switch (command.kind) {
    case 'act':
      return command.act;
    case 'tell':
      return command.event.type;
    case 'deliver':
      return command.event.kind;
    default:
      return command.kind;
  }
}
