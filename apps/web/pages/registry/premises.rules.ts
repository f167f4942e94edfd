interface Flat {
  id: string;
  number: string;
  stairwell: string | null;
  area: number | null;
  use: string;
}

/** A building as it is drawn: a column a stairwell, a row a floor, flats in order of their numbers. */
export interface Drawn<F extends Flat> {
  /** Stairwells in order; `null`: flats that belong to none. */
  stairwells: (string | null)[];
  floors: { floor: number; cells: F[][] }[];
}

const inOrder = (one: string, other: string): number => one.localeCompare(other, 'zh-CN', { numeric: true });

/** Puts the flats of a building into floors × stairwells, the top floor first. `nameOf` orders stairwells by their names. */
export function drawn<F extends Flat>(
  floors: readonly { floor: number; flats: readonly F[] }[],
  nameOf: (stairwell: string) => string,
): Drawn<F> {
  const found = new Set(floors.flatMap(({ flats }) => flats.map(({ stairwell }) => stairwell)));
  const named = [...found].filter((one) => one !== null).sort((one, other) => inOrder(nameOf(one), nameOf(other)));
  const stairwells = found.has(null) ? [...named, null] : named;
  return {
    stairwells,
    floors: [...floors]
      .sort((one, other) => other.floor - one.floor)
      .map(({ floor, flats }) => ({
        floor,
        cells: stairwells.map((stairwell) =>
          flats.filter((flat) => flat.stairwell === stairwell).sort((one, other) => inOrder(one.number, other.number)),
        ),
      })),
  };
}

/** Square metres of an area that is registered in hundredths. */
export const squareMetres = (area: number): string => (area / 100).toFixed(2);

/** How much is known of a building: flats, how many have an area, and the sum of those in hundredths of m². */
export function measured(floors: readonly { flats: readonly Flat[] }[]): {
  flats: number;
  known: number;
  area: number;
} {
  const flats = floors.flatMap((floor) => floor.flats);
  const areas = flats.flatMap(({ area }) => (area === null ? [] : [area]));
  return { flats: flats.length, known: areas.length, area: areas.reduce((sum, area) => sum + area, 0) };
}
