/** A part of a document that is written by the program, between two markers. What stands around it is people's. */
export interface GeneratedPart {
  /** Names the part when a document has several: `<!-- generated: config -->`. */
  name?: string;
  content: string;
}

const begin = (name: string | undefined): string =>
  name === undefined ? '<!-- generated -->' : `<!-- generated: ${name} -->`;
const end = (name: string | undefined): string =>
  name === undefined ? '<!-- /generated -->' : `<!-- /generated: ${name} -->`;

/** The document with the part between its markers replaced; `null` when it has no such markers. */
export function withGeneratedPart(document: string, { name, content }: GeneratedPart): string | null {
  const from = document.indexOf(begin(name));
  const to = document.indexOf(end(name));
  if (from < 0 || to < from) return null;
  return `${document.slice(0, from)}${markedPart({ content, ...(name === undefined ? {} : { name }) })}${document.slice(to + end(name).length)}`;
}

/** The part with its markers, for a document that does not exist yet. */
export function markedPart({ name, content }: GeneratedPart): string {
  return `${begin(name)}\n\n${content.trim()}\n\n${end(name)}`;
}
