import type { PGlite } from '@electric-sql/pglite';
import { protocol } from '@electric-sql/pglite';
import { PGLITE_PARSERS } from './columns.js';
import { isPlannedAnew } from './planned-anew.js';

const { serialize, messages } = protocol;

/** Enough for all statements written in the source; what is generated beyond it is sent unprepared, so that memory stays bounded. */
const MOST_PREPARED_STATEMENTS = 400;
/** Also "cached plan must not change result type". */
const FEATURE_NOT_SUPPORTED = '0A000';

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];

/**
 * Statements of open transactions, each parsed and planned once. PGlite's own `query` takes six messages, one after the other,
 * and plans every time, which takes longer than what most statements do.
 */
export class PgliteStatements {
  readonly #names = new Map<string, string>();
  #named = 0;

  constructor(private readonly pglite: PGlite) {}

  /**
   * Runs a statement; the caller has PGlite's transaction. Parameters are text.
   * @throws the database's own error.
   */
  async rows(sql: string, params: (string | null)[]): Promise<unknown[]> {
    const known = this.#names.get(sql);
    const isFull = this.#named >= MOST_PREPARED_STATEMENTS || isPlannedAnew(sql);
    const name = known ?? (isFull ? '' : `minyi_${String(this.#named++)}`);
    const request = Buffer.concat([
      ...(known === undefined ? [serialize.parse({ name, text: sql })] : []),
      serialize.bind({ statement: name, values: params }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    // the transaction is written to the file system by its commit
    const answer = await this.pglite.runExclusive(() =>
      this.pglite.execProtocolStream(request, { syncToFs: false, throwOnError: false }),
    );
    if (name !== '' && answer.some((message) => message.name === 'parseComplete')) this.#names.set(sql, name);
    this.refuseError(answer);
    return rowsOf(answer);
  }

  /** After a migration a kept plan may no longer fit: everything is then prepared anew. */
  private refuseError(answer: readonly Message[]): void {
    const error = answer.find((message) => message instanceof messages.DatabaseError);
    if (error === undefined) return;
    if (error.code === FEATURE_NOT_SUPPORTED) this.#names.clear();
    throw error;
  }
}

function rowsOf(answer: readonly Message[]): unknown[] {
  const description = answer.find((message) => message instanceof messages.RowDescriptionMessage);
  if (description === undefined) return [];
  const columns = description.fields.map(({ name, dataTypeID }) => ({
    name,
    parse: PGLITE_PARSERS[dataTypeID] ?? String,
  }));
  return answer
    .filter((message) => message instanceof messages.DataRowMessage)
    .map(({ fields }) =>
      Object.fromEntries(
        columns.map(({ name, parse }, index) => {
          const text = fields[index];
          return [name, text === null || text === undefined ? null : parse(text)];
        }),
      ),
    );
}
