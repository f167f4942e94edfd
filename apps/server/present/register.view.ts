import type { RegisterEntry, RegisterRow, Signature } from '#libs/registers';

/** One line of the register. */
export function presentLine(row: RegisterRow) {
  const { id, unit, kind, year, number, version, title, state, inForceFrom, endedOn, endReason, enteredAt } = row;
  return { id, unit, kind, year, number, version, title, state, inForceFrom, endedOn, endReason, enteredAt };
}

/** Signatures under a version that have not been withdrawn. */
export function standing(signatures: readonly Signature[], version: number): Signature[] {
  return signatures.filter((one) => one.version === version && one.withdrawnAt === null);
}

/** An entry for everybody: whoever signed for a body by name, signatories by name only if they agreed, no ids of people. */
export function presentEntry(entry: RegisterEntry, names: ReadonlyMap<string, string>) {
  const versions = entry.versions.map(({ caseId, checkedBy: _, ...version }) => {
    const signed = standing(entry.signatures, version.version);
    return {
      ...version,
      case: caseId,
      signatures: signed
        .filter(({ capacity, isNamed }) => capacity === 'chair' || isNamed)
        .map(({ person, capacity, office, signedAt }) => ({
          name: names.get(person) ?? null,
          capacity,
          office,
          signedAt,
        })),
      signatories: signed.filter(({ capacity }) => capacity === 'signatory').length,
    };
  });
  return { ...presentLine(entry), versions };
}
