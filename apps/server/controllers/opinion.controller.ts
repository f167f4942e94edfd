import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { mayAct, STAFF_ROLES } from '#libs/access';
import type { AdmittedDeliberation } from '#libs/opinion';
import { drawOpinionSvg } from '#libs/opinion';
import { RESIDENT_ROLE } from '#libs/registry';

import { opinionEndpoints } from '../api/opinion.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageOf } from '../http/language.rules.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { opinionPage } from '../pages/opinion.page.js';

/** Who is asked, and who may look: those who are asked and those with an office at the unit or above. */
const ASKED = [{ role: RESIDENT_ROLE }];
const LOOKING = [...ASKED, ...STAFF_ROLES.map((role) => ({ role })), { role: 'representative' }, { role: 'partner' }];
/** Answers come by the thousand, and where somebody lives does not change from one to the next. */
const ASKED_FOR_MS = 10_000;
const MOST_REMEMBERED = 50_000;

/** Statements, positions and opinion groups. Whom a deliberation is no business of is answered as if there were none. */
@Controller()
export class OpinionController {
  readonly #asked = new Map<string, number>();

  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(opinionEndpoints.listStatementsToAnswer)
  async list(@Req() request: HttpRequest) {
    const { caller, params, query } = await this.gate.enter(opinionEndpoints.listStatementsToAnswer, request);
    await this.admitted(params.deliberation, caller.person, LOOKING);
    return this.platform.opinion.statements.toAnswer(params.deliberation, caller.person, query.limit);
  }

  @Route(opinionEndpoints.sayStatement)
  async say(@Req() request: HttpRequest) {
    const { caller, params, body, key } = await this.gate.enter(opinionEndpoints.sayStatement, request);
    await this.admitted(params.deliberation, caller.person, ASKED);
    return this.platform.opinion.statements.say({ ...params, author: caller.person, text: body.text, key });
  }

  @Route(opinionEndpoints.listMyStatements)
  async mine(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(opinionEndpoints.listMyStatements, request);
    await this.admitted(params.deliberation, caller.person, LOOKING);
    return { rows: await this.platform.opinion.statements.mine(params.deliberation, caller.person) };
  }

  @Route(opinionEndpoints.takePosition)
  async take(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(opinionEndpoints.takePosition, request);
    const { person } = caller;
    if (!this.wasAsked(params.deliberation, person)) {
      await this.admitted(params.deliberation, person, ASKED);
      this.rememberAsked(params.deliberation, person);
    }
    const { revision } = await this.platform.opinion.positions.take({ ...params, ...body, person });
    return { ...body, revision };
  }

  @Route(opinionEndpoints.listMyPositions)
  async positions(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(opinionEndpoints.listMyPositions, request);
    await this.admitted(params.deliberation, caller.person, ASKED);
    const { positions, pictures } = this.platform.opinion;
    const rows = await positions.of(params.deliberation, caller.person);
    return { group: await pictures.groupOf(params.deliberation, caller.person), rows };
  }

  @Route(opinionEndpoints.readOpinionPicture)
  async picture(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(opinionEndpoints.readOpinionPicture, request);
    const { status } = await this.admitted(params.deliberation, caller.person, LOOKING);
    const { version, at, picture } = await this.platform.opinion.pictures.of(params.deliberation);
    const texts = await this.textsOf(params.deliberation, picture.table);
    const table = picture.table.map((row) => ({ ...row, text: texts.get(row.statement) ?? '' }));
    return { version, at, isOpen: status === 'open', ...picture, table };
  }

  @Route(opinionEndpoints.drawOpinionPicture)
  async draw(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params, query } = await this.gate.enter(opinionEndpoints.drawOpinionPicture, request);
    await this.admitted(params.deliberation, caller.person, LOOKING);
    const { picture } = await this.platform.opinion.pictures.of(params.deliberation);
    const language = query.lang ?? languageOf(request.headers['accept-language']);
    const isPage = query.format === 'html';
    const text = isPage
      ? opinionPage(picture, await this.textsOf(params.deliberation, picture.table), language)
      : drawOpinionSvg(picture, language);
    await reply
      .header('content-type', isPage ? 'text/html; charset=utf-8' : 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('vary', 'Accept-Language, Cookie, Authorization')
      .send(text);
  }

  @Route(opinionEndpoints.listStatementsToModerate)
  async queue(@Req() request: HttpRequest) {
    const { params, query, reach } = await this.gate.enter(opinionEndpoints.listStatementsToModerate, request);
    await this.reached(params.deliberation, reach);
    return { rows: await this.platform.opinion.statements.queue(params.deliberation, query) };
  }

  @Route(opinionEndpoints.moderateStatement)
  async moderate(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(opinionEndpoints.moderateStatement, request);
    await this.reached(params.deliberation, reach);
    const { statements } = this.platform.opinion;
    const { state } = await statements.moderate({ ...params, decision: body, by: caller.person });
    return { number: params.number, state };
  }

  @Route(opinionEndpoints.proposeMerge)
  async propose(@Req() request: HttpRequest) {
    const { params, body, reach } = await this.gate.enter(opinionEndpoints.proposeMerge, request);
    await this.reached(params.deliberation, reach);
    const { state } = await this.platform.opinion.statements.proposeMerge({ ...params, into: body.into });
    return { number: params.number, state };
  }

  @Route(opinionEndpoints.answerMerge)
  async consent(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(opinionEndpoints.answerMerge, request);
    await this.admitted(params.deliberation, caller.person, LOOKING);
    const { statements } = this.platform.opinion;
    const { state } = await statements.answerMerge({ ...params, person: caller.person, accept: body.accept });
    return { number: params.number, state };
  }

  /** The deliberation, for somebody who fits. */
  private async admitted(
    deliberation: string,
    person: string,
    who: Parameters<typeof mayAct>[1],
  ): Promise<AdmittedDeliberation> {
    const { database, access, registry, opinion } = this.platform;
    const found = (await opinion.admitted(deliberation)) ?? refuse('case.unknown');
    const isFit = await database.transaction(
      async (tx) => {
        const lineage = await registry.lineage(tx, found.unit);
        return mayAct(await access.standing(tx, person), who, { lineage, parties: [] }).allowed;
      },
      { readOnly: true },
    );
    return isFit ? found : refuse('case.unknown');
  }

  /** For moderators whose office reaches the unit of the deliberation. */
  private async reached(deliberation: string, reach: readonly string[]): Promise<void> {
    const { database, registry, opinion } = this.platform;
    const { unit } = (await opinion.admitted(deliberation)) ?? refuse('case.unknown');
    const lineage = await database.transaction((tx) => registry.lineage(tx, unit), { readOnly: true });
    if (!lineage.some((above) => reach.includes(above))) refuse('case.unknown');
  }

  private textsOf(deliberation: string, table: readonly { statement: number }[]): Promise<Map<number, string>> {
    return this.platform.opinion.statements.texts(
      deliberation,
      table.map(({ statement }) => statement),
    );
  }

  private wasAsked(deliberation: string, person: string): boolean {
    const until = this.#asked.get(`${deliberation} ${person}`);
    return until !== undefined && until > Date.parse(this.platform.now());
  }

  private rememberAsked(deliberation: string, person: string): void {
    if (this.#asked.size >= MOST_REMEMBERED) this.#asked.clear();
    this.#asked.set(`${deliberation} ${person}`, Date.parse(this.platform.now()) + ASKED_FOR_MS);
  }
}
