/** What a text is found by: runs of letters and digits of one script. */
const RUNS = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

/**
 * The pairs of neighbouring characters in a text, each once: how words without spaces between them are found. Letters are
 * compared without case and width; a single character stands alone. The same on every database, unlike trigram extensions.
 */
export function bigramsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    const characters = Array.from(run);
    // a single Chinese character is a word; two letters say something, one does not unless it is all there is
    if (characters.length === 1 || HAN.test(run)) for (const character of characters) found.add(character);
    for (let index = 0; index + 1 < characters.length; index += 1)
      found.add(`${characters[index] ?? ''}${characters[index + 1] ?? ''}`);
  }
  return [...found];
}

/** What a question asks of an index made with {@link bigramsOf}: all of these must be there. Empty: nothing can be asked. */
export function bigramsAsked(question: string): string[] {
  const found = new Set<string>();
  for (const [run] of question.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    const characters = Array.from(run);
    if (characters.length === 1) found.add(run);
    for (let index = 0; index + 1 < characters.length; index += 1)
      found.add(`${characters[index] ?? ''}${characters[index + 1] ?? ''}`);
  }
  return [...found];
}
