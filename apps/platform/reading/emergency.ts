import type { Label } from '#libs/engine';
import type { MatterRecord } from '#libs/registry';

import type { Platform } from '../platform.js';

/** A telephone number that is called at once. */
export interface EmergencyNumber {
  kind: 'police' | 'fire' | 'ambulance' | 'utility';
  label: Label;
  phone: string;
  /** `null`: the national number. */
  unit: { id: string; name: string } | null;
}

/** The national numbers; the same everywhere in the mainland. */
const NATIONAL: readonly EmergencyNumber[] = [
  { kind: 'police', label: { zh: '报警', en: 'Police' }, phone: '110', unit: null },
  { kind: 'fire', label: { zh: '火警', en: 'Fire' }, phone: '119', unit: null },
  { kind: 'ambulance', label: { zh: '急救', en: 'Ambulance' }, phone: '120', unit: null },
];

/** What has to be handled round the clock within a day is what one telephones about. */
function isUrgent({ limits }: MatterRecord): boolean {
  const handling = limits['handling'];
  return handling !== undefined && (handling.unit === 'hour' || handling.unit === 'minute');
}

/**
 * Whom to call: the national numbers, and whoever handles or maintains the urgent matters of the catalogue at the unit, with the
 * public telephone of that unit. `null`: there is no such unit.
 */
export async function emergencyNumbers(
  { database, registry, localDateOf, now }: Pick<Platform, 'database' | 'registry' | 'localDateOf' | 'now'>,
  unit: string | undefined,
): Promise<EmergencyNumber[] | null> {
  if (unit === undefined) return [...NATIONAL];
  const on = localDateOf(now());
  return database.transaction(
    async (tx) => {
      if ((await registry.unit(tx, unit)) === null) return null;
      const numbers = [...NATIONAL];
      for (const matter of (await registry.mattersAt(tx, unit, on)).filter(isUrgent)) {
        const holders = (await registry.dutyOf(tx, matter.id, { unit, on })).filter(
          ({ duty }) => duty === 'handle' || duty === 'maintain',
        );
        for (const holder of await registry.units(tx, [...new Set(holders.flatMap((one) => one.unit ?? []))]))
          if (
            holder.phone !== null &&
            !numbers.some(({ phone, unit: known }) => known !== null && phone === holder.phone)
          )
            numbers.push({
              kind: 'utility',
              label: matter.name,
              phone: holder.phone,
              unit: { id: holder.id, name: holder.name },
            });
      }
      return numbers;
    },
    { readOnly: true },
  );
}
