import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { admittedOf } from './admission.sql.js';
import { OpinionRefused } from './opinion.refused.js';
import type { OpinionRule } from './opinion.vocabulary.js';
import { drawPicture, groupOfAnswers } from './picture.rules.js';
import type { GroupName, OpinionModel, OpinionPicture } from './picture.types.js';
import { answersOf, positionsOf } from './positions.sql.js';
import { shownOf } from './statements.sql.js';

/** The last picture and when it was drawn. */
export interface PictureView {
  version: number;
  at: Instant;
  picture: OpinionPicture;
}

interface StoredPicture extends PictureView {
  stamp: string;
  model: OpinionModel;
}

/** How old a picture may be before it is looked whether anything has changed. */
const FRESH_MS = 1_000;

/**
 * Pictures of the opinion groups. One is drawn when somebody looks and anything has changed since the last one, so that it shows
 * every vote that is older than {@link FRESH_MS}, and nothing is drawn that nobody looks at. Drawing starts from the last picture.
 */
export class Pictures {
  readonly #kept = new Map<string, { until: number; view: Promise<StoredPicture> }>();

  constructor(
    private readonly database: Database,
    private readonly now: () => Instant,
  ) {}

  /** @throws OpinionRefused `case.unknown`. */
  async of(deliberation: string): Promise<PictureView> {
    const { version, at, picture } = await this.#fresh(deliberation);
    return { version, at, picture };
  }

  /** Drawn from everything that has been committed, however fresh the last one is. */
  async anew(deliberation: string): Promise<PictureView> {
    this.#kept.delete(deliberation);
    return this.of(deliberation);
  }

  /** The group somebody's own answers put them in, for themselves only. */
  async groupOf(deliberation: string, person: PersonId): Promise<GroupName | null> {
    const [{ model, picture }, admitted, own] = await Promise.all([
      this.#fresh(deliberation),
      admittedOf(this.database, deliberation),
      positionsOf(this.database, deliberation, person),
    ]);
    if (admitted === null) return null;
    const statements = own.map(({ statement }) => statement);
    const answers = { person, statements, positions: own.map(({ position }) => position) };
    const group = groupOfAnswers(answers, model, admitted.rule);
    return group === null ? null : (picture.groups[group]?.name ?? null);
  }

  #fresh(deliberation: string): Promise<StoredPicture> {
    const now = Date.parse(this.now());
    const kept = this.#kept.get(deliberation);
    if (kept !== undefined && kept.until > now) return kept.view;
    for (const [id, { until }] of this.#kept) if (until <= now) this.#kept.delete(id);
    const view = this.#drawn(deliberation);
    this.#kept.set(deliberation, { until: Infinity, view });
    view.then(
      () => this.#kept.set(deliberation, { until: Date.parse(this.now()) + FRESH_MS, view }),
      () => this.#kept.delete(deliberation),
    );
    return view;
  }

  async #drawn(deliberation: string): Promise<StoredPicture> {
    const admitted = await admittedOf(this.database, deliberation);
    if (admitted === null) throw new OpinionRefused('case.unknown');
    // before the answers: whatever is written in between makes the next look draw again
    const stamp = await this.#stampOf(deliberation);
    const last = await this.#stored(deliberation);
    if (last?.stamp === stamp) return last;
    return this.#draw(deliberation, { rule: admitted.rule, stamp, last });
  }

  async #draw(
    deliberation: string,
    { rule, stamp, last }: { rule: OpinionRule; stamp: string; last: StoredPicture | null },
  ): Promise<StoredPicture> {
    const shown = await shownOf(this.database, deliberation);
    const answers = await answersOf(this.database, deliberation);
    const numbers = shown.map(({ number }) => number);
    const { picture, model } = drawPicture({ shown: numbers, answers }, rule, last?.model);
    const at = this.now();
    const [row] = await this.database.query<{ version: number }>(
      `insert into opinion_pictures as p (deliberation, version, at, stamp, picture, model)
       values ($1, 1, $2, $3, $4::json, $5::json)
       on conflict (deliberation) do update set version = p.version + 1, at = excluded.at, stamp = excluded.stamp,
         picture = excluded.picture, model = excluded.model
       returning version`,
      [deliberation, at, stamp, picture, model],
    );
    return { version: row?.version ?? 1, at, stamp, picture, model };
  }

  async #stored(deliberation: string): Promise<StoredPicture | null> {
    const [row] = await this.database.query<StoredPicture>(
      `select version, at, stamp, picture, model from opinion_pictures where deliberation = $1`,
      [deliberation],
    );
    return row ?? null;
  }

  async #stampOf(deliberation: string): Promise<string> {
    const [row] = await this.database.query<{ stamp: string }>(
      `select (select concat_ws(' ', count(*), coalesce(sum(revision), 0)) from opinion_positions where deliberation = $1)
         || ' ' || md5(coalesce((select string_agg(number::text, ',' order by number) from opinion_statements
           where deliberation = $1 and state = 'shown' and text is not null), '')) as stamp`,
      [deliberation],
    );
    return row?.stamp ?? '';
  }
}
