import type { Tx } from '#libs/database';
import { EngineFault, type Instant } from '#libs/engine';

import { actorKey, done, engineRefused, refused } from './answers.rules.js';
import { remember, rememberedAnswer, type RunnerParts } from './command-runner.js';
import type { Answer, StartCommand } from './commands.types.js';
import { SessionGround } from './ground.service.js';
import { parseInput, type TextDraft } from './inputs.rules.js';
import { loadCases, readRecord } from './load.sql.js';
import { summaryOf } from './rows.rules.js';
import { Session } from './session.js';
import type { Stepped } from './step.rules.js';
import type { CaseWork } from './work.types.js';

interface Ready {
  caseId: string;
  policy: string;
  at: Instant;
  input: Extract<ReturnType<typeof parseInput>, { ok: true }>['input'];
  texts: TextDraft[];
}

/** Starts cases inside an open transaction. */
export class StartRunner {
  constructor(
    private readonly parts: RunnerParts & { lineage: (session: Session, unit: string) => Promise<string[]> },
  ) {}

  async run(tx: Tx, command: StartCommand): Promise<{ session: Session; answer: Answer }> {
    const now = this.parts.virtualNow();
    const keyed = { kind: 'start' as const, ...command };
    const keys = command.key === undefined ? [] : [{ actor: actorKey(command.actor), key: command.key }];
    const { grounds } = this.parts.world;
    const loaded = await loadCases(tx, { ids: [], keys, now, newestSql: grounds.source?.newestSql });
    const ground = new SessionGround(tx, grounds);
    await ground.follow(loaded.newest);
    const session = new Session({
      tx,
      hand: new Map(),
      remembered: loaded.remembered,
      at: loaded.instant,
      virtualNow: now,
      ground,
    });
    const known = rememberedAnswer(session.remembered, keyed);
    if (known !== null) return { session, answer: known };
    try {
      const answer = await session.attempt(() => this.begin(session, command));
      if (answer.ok && !answer.existing) remember(session, keyed, { answer, at: session.at });
      return { session, answer };
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error;
      session.faults.push({ caseId: null, workflow: command.workflow, name: 'start', error: error.message });
      return { session, answer: refused('case.fault') };
    }
  }

  private async begin(session: Session, command: StartCommand): Promise<Answer> {
    const ready = await this.prepare(session, command);
    if ('ok' in ready) return ready;
    const { workflow, actor: by } = command;
    const born = await this.parts.family.begin(session, { ...ready, workflow, by, parent: null });
    if (born.kind === 'refused') return engineRefused(born.refusal, {});
    const denied = await this.ask(session, command, born.work);
    if (denied !== null) return denied;
    const existing = await this.existing(session, born.work);
    if (existing !== null) return existing;
    await this.parts.family.keep(session, born satisfies Stepped);
    return done(session.get(ready.caseId)?.work ?? born.work, 0);
  }

  private async prepare(session: Session, command: StartCommand): Promise<Ready | Answer> {
    const { world, policies } = this.parts;
    if (!world.knows(command.workflow)) return refused('workflow.unknown');
    const { workflow } = world.registered(command.workflow);
    if (workflow.startedBy.length === 0 && command.actor.kind === 'person') return refused('workflow.not_startable');
    const parsed = parseInput(workflow.contract.input, command.input, world.mint);
    if (!parsed.ok) return refused('input.invalid', { issues: parsed.issues });
    const contradictions = workflow.contradictions?.(parsed.input, command.actor) ?? [];
    if (contradictions.length > 0) return refused('input.invalid', { issues: contradictions });
    const policy = command.policy ?? (await this.choosePolicy(session, command));
    if ((await policies.ensure(session.tx, [policy])).length > 0) return refused('policy.unknown');
    const { input, texts } = parsed;
    return { caseId: command.caseId ?? world.mint.id(), policy, at: session.at, input, texts };
  }

  private async choosePolicy(session: Session, { workflow, unit }: StartCommand): Promise<string> {
    const units = unit === undefined ? [] : await this.parts.lineage(session, unit);
    return this.parts.policies.choose(session.tx, workflow, { units, at: session.at });
  }

  private async ask(session: Session, { actor, workflow }: StartCommand, work: CaseWork): Promise<Answer | null> {
    const { world, mayAct, family } = this.parts;
    const { unit, visibility } = work.summary;
    const who = world.registered(workflow).workflow.startedBy;
    const parties = family.parties(work);
    const may = await mayAct({ actor, act: null, workflow, who, caseId: null, unit, visibility, parties }, session.tx);
    return may ? null : refused('access.denied');
  }

  /** The case that a unique lookup of the new one already names: starting it again answers with it and writes nothing. */
  private async existing(session: Session, { summary, now }: CaseWork): Promise<Answer | null> {
    const unique = summary.lookups.filter((lookup) => lookup.unique === true);
    if (unique.length === 0) return null;
    const rows = await session.tx.query<{ id: string }>(
      `select l.case_id as id from case_lookups l join unnest($3::text[], $4::text[]) as k(key, value)
         on l.key = k.key and l.value = k.value
       where l.realm = $1 and l.workflow = $2 and l.is_unique limit 1`,
      [now.realm, now.workflow, unique.map(({ key }) => key), unique.map(({ value }) => value)],
    );
    const record = rows[0] === undefined ? null : await readRecord(session.tx, rows[0].id);
    if (record === null) return null;
    const { stage } = summaryOf(this.parts.world, record);
    const { id: caseId, version, status } = record;
    return { ok: true, caseId, version, status, stage, repeated: false, existing: true, effects: [] };
  }
}
