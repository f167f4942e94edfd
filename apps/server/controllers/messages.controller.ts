import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';

import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';

const DEFAULT_LIMIT = 50;

/** What somebody was told. */
@Controller()
export class MessagesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.listMessages)
  async list(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(endpoints.listMessages, request);
    const { person } = caller;
    const { cursor, unread, limit = DEFAULT_LIMIT } = query;
    const before = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const { database, access, inbox, cases } = this.platform;
    const rows = await database.transaction(
      async (tx) => {
        const { grants } = await access.standing(tx, person);
        return inbox.list(tx, {
          person,
          grants,
          unreadOnly: unread === 'true',
          limit: limit + 1,
          ...definedOf({ before }),
        });
      },
      { readOnly: true },
    );
    const page = timePage(rows, limit);
    const texts = await cases.texts(page.rows.flatMap(({ text }) => (text === null ? [] : [text])));
    return {
      rows: page.rows.map(({ id, caseId, at, about, severity, clock, text, said, readAt }) => ({
        id,
        case: caseId === '' ? null : caseId,
        at,
        about,
        severity,
        clock,
        text: text === null ? null : (texts[text] ?? null),
        said,
        readAt,
      })),
      next: page.next,
    };
  }

  @Route(endpoints.readMessages)
  async read(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(endpoints.readMessages, request);
    const { person } = caller;
    const { database, access, inbox } = this.platform;
    const at = this.platform.now();
    const unread = await database.transaction(async (tx) => {
      const mine = { person, grants: (await access.standing(tx, person)).grants };
      await inbox.markRead(tx, mine, { ids: body.ids, at });
      return inbox.unread(tx, mine);
    });
    return { unread };
  }
}
