import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf } from '#libs/access';
import type { Tx } from '#libs/database';
import { certificateOf, registerEntry, registerRows, type RegisterEntry, type Signature } from '#libs/registers';
import { COVENANT_TEMPLATES } from '#workflows/covenant';

import { registerEndpoints } from '../api/registers.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';
import { entrySheet, registerSheet } from '../pages/print-register.page.js';
import { presentEntry, presentLine, standing } from '../present/register.view.js';

const PAGE = 50;
/** Lines on the page of a community; the list over the API goes on. */
const LINES = 200;
const HTML = 'text/html; charset=utf-8';

/** The register of resolutions, covenants and pledges: for everybody, without the names of those who did not agree to be named. */
@Controller()
export class RegistersController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(registerEndpoints.listRegister)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(registerEndpoints.listRegister, request);
    const { unit, kind, year, state, cursor, limit = PAGE } = query;
    const before = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const units = await this.platform.reader.unitsWithin(unit);
    const asked = { units, limit: limit + 1, ...definedOf({ kind, year, state, before }) };
    const rows = await this.desk.read((tx) => registerRows(tx, asked));
    const page = timePage(
      rows.map((row) => ({ ...row, at: row.enteredAt })),
      limit,
    );
    return { rows: page.rows.map(presentLine), next: page.next };
  }

  @Route(registerEndpoints.readRegisterEntry)
  async read(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(registerEndpoints.readRegisterEntry, request);
    return this.desk.read(async (tx) => {
      const entry = await this.known(tx, params.entry);
      return presentEntry(entry, await this.names(tx, entry.signatures));
    });
  }

  @Route(registerEndpoints.listSignatures)
  async signatures(@Req() request: HttpRequest) {
    const { params, reach } = await this.gate.enter(registerEndpoints.listSignatures, request);
    return this.desk.read(async (tx) => {
      const { signatures } = await this.within(tx, params.entry, reach);
      const names = await this.names(tx, signatures);
      return { rows: signatures.map(({ entry: _, ...one }) => ({ ...one, name: names.get(one.person) ?? null })) };
    });
  }

  @Route(registerEndpoints.fileEntry)
  async file(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(registerEndpoints.fileEntry, request);
    const { version, ...filing } = body;
    await this.desk.transaction(async (tx) => {
      // asked anew in the transaction that writes: an office may have ended meanwhile
      const reach = reachOf(await this.platform.access.standing(tx, caller.person), 'registers.keep');
      const { id } = await this.within(tx, params.entry, reach);
      if ((await this.platform.registry.unit(tx, filing.with)) === null) refuse('resource.unknown');
      await this.platform.registers.book.file(tx, { entry: id, version }, { ...filing, bySilence: false });
    });
    return {};
  }

  @Route(registerEndpoints.printEntry)
  async print(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { params } = await this.gate.visit(registerEndpoints.printEntry, request);
    const { entry, names, unitNames } = await this.desk.read(async (tx) => {
      const found = await this.known(tx, params.entry);
      const units = [found.unit, ...found.versions.flatMap(({ filedWith }) => filedWith ?? [])];
      const known = await this.platform.registry.units(tx, [...new Set(units)]);
      return {
        entry: found,
        names: await this.names(tx, found.signatures),
        unitNames: new Map(known.map(({ id, name }) => [id, name])),
      };
    });
    const [newest] = entry.versions;
    if (newest === undefined) refuse('resource.unknown');
    const signed = standing(entry.signatures, newest.version);
    const page = await entrySheet({
      ...entry,
      unitName: unitNames.get(entry.unit) ?? '',
      address: `${this.platform.config.http.publicUrl}/register/${encodeURIComponent(entry.id)}`,
      version: {
        ...newest,
        filedWith: newest.filedWith === null ? null : (unitNames.get(newest.filedWith) ?? null),
        law: certificateOf(newest.certificate)?.rule.law ?? null,
        signatures: signed
          .filter(({ isNamed, capacity }) => isNamed || capacity === 'chair')
          .map(({ person, capacity, signedAt }) => ({
            name: names.get(person) ?? '已依法删除 · erased',
            capacity,
            on: this.platform.localDateOf(signedAt),
          })),
        signatories: signed.filter(({ capacity }) => capacity === 'signatory').length,
      },
    });
    await reply.header('content-type', HTML).header('cache-control', 'no-cache').send(page);
  }

  @Route(registerEndpoints.printRegister)
  async printList(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { query } = await this.gate.visit(registerEndpoints.printRegister, request);
    const units = await this.platform.reader.unitsWithin(query.unit);
    const unit = await this.desk.read((tx) => this.platform.registry.unit(tx, query.unit));
    if (unit === null) refuse('resource.unknown');
    const lines = await this.desk.read((tx) => registerRows(tx, { units, limit: LINES }));
    const address = `${this.platform.config.http.publicUrl}/register?unit=${encodeURIComponent(unit.id)}`;
    const page = await registerSheet({ unitName: unit.name, address, lines });
    await reply.header('content-type', HTML).header('cache-control', 'no-cache').send(page);
  }

  @Route(registerEndpoints.listTemplates)
  async templates(@Req() request: HttpRequest) {
    await this.gate.visit(registerEndpoints.listTemplates, request);
    return { rows: [...COVENANT_TEMPLATES] };
  }

  private async known(tx: Tx, id: string): Promise<RegisterEntry> {
    return (await registerEntry(tx, id)) ?? refuse('resource.unknown');
  }

  private async within(tx: Tx, id: string, reach: readonly string[]): Promise<RegisterEntry> {
    const entry = await this.known(tx, id);
    const lineage = await this.platform.registry.lineage(tx, entry.unit);
    return lineage.some((unit) => reach.includes(unit)) ? entry : refuse('resource.unknown');
  }

  private names(tx: Tx, signatures: readonly Signature[]): Promise<Map<string, string>> {
    return this.desk.names(
      tx,
      signatures.map(({ person }) => person),
    );
  }
}
