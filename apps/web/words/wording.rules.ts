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
 * A place nobody fills stays visible, so that it is found. What runs from right to left is kept to itself.
 */
export function filled(text: string, fillings: Readonly<Record<string, string | number>>): string {
  return text.replace(PLACE, (...found: [string, string, string | undefined, string | undefined]) => {
    const [place, name, one, many] = found;
    const value = fillings[name];
    if (value === undefined) return place;
    if (one === undefined || many === undefined) return beside(value);
    return Number(value) === 1 ? one : many;
  });
}

const TURNING =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\u202a-\u202e\u2066-\u2069\u200f]/u;

/** A value between first strong isolate and pop directional isolate where it could reorder the words around it. */
function beside(value: string | number): string {
  const text = String(value);
  return TURNING.test(text) ? `\u2068${text}\u2069` : text;
}
