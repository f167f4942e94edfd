/** What a department is asked for: its seal, an approval of its own procedure, an opinion, or a seat at one table. */
export const SEAL_KINDS = ['signOff', 'approval', 'opinion', 'meeting'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** Grounds on which a department refuses. */
export const REFUSAL_GROUNDS = ['unlawful', 'unsafe', 'incomplete', 'neighbours_harmed', 'not_our_competence'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** Papers of a seal: what its step lists, what was handed in, and what the department says it misses. */
export interface PapersOfSeal {
  required: readonly string[];
  papers: readonly { name: string }[];
  missing: { papers: readonly string[] } | null;
}

/** Names of papers the step needs and nobody has handed in, and what the department still misses. */
export function missingPapers({ required, papers, missing }: PapersOfSeal): string[] {
  const given = new Set(papers.map(({ name }) => name));
  const wanted = missing?.papers ?? [];
  return [...new Set([...required.filter((name) => !given.has(name)), ...wanted])];
}
