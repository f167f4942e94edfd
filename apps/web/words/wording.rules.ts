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
