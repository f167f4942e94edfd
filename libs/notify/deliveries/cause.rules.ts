/**
 * What a message comes of: its id without the recipient. Whoever is told of one thing in two capacities gets it once; a message whose
 * id has no recipient in it stands for itself.
 */
export function causeOf(message: string): string {
  return /^(.+):(?:p:[^:]+|r:[^:]+)$/.exec(message)?.[1] ?? message;
}
