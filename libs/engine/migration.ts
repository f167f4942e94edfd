import { nodesOf, restore } from './chart.js';
import { EngineFault } from './faults.js';
import { clocksOf, type Registered } from './registration.js';
import type { Stored } from './vocabulary.js';

/**
 * Brings a case stored by an earlier version to the registered one, version by version. The result must stand in states the chart
 * has, with exactly the clocks of those states, so that no clock is lost on the way.
 * @throws EngineFault if the case is newer than the workflow, a migration is missing, or its result does not fit the chart.
 */
export function migrateStored(registered: Registered, stored: Stored): Stored {
  const { workflow } = registered;
  if (stored.definition > workflow.version) {
    throw new EngineFault(`a case of ${workflow.name} version ${String(stored.definition)} is newer than the program`);
  }
  let migrated = stored;
  while (migrated.definition < workflow.version) {
    const migration = workflow.migrations?.[migrated.definition];
    if (migration === undefined) {
      throw new EngineFault(`${workflow.name} has no migration from version ${String(migrated.definition)}`);
    }
    migrated = { ...migration(migrated), definition: migrated.definition + 1 };
  }
  if (migrated !== stored && migrated.status === 'active') assertFits(registered, migrated);
  return migrated;
}

function assertFits(registered: Registered, stored: Stored): void {
  const { name } = registered.workflow;
  const active = activeClocks(registered, stored);
  const lost = active.filter((clock) => !(clock in stored.clocks));
  const foreign = Object.keys(stored.clocks).filter((clock) => !active.includes(clock));
  if (lost.length > 0 || foreign.length > 0) {
    throw new EngineFault(
      `the migrated case of ${name} lacks the clocks [${lost.join(', ')}] and has the clocks [${foreign.join(', ')}] of states it is not in`,
    );
  }
}

function activeClocks({ chart, workflow }: Registered, stored: Stored): string[] {
  try {
    const active = restore(chart, stored, {})._nodes;
    return nodesOf(chart)
      .filter((node) => active.includes(node))
      .flatMap(clocksOf)
      .map(({ id }) => id);
  } catch (cause) {
    throw new EngineFault(`the migrated case of ${workflow.name} stands in states the chart does not have`, { cause });
  }
}
