interface Told {
  text: string | null;
  files: string[];
}

/** What was published is told once: an entry that repeats the text of an earlier one keeps only what happened. */
export function withoutRepeats<Entry extends Told>(timeline: readonly Entry[]): Entry[] {
  const told = new Set<string>();
  return timeline.map((entry) => {
    if (entry.text === null) return entry;
    if (told.has(entry.text)) return { ...entry, text: null, files: [] };
    told.add(entry.text);
    return entry;
  });
}

/** Where what belongs to an issue has its page. */
export function pageOf({ case: id, workflow }: { case: string | null; workflow: string }): string | null {
  if (id === null) return null;
  if (workflow === 'notice') return `/notices/${id}`;
  if (workflow === 'meeting') return `/meetings/${id}`;
  return `/cases/${id}`;
}
