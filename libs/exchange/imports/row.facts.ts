import { masked } from '../problem.rules.js';
import type { ProblemCode } from '../problems.catalogue.js';
import type { Problem } from '../exchange.vocabulary.js';
import type { Column, TableKind } from '../table/columns.types.js';
import type { StagedRow } from '../table/staged-row.js';

/** Reads the cells of one row, collecting what is wrong with them. */
export class Facts {
  readonly problems: Problem[];

  constructor(
    private readonly staged: StagedRow,
    private readonly kind: TableKind,
  ) {
    this.problems = [...staged.problems];
  }

  get row(): number {
    return this.staged.row;
  }

  /** A text of at most `max` characters; empty when nothing is said. */
  text(column: string, max = 100): string {
    const value = this.staged.cells[column] ?? '';
    if (value.length > max) this.problem('cell.too_long', column, { limit: max });
    return value.slice(0, max);
  }

  /** A text without which the row is none. */
  needed(column: string, max = 100): string {
    const value = this.text(column, max);
    if (value === '') this.problem('cell.missing', column);
    return value;
  }

  /** What a reader makes of a cell; `null` when it is blank or cannot be read, which is told. */
  read<Value>(
    column: string,
    reader: (text: string) => Value | null,
    code: ProblemCode = 'cell.unreadable',
  ): Value | null {
    const text = this.staged.cells[column] ?? '';
    if (text === '') return null;
    const value = reader(text);
    if (value === null) this.problem(code, column);
    return value;
  }

  problem(code: ProblemCode, column = '', params: Record<string, string | number> = {}): void {
    const declared = this.column(column);
    const value = this.staged.cells[column];
    this.problems.push({
      row: this.row,
      column,
      code,
      ...(value === undefined ? {} : { value: masked(value, declared?.isSensitive ?? false) }),
      ...(Object.keys(params).length === 0 ? {} : { params }),
    });
  }

  private column(name: string): Column | undefined {
    return this.kind.columns.find((column) => column.name === name);
  }
}
