import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { localDate, type Calendar } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { CalendarVersion, CalendarVersionRow } from '#libs/timekeeping';

import { calendarEndpoints } from '../api/calendars.endpoints.js';
import type { ExplanationBody } from '../api/calendars.schema.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { explanationInWords } from '../present/explanation.words.js';

/** How many cases a preview looks into. */
const SAMPLE = 20;
const OPERATOR = 'operator';

/** Calendars: read by everybody, edited by whoever holds the office, with what that does to running clocks. */
@Controller()
export class CalendarsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(calendarEndpoints.listCalendars)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(calendarEndpoints.listCalendars, request);
    return this.desk.read(async (tx) => {
      const held = await this.platform.timekeeping.list(tx, await this.lineage(tx, query.unit ?? null));
      const names = await this.names(tx, held);
      return { rows: held.map((version) => ({ ...rowOf(version, names), calendar: this.shown(version, query.year) })) };
    });
  }

  @Route(calendarEndpoints.readCalendar)
  async read(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.visit(calendarEndpoints.readCalendar, request);
    const { timekeeping } = this.platform;
    return this.desk.read(async (tx) => {
      const unit = query.unit ?? null;
      const lineage = await this.lineage(tx, unit);
      const held =
        (await timekeeping.calendarFor(tx, unit, params.calendar)) ??
        refuse('calendar.unknown', { params: { name: params.calendar } });
      const versions = await timekeeping.versions(tx, params.calendar, lineage);
      const names = await this.names(tx, [held, ...versions]);
      return {
        ...rowOf(held, names),
        calendar: this.shown(held, query.year),
        versions: versions.map((version) => rowOf(version, names)),
      };
    });
  }

  @Route(calendarEndpoints.previewCalendar)
  async preview(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(calendarEndpoints.previewCalendar, request);
    const draft = await this.desk.read(async (tx) => {
      const lineage = await this.place(tx, body.unit, caller);
      const order = { name: params.calendar, lineage, base: body.base, change: body.change };
      return { lineage, to: await this.platform.timekeeping.draft(tx, order) };
    });
    const { cases, reader } = this.platform;
    const found = await cases.previewEdit({ name: params.calendar, unit: body.unit, ...draft, sample: SAMPLE });
    // the office brings the calendar, not the cases: those that are not the editor's are counted and not named
    const known = await reader.known(
      found.moved.map(({ caseId }) => caseId),
      caller,
    );
    const moved = found.moved.filter(({ caseId }) => known.has(caseId));
    return { ...found, moved: moved.map(({ caseId, ...rest }) => ({ case: caseId, ...rest })) };
  }

  @Route(calendarEndpoints.editCalendar)
  async edit(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(calendarEndpoints.editCalendar, request);
    const { unit, base, change, alsoBelow, reason } = body;
    const answer = await this.desk.transaction(async (tx) => {
      const lineage = await this.place(tx, unit, caller);
      const order = { name: params.calendar, lineage, base, change, alsoBelow, reason, by: caller };
      const versions = await this.platform.timekeeping.edit(tx, order);
      const names = await this.names(tx, versions);
      return { versions: versions.map((version) => rowOf(version, names)) };
    });
    const { remeasuring, log } = this.platform;
    // a worker goes on with it should this process end
    remeasuring.run().catch((err: unknown) => log.error({ err }, 'clocks were not measured anew'));
    return answer;
  }

  @Route(calendarEndpoints.explainClock)
  async explain(@Req() request: HttpRequest): Promise<ExplanationBody> {
    const { caller, params } = await this.gate.visit(calendarEndpoints.explainClock, request);
    const { reader, cases } = this.platform;
    if ((await reader.see(params.id, caller)) === null) refuse('case.unknown');
    const explained = (await cases.explain(params.id, params.clock)) ?? refuse('clock.unknown');
    const { clock, explanation, measured, moves } = explained;
    const { calendar, zone, isPaused: _, ...why } = explanation;
    const { name, label, state } = clock;
    return {
      clock: clock.clock,
      name,
      label,
      state,
      said: explanationInWords(explained),
      ...why,
      calendar: { name: calendar, zone, unit: measured?.unit ?? null, version: measured?.version ?? null },
      moves,
    };
  }

  /** Exceptions of one year, or of this and the next. */
  private shown({ body }: CalendarVersion, year: string | undefined) {
    const { zone, roundTheClock = false, week = {}, ordinaryDay = [], confirmedYears = [], overrides = [] } = body;
    const present = Number(localDate(body as Calendar, this.platform.now()).slice(0, 4));
    const years = year === undefined ? [present, present + 1] : [Number(year)];
    const exceptions = overrides.filter(({ date }) => years.includes(Number(date.slice(0, 4))));
    return { zone, roundTheClock, week, ordinaryDay, confirmedYears, exceptions };
  }

  private async lineage(tx: Tx, unit: string | null): Promise<string[]> {
    if (unit === null) return [];
    const { registry } = this.platform;
    if ((await registry.unit(tx, unit)) === null) refuse('resource.unknown');
    return registry.lineage(tx, unit);
  }

  /**
   * Whose calendar it is. Those of the whole installation are edited by whoever is operator at every root that has an operator:
   * an operator has no clock to keep; where roots have operators of their own, each edits the calendars of its root.
   */
  private async place(tx: Tx, unit: string | null, { person }: { person: string }): Promise<string[]> {
    if (unit !== null) return this.lineage(tx, unit);
    const { registry } = this.platform;
    const on = this.desk.today();
    const roots = await registry.roots(tx);
    const operators = await Promise.all(roots.map(({ id }) => registry.holders(tx, { role: OPERATOR, unit: id, on })));
    const kept = operators.filter((held) => held.length > 0);
    const ids = await registry.idsOf(tx, person);
    if (kept.length === 0 || !kept.every((held) => held.some((one) => ids.includes(one.person))))
      refuse('calendar.everybodys');
    return [];
  }

  private names(tx: Tx, versions: readonly CalendarVersionRow[]): Promise<ReadonlyMap<string, string>> {
    return this.desk.names(
      tx,
      versions.flatMap(({ by }) => (by.kind === 'person' ? [by.person] : [])),
    );
  }
}

function rowOf(row: CalendarVersionRow, names: ReadonlyMap<string, string>) {
  const { name, unit, version, at, reason, by, finishedAt, moved } = row;
  return {
    name,
    unit,
    version,
    at,
    reason,
    by: by.kind === 'person' ? (names.get(by.person) ?? null) : null,
    finishedAt,
    moved,
  };
}
