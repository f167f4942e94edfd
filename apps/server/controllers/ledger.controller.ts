import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf } from '#libs/access';
import type { RateName } from '#libs/contract';
import {
  COUNT_LABELS,
  LedgerRefused,
  monthNumber,
  RATE_LABELS,
  type RatesQuestion,
  type Reconciliation,
  type ShownGroup,
} from '#libs/ledger';

import { ledgerEndpoints } from '../api/ledger.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';
import { reportSheet } from '../pages/print-report.page.js';

const PAGE = 50;
const LEAST = 5;
const DIGESTS = 100;

interface Months {
  from?: string | undefined;
  to?: string | undefined;
  unit?: string | undefined;
  category?: string | undefined;
}

/** The account: shown to everybody without private content, held against the journals by two people. */
@Controller()
export class LedgerController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(ledgerEndpoints.readLedger)
  async ledger(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.visit(ledgerEndpoints.readLedger, request);
    const { view, unit, month, cursor, limit = PAGE } = query;
    const before = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const asked = { view, unit, limit: limit + 1, ...definedOf({ before }) };
    const { ledger, reader, cases } = this.platform;
    const found = await this.desk.read((tx) =>
      ledger.view(tx, { ...asked, month: month === undefined ? undefined : monthNumber(month) }),
    );
    const { rows, next } = timePage(found, limit);
    const viewer = await reader.viewer(caller?.person ?? null);
    const visible = await cases.visible(
      rows.map(({ id }) => id),
      viewer,
    );
    const names = await reader.unitNames(rows.flatMap(({ unit: own, dispatcher }) => [own, dispatcher]));
    return {
      rows: rows.map(({ id, at: _at, issue: _issue, community: _community, ...row }) => ({
        ...row,
        case: visible.has(id) ? id : null,
        unitName: names.get(row.unit) ?? null,
        dispatcherName: names.get(row.dispatcher) ?? null,
      })),
      next,
    };
  }

  @Route(ledgerEndpoints.readRates)
  async rates(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(ledgerEndpoints.readRates, request);
    const { question, from, to } = this.question(query, query.by);
    const { groups, total, confidential } = await this.platform.ledger.reports.rates(question);
    return {
      ...{ by: query.by, from, to, asOf: question.asOf, confidential },
      groups: await this.named(groups),
      total: { ...total, name: null },
      labels: { rates: RATE_LABELS, counts: COUNT_LABELS },
    };
  }

  @Route(ledgerEndpoints.readLeague)
  async league(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(ledgerEndpoints.readLeague, request);
    const { of, least = LEAST } = query;
    const by: RateName = query.by ?? (of === 'department' ? 'onTime' : 'dispatch');
    const { question, from, to } = this.question(query, of);
    const rows = await this.platform.ledger.reports.league(question, { by, least });
    return { of, by, from, to, least, rows: await this.named(rows) };
  }

  @Route(ledgerEndpoints.listDigests)
  async digests(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(ledgerEndpoints.listDigests, request);
    const { ledger } = this.platform;
    const kept = await this.desk.read((tx) => ledger.digests.list(tx, { ...query, limit: DIGESTS }));
    return {
      rows: kept.map(({ period, name, from, to, digest, madeAt }) => ({ period, name, from, to, digest, madeAt })),
    };
  }

  @Route(ledgerEndpoints.readReport)
  async report(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(ledgerEndpoints.readReport, request);
    return this.reported(params);
  }

  @Route(ledgerEndpoints.printReport)
  async print(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { params } = await this.gate.visit(ledgerEndpoints.printReport, request);
    const report = await this.reported(params);
    const names = await this.platform.reader.unitNames([params.unit]);
    const path = `/api/v1/ledger/reports/${encodeURIComponent(params.unit)}/${encodeURIComponent(params.period)}`;
    const page = await reportSheet({
      ...report,
      unitName: names.get(params.unit) ?? params.unit,
      address: `${this.platform.config.http.publicUrl}${path}`,
      dayOf: this.platform.localDateOf,
    });
    await reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  }

  @Route(ledgerEndpoints.listSheets)
  async sheets(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(ledgerEndpoints.listSheets, request);
    const rows = await this.desk.read((tx) => this.platform.ledger.reconciliations.list(tx, query.unit));
    return { rows: rows.map(shownSheet) };
  }

  @Route(ledgerEndpoints.checkAccount)
  async check(@Req() request: HttpRequest) {
    const { caller, body, key } = await this.gate.enter(ledgerEndpoints.checkAccount, request);
    const asked = { unit: body.unit, month: monthNumber(body.month), by: caller.person, key };
    return shownSheet(await this.desk.transaction((tx) => this.platform.ledger.reconciliations.check(tx, asked)));
  }

  @Route(ledgerEndpoints.signSheet)
  async sign(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(ledgerEndpoints.signSheet, request);
    const { ledger, access, registry } = this.platform;
    const signed = await this.desk.transaction(async (tx) => {
      const sheet = await ledger.reconciliations.read(tx, params.sheet);
      if (sheet === null) refuse('ledger.sheet_unknown');
      // asked anew in the transaction that writes: an office may have ended meanwhile
      const reach = reachOf(await access.standing(tx, caller.person), 'ledger.reconcile');
      const above = await registry.lineage(tx, sheet.unit);
      if (!above.some((unit) => reach.includes(unit))) refuse('ledger.sheet_unknown');
      return ledger.reconciliations.sign(tx, { id: sheet.id, by: caller.person, remark: body.remark });
    });
    return shownSheet(signed);
  }

  /** A document of a unit; how it reads is the ledger's business. */
  private async reported({ unit, period }: { unit: string; period: string }) {
    const { ledger, registry } = this.platform;
    return this.desk.read(async (tx) => {
      if ((await registry.unit(tx, unit)) === null) refuse('resource.unknown');
      return ledger.document(tx, unit, period);
    });
  }

  private question({ from, to, unit, category }: Months, by: RatesQuestion['by']) {
    const first = from ?? this.lastMonth();
    const last = to ?? first;
    if (last < first) throw new LedgerRefused('ledger.period_unknown');
    const months = { from: monthNumber(first), to: monthNumber(last) };
    const { ledger, now } = this.platform;
    const question: RatesQuestion = { realm: ledger.realm, ...months, by, asOf: now(), unit, category };
    return { question, from: first, to: last };
  }

  private lastMonth(): string {
    const [year = 0, month = 0] = this.desk.today().split('-').map(Number);
    return month === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(month - 1).padStart(2, '0')}`;
  }

  private async named<Group extends ShownGroup>(
    groups: readonly Group[],
  ): Promise<(Group & { name: string | null })[]> {
    const names = await this.platform.reader.unitNames(groups.flatMap(({ key }) => key ?? []));
    return groups.map((group) => ({ ...group, name: group.key === null ? null : (names.get(group.key) ?? null) }));
  }
}

/** Without the people: who checked and who signed is for the auditors. */
function shownSheet({ id, unit, month, content, differences, digest, checkedAt, signedAt, remark }: Reconciliation) {
  const name = `${String(Math.floor(month / 100))}-${String(month % 100).padStart(2, '0')}`;
  const { count } = content;
  return {
    ...{ id, unit, month: name, count: typeof count === 'number' ? count : 0 },
    ...{ differences, digest, checkedAt, signedAt, remark },
  };
}
