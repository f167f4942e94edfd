import type { Instant, Label, Party, Who, WaitingFor } from '#libs/engine';

import type { CaseClock } from './case-clock.types.js';

/** A row of a desk (工作台), still without its case. */
export interface DeskRow {
  state: string;
  label: Label;
  acts: string[];
  who: Who;
  role: string | null;
  unit: string;
  /** Persons, and units for whoever does their work. */
  persons: string[] | null;
  excluded: string[];
  clock: string | null;
  dueAt: Instant | null;
}

/** What desk rows are made of. */
export interface DeskSource {
  waiting: WaitingFor[];
  parties: Party[];
  /** Unit of the case, where a role without `of` is judged. */
  unit: string;
  clocks: Readonly<Record<string, CaseClock>>;
}

/**
 * One row for every `who` of everything a case waits for. Relations are resolved to persons, and to units whose work somebody
 * does, here, so that a desk is found by an index and never by evaluating charts. A `who` whose relation points to nobody makes no row: nobody can do it.
 */
export function deskRows({ waiting, parties, unit, clocks }: DeskSource): DeskRow[] {
  return waiting.flatMap((wait) => {
    const due = dueOfName(clocks, wait.clock);
    return wait.who.flatMap((who) => {
      const at = who.of === undefined ? [unit] : unitsOf(parties, who.of);
      const persons = who.relation === undefined ? null : subjectsOf(parties, who.relation);
      if (persons?.length === 0) return [];
      const excluded = (who.not ?? []).flatMap((relation) => subjectsOf(parties, relation));
      return at.map((place) => ({
        state: wait.state,
        label: wait.label,
        acts: wait.acts,
        who,
        role: who.role ?? null,
        unit: place,
        persons,
        excluded,
        clock: wait.clock ?? null,
        dueAt: due,
      }));
    });
  });
}

function subjectsOf(parties: Party[], relation: string): string[] {
  return parties.flatMap((party) => (party.relation === relation ? (party.person ?? party.unit ?? []) : []));
}

function unitsOf(parties: Party[], relation: string): string[] {
  return parties.flatMap((party) => (party.relation === relation && party.unit !== undefined ? [party.unit] : []));
}

/** The earliest due instant of the clocks with this delay name. */
export function dueOfName(clocks: Readonly<Record<string, CaseClock>>, name: string | undefined): Instant | null {
  const dues = Object.values(clocks).flatMap((clock) =>
    clock.name === name && clock.dueAt !== null ? [clock.dueAt] : [],
  );
  return dues.sort()[0] ?? null;
}
