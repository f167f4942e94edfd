import { start, type Party, type Summary } from '#libs/engine';

import { parseInput } from './inputs.rules.js';
import { GENESIS, inStorageOrder } from './journal.rules.js';
import { later, loadCases } from './load.sql.js';
import type { Policies } from './policies.service.js';
import { partiesOf, summaryOf } from './rows.rules.js';
import type { Session } from './session.js';
import { asFault, stepContext } from './context.rules.js';
import { catchUp, childCaseId, fireDue, happen, record, shown, type Happening, type Stepped } from './step.rules.js';
import type { CaseRecord, CaseWork, ChildCancel, ChildStart, FamilyOrders, Parentage, World } from './work.types.js';

/** A case to be started: its id is already known, its input parsed. */
export interface Birth extends Omit<Happening, 'event'> {
  caseId: string;
  workflow: string;
  policy: string;
  input: Record<string, never> | Parameters<typeof start>[1];
  parent: Parentage | null;
}

/** Starts and cancels children inside the transaction of their parent, down the tree; locks are taken parent before child only. */
export class Family {
  constructor(
    private readonly world: World,
    private readonly policies: Policies,
    private readonly lineage: (session: Session, unit: string) => Promise<string[]>,
  ) {}

  /** Lets everything that is due happen to a case in hand, with all that follows for its children. */
  async fireDue(session: Session, caseId: string): Promise<number> {
    const held = session.get(caseId);
    if (held === undefined) return 0;
    return this.advance(session, caseId, (world, work) => fireDue(world, work, held.at));
  }

  /** Brings the clocks of a case in hand to the calendars as they are; what was due before an edit fires first. */
  catchUp(session: Session, caseId: string): Promise<number> {
    return this.advance(session, caseId, (world, work) => catchUp(world, work, session.at));
  }

  private async advance(
    session: Session,
    caseId: string,
    rule: (world: World, work: CaseWork) => ReturnType<typeof fireDue>,
  ): Promise<number> {
    const held = session.get(caseId);
    if (held === undefined) return 0;
    const { work, orders, fired } = await session.ground.run(() => rule(this.in(session), held.work));
    if (work === held.work) return 0;
    session.put(shown(this.in(session), work), later(held.at, work.now.changedAt));
    await this.settle(session, orders);
    return fired;
  }

  /** The world as this transaction knows it. */
  private in({ ground }: Session): World {
    return { ...this.world, ground };
  }

  /** Lets one thing happen to a case in hand. The version goes up by one. */
  async happen(session: Session, caseId: string, happening: Omit<Happening, 'at'>): Promise<Stepped> {
    const held = session.get(caseId);
    if (held === undefined) throw new Error(`case ${caseId} is not in hand`);
    const stepped = await session.ground.run(() => happen(this.in(session), held.work, { ...happening, at: held.at }));
    if (stepped.kind === 'refused') return stepped;
    await this.keep(session, stepped);
    return stepped;
  }

  /** Starts a case. The engine's refusal is answered, its faults are thrown. */
  begin(session: Session, birth: Birth): Promise<Stepped> {
    return session.ground.run(() => this.born(this.in(session), birth));
  }

  private born(world: World, birth: Birth): Stepped {
    const { caseId, workflow, policy, by } = birth;
    const at = birth.at;
    const registered = world.registered(workflow);
    const ctx = { ...stepContext(world, policy, { by, at }), caseId, policyVersion: policy };
    const outcome = start(registered, inStorageOrder(birth.input), ctx);
    if (outcome.kind === 'refused') return outcome;
    const work = newborn(birth, world.realm);
    return record(world, work, { ...birth, outcome, kind: 'started', body: startBody(birth) });
  }

  /** Takes a step into hand and settles what it asks of other cases. */
  async keep(session: Session, stepped: Extract<Stepped, { kind: 'stepped' }>): Promise<void> {
    const { work } = stepped;
    const version = work.now.version + 1;
    const kept = shown(this.in(session), { ...work, now: { ...work.now, version } });
    session.put(kept, session.get(work.id)?.at ?? work.now.changedAt);
    await this.settle(session, stepped.orders);
  }

  private async settle(session: Session, orders: FamilyOrders): Promise<void> {
    for (const cancel of orders.cancels) await this.cancel(session, cancel);
    for (const order of orders.starts) await this.startChild(session, order);
  }

  /** Parties of a case in hand. */
  parties(work: CaseWork): Party[] {
    return partiesOf(this.world, work.now);
  }

  private async startChild(session: Session, order: ChildStart): Promise<void> {
    const parent = session.get(order.parent.case);
    if (parent === undefined) throw new Error(`parent ${order.parent.case} is not in hand`);
    const { contract } = this.world.registered(order.workflow).workflow;
    const parsed = parseInput(contract.input, order.input, this.world.mint);
    if (!parsed.ok) {
      const problems = parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
      this.fail(session, order, `input: ${problems}`);
      return;
    }
    const units = await this.lineage(session, parent.work.summary.unit);
    const policy = await this.policies.choose(session.tx, order.workflow, { units, at: order.at });
    const caseId = childCaseId(order.parent.case, order.parent.child, order.parent.token);
    const { workflow, by, at } = order;
    const born = await this.begin(session, {
      caseId,
      workflow,
      policy,
      by,
      at,
      input: parsed.input,
      texts: parsed.texts,
      parent: order.parent,
    });
    if (born.kind === 'refused') {
      this.fail(session, order, born.refusal.code);
      return;
    }
    await this.keep(session, born);
    // started late, on the calendars of an instant that has passed
    await this.catchUp(session, caseId);
  }

  /** A child that cannot start has failed: its parent hears it like any other end. */
  private fail(session: Session, { parent, at }: ChildStart, error: string): void {
    const held = session.get(parent.case);
    if (held === undefined) return;
    const { work } = held;
    const n = work.outbox.length;
    const { id: caseId, workflow, realm, seq } = work.now;
    const payload = { kind: 'childFailed' as const, to: parent.case, child: parent.child, token: parent.token, error };
    const id = `${caseId}:${String(seq)}:failed:${String(n)}`;
    const row = { id, caseId, workflow, realm, seq, n, at, name: 'childFailed', payload };
    session.put({ ...work, outbox: [...work.outbox, row] }, held.at);
  }

  private async cancel(session: Session, { caseId, reason, by }: ChildCancel): Promise<void> {
    if (session.get(caseId) === undefined) await this.take(session, caseId);
    const held = session.get(caseId);
    if (held?.work.now.status !== 'active') return;
    session.put({ ...held.work, silent: true }, held.at);
    await this.fireDue(session, caseId);
    if (session.get(caseId)?.work.now.status !== 'active') return;
    await this.happen(session, caseId, { event: { kind: 'cancel', reason }, by, texts: [] });
  }

  /** Locks a case that is not yet in hand. */
  private async take(session: Session, caseId: string): Promise<void> {
    const { cases } = await loadCases(session.tx, { ids: [caseId], keys: [], now: session.virtualNow });
    const loaded = cases.get(caseId);
    if (loaded === undefined) return;
    await this.policies.ensure(session.tx, [loaded.record.stored.policy]);
    session.put(workOf(this.world, loaded.record), loaded.at);
  }
}

/** A case of an older version cannot be read by this one's code; it can only be migrated. */
function summaryAsStored(world: World, record: CaseRecord): Summary {
  const { workflow } = world.registered(record.workflow);
  if (record.stored.definition !== workflow.version) return NO_SUMMARY;
  return asFault(record.workflow, () => summaryOf(world, record));
}

const NO_SUMMARY: Summary = { title: null, unit: '', stage: '', visibility: 'confidential', lookups: [] };

/** A locked case, before anything has happened to it. */
export function workOf(world: World, record: CaseRecord): CaseWork {
  return {
    id: record.id,
    before: record,
    now: record,
    summary: summaryAsStored(world, record),
    projection: null,
    entries: [],
    outbox: [],
    texts: [],
    links: [],
    silent: false,
    rewrite: false,
    isStamped: false,
    isOnlyMeasured: false,
  };
}

function newborn({ caseId, workflow, policy, at, parent }: Birth, realm: string): CaseWork {
  const now: CaseRecord = {
    id: caseId,
    workflow,
    realm,
    version: 0,
    seq: 0,
    headHash: GENESIS,
    status: 'active',
    parent,
    createdAt: at,
    changedAt: at,
    stuckUntil: null,
    clocks: {},
    stored: {
      workflow,
      definition: 0,
      policy,
      status: 'active',
      value: {},
      context: {},
      history: {},
      clocks: {},
      children: {},
      tokens: 0,
    },
  };
  return {
    id: caseId,
    before: null,
    now,
    summary: NO_SUMMARY,
    projection: null,
    entries: [],
    outbox: [],
    texts: [],
    links: [],
    silent: false,
    rewrite: false,
    isStamped: false,
    isOnlyMeasured: false,
  };
}

/** What a rebuild needs to start the case again. */
function startBody({ workflow, policy, input, parent }: Birth) {
  return { workflow, policy, input, ...(parent === null ? {} : { parent: { ...parent } }) };
}
