interface Role {
  role: string;
  unit: string;
  unitName: string;
  held: string;
}

/**
 * Places somebody works for, each once. A seat in a body counts at the place the body serves: nobody reports anything in the body
 * itself. With `offices` only where one of these is held.
 */
export function placesOfWork(roles: readonly Role[], offices?: readonly string[]): { id: string; name: string }[] {
  const seats = new Set(roles.flatMap(({ role, held }) => (held === 'body' ? [role] : [])));
  const held = roles.filter(
    ({ role, held: how }) =>
      how !== 'residence' &&
      role !== 'resident' &&
      !(how === 'office' && seats.has(role)) &&
      (offices === undefined || offices.includes(role)),
  );
  return [...new Map(held.map(({ unit, unitName }) => [unit, { id: unit, name: unitName }])).values()];
}
