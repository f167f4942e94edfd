/** Chinese and English of one text. */
export type Wording = readonly [zh: string, en: string];
export type Words = Readonly<Record<string, Wording>>;

/** A text in both languages as the service gives it. */
export interface Label {
  zh: string;
  en: string;
}

/** Texts of one area of the pages, by key. Every text people read on a page stands in such a catalogue. */
export function defineWords<const W extends Words>(words: W): W {
  return words;
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * Fills a text: `{n}` by its value, `{n|day|days}` by the first word for exactly one and by the second otherwise.
 * A place nobody fills stays visible, so that it is found.
 */
export function filled(text: string, fillings: Readonly<Record<string, string | number>>): string {
  return text.replace(PLACE, (...found: [string, string, string | undefined, string | undefined]) => {
    const [place, name, one, many] = found;
    const value = fillings[name];
    if (value === undefined) return place;
    if (one === undefined || many === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}
