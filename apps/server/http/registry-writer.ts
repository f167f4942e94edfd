/** Who writes, and how far they reach. */
export interface Writer {
  caller: { person: string };
  /** Units at which they hold the capability; it reaches what is below them. */
  reach: readonly string[];
}
