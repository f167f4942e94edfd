import { fileIdsIn, type NamedFile, type RefusalBody } from '#libs/contract';
import type { Registered } from '#libs/engine';

import type { Judges } from './acting.js';
import type { FileAccess } from './privacy/file-access.js';

export interface NamedFilesParts {
  workflows: ReadonlyMap<string, Registered>;
  fileAccess: Pick<FileAccess, 'mayName'>;
}

/**
 * Holds the files a person names against those there are: an evidence that nobody ever uploaded proves nothing, and the file of
 * somebody else is not theirs to show. A chart knows only ids; which fields are files its schemas say.
 */
export class NamedFiles implements Judges {
  constructor(private readonly parts: NamedFilesParts) {}

  act: Judges['act'] = async ({ act, input, actor }, workflow) => {
    const declared = this.parts.workflows.get(workflow)?.workflow.acts;
    // an act that is none is refused by the case
    const schema = declared !== undefined && Object.hasOwn(declared, act) ? declared[act]?.input : undefined;
    return actor.kind === 'person' && schema !== undefined ? this.#judge(fileIdsIn(schema, input), actor.person) : null;
  };

  start: Judges['start'] = async ({ workflow, input, actor }) => {
    const schema = this.parts.workflows.get(workflow)?.workflow.contract.input;
    return actor.kind === 'person' && schema !== undefined ? this.#judge(fileIdsIn(schema, input), actor.person) : null;
  };

  async #judge(named: readonly NamedFile[], person: string): Promise<RefusalBody | null> {
    const issues = [];
    for (const { path, id } of named)
      if (!(await this.parts.fileAccess.mayName(id, person))) issues.push({ path, message: 'names no file of yours' });
    return issues.length === 0 ? null : { code: 'file.unknown', issues };
  }
}

/** One judge after the other; the first that says no is heard. */
export function judgedBy(...all: readonly Judges[]): Judges {
  return {
    act: async (command, workflow) => {
      for (const judges of all) {
        const refusal = await judges.act(command, workflow);
        if (refusal !== null) return refusal;
      }
      return null;
    },
    start: async (command) => {
      for (const judges of all) {
        const refusal = await judges.start(command);
        if (refusal !== null) return refusal;
      }
      return null;
    },
  };
}
