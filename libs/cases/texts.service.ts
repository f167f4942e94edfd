import type { Actor } from '#libs/engine';

import type { Annotator } from './annotations.types.js';
import { forgetWords } from './list-index.sql.js';
import { INSTANT } from './load.sql.js';

/** Bodies of texts by id; `null` when erased. */
export type TextBodies = Record<string, string | null>;

/** The free texts of people. */
export class Texts {
  constructor(private readonly cases: Annotator) {}

  async read(ids: readonly string[]): Promise<TextBodies> {
    const rows = await this.cases.database.query<{ id: string; body: string | null }>(
      `select id, body from texts where id = any($1::text[])`,
      [ids],
    );
    return Object.fromEntries(rows.map(({ id, body }) => [id, body]));
  }

  /**
   * Erases a text by law: body and salt go, its digest stays, so the journal still verifies and nobody can guess the text from it.
   * The erasure itself is journaled. False when there is no such text, or it is erased already.
   */
  async erase(textId: string, actor: Actor): Promise<boolean> {
    const [text] = await this.cases.database.query<{ caseId: string }>(
      `select case_id as "caseId" from texts where id = $1 and erased_at is null`,
      [textId],
    );
    if (text === undefined) return false;
    const entry = { kind: 'textErased' as const, by: actor, texts: [], body: { text: textId } };
    return this.cases.annotate(text.caseId, entry, async (tx) => {
      await tx.query(
        `update texts set body = null, salt = null, erased_at = ${INSTANT('$2')} where id = $1 and erased_at is null`,
        [textId, this.cases.virtualNow()],
      );
      await forgetWords(tx, textId);
    });
  }
}
