/** What the database can refuse; every code is stable and may be shown, logged and counted. */
export const DATABASE_ERROR_CODES = [
  'database.unique_violation',
  'database.foreign_key_violation',
  'database.constraint_violation',
  'database.serialization_failure',
  'database.deadlock',
  'database.lock_timeout',
  'database.statement_timeout',
  'database.connection_lost',
  'database.query_failed',
  'database.transaction_aborted',
  'database.transaction_closed',
  'database.outside_transaction',
  'database.value_out_of_range',
  'database.directory_in_use',
  'database.too_new',
] as const;
/** One of {@link DATABASE_ERROR_CODES}. */
export type DatabaseErrorCode = (typeof DATABASE_ERROR_CODES)[number];

/** Base of everything `libs/database` throws. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A statement PostgreSQL refused; `cause` is the driver's error. */
export class QueryError extends DatabaseError {
  override readonly name = 'QueryError';
  /** Five characters, see PostgreSQL's "Error Codes"; absent when the connection broke. */
  readonly sqlState: string | undefined;
  /** Name of the violated constraint or unique index, if that was the reason. */
  readonly constraint: string | undefined;

  constructor(
    code: DatabaseErrorCode,
    detail: { sql: string; sqlState?: string; constraint?: string; cause: unknown },
  ) {
    super(code, `${reasonOf(detail.cause)} [${detail.sqlState ?? 'no SQLSTATE'}] in: ${detail.sql.slice(0, 500)}`, {
      cause: detail.cause,
    });
    this.sqlState = detail.sqlState;
    this.constraint = detail.constraint;
  }
}

/** Thrown at once where PGlite would hang for ever: a query or transaction of the database itself inside an open transaction. */
export class OutsideTransactionError extends DatabaseError {
  override readonly name = 'OutsideTransactionError';

  constructor(what: string) {
    super(
      'database.outside_transaction',
      `${what} was called inside an open transaction: use the transaction's own tx.query or tx.em ` +
        '(PGlite has one connection and would wait for itself for ever)',
    );
  }
}

/** A transaction object was used after its work had ended, most likely for want of an `await`. */
export class TransactionClosedError extends DatabaseError {
  override readonly name = 'TransactionClosedError';

  constructor() {
    super('database.transaction_closed', 'the transaction has ended: an await is missing, or tx was kept for later');
  }
}

/** The work returned normally although one of its statements had failed, so PostgreSQL rolled everything back. */
export class TransactionAbortedError extends DatabaseError {
  override readonly name = 'TransactionAbortedError';

  constructor() {
    super(
      'database.transaction_aborted',
      'nothing was committed: a statement failed earlier in the transaction and its error was swallowed',
    );
  }
}

/** A bigint from the database does not fit a JavaScript number exactly. */
export class ValueOutOfRangeError extends DatabaseError {
  override readonly name = 'ValueOutOfRangeError';

  constructor(text: string) {
    super('database.value_out_of_range', `bigint ${text} is not a safe integer; select it as text`);
  }
}

/** Another process has the data directory open; PGlite would lose what the second one commits. */
export class DataDirectoryInUseError extends DatabaseError {
  override readonly name = 'DataDirectoryInUseError';

  constructor(
    readonly directory: string,
    readonly pid: number,
    readonly hostname: string,
  ) {
    super(
      'database.directory_in_use',
      `${directory} is in use by process ${String(pid)} on ${hostname}; stop it first, or talk to the running server`,
    );
  }
}

/** The database was migrated by a newer version of Minyi; running this one on it could damage data. */
export class DatabaseTooNewError extends DatabaseError {
  override readonly name = 'DatabaseTooNewError';

  constructor(readonly unknownMigrations: readonly string[]) {
    super(
      'database.too_new',
      `the database has migrations this version does not know (${unknownMigrations.join(', ')}); start a newer version of Minyi`,
    );
  }
}

const CODES_BY_SQL_STATE: Readonly<Record<string, DatabaseErrorCode>> = {
  '23505': 'database.unique_violation',
  '23503': 'database.foreign_key_violation',
  '40001': 'database.serialization_failure',
  '40P01': 'database.deadlock',
  '55P03': 'database.lock_timeout',
  '57014': 'database.statement_timeout',
  '57P01': 'database.connection_lost',
  '57P02': 'database.connection_lost',
  '57P03': 'database.connection_lost',
  '25P02': 'database.transaction_aborted',
};

function readString(error: unknown, key: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}

/** A connection refused at two addresses is an AggregateError without a message, only with a code. */
function reasonOf(cause: unknown): string {
  const texts = [readString(cause, 'message'), readString(cause, 'code')];
  return texts.find((text) => text !== undefined && text !== '') ?? String(cause);
}

/** The SQLSTATE in an error of ours, of a driver or of MikroORM (which keeps the driver's error as cause). */
export function sqlStateOf(error: unknown): string | undefined {
  const own = readString(error, 'sqlState') ?? readString(error, 'code');
  if (own !== undefined && /^[0-9A-Z]{5}$/.test(own)) return own;
  const cause: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
  return cause === undefined ? undefined : sqlStateOf(cause);
}

/** Turns a driver's error into a {@link QueryError}; errors of ours pass unchanged. */
export function toQueryError(cause: unknown, sql: string): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  const sqlState = sqlStateOf(cause);
  const constraint = readString(cause, 'constraint');
  return new QueryError(codeOf(sqlState), {
    sql,
    cause,
    ...(sqlState === undefined ? {} : { sqlState }),
    ...(constraint === undefined || constraint === '' ? {} : { constraint }),
  });
}

function codeOf(sqlState: string | undefined): DatabaseErrorCode {
  // node-pg reports a broken connection without a SQLSTATE
  if (sqlState === undefined || sqlState.startsWith('08')) return 'database.connection_lost';
  const known = CODES_BY_SQL_STATE[sqlState];
  if (known !== undefined) return known;
  return sqlState.startsWith('23') ? 'database.constraint_violation' : 'database.query_failed';
}

/** Whether running the same transaction again may succeed: it lost a race, nothing is wrong with it. */
export function isRetryable(error: unknown): boolean {
  const sqlState = sqlStateOf(error);
  return sqlState === '40001' || sqlState === '40P01';
}
