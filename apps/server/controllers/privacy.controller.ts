import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import { CONSENT_PURPOSES, CONSENT_TEXTS, type ConsentRow, type CorrectionRow, type LookRow } from '#libs/privacy';

import { privacyEndpoints } from '../api/privacy.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { languageOf } from '../http/language.rules.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { ownDataPage } from '../pages/own-data.page.js';

const DEFAULT_LIMIT = 50;

/** Looks, consents, corrections, and everything held about oneself. */
@Controller()
export class PrivacyController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(privacyEndpoints.unmask)
  async unmask(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, body } = await this.gate.enter(privacyEndpoints.unmask, request);
    const { database, privacy, reader } = this.platform;
    const { field, reason, case: caseId } = body;
    if (caseId !== undefined && (await reader.glance(caseId, caller)) === null) refuse('case.unknown');
    const wish = { by: caller.person, person: params.person, field, reason, ...definedOf({ caseId }) };
    const value = await database.transaction((tx) => privacy.unmasking.unmask(tx, wish));
    void reply.header('cache-control', 'no-store');
    return { field, value };
  }

  @Route(privacyEndpoints.listLooks)
  async looks(@Req() request: HttpRequest) {
    const { query, reach } = await this.gate.enter(privacyEndpoints.listLooks, request);
    const { database, privacy } = this.platform;
    const { person, by, cursor, limit = DEFAULT_LIMIT } = query;
    const before = cursor === undefined ? undefined : seqOf(cursor);
    const asked = {
      limit: limit + 1,
      ...definedOf({ by, before }),
      ...(person === undefined ? {} : { people: [person] }),
    };
    return database.transaction(
      async (tx) => {
        const rows = await privacy.journal.list(tx, asked);
        const page = rows.slice(0, limit);
        const seen: LookRow[] = [];
        for (const row of page) if (await this.isWithin(tx, await this.placeOf(tx, row), reach)) seen.push(row);
        const names = await this.names(tx, seen);
        const next = rows.length > limit ? String(page.at(-1)?.seq ?? 0) : null;
        return { rows: seen.map((row) => ({ ...presentLook(row, names), reason: row.reason })), next };
      },
      { readOnly: true },
    );
  }

  @Route(privacyEndpoints.listOwnLooks)
  async ownLooks(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(privacyEndpoints.listOwnLooks, request);
    const { database, privacy, registry } = this.platform;
    return database.transaction(
      async (tx) => {
        const me = await registry.person(tx, caller.person);
        const rows = await privacy.journal.of(tx, caller.person, me?.household ?? null);
        const names = await this.names(tx, rows);
        return { rows: rows.map((row) => presentLook(row, names)) };
      },
      { readOnly: true },
    );
  }

  @Route(privacyEndpoints.listConsentTexts)
  async consentTexts(@Req() request: HttpRequest) {
    await this.gate.visit(privacyEndpoints.listConsentTexts, request);
    const rows = CONSENT_PURPOSES.map((purpose) => {
      const { version, isSeparate, zh, en } = CONSENT_TEXTS[purpose];
      return { purpose, version, isSeparate, text: { zh, en } };
    });
    return { rows };
  }

  @Route(privacyEndpoints.listOwnConsents)
  async ownConsents(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(privacyEndpoints.listOwnConsents, request);
    return this.consentsOf(caller.person);
  }

  @Route(privacyEndpoints.giveOwnConsent)
  async giveOwn(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body } = await this.gate.enter(privacyEndpoints.giveOwnConsent, request);
    const { database, privacy } = this.platform;
    const given = { ...body, person: caller.person, channel: 'self', givenBy: caller.person } as const;
    const id = await database.transaction((tx) => privacy.consents.give(tx, given));
    void reply.status(201);
    return { id };
  }

  @Route(privacyEndpoints.withdrawOwnConsent)
  async withdrawOwn(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(privacyEndpoints.withdrawOwnConsent, request);
    return this.withdraw(caller.person, { purpose: body.purpose, by: caller.person });
  }

  @Route(privacyEndpoints.listConsents)
  async consents(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(privacyEndpoints.listConsents, request);
    return this.consentsOf(params.person);
  }

  @Route(privacyEndpoints.enterConsent)
  async enterConsent(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, body } = await this.gate.enter(privacyEndpoints.enterConsent, request);
    const { database, privacy } = this.platform;
    const { evidence, ...said } = body;
    if (evidence !== undefined) await this.keepAsEvidence(evidence, params.person, caller.person);
    const given = { ...said, person: params.person, givenBy: caller.person, ...definedOf({ evidence }) };
    const id = await database.transaction((tx) => privacy.consents.give(tx, given));
    void reply.status(201);
    return { id };
  }

  @Route(privacyEndpoints.enterWithdrawal)
  async enterWithdrawal(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(privacyEndpoints.enterWithdrawal, request);
    return this.withdraw(params.person, { purpose: body.purpose, by: caller.person });
  }

  @Route(privacyEndpoints.exportOwnData)
  async exportOwn(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, query } = await this.gate.enter(privacyEndpoints.exportOwnData, request);
    const { database, registry, privacy, now } = this.platform;
    const ids = await database.transaction((tx) => registry.idsOf(tx, caller.person), { readOnly: true });
    const holdings = [];
    for (const keeper of privacy.keepers) holdings.push(...(await keeper.held(ids)));
    const format = query.format ?? 'json';
    void reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="my-data.${format}"`)
      .header('content-type', format === 'html' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8');
    const own = { person: caller.person, at: now(), holdings };
    return format === 'html' ? ownDataPage(own, languageOf(request.headers['accept-language'])) : own;
  }

  @Route(privacyEndpoints.listOwnCorrections)
  async ownCorrections(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(privacyEndpoints.listOwnCorrections, request);
    const { database, privacy } = this.platform;
    const rows = await database.transaction((tx) => privacy.corrections.of(tx, [caller.person]), { readOnly: true });
    return { rows: rows.map(presentCorrection) };
  }

  @Route(privacyEndpoints.askCorrection)
  async askCorrection(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body } = await this.gate.enter(privacyEndpoints.askCorrection, request);
    const { database, privacy, registry } = this.platform;
    const id = await database.transaction(async (tx) => {
      const unit = (await registry.person(tx, caller.person))?.unit ?? refuse('resource.unknown');
      return privacy.corrections.ask(tx, { ...body, person: caller.person, unit, by: caller.person });
    });
    void reply.status(201);
    return { id };
  }

  @Route(privacyEndpoints.listCorrections)
  async corrections(@Req() request: HttpRequest) {
    const { reach } = await this.gate.enter(privacyEndpoints.listCorrections, request);
    const { database, privacy } = this.platform;
    return database.transaction(
      async (tx) => {
        const rows: CorrectionRow[] = [];
        for (const row of await privacy.corrections.open(tx))
          if (await this.isWithin(tx, row.unit, reach)) rows.push(row);
        return { rows: rows.map(presentCorrection) };
      },
      { readOnly: true },
    );
  }

  @Route(privacyEndpoints.answerCorrection)
  async answerCorrection(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(privacyEndpoints.answerCorrection, request);
    const { database, privacy } = this.platform;
    await database.transaction(async (tx) => {
      const asked = await privacy.corrections.find(tx, params.id);
      if (asked === null || !(await this.isWithin(tx, asked.unit, reach))) refuse('resource.unknown');
      await privacy.corrections.answer(tx, params.id, { ...body, by: caller.person });
    });
    return { id: params.id };
  }

  @Route(privacyEndpoints.previewRetention)
  async retention(@Req() request: HttpRequest) {
    await this.gate.enter(privacyEndpoints.previewRetention, request);
    return { rows: await this.platform.privacy.retention.preview() };
  }

  /** A scan may be used once, for the person whose signature it shows. */
  private async keepAsEvidence(file: string, person: string, by: string): Promise<void> {
    const { files } = this.platform.privacy;
    const what = { id: file, to: 'consent', subject: person } as const;
    if (await this.platform.database.transaction((tx) => files.attach(tx, what, { by }))) return;
    const known = await files.find(file);
    if (known?.attachedTo !== 'consent' || known.subject !== person) refuse('resource.unknown');
  }

  private async consentsOf(person: string) {
    const { database, privacy } = this.platform;
    const rows = await database.transaction((tx) => privacy.consents.of(tx, person), { readOnly: true });
    return { rows: rows.map(presentConsent) };
  }

  private async withdraw(person: string, what: Parameters<Platform['privacy']['consents']['withdraw']>[2]) {
    const { database, privacy } = this.platform;
    return { withdrawn: await database.transaction((tx) => privacy.consents.withdraw(tx, person, what)) };
  }

  private async placeOf(tx: Tx, { person, household }: LookRow): Promise<string | null> {
    const { registry } = this.platform;
    if (person !== null) return (await registry.person(tx, person))?.unit ?? null;
    return household === null ? null : ((await registry.household(tx, household))?.stairwell ?? null);
  }

  private async isWithin(tx: Tx, unit: string | null, reach: readonly string[]): Promise<boolean> {
    if (unit === null) return false;
    return (await this.platform.registry.lineage(tx, unit)).some((above) => reach.includes(above));
  }

  private async names(tx: Tx, rows: readonly LookRow[]): Promise<Map<string, string>> {
    const people = await this.platform.registry.people(tx, [...new Set(rows.map(({ by }) => by))]);
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}

function presentLook({ seq, at, by, person, household, field, caseId }: LookRow, names: ReadonlyMap<string, string>) {
  return { seq, at, by, byName: names.get(by) ?? '', person, household, field, case: caseId };
}

function presentConsent({ id, purpose, textVersion, givenAt, givenBy, channel, slip, withdrawnAt }: ConsentRow) {
  return { id, purpose, textVersion, givenAt, givenBy, channel, slip, withdrawnAt };
}

function presentCorrection({ id, person, field, wanted, askedAt, state, answer }: CorrectionRow) {
  return { id, person, field, wanted, askedAt, state, answer };
}

function seqOf(cursor: string): number {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : refuse('cursor.malformed');
}
