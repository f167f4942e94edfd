import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { PublicationRow } from '#libs/notify';

import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';

const DEFAULT_LIMIT = 50;

/** What hangs on the notice boards and the public page: for everybody. */
@Controller()
export class PublicationsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.listPublications)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(endpoints.listPublications, request);
    const { unit, kind, archive, cursor, limit = DEFAULT_LIMIT } = query;
    const units = await (unit === undefined ? this.platform.reader.allUnits() : this.platform.reader.unitsWithin(unit));
    const before = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const asked = { units, archive: archive === 'true', limit: limit + 1, ...definedOf({ kind, before }) };
    const { database, inbox } = this.platform;
    const page = timePage(await database.transaction((tx) => inbox.publications(tx, asked), { readOnly: true }), limit);
    return { rows: await this.present(page.rows), next: page.next };
  }

  private async present(rows: readonly PublicationRow[]) {
    const { reader, cases } = this.platform;
    const shown = await reader.withoutConfidential(rows);
    const names = await reader.unitNames(shown.map(({ unit }) => unit));
    const texts = await cases.texts(shown.flatMap(({ title, text }) => [title, text].filter((id) => id !== null)));
    const bodyOf = (id: string | null): string | null => (id === null ? null : (texts[id] ?? null));
    return shown.map(({ caseId, title, text, ...row }) => ({
      id: row.id,
      case: caseId,
      issue: row.issue,
      unit: row.unit,
      unitName: names.get(row.unit) ?? '',
      kind: row.kind,
      about: row.about,
      title: bodyOf(title),
      text: bodyOf(text),
      evidence: row.evidence,
      blocking: row.blocking,
      days: row.days,
      at: row.at,
      removedAt: row.removedAt,
      outcome: row.outcome,
    }));
  }
}
