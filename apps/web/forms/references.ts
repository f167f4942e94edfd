import { answered, api } from '../api/client.js';
import type { Language } from '../app/preferences.js';

/** Something an id field can name. */
export interface Suggestion {
  id: string;
  name: string;
  /** What tells it apart from another of the same name. */
  detail?: string;
}

/** Where a form is filled in. */
export interface ReferencePlace {
  /** Unit whose catalogue, rules and people are meant; the case's own. */
  unit: string | null;
  /** Case whose parts (items, steps, texts …) can be named: the page that shows it knows them. */
  parts?: Partial<Record<string, readonly Suggestion[]>>;
  language: Language;
}

const MOST = 20;

type Finder = (text: string, place: ReferencePlace) => Promise<Suggestion[]>;

const cases =
  (workflow?: string): Finder =>
  async (text, { language }) => {
    const query = { limit: MOST, ...(text === '' ? {} : { text }), ...(workflow === undefined ? {} : { workflow }) };
    const { rows } = await answered(api.GET('/api/v1/cases', { params: { query } }));
    return rows.map(({ id, title, stage }) => ({ id, name: title ?? id, detail: stage.label[language] }));
  };

/** What was suggested under which name: not every id can be asked for its name. */
const shownAs = new Map<string, string>();

/** How each kind of reference is looked for, by the marks of the schemas. */
const FINDERS: Partial<Record<string, Finder>> = {
  case: cases(),
  issue: cases('issue'),
  task: cases('task'),
  meeting: cases('meeting'),
  petition: cases('petition'),
  chain: cases('sign-off'),
  unit: async (text) => {
    if (text === '') return [];
    const { rows } = await answered(api.GET('/api/v1/units/search', { params: { query: { text } } }));
    return rows.slice(0, MOST).map(({ id, name, code }) => ({ id, name, detail: code }));
  },
  person: async (text, { unit }) => {
    if (text === '') return [];
    const query = { name: text, limit: MOST, ...(unit === null ? {} : { unit }) };
    const { rows } = await answered(api.GET('/api/v1/people', { params: { query } }));
    return rows.map(({ id, name, address, birthYear }) => {
      // two people of one name are told apart by where they live and when they were born
      const detail = [address, birthYear].filter((known) => known !== null).join(' · ');
      return { id, name, ...(detail === '' ? {} : { detail }) };
    });
  },
  /** A household is found by its address, through the people who live there. */
  household: async (text, { unit }) => {
    if (text === '') return [];
    const query = { address: text, limit: 100, ...(unit === null ? {} : { unit }) };
    const { rows } = await answered(api.GET('/api/v1/people', { params: { query } }));
    const homes = new Map<string, Suggestion>();
    for (const { household, address, name } of rows) {
      if (household === null || address === null) continue;
      const known = homes.get(household);
      homes.set(household, {
        id: household,
        name: address,
        detail: known === undefined ? name : `${known.detail ?? ''}、${name}`,
      });
    }
    return [...homes.values()].slice(0, MOST);
  },
  category: async (text, { unit, language }) => {
    if (unit === null) return [];
    const { rows } = await answered(api.GET('/api/v1/units/{unit}/catalogue', { params: { path: { unit } } }));
    return rows
      .map(({ code, name }) => ({ id: code, name: name[language], detail: code }))
      .filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(text.toLowerCase()));
  },
  rule: async (text, { unit, language }) => {
    if (unit === null) return [];
    const { rows } = await answered(api.GET('/api/v1/rules', { params: { query: { unit } } }));
    return rows
      .map(({ rule }) => ({ id: rule.id, name: rule.label[language], detail: rule.id }))
      .filter(({ name, detail }) => `${name} ${detail}`.includes(text));
  },
};

/** Whether something can be looked for; else the id is typed. */
export function canBeFound(refers: string, { parts = {} }: ReferencePlace): boolean {
  return parts[refers] !== undefined || FINDERS[refers] !== undefined;
}

/** What a reference can name, by some words. */
export async function suggestionsFor(refers: string, text: string, place: ReferencePlace): Promise<Suggestion[]> {
  const own = place.parts?.[refers];
  if (own !== undefined)
    return own.filter(({ name, detail = '' }) => `${name} ${detail}`.toLowerCase().includes(text.toLowerCase()));
  const found = (await FINDERS[refers]?.(text.trim(), place)) ?? [];
  for (const { id, name } of found) shownAs.set(id, name);
  return found;
}

/** Kinds of reference that name a case. */
const CASES: readonly string[] = ['case', 'issue', 'task', 'meeting', 'petition', 'chain'];

/** What an id that was chosen earlier is called; `null`: the reader may not know. */
export async function nameOf(refers: string, id: string, { parts = {} }: ReferencePlace): Promise<string | null> {
  for (const own of Object.values(parts)) {
    const found = own?.find((one) => one.id === id);
    if (found !== undefined) return found.name;
  }
  const shown = shownAs.get(id);
  if (shown !== undefined) return shown;
  if (CASES.includes(refers)) {
    const { title } = await answered(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));
    return title;
  }
  const { rows } = await answered(api.GET('/api/v1/names', { params: { query: { ids: id } } }));
  return rows[0]?.name ?? null;
}
