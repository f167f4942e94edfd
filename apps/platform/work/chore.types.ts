/** Something done again and again for as long as the program runs. */
export interface Chore {
  name: string;
  everyMs: number;
  run: () => Promise<unknown>;
}
