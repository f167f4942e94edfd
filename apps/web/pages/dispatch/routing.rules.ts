/** Whether the duty matrix itself names the owner, or a fallback does. */
export function readableGround(ground: string): 'ground_matrix' | 'ground_fallback' {
  return ground === 'matrix' ? 'ground_matrix' : 'ground_fallback';
}

/** What a form of dispatching begins with: the lead and the assists the duty matrix names. */
export function givenBy(
  route: { lead: { unit: string }; assists: readonly { unit: string }[] } | undefined,
): Record<string, unknown> {
  if (route === undefined) return {};
  const { lead, assists } = route;
  const others = [...new Set(assists.map(({ unit }) => unit))].filter((unit) => unit !== lead.unit);
  return { lead: lead.unit, assists: others.map((unit) => ({ unit, required: true })) };
}

/** The place of a case: where it says it is, else its unit. */
export function placeOfCase({ context, unit }: { context?: unknown; unit: string }): string {
  const place = typeof context === 'object' && context !== null ? (context as Record<string, unknown>)['place'] : null;
  return typeof place === 'string' && place !== '' ? place : unit;
}
