import type { Random } from '../../random.js';

/** Groups of the catalogue. */
export const THEMES = ['utilities', 'building', 'order', 'environment', 'people', 'occasional'] as const;
export type Theme = (typeof THEMES)[number];

/** How a matter usually comes in, each with a weight; the names are the issue workflow's channels. */
export type Sources = Partial<
  Record<
    'page' | 'counter' | 'patrol' | 'visit' | 'chat' | 'parlour' | 'group' | 'hotline' | 'paper' | 'device',
    number
  >
>;

/**
 * Something that happens in a neighbourhood, with words for every step of its way. Invented, as neighbours in a northern town
 * might say it. In the texts `{b}` is a building, `{u}` a stairwell, `{f}` a floor, `{n}` a small number, `{d}` a time.
 */
export interface Matter {
  key: string;
  theme: Theme;
  /** Entry of the service catalogue. */
  category: string;
  titles: readonly string[];
  /**
   * What happened, what follows from it, what is asked for: one of each makes a description. The first title goes with the first
   * fact and so on, in turn.
   */
  facts: readonly string[];
  effects: readonly string[];
  wishes: readonly string[];
  /** Months in which it happens, 1–12; without it all year round. */
  months?: readonly number[];
  sources: Sources;
  /** How often it comes up beside the others. */
  weight: number;
  /** Life or property is in danger: handled at once. */
  danger?: true;
  /** One household's need: confidential, never on an agenda. */
  individual?: true;
  /** A whole building or the whole community is concerned. */
  scope: 'household' | 'stairwell' | 'building' | 'grid' | 'community';
  /** Who may decide it, and why. */
  decides: 'residents' | 'owners' | 'department' | 'nobody';
  ground: string;
  measures: readonly string[];
  executor: 'claimed' | 'community' | 'department' | 'errand';
  /** Codes of units: who leads, who assists. */
  departments: readonly [string, ...string[]];
  class: 'utility' | 'consultation' | 'general' | 'complex';
  /** Why a public notice is needed before acting. */
  notice?: 'spends' | 'restricts' | 'rights';
  progress: readonly string[];
  done: readonly string[];
  happy: readonly string[];
  unhappy: readonly string[];
  /** What somebody harmed by the measure objects. */
  objections?: readonly string[];
  /** Why it cannot be done, or is somebody else's. */
  impossible?: string;
}

/** A matter without the group it is listed in. */
export type MatterOf = Omit<Matter, 'theme'>;

/** Values for the placeholders of a text. */
export interface Place {
  /** `利民小区12号楼` */
  building: string;
  /** `2单元` */
  stairwell: string;
  floor: number;
}

/** Times that suit what happened once and what happens again and again. */
const TIMES = [
  '这几天',
  '最近',
  '这两天',
  '这阵子',
  '前两天起',
  '从上周开始',
  '这半个月',
  '上周末起',
  '这一个星期',
  '昨天起',
] as const;

const PLACEHOLDER = /\{([bufnd])\}/g;

/** Fills the placeholders of a text; the same placeholder may differ from text to text, never within one. */
export function fill(template: string, place: Place, random: Random): string {
  const values: Record<string, string> = {
    b: place.building,
    u: place.stairwell,
    f: String(place.floor),
    n: String(random.int(2, 9)),
    d: random.pick(TIMES),
  };
  return template.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '');
}
