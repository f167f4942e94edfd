/**
 * Something went wrong inside a workflow's own code or declaration while a case was stepped: a guard threw, an effect's payload
 * does not fit its schema, a child was started without an id. Nothing may be written; the durable layer records an incident.
 */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';
}

/** One broken rule of a workflow's declaration. */
export interface RegistrationProblem {
  /** Where to look, from the top of the repository. */
  file: string;
  /** State node id, or the declaration's part. */
  place: string;
  problem: string;
  remedy: string;
}

/** Thrown when a workflow breaks registration rules; a program with such a workflow does not start. */
export class RegistrationError extends Error {
  override readonly name = 'RegistrationError';

  constructor(
    readonly workflow: string,
    readonly problems: RegistrationProblem[],
  ) {
    super(
      [
        `Workflow "${workflow}" breaks ${String(problems.length)} registration rule(s):`,
        ...problems.map(({ file, place, problem, remedy }) => `- ${file} · ${place}: ${problem}. ${remedy}`),
      ].join('\n'),
    );
  }
}
