import { z } from 'zod';

import type { ActCommand, Cases } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import type { HouseholdRecord, Registry } from '#libs/registry';

export interface PetitionSignaturesParts {
  database: Database;
  registry: Registry;
  cases: Pick<Cases, 'stored'>;
  /** The community's day. */
  today: () => string;
}

const signed = z.object({ of: z.string() });
const listed = z.object({ of: z.array(z.string()) });
/** What is looked at of a petition; where adults count, each signs as themselves and there is nothing to look up. */
const counted = z.object({
  unit: z.string(),
  base: z.enum(['households', 'groups']),
  signatures: z.array(z.object({ person: z.string().nullable() })),
});
type Counted = z.output<typeof counted>;

const refused = (code: 'petition.not_yours' | 'petition.signed_already' | 'petition.not_here'): RefusalBody => ({
  code,
});

/**
 * Holds signatures of households and of residents' groups against the registry. A chart is pure and takes any text for a household;
 * without this, one resident could sign for as many as they can think of.
 */
export class PetitionSignatures {
  constructor(private readonly parts: PetitionSignaturesParts) {}

  /** Why a signature is not taken; `null`: it may be carried out, as far as the registry knows. */
  async judge({ caseId, act, input, actor }: ActCommand): Promise<RefusalBody | null> {
    if (actor.kind !== 'person' || (act !== 'sign' && act !== 'recordSignatures')) return null;
    const petition = counted.safeParse((await this.parts.cases.stored(caseId))?.context);
    if (!petition.success) return null;
    const { database } = this.parts;
    return database.transaction(
      async (tx) => {
        // an input that is none is refused by the act's own schema
        if (act === 'recordSignatures') {
          const sheet = listed.safeParse(input);
          return sheet.success ? this.#sheet(tx, petition.data, sheet.data.of) : null;
        }
        const signature = signed.safeParse(input);
        const person = actor.onBehalfOf ?? actor.person;
        return signature.success ? this.#signature(tx, petition.data, { of: signature.data.of, person }) : null;
      },
      { readOnly: true },
    );
  }

  async #signature(
    tx: Tx,
    petition: Counted,
    { of, person }: { of: string; person: string },
  ): Promise<RefusalBody | null> {
    const { registry } = this.parts;
    const ids = await registry.idsOf(tx, person);
    if (petition.signatures.some((one) => one.person !== null && ids.includes(one.person)))
      return refused('petition.signed_already');
    const homes = await this.#homes(tx, ids);
    const isTheirs =
      petition.base === 'households'
        ? homes.some(({ id }) => id === of)
        : homes.some(({ group }) => group === of) || (await this.#holdsOfficeAt(tx, person, of));
    if (!isTheirs) return refused('petition.not_yours');
    return this.#sheet(tx, petition, [of]);
  }

  /** Every household or group on a sheet exists and belongs to the community. */
  async #sheet(tx: Tx, { unit, base }: Counted, ids: readonly string[]): Promise<RefusalBody | null> {
    const { registry } = this.parts;
    const places =
      base === 'households'
        ? (await registry.householdsById(tx, ids)).map(({ id, stairwell }) => ({ id, place: stairwell }))
        : (await registry.units(tx, ids))
            .filter(({ body }) => body === 'residentsGroup')
            .map(({ id }) => ({ id, place: id }));
    const within = new Map<string, boolean>();
    for (const place of new Set(places.map((one) => one.place)))
      within.set(place, (await registry.lineage(tx, place)).includes(unit));
    const here = new Set(places.filter(({ place }) => within.get(place) === true).map(({ id }) => id));
    return ids.every((id) => here.has(id)) ? null : refused('petition.not_here');
  }

  /** Where somebody lives now, under the record that speaks for them and where they are entered as living. */
  async #homes(tx: Tx, ids: readonly string[]): Promise<HouseholdRecord[]> {
    const { registry, today } = this.parts;
    const on = today();
    const people = await registry.people(tx, ids);
    const stays = await registry.residencesOf(tx, { people: ids });
    const current = stays.filter(({ from, to }) => from <= on && (to === null || to > on));
    const homes = [...people.map(({ household }) => household), ...current.map(({ household }) => household)];
    return registry.householdsById(
      tx,
      homes.filter((id) => id !== null),
    );
  }

  async #holdsOfficeAt(tx: Tx, person: string, group: string): Promise<boolean> {
    const grants = await this.parts.registry.grantsOf(tx, person, this.parts.today());
    return grants.some(({ unit, held }) => held === 'office' && unit === group);
  }
}
