import { randomUUID } from 'node:crypto';

import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, UnitId } from '#libs/registry';

import { admittedOf, closeAdmission, openAdmission } from './admission.sql.js';
import type { AdmittedDeliberation, OpinionRule } from './opinion.vocabulary.js';
import { Pictures, type PictureView } from './pictures.service.js';
import { Positions } from './positions.service.js';
import { Statements, type StatementsOptions } from './statements.service.js';

export type OpinionsOptions = StatementsOptions;

/** What came of asking everybody. */
export interface OpinionResult extends PictureView {
  /** Texts of the statements that every group agrees with, the most agreed first. */
  agreed: { number: number; text: string }[];
}

/** Statements and positions of deliberations, admitted by their charts and kept outside of them. */
export class Opinions {
  readonly statements: Statements;
  readonly positions: Positions;
  readonly pictures: Pictures;

  constructor(private readonly options: OpinionsOptions) {
    const { database, now } = options;
    this.statements = new Statements(options);
    this.positions = new Positions(database, now);
    this.pictures = new Pictures(database, now);
  }

  get database(): Database {
    return this.options.database;
  }

  /** The deliberation as admitted; null: nothing is asked there. */
  async admitted(deliberation: string): Promise<AdmittedDeliberation | null> {
    return admittedOf(this.database, deliberation);
  }

  /** Opens a deliberation to statements and positions; again it changes nothing. */
  async open(deliberation: { id: string; unit: UnitId; rule: OpinionRule; at: Instant }): Promise<void> {
    await this.database.transaction((tx) => openAdmission(tx, deliberation));
  }

  /**
   * Takes nothing more, and draws the last picture from every acknowledged position. Again it answers the same; null for a
   * deliberation that never asked.
   */
  async close(deliberation: string, at: Instant): Promise<OpinionResult | null> {
    await this.database.transaction((tx) => closeAdmission(tx, deliberation, at));
    if ((await this.admitted(deliberation)) === null) return null;
    const view = await this.pictures.anew(deliberation);
    const numbers = view.picture.united.filter(({ leans }) => leans === 'agree').map(({ statement }) => statement);
    const texts = await this.statements.texts(deliberation, numbers);
    const agreed = numbers.flatMap((number) => {
      const text = texts.get(number);
      return text === undefined ? [] : [{ number, text }];
    });
    return { ...view, agreed };
  }

  /** What is held about somebody. */
  async heldAbout(ids: readonly PersonId[]): Promise<{ statements: object[]; positions: object[] }> {
    const statements = await this.database.query<object>(
      `select deliberation, number, text, state, reason, said_at as "saidAt" from opinion_statements
       where author = any($1) order by said_at, deliberation, number`,
      [ids],
    );
    const positions = await this.database.query<object>(
      `select deliberation, statement, position, at from opinion_history
       where deliberation in (select id from opinion_deliberations) and person = any($1) order by at, statement`,
      [ids],
    );
    return { statements, positions };
  }

  /**
   * Forgets who it was. Positions stay as those of somebody nobody knows any more, so that no result changes; statements that were
   * shown stay without their author, all others are erased. Answers how many records it touched.
   */
  async forget(ids: readonly PersonId[]): Promise<number> {
    const nobody = `erased:${randomUUID()}`;
    return this.database.transaction(async (tx) => {
      const said = await tx.query(
        `update opinion_statements set author = null, said_key = 'erased ' || number,
           text = case when state in ('shown', 'merged') then text end,
           reason = case when state in ('shown', 'merged') then reason end
         where author = any($1) returning number`,
        [ids],
      );
      const among = `deliberation in (select id from opinion_deliberations) and person = any($1)`;
      const taken = await tx.query(`update opinion_positions set person = $2 where ${among} returning statement`, [
        ids,
        nobody,
      ]);
      await tx.query(`update opinion_history set person = $2 where ${among}`, [ids, nobody]);
      return said.length + taken.length;
    });
  }
}
