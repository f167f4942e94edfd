/** One thing that was measured, and what it has to be. */
export interface Measured {
  what: string;
  /** As printed, with its unit. */
  value: string;
  /** What it was run side by side with, as printed. */
  beside?: string;
  /** Share of {@link beside} that was reached. */
  ratio?: number;
  /** As printed; absent: for information only. */
  target?: string;
  isReached?: boolean;
}

const COLUMNS = ['what', 'measured', 'beside', 'ratio', 'target', ''] as const;

/** Prints a small table; a target that was missed makes the process end with exit code 1. */
export function report(title: string, rows: readonly Measured[]): void {
  const lines = [COLUMNS.map(String), ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  process.stdout.write(`\n${title}\n`);
  for (const cells of lines)
    process.stdout.write(`  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}\n`);
  if (rows.some(({ isReached }) => isReached === false)) process.exitCode = 1;
}

function cellsOf({ what, value, beside = '', ratio, target = '', isReached }: Measured): string[] {
  const verdict = isReached === undefined ? '' : isReached ? '✓' : '✗';
  return [what, value, beside, ratio === undefined ? '' : ratio.toFixed(2), target, verdict];
}

/** `12,345/s` */
export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')}/s`;
}

/** `1.23 s`, `45 ms` or `67 µs` for a time in milliseconds. */
export function time(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 1 ? `${ms.toFixed(ms >= 10 ? 0 : 1)} ms` : `${(ms * 1000).toFixed(0)} µs`;
}
