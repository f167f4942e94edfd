/** Progress lines go to standard error: what a command answers on standard output stays clean for pipes. */
export function say(chinese, english) {
  process.stderr.write(`[民议] ${chinese} · ${english}\n`);
}

/** Something only the person at the keyboard can mend: shown without a stack trace, with what to do. */
export class SetupProblem extends Error {
  constructor(chinese, english, whatToDo) {
    super(english);
    this.name = 'SetupProblem';
    this.lines = [`✗ ${chinese}`, `✗ ${english}`, ...whatToDo.map((line) => `  → ${line}`)];
  }
}

/** Runs a set-up and turns a problem into readable lines and exit code 1; anything unexpected keeps its stack. */
export async function reportingProblems(task) {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    process.stderr.write(`\n${error.lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}
