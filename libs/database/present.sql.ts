/**
 * SQL of the present: a parameter in a virtual world, else the instant at which the database began the statement. It stands still during
 * the statement, so an index on instants is read up to it and not beyond.
 */
export const PRESENT = (parameter: string): string =>
  `coalesce(${parameter}::timestamptz, date_trunc('milliseconds', statement_timestamp()))`;
