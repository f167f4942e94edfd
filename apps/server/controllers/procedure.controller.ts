import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import { formOf, type JsonObject } from '#libs/engine';
import {
  differencesOf,
  fingerprintOf,
  procedureDocument,
  procedureInForce,
  procedureText,
  type PolicyInUse,
} from '#libs/registers';

import { registerEndpoints } from '../api/registers.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse, RequestRefused } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { procedureSheet } from '../pages/print-register.page.js';

/** Workflows whose policies are rules of procedure. */
const RULED = ['meeting', 'ballot', 'issue', 'notice'] as const;

/** Rules of procedure of a community: made from what is in force, compared with what is entered, handed to the legal officer. */
@Controller()
export class ProcedureController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(registerEndpoints.previewProcedure)
  async preview(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(registerEndpoints.previewProcedure, request);
    await this.platform.cases.policies.install();
    return this.desk.read(async (tx) => {
      const { document, fingerprint, inForce } = await this.made(tx, query.unit);
      const entered =
        inForce?.document == null ? null : await this.platform.registers.book.document(tx, inForce.document);
      const changes = entered === null ? [] : differencesOf(entered, asJson(document));
      const { entry, number, version } = inForce ?? {};
      const known =
        entry === undefined || number === undefined || version === undefined ? null : { entry, number, version };
      return { fingerprint, document, inForce: known, changes };
    });
  }

  @Route(registerEndpoints.printProcedure)
  async print(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { query } = await this.gate.visit(registerEndpoints.printProcedure, request);
    await this.platform.cases.policies.install();
    const { document, fingerprint, inForce } = await this.desk.read((tx) => this.made(tx, query.unit));
    // only what is entered as it stands now bears the number
    const number = inForce?.document === fingerprint ? inForce.number : null;
    const address = `${this.platform.config.http.publicUrl}/api/v1/procedure/print?unit=${encodeURIComponent(query.unit)}`;
    const page = await procedureSheet(document, { address, fingerprint, number });
    await reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  }

  @Route(registerEndpoints.proposeProcedure)
  async propose(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body, key } = await this.gate.enter(registerEndpoints.proposeProcedure, request);
    await this.platform.cases.policies.install();
    const { unit } = body;
    const at = this.platform.now();
    const { document, fingerprint, inForce } = await this.desk.transaction(async (tx) => {
      const made = await this.made(tx, unit);
      if (made.fingerprint !== body.fingerprint) refuse('procedure.changed');
      await this.platform.registers.book.keepDocument(tx, { unit, body: asJson(made.document), at });
      return made;
    });
    const revises = inForce === null ? {} : { revises: { entry: inForce.entry, version: inForce.version } };
    const text = { title: document.title.zh, text: procedureText(document), document: fingerprint };
    const command = {
      workflow: 'covenant',
      input: { kind: 'procedure', unit, ...text, ...revises },
      actor: caller,
      key,
      unit,
    };
    const answer = await this.platform.acting.start(command, { request: request.id, workflow: 'covenant' });
    if (!answer.ok) throw new RequestRefused(answer.refusal);
    void reply.status(201);
    return { case: answer.caseId };
  }

  /** The document as it is now, and what is entered of it. */
  private async made(tx: Tx, unit: string) {
    const { registry, registers } = this.platform;
    const known = (await registry.unit(tx, unit)) ?? refuse('resource.unknown');
    const lineage = await registry.lineage(tx, unit);
    const rules = await registers.rules.list(tx, { lineage, on: this.desk.today() });
    const facts = { unit, unitName: known.name, rules: rules.map(({ rule }) => rule) };
    const document = procedureDocument({ ...facts, policies: await this.policies(tx, lineage) });
    return { document, fingerprint: fingerprintOf(asJson(document)), inForce: await procedureInForce(tx, unit) };
  }

  private async policies(tx: Tx, units: readonly string[]): Promise<PolicyInUse[]> {
    const { policies } = this.platform.cases;
    const at = this.platform.now();
    const found: PolicyInUse[] = [];
    for (const workflow of RULED) {
      const id = await policies.choose(tx, workflow, { units, at });
      const form = formOf(this.platform.workflows.get(workflow)?.workflow ?? refuse('workflow.unknown'), {
        part: 'policy',
      });
      found.push({ workflow, id, body: policies.body(id), form });
    }
    return found;
  }
}

function asJson(document: object): JsonObject {
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}
