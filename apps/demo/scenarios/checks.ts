import type { Someone } from './cast-members.js';
import { ScenarioFailed } from './scenario.failure.js';
import type { CaseName, Here } from './scenario.types.js';

/** What a check stands on. @throws ScenarioFailed when it does not hold, saying what was found instead. */
export function demand(holds: boolean, found: string): asserts holds {
  if (!holds) throw new ScenarioFailed(found);
}

/** @throws ScenarioFailed naming who could see the case, and where. */
export async function hiddenFrom(here: Here, on: CaseName, from: readonly (Someone | null)[]): Promise<void> {
  const id = await here.id(on);
  for (const who of from) {
    const name = who ?? 'a visitor';
    demand(!(await here.mayOpen(who, on)), `${name} may open it`);
    demand(!(await here.listed(who)).some((row) => row.id === id), `${name} finds it in a list`);
    demand(!(await here.isStreamed(who, on)), `the stream tells ${name} of it`);
    if (who === null) continue;
    demand(!(await here.desk(who)).some(({ caseId }) => caseId === id), `it is on the desk of ${name}`);
    demand(!(await here.messages(who)).some(({ caseId }) => caseId === id), `${name} was sent a message about it`);
  }
}
