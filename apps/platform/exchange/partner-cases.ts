import { createHash, randomUUID } from 'node:crypto';

import type { Answer, Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { ErrorCode } from '#libs/contract';
import type { ExternalNumbers, Partner } from '#libs/exchange';
import type { Label, Registered } from '#libs/engine';
import type { Registry, UnitId } from '#libs/registry';

import type { Acting } from '../acting.js';

/** A matter as a partner hands it over. */
export interface PartnerCase {
  system: string;
  number: string;
  unit: UnitId;
  title: string;
  description?: string | undefined;
  danger?: boolean | undefined;
  category?: string | undefined;
  place?: UnitId | undefined;
}

export type PartnerAnswer =
  { ok: true; caseId: string; existing: boolean } | { ok: false; refusal: Extract<Answer, { ok: false }>['refusal'] };

const CONFLICT: PartnerAnswer = { ok: false, refusal: { code: 'resource.conflict' } };

/** What a partner is told about a case: how far it is, never who. */
export interface PartnerChange {
  numbers: { system: string; number: string }[];
  case: string;
  version: number;
  status: string;
  stage: { key: string; label: Label };
  states: Label[];
  due: string | null;
  /** What it came to, once it has ended. */
  result: string | null;
  changedAt: string;
}

export interface FeedPlace {
  at: string;
  id: string;
}

/** Entries younger than this wait: transactions commit out of order, and a cursor that has passed one would never see it. */
const HOLD_BACK_MS = 5_000;

/** The system whose numbers are the hotline's own. */
const HOTLINE = '12345';
/** A number as an issue takes it. */
const SHOWN = /^[A-Za-z0-9-]{4,40}$/;
const LONGEST = 40;
/** Hexadecimal digits that tell two numbers apart which begin alike. */
const DIGEST = 16;

interface Parts {
  database: Database;
  cases: Cases;
  acting: Acting;
  registry: Registry;
  numbers: ExternalNumbers;
  workflows: ReadonlyMap<string, Registered>;
  now: () => string;
}

/** Cases that come from partners, and what goes back to them. */
export class PartnerCases {
  constructor(private readonly parts: Parts) {}

  /** Whether the partner may bring a number of this system for this unit. */
  async problemWith(partner: Partner, { system, unit, place }: PartnerCase): Promise<ErrorCode | null> {
    if (!partner.systems.includes(system)) return 'partner.not_permitted';
    const { database, registry } = this.parts;
    const lineages = await database.transaction(
      (tx) => Promise.all([unit, ...(place === undefined ? [] : [place])].map((one) => registry.lineage(tx, one))),
      { readOnly: true },
    );
    return lineages.every((lineage) => lineage.includes(partner.unit)) ? null : 'partner.not_permitted';
  }

  /**
   * Starts an issue under the partner's number. The same number again, whatever else is sent with it, answers with its case;
   * `resource.conflict` when that case is none of the partner's unit.
   */
  async start(partner: Partner, given: PartnerCase, request: string): Promise<PartnerAnswer> {
    const { numbers, cases, acting } = this.parts;
    const { system, number } = given;
    const fresh = randomUUID();
    // the number is kept for a case before it begins: of two requests at once one finds it taken
    const caseId = await numbers.give({ system, number, caseId: fresh, by: partner.person });
    const known = caseId === fresh ? null : await cases.get(caseId);
    if (known !== null && !(await this.isWithin(partner, known.unit))) return CONFLICT;
    if (known !== null) return { ok: true, caseId, existing: true };
    const answer = await acting.start(
      {
        workflow: 'issue',
        input: { ...issueOf(given), hotlineNumber: await this.shownNumberOf(given) },
        actor: { kind: 'person', person: partner.person },
        key: `partner:${system}:${number}:${caseId}`,
        caseId,
        unit: given.unit,
      },
      { request, workflow: 'issue' },
    );
    if (!answer.ok) {
      await numbers.move({ system, number, caseId, to: null });
      return { ok: false, refusal: answer.refusal };
    }
    const begun = answer.caseId === caseId ? null : await cases.get(answer.caseId);
    if (begun !== null && !(await this.isWithin(partner, begun.unit))) {
      await numbers.move({ system, number, caseId, to: null });
      return CONFLICT;
    }
    // somebody had typed the same number in by hand before
    if (answer.caseId !== caseId) await numbers.move({ system, number, caseId, to: answer.caseId });
    return { ok: true, caseId: answer.caseId, existing: answer.existing || answer.repeated };
  }

  /**
   * The number an issue shows, which the same issue alone has. The hotline's own number is the one a coordinator would type in: both
   * ways lead to one issue. A number of another system has the system's name before it; where that is too long, has characters
   * an issue takes none of, or reads like a number of some other system, a digest follows the number instead.
   */
  private async shownNumberOf({ system, number }: PartnerCase): Promise<string> {
    const plain = plainNumberOf(system, number);
    if (SHOWN.test(plain) && !(await this.isTakenByAnother({ system, number }, plain))) return plain;
    const digest = createHash('sha256').update(`${system}\n${number}`).digest('hex').slice(0, DIGEST);
    return `${number.slice(0, LONGEST - DIGEST - 1)}-${digest}`;
  }

  /** Whether a number of another system reads the same: `a-b` with `1234`, and `a` with `b-1234`. */
  private async isTakenByAnother(own: { system: string; number: string }, plain: string): Promise<boolean> {
    const parts = plain.split('-');
    const readings = parts.map((_, at) => ({
      system: at === 0 ? HOTLINE : parts.slice(0, at).join('-'),
      number: parts.slice(at).join('-'),
    }));
    const others = readings.filter(
      ({ system, number }) => system !== own.system && plainNumberOf(system, number) === plain,
    );
    const cases = await Promise.all(others.map(({ system, number }) => this.parts.numbers.caseOf(system, number)));
    return cases.some((caseId) => caseId !== null);
  }

  /** A number may have a case of somebody else, which a partner is not told of. */
  private async isWithin(partner: Partner, unit: UnitId): Promise<boolean> {
    const { database, registry } = this.parts;
    const lineage = await database.transaction((tx) => registry.lineage(tx, unit), { readOnly: true });
    return lineage.includes(partner.unit);
  }

  /** Cases with the partner's numbers that changed after a place, oldest first. */
  async changes(
    partner: Partner,
    after: FeedPlace,
    limit: number,
  ): Promise<{ rows: PartnerChange[]; last: FeedPlace | null }> {
    const { database, now } = this.parts;
    const until = new Date(new Date(now()).getTime() - HOLD_BACK_MS).toISOString();
    const found = await database.query<FeedPlace & { numbers: PartnerChange['numbers'] }>(
      `select c.id, c.changed_at as at,
         json_agg(json_build_object('system', n.system, 'number', n.number) order by n.system, n.number) as numbers
       from external_numbers n join cases c on c.id = n.case_id
       where n.system = any($1) and n.by = $2 and (c.changed_at, c.id) > ($3::timestamptz, $4) and c.changed_at < $6::timestamptz
       group by c.id, c.changed_at order by c.changed_at, c.id limit $5`,
      [partner.systems, partner.person, after.at, after.id, limit, until],
    );
    const rows = await Promise.all(found.map((one) => this.change(one)));
    const last = found.at(-1);
    return { rows: rows.filter((row) => row !== null), last: last === undefined ? null : { at: last.at, id: last.id } };
  }

  private async change({
    id,
    at,
    numbers,
  }: FeedPlace & { numbers: PartnerChange['numbers'] }): Promise<PartnerChange | null> {
    const view = await this.parts.cases.get(id);
    if (view === null) return null;
    const stages = this.parts.workflows.get(view.workflow)?.workflow.texts.stages ?? {};
    // an issue that has ended says in its own words how
    const ending = view.context['ending'];
    const result = typeof ending === 'object' && ending !== null && !Array.isArray(ending) ? ending['result'] : null;
    return {
      numbers,
      case: id,
      version: view.version,
      status: view.status,
      stage: { key: view.stage, label: stages[view.stage] ?? { zh: view.stage, en: view.stage } },
      states: view.states.map(({ label }) => label),
      due: view.nextDueAt,
      result: typeof result === 'string' ? result : null,
      changedAt: at,
    };
  }
}

/** The number as a coordinator would type it in. */
function plainNumberOf(system: string, number: string): string {
  return system === HOTLINE ? number : `${system}-${number}`;
}

function issueOf({ unit, title, description, danger, category, place }: PartnerCase) {
  return {
    danger: danger ?? false,
    title,
    unit,
    channel: 'hotline',
    ...(description === undefined ? {} : { description }),
    ...(category === undefined ? {} : { category }),
    ...(place === undefined ? {} : { place }),
  };
}
