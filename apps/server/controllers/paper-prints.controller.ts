import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform, readStory } from '#apps/platform';
import type { RollLine } from '#libs/ballots';
import type { Tx } from '#libs/database';

import { printEndpoints } from '../api/prints.endpoints.js';
import { BallotDesk } from '../http/ballot-desk.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { ERASED, HTML, INSIDE, localTime, send } from '../http/prints.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { ballotPapers, type PrintedPaper } from '../pages/print-ballot-papers.page.js';
import { orderSheet } from '../pages/print-order.page.js';
import { reportForm } from '../pages/print-report-form.page.js';
import { resultNotice } from '../pages/print-result.page.js';
import { isDue, namedIn, orderFacts, printedTask } from '../present/order.view.js';
import { presentStory } from '../present/story.view.js';

const MOST_PAPERS = 1000;
/** A ballot whose papers may still be handed in. */
const TAKES_PAPERS = ['drawn', 'appeals', 'open'];

/** The paper twins of what residents do on their pages: saying, voting, reading the result. */
@Controller()
export class PaperPrintsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(BallotDesk) private readonly desk: BallotDesk,
  ) {}

  @Route(printEndpoints.printReportForm)
  async form(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { params } = await this.gate.visit(printEndpoints.printReportForm, request);
    const unit = await this.nameOf(params.unit);
    if (unit === '') refuse('resource.unknown');
    await send(reply, HTML, await reportForm({ unit, address: `${this.platform.config.http.publicUrl}/report` }));
  }

  @Route(printEndpoints.printBallotPapers)
  async papers(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { params, query } = await this.gate.enter(printEndpoints.printBallotPapers, request);
    const { ballots, calendars } = this.platform;
    const wanted = query.entries === undefined ? null : new Set(query.entries.split(','));
    const { ballot, papers } = await this.desk.read(async (tx) => {
      const row = (await ballots.ballotOf(tx, params.ballot)) ?? refuse('ballot.unknown');
      if (!TAKES_PAPERS.includes(row.status)) refuse('ballot.wrong_status');
      const lines = await this.linesOf(tx, row.id, (line) => {
        const isHere = query.building === undefined || line.building === query.building;
        return isHere && !line.isRemoved && (wanted === null || wanted.has(line.entry));
      });
      return { ballot: row, papers: await this.printed(tx, lines) };
    });
    const head = {
      ballot,
      unit: await this.nameOf(ballot.unit),
      closes: ballot.closesAt === null ? null : localTime(calendars, ballot.closesAt),
      address: this.addressOf(ballot.id),
    };
    await send(reply, HTML, await ballotPapers(head, papers));
  }

  @Route(printEndpoints.printResult)
  async result(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printResult, request);
    const { ballots, calendars, reader } = this.platform;
    if ((await reader.glance(params.id, caller)) === null) refuse('case.unknown');
    const { ballot, decision } = await this.desk.read(async (tx) => ({
      ballot: (await ballots.ballotOf(tx, params.id)) ?? refuse('case.unknown'),
      decision: await ballots.publishing.decision(tx, params.id),
    }));
    if (decision?.kind !== 'decided' || ballot.closedAt === null) refuse('case.unknown');
    const page = await resultNotice({
      ballot,
      certificate: decision.certificate,
      unit: await this.nameOf(ballot.unit),
      closed: localTime(calendars, ballot.closedAt),
      address: this.addressOf(ballot.id),
    });
    await send(reply, HTML, page);
  }

  @Route(printEndpoints.printOrder)
  async order(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printOrder, request);
    const { cases, calendars, config, reader, workflows } = this.platform;
    const facts = (await readStory(this.platform, params.id, caller)) ?? refuse('case.unknown');
    const { seen, registered } = facts;
    if (seen.view.workflow !== 'task' || !INSIDE.includes(seen.eyes)) refuse('case.unknown');
    const task = orderFacts(seen.view.context) ?? refuse('case.unknown');
    if (!isDue(params.order, task, seen.view.status)) refuse('case.unknown');
    const named = namedIn(task);
    const texts = await cases.texts(named.texts);
    const units = await reader.unitNames(named.units);
    const printed = printedTask(presentStory(facts, workflows), task, {
      textOf: (id) => texts[id] ?? ERASED,
      unitOf: (id) => units.get(id) ?? '—',
      timeOf: (instant) => localTime(calendars, instant),
      texts: registered.workflow.texts,
      address: `${config.http.publicUrl}/cases/${encodeURIComponent(params.id)}`,
    });
    await send(reply, HTML, await orderSheet(params.order, printed));
  }

  /** Lines of a roll that are wanted, page by page, no more than are printed at once. */
  private async linesOf(tx: Tx, ballot: string, isWanted: (line: RollLine) => boolean): Promise<RollLine[]> {
    const found: RollLine[] = [];
    for (let after = ''; ;) {
      const page = await this.platform.ballots.papers.roll(tx, ballot, after);
      found.push(...page.filter(isWanted));
      const last = page.at(-1);
      if (last === undefined || found.length >= MOST_PAPERS) return found.slice(0, MOST_PAPERS);
      after = last.entry;
    }
  }

  private async printed(tx: Tx, lines: readonly RollLine[]): Promise<PrintedPaper[]> {
    const doors = await this.desk.doorsOf(tx, lines);
    const names = await this.desk.namesOf(
      tx,
      lines.flatMap(({ casters }) => casters),
    );
    return lines.map(({ entry, premises, casters, weights }) => ({
      entry,
      doors: premises.map((id) => doors.get(id) ?? id),
      casters: casters.flatMap((person) => names.get(person) ?? []),
      area: weights.area ?? null,
    }));
  }

  private async nameOf(unit: string): Promise<string> {
    return (await this.platform.reader.unitNames([unit])).get(unit) ?? '';
  }

  private addressOf(ballot: string): string {
    return `${this.platform.config.http.publicUrl}/ballots/${encodeURIComponent(ballot)}`;
  }
}
