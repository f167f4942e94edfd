/**
 * Figures of the Limin community (利民社区) in Gangcheng street (钢城街道), Jiayuguan, as published in the community's own account
 * of its practice. What the account leaves open (who lives where, names, offices) is invented.
 */
export const LIMIN_FIGURES = {
  buildings: 61,
  households: 2261,
  residents: 4389,
  partyMembers: 258,
  partyMeanAge: 69,
  aged60: 1311,
  retired: 1064,
  unemployed: 28,
  disabled: 146,
  floating: 531,
  grids: 4,
} as const;

/** Year in which the figures hold; ages are counted at its end. */
export const LIMIN_YEAR = 2026;

/** Day from which the invented offices are held. */
export const SINCE = '2021-07-01';

/** Buildings of each grid. */
export const GRID_SIZES = [16, 15, 15, 15] as const;

/** Every building has six floors with two flats to a landing; most have three stairwells, these have four. */
export const FLOORS = 6;
export const FOUR_STAIRWELLS: readonly number[] = [3, 7, 12, 18, 21, 26, 30, 34, 39, 44, 50, 55, 60];

/** Households by colour class (invented): red daily, orange weekly, yellow fortnightly, blue monthly, green quarterly. */
export const COLOUR_NUMBERS = { red: 23, orange: 96, yellow: 214, blue: 585 } as const;

/** What households look like: `elders` are 60 and over. Chosen so that the published sums come out exactly. */
export const HOUSEHOLD_SHAPES = [
  { count: 451, elders: 1, adults: 0, children: 0 },
  { count: 360, elders: 2, adults: 0, children: 0 },
  { count: 90, elders: 1, adults: 2, children: 1 },
  { count: 25, elders: 2, adults: 0, children: 1 },
  { count: 460, elders: 0, adults: 2, children: 1 },
  { count: 438, elders: 0, adults: 2, children: 0 },
  { count: 347, elders: 0, adults: 1, children: 0 },
  { count: 90, elders: 0, adults: 1, children: 1 },
] as const;
