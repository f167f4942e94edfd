import { Readable } from 'node:stream';

import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf } from '#libs/access';
import {
  exportRows,
  LIMITS,
  registryList,
  TABLE_KINDS,
  type ExportColumn,
  type Exported,
  type ExportFormat,
  type ImportView,
  type RegistryList,
  type SaidProblem,
} from '#libs/exchange';

import { exchangeEndpoints as endpoints } from '../api/exchange.endpoints.js';
import { Gate, type Entered } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageOf } from '../http/language.rules.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';
import { presentProblem } from '../present/import.view.js';
import { caseColumns, signInColumns } from '../present/export.columns.js';

const PAGE = 50;
const ROWS = 100;

/** Tables of offices: brought in, checked, applied, undone; lists taken out. */
@Controller()
export class ExchangeController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.uploadImport)
  async upload(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, query } = await this.gate.enter(endpoints.uploadImport, request);
    if (!request.isMultipart()) refuse('file.missing');
    // one byte more than may be: whoever takes the stream counts, and refuses
    const limits = { files: 1, fields: 0, parts: 1, fileSize: LIMITS.file + 1, headerPairs: 50 };
    const part = (await request.file({ limits, throwFileSizeLimit: false })) ?? refuse('file.missing');
    const { unit, asOf, name } = query;
    const upload = { kind: params.kind, unit, fileName: name ?? part.filename, by: caller.person };
    const staged = await this.platform.exchange.imports.upload(
      { ...upload, ...(asOf === undefined ? {} : { asOf }) },
      part.file,
    );
    void reply.status(201).header('location', `/api/v1/imports/${staged.id}`);
    return staged;
  }

  @Route(endpoints.importTemplate)
  async template(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { params } = await this.gate.enter(endpoints.importTemplate, request);
    const { columns, label } = TABLE_KINDS[params.kind];
    const language = languageOf(request.headers['accept-language']);
    const headings = columns.map((column): ExportColumn<object> => {
      return { label: column.label, value: () => column.expected?.[language] ?? null };
    });
    const question = { format: 'csv', name: label[language], day: 'template', language, columns: headings } as const;
    return send(reply, exportRows(question, rowsOf([{}])));
  }

  @Route(endpoints.listImports)
  async list(@Req() request: HttpRequest) {
    const { query, reach } = await this.gate.enter(endpoints.listImports, request);
    const { limit = PAGE, cursor } = query;
    const before = cursor === undefined ? null : decodeTimeCursor(cursor);
    return timePage(await this.platform.exchange.imports.list({ reach, before, limit: limit + 1 }), limit);
  }

  @Route(endpoints.readImport)
  async read(@Req() request: HttpRequest): Promise<ImportView> {
    const { view } = await this.within(await this.gate.enter(endpoints.readImport, request));
    return view;
  }

  @Route(endpoints.readImportRows)
  async rows(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(endpoints.readImportRows, request);
    const { view } = await this.within(entered);
    const { only = 'all', after = 0 } = entered.query;
    const rows = await this.platform.exchange.imports.rows(view, { only, after, limit: ROWS });
    const language = languageOf(request.headers['accept-language']);
    const shown = rows.map((row) => {
      return { ...row, problems: row.problems.map((problem) => presentProblem(problem, view.kind, language)) };
    });
    return { rows: shown, next: rows.length < ROWS ? null : (rows.at(-1)?.row ?? null) };
  }

  @Route(endpoints.downloadProblems)
  async problems(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { view } = await this.within(await this.gate.enter(endpoints.downloadProblems, request));
    const language = languageOf(request.headers['accept-language']);
    const day = this.platform.localDateOf(this.platform.now());
    const question = { format: 'csv', name: 'problems', day, language, columns: PROBLEM_COLUMNS } as const;
    return send(reply, exportRows(question, this.platform.exchange.imports.problems(view, language)));
  }

  @Route(endpoints.checkImport)
  async check(@Req() request: HttpRequest): Promise<ImportView> {
    const entered = await this.gate.enter(endpoints.checkImport, request);
    await this.within(entered);
    return this.platform.exchange.imports.check(entered.params.import, entered.body.decisions, entered.caller.person);
  }

  @Route(endpoints.applyImport)
  async apply(@Req() request: HttpRequest): Promise<ImportView> {
    const entered = await this.gate.enter(endpoints.applyImport, request);
    await this.within(entered);
    return this.platform.exchange.imports.apply(entered.params.import, entered.caller.person);
  }

  @Route(endpoints.undoImport)
  async undo(@Req() request: HttpRequest): Promise<ImportView> {
    const entered = await this.gate.enter(endpoints.undoImport, request);
    await this.within(entered);
    const { reason } = entered.body;
    return this.platform.exchange.imports.undo(entered.params.import, { by: entered.caller.person, reason });
  }

  @Route(endpoints.exportList)
  async export(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, query } = await this.gate.enter(endpoints.exportList, request);
    const { list } = params;
    const { unit, format } = query;
    const day = this.platform.localDateOf(this.platform.now());
    const given = { format, name: list, day, language: languageOf(request.headers['accept-language']) };
    if (list === 'cases') return send(reply, await this.cases(given, { unit, person: caller.person }));
    if (list === 'signIns') return send(reply, await this.signIns(given, { unit, person: caller.person }));
    return send(reply, this.registryRows(given, { list, unit }));
  }

  private registryRows(given: Given, { list, unit }: { list: RegistryList; unit: string }): Exported {
    const { columns, rows } = registryList(list, unit, this.platform);
    return exportRows({ ...given, columns }, rows);
  }

  /** The ledger as the caller sees it, however many pages that is. */
  private async cases(given: Given, { unit, person }: { unit: string; person: string }): Promise<Exported> {
    const { reader, cases, workflows } = this.platform;
    const viewer = await reader.viewer(person);
    async function* rows() {
      let cursor: string | undefined;
      do {
        const page = await cases.list({
          units: [unit],
          viewer,
          limit: 200,
          ...(cursor === undefined ? {} : { cursor }),
        });
        yield* page.rows;
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
    }
    return exportRows({ ...given, columns: caseColumns(workflows, given.language) }, rows());
  }

  /** The sign-in journal of the unit's people: for those who may audit accounts there. */
  private async signIns(given: Given, { unit, person }: { unit: string; person: string }): Promise<Exported> {
    const { database, access, registry, accounts } = this.platform;
    const { people, mayAudit } = await database.transaction(
      async (tx) => {
        const reach = reachOf(await access.standing(tx, person), 'accounts.audit');
        const lineage = await registry.lineage(tx, unit);
        const within = await registry.peopleWithin(tx, unit);
        return {
          people: new Map(within.map((one) => [one.id, one.name])),
          mayAudit: lineage.some((id) => reach.includes(id)),
        };
      },
      { readOnly: true },
    );
    if (!mayAudit) refuse('access.denied');
    async function* rows() {
      let before: { at: string; id: string } | undefined;
      for (;;) {
        const question = { limit: 200, ...(before === undefined ? {} : { before }) };
        const page = await database.transaction((tx) => accounts.signIns.list(tx, question), { readOnly: true });
        for (const row of page)
          if (row.person !== null && people.has(row.person)) yield { ...row, name: people.get(row.person) ?? '' };
        const last = page.at(-1);
        if (page.length < 200 || last === undefined) return;
        before = { at: last.at, id: last.id };
      }
    }
    return exportRows({ ...given, columns: signInColumns() }, rows());
  }

  /** The import a request names, unless it is of a unit the caller's office does not reach. */
  private async within({ params, reach }: Pick<Entered<typeof endpoints.readImport>, 'params' | 'reach'>) {
    const view = await this.platform.exchange.imports.read(params.import);
    const { database, registry } = this.platform;
    const lineage = await database.transaction((tx) => registry.lineage(tx, view.unit), { readOnly: true });
    if (!lineage.some((unit) => reach.includes(unit))) refuse('import.unknown');
    return { view };
  }
}

interface Given {
  format: ExportFormat;
  name: string;
  day: string;
  language: 'zh' | 'en';
}

const PROBLEM_COLUMNS: readonly ExportColumn<SaidProblem>[] = [
  { label: { zh: '行', en: 'Row' }, value: ({ row }) => row },
  { label: { zh: '列', en: 'Column' }, value: ({ column }) => column },
  { label: { zh: '内容', en: 'Value' }, value: ({ value }) => value },
  { label: { zh: '程度', en: 'Severity' }, value: ({ severity }) => severity },
  { label: { zh: '问题', en: 'What is wrong' }, value: ({ message }) => message },
  { label: { zh: '怎么办', en: 'What to do' }, value: ({ remedy }) => remedy },
];

function rowsOf<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  return Readable.from(rows) as AsyncIterable<Row>;
}

function send(reply: HttpReply, { stream, contentType, fileName }: Exported): StreamableFile {
  void reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  return new StreamableFile(stream, { type: contentType });
}
