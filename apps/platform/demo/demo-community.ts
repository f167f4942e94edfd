import type { Database } from '#libs/database';
import type { Label } from '#libs/engine';
import { ChainTemplates } from '#libs/registers';
import type { Registry } from '#libs/registry';

/** Somebody a visitor can be. */
export interface DemoVisitor {
  /** Stable key, such as `coordinator`. */
  key: string;
  id: string;
  name: string;
  title: Label;
  /** Role, and the name of the unit where it is held. */
  offices: { role: string; unit: string }[];
}

/** Whom a visitor can be, and the one password of all of them. */
export interface DemoGuests {
  people: DemoVisitor[];
  password: string;
}

/** How far the demonstration year is. */
export interface DemoYear {
  label: Label;
  percent: number;
  isRunning: boolean;
}

/** What the start page shows of the demonstration. */
export class Demo {
  #guests: DemoGuests | undefined;
  #year: DemoYear | null = null;

  async guests(): Promise<DemoGuests> {
    this.#guests ??= await visitors();
    return this.#guests;
  }

  year(): DemoYear | null {
    return this.#year;
  }

  /** Takes note of how far the year is. */
  progress(year: DemoYear): void {
    this.#year = year;
  }
}

async function visitors(): Promise<DemoGuests> {
  const { DEMO_PASSWORD, demoPeople, liminWorld } = await import('#apps/demo');
  const names = new Map(liminWorld().units.map(({ code, name }) => [code, name]));
  const people = Object.values(demoPeople).map(({ key, id, name, title, offices }) => ({
    key,
    id,
    name,
    title,
    offices: offices.map(([role, unit]) => ({ role, unit: names.get(unit) ?? unit })),
  }));
  return { people, password: DEMO_PASSWORD };
}

/** Loads the demonstration community into a registry that knows nobody yet. Answers whether it did. */
export async function loadDemoCommunity(database: Database, registry: Registry): Promise<boolean> {
  const isEmpty = await database.transaction(async (tx) => (await registry.roots(tx)).length === 0, { readOnly: true });
  if (!isEmpty) return false;
  const { LIFT_TEMPLATE, liminWorld, SINCE } = await import('#apps/demo');
  return database.transaction(async (tx) => {
    if ((await registry.roots(tx)).length > 0) return false;
    await registry.insert(tx, liminWorld(), SINCE);
    await new ChainTemplates().save(tx, LIFT_TEMPLATE);
    return true;
  });
}
