/** Conditions of a query with their parameters; `?` stands for the next one. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition when there is something to compare with. */
  and(sql: string, ...values: unknown[]): this {
    if (values.some((value) => value === undefined)) return this;
    let index = 0;
    this.parts.push(sql.replaceAll('?', () => this.param(values[index++])));
    return this;
  }

  /** A parameter outside the conditions. */
  param(value: unknown): string {
    return `$${String(this.params.push(value))}`;
  }

  toString(): string {
    return this.parts.length === 0 ? 'true' : this.parts.map((part) => `(${part})`).join(' and ');
  }
}
