import type { UnitId, UnitKind } from '#libs/registry';

/** A unit with what is above it, lowest first, itself included. */
export type Line = readonly { id: UnitId; kind: UnitKind }[];

/** Who sits at a joint meeting. */
export interface ChairQuestion {
  /** Who calls it. */
  caller: Line;
  /** Who is summoned. */
  departments: readonly Line[];
  /** Where it is about. */
  place: Line;
  /** Who was asked first. */
  first: Line;
}

export interface Chair {
  chair: UnitId;
  /** Unit right above the chair; `null`: nothing is. */
  upper: UnitId | null;
  /** The district (or what stands highest) of the unit asked first. */
  keeper: UnitId;
  /** Streets or districts side by side are concerned. */
  crossing: boolean;
}

/** Kinds whose areas lie side by side: two of one kind, or neither above the other, are peers. */
const AREAS: readonly UnitKind[] = ['district', 'street'];

/** The lowest street or district a unit belongs to; what belongs to a city only is above all areas. */
function areaOf(line: Line): UnitId | null {
  return line.find(({ kind }) => AREAS.includes(kind))?.id ?? null;
}

function isAbove(unit: UnitId, line: Line): boolean {
  return line.some(({ id }) => id === unit);
}

function commonOf(lines: readonly Line[]): UnitId | null {
  const [first, ...others] = lines;
  return first?.find(({ id }) => others.every((line) => isAbove(id, line)))?.id ?? null;
}

/** The nearest district above a unit; where a city has none, the highest place there. */
export function districtOf(line: Line): UnitId | null {
  const of = (wanted: UnitKind) => line.find(({ kind }) => kind === wanted);
  return (of('district') ?? of('city') ?? line.at(-1))?.id ?? null;
}

/**
 * Who chairs. Within one area the caller does: a residents' area summons departments to its own table. Where areas side by side or
 * two trees meet, the lowest unit above them all; where nothing is above them, the district that received the matter first: the others
 * are its peers, not its subordinates.
 */
export function chairOf({ caller, departments, place, first }: ChairQuestion): Chair {
  const lines = [caller, ...departments, place];
  const common = commonOf(lines);
  const areas = lines.flatMap((line) => {
    const area = areaOf(line);
    return area === null ? [] : [line.slice(line.findIndex(({ id }) => id === area))];
  });
  const crossing =
    common === null ||
    areas.some((one, index) =>
      areas.slice(index + 1).some((other) => {
        const [a, b] = [one[0]?.id ?? '', other[0]?.id ?? ''];
        return !isAbove(a, other) && !isAbove(b, one);
      }),
    );
  const keeper = districtOf(first) ?? caller[0]?.id ?? '';
  const chair = crossing ? (common ?? keeper) : (caller[0]?.id ?? keeper);
  const line = lines.find((one) => isAbove(chair, one)) ?? first;
  return { chair, upper: above(chair, line), keeper, crossing };
}

function above(unit: UnitId, line: Line): UnitId | null {
  const at = line.findIndex(({ id }) => id === unit);
  return at < 0 ? null : (line[at + 1]?.id ?? null);
}
