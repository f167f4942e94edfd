/** A sentence in the two languages of the product; `{name}` is filled from the problem's parameters. */
interface Said {
  zh: string;
  en: string;
}

/** What is said about an error. */
export interface CatalogueEntry {
  /** HTTP status. */
  status: number;
  title: Said;
  /** What the reader can do about it. */
  todo: Said;
}
