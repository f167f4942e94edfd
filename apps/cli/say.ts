/** A line of the answer. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** A remark that is no part of the answer. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The command could not do what was asked; the process ends with 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';

  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
