import type { Tx } from '#libs/database';
import { dutiesFor, idFromName } from '#libs/registry';
import type { LocalDate, MatterId, NewDuty, PersonId, Registry, UnitId } from '#libs/registry';

import { RoutingRefused, type ProposalStatus } from './routing.vocabulary.js';

/** What lessons read and write of the registry. */
export type LessonsRegistry = Pick<Registry, 'apply' | 'lowestCommonAncestor'>;

/** What settled once whose a matter was. */
export interface Lesson {
  /** Id of the effect it comes of: repeated, it is the same lesson. */
  id: string;
  caseId: string;
  matter: MatterId;
  place: UnitId;
  /** Whose it was in the end. */
  owner: UnitId;
  /** Who returned it. */
  returnedBy: readonly UnitId[];
  /** Their grounds, in the same order. */
  grounds: readonly string[];
  at: string;
}

/** A change of the duty matrix that is proposed. */
export interface ProposalRow {
  id: string;
  matter: MatterId;
  fromUnit: UnitId;
  toUnit: UnitId;
  scope: UnitId;
  count: number;
  status: ProposalStatus;
  firstAt: string;
  lastAt: string;
  decidedCount: number | null;
  decidedBy: PersonId | null;
  decidedAt: string | null;
  reason: string | null;
  change: string | null;
  /** The newest twenty cases. */
  cases: string[];
  grounds: string[];
}

/** What becomes of a proposal. */
export interface ProposalDecision {
  id: string;
  reason: string;
  by: PersonId;
  at: string;
  /** Local day from which it holds when accepted. */
  on: LocalDate;
}

/** After a proposal was decided it takes so many new cases until the same is proposed again. */
export const CASES_UNTIL_AGAIN = 3;

const INSTANT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const ROW = `p.id, p.matter, p.from_unit as "fromUnit", p.to_unit as "toUnit", p.scope, p.count, p.status,
  ${INSTANT('p.first_at')} as "firstAt", ${INSTANT('p.last_at')} as "lastAt", p.decided_count as "decidedCount",
  p.decided_by as "decidedBy", ${INSTANT('p.decided_at')} as "decidedAt", p.reason, p.change,
  array(select e.case_id from routing_evidence e where e.proposal = p.id group by e.case_id
        order by max(e.at) desc, e.case_id limit 20) as cases,
  array(select distinct g from routing_evidence e, unnest(e.grounds) g where e.proposal = p.id order by g) as grounds`;

/** What returns and rulings have taught about the duty matrix. Nothing changes by itself: a steward accepts or rejects. */
export class RoutingLessons {
  constructor(private readonly registry: LessonsRegistry) {}

  /** Notes a lesson for each unit that returned the matter, and proposes, or proposes again, what follows from all of them. */
  async learn(tx: Tx, { returnedBy, owner, ...lesson }: Lesson): Promise<void> {
    for (const from of new Set(returnedBy)) {
      if (from === owner) continue;
      const grounds = lesson.grounds.filter((_, index) => returnedBy[index] === from);
      await this.#note(tx, { ...lesson, grounds, from, to: owner });
    }
  }

  async #note(tx: Tx, lesson: Omit<Lesson, 'returnedBy' | 'owner'> & { from: UnitId; to: UnitId }): Promise<void> {
    const { id, caseId, matter, place, from, to, grounds, at } = lesson;
    const proposal = idFromName(`routing:${matter}:${from}:${to}`);
    await tx.query(
      `insert into routing_proposals (id, matter, from_unit, to_unit, scope, count, status, first_at, last_at)
       values ($1, $2, $3, $4, $5, 0, 'open', $6, $6) on conflict do nothing`,
      [proposal, matter, from, to, place, at],
    );
    // whoever holds the row counts alone
    const [row] = await tx.query<{ status: ProposalStatus; decidedCount: number | null }>(
      `select status, decided_count as "decidedCount" from routing_proposals where id = $1 for update`,
      [proposal],
    );
    await tx.query(
      `insert into routing_evidence (id, proposal, case_id, place, grounds, at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [`${id}:${from}`, proposal, caseId, place, [...new Set(grounds)], at],
    );
    const evidence = await tx.query<{ place: UnitId; case: string }>(
      'select place, case_id as "case" from routing_evidence where proposal = $1',
      [proposal],
    );
    const places = [...new Set(evidence.map((one) => one.place))];
    const count = new Set(evidence.map((one) => one.case)).size;
    const scope = (await this.registry.lowestCommonAncestor(tx, places)) ?? place;
    const isAgain = row?.status !== 'open' && count - (row?.decidedCount ?? 0) >= CASES_UNTIL_AGAIN;
    await tx.query(
      `update routing_proposals set scope = $2, count = $3, last_at = greatest(last_at, $4),
         status = case when $5 then 'open' else status end where id = $1`,
      [proposal, scope, count, at, isAgain],
    );
  }

  /** Proposals that would hold at a unit or below it, those with most cases first. */
  async list(tx: Tx, unit: UnitId, status?: ProposalStatus): Promise<ProposalRow[]> {
    return tx.query<ProposalRow>(
      `select ${ROW} from routing_proposals p join units s on s.id = p.scope join units u on u.id = $1
       where starts_with(s.path, u.path) and ($2::text is null or p.status = $2)
       order by p.status = 'open' desc, p.count desc, p.last_at desc, p.id limit 200`,
      [unit, status ?? null],
    );
  }

  async proposal(tx: Tx, id: string): Promise<ProposalRow | null> {
    const [row] = await tx.query<ProposalRow>(`select ${ROW} from routing_proposals p where p.id = $1`, [id]);
    return row ?? null;
  }

  /**
   * Writes it into the duty matrix, as a change of the registry that can be undone like any other.
   * @throws RoutingRefused `routing.proposal_decided`
   */
  async accept(tx: Tx, { id, reason, by, at, on }: ProposalDecision): Promise<ProposalRow> {
    const proposal = await this.#locked(tx, id);
    if (isRepeated(proposal, { status: 'accepted', by, reason })) return proposal;
    refuseDecided(proposal);
    const { change } = await this.registry.apply(
      tx,
      { by, source: 'routing', reason, unit: proposal.scope },
      { duties: [await this.#field(tx, proposal, on)] },
    );
    return this.#decided(tx, proposal, { status: 'accepted', reason, by, at, change });
  }

  /** @throws RoutingRefused `routing.proposal_decided` */
  async reject(tx: Tx, { id, reason, by, at }: ProposalDecision): Promise<ProposalRow> {
    const proposal = await this.#locked(tx, id);
    if (isRepeated(proposal, { status: 'rejected', by, reason })) return proposal;
    refuseDecided(proposal);
    return this.#decided(tx, proposal, { status: 'rejected', reason, by, at, change: null });
  }

  /** The field of the matrix it comes to: the one that says so for this place already, or a new one. */
  async #field(tx: Tx, { id, matter, scope, toUnit }: ProposalRow, today: string): Promise<NewDuty> {
    const known = (await dutiesFor(tx, [matter])).find(
      (one) => one.duty === 'handle' && one.unit === scope && one.placeKind === null && one.matter === matter,
    );
    return {
      id: known?.id ?? idFromName(`duty:${id}:${scope}`),
      matter,
      duty: 'handle',
      unit: scope,
      assignee: toUnit,
      assigneeKind: null,
      role: null,
      from: known?.from ?? today,
      to: null,
    };
  }

  async #locked(tx: Tx, id: string): Promise<ProposalRow> {
    await tx.query('select id from routing_proposals where id = $1 for update', [id]);
    const proposal = await this.proposal(tx, id);
    if (proposal === null) throw new RoutingRefused('resource.unknown');
    return proposal;
  }

  async #decided(
    tx: Tx,
    { id, count }: ProposalRow,
    end: { status: ProposalStatus; reason: string; by: PersonId; at: string; change: string | null },
  ): Promise<ProposalRow> {
    await tx.query(
      `update routing_proposals set status = $2, reason = $3, decided_by = $4, decided_at = $5, change = $6,
         decided_count = $7 where id = $1`,
      [id, end.status, end.reason, end.by, end.at, end.change, count],
    );
    const row = await this.proposal(tx, id);
    if (row === null) throw new RoutingRefused('resource.unknown');
    return row;
  }
}

/** Said again by the same person, for the same reason. */
function isRepeated(
  { status, decidedBy, reason }: ProposalRow,
  said: { status: ProposalStatus; by: PersonId; reason: string },
): boolean {
  return status === said.status && decidedBy === said.by && reason === said.reason;
}

function refuseDecided({ status }: ProposalRow): void {
  if (status !== 'open') throw new RoutingRefused('routing.proposal_decided');
}
