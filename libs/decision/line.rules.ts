import { PAPER_STATES } from './ballot-file.schema.js';
import type { PublishedEntry, PublishedPaper } from './ballot-file.schema.js';
import type { Base } from './decision-rule.schema.js';
import type { Choice } from './question.schema.js';
import type { Weights } from './tally.rules.js';
import { choiceText } from './ballot-file.rules.js';

/*
 * Entries and papers exactly as they are written, read in one look: there are millions of them. A line that matches is canonical;
 * whatever does not match is read the slow way, which also finds out what is wrong with it.
 */

const CODE = '[0-9A-Za-z][0-9A-Za-z_.:-]{0,63}';
const ENTRY = new RegExp(
  `^\\{"entry":"(${CODE})",("reached":true,)?"t":"entry","took":(true|false),"weights":\\{([a-z0-9":,]*)\\}\\}$`,
);
const PAPER = new RegExp(
  `^\\{"choice":(.+?),(?:"entry":"(${CODE})",)?"id":"(${CODE})","state":"([A-Za-z]+)","t":"paper","tracker":"([0-9a-f]{32})"\\}$`,
);
const WEIGHT = /^"(area|heads|households|members|present)":(0|[1-9][0-9]{0,15})$/;

/** Weights in canonical form; null when they are not. */
function readWeights(text: string): Weights | null {
  const weights: { [base in Base]?: number } = {};
  let last = '';
  for (const part of text === '' ? [] : text.split(',')) {
    const [, base, digits] = WEIGHT.exec(part) ?? [];
    const weight = Number(digits);
    if (base === undefined || base <= last || !Number.isSafeInteger(weight)) return null;
    weights[base as Base] = weight;
    last = base;
  }
  return weights;
}

/** An entry, and what is fingerprinted of it. */
export interface ReadEntry {
  entry: PublishedEntry;
  rollText: string;
}

/** Most flats of a place are of a few sizes: weights that have been read are kept, up to so many different ones. */
const MOST_WEIGHTS = 65_536;

/** Reads the canonical lines of entries. */
export class EntryReader {
  readonly #weights = new Map<string, Weights>();

  /** The entry; null: it is none. */
  read(line: string): ReadEntry | null {
    const [, code, reached, took, text] = ENTRY.exec(line) ?? [];
    if (code === undefined || text === undefined) return null;
    const weights = this.#weights.get(text) ?? readWeights(text);
    if (weights === null) return null;
    if (this.#weights.size < MOST_WEIGHTS) this.#weights.set(text, weights);
    return {
      entry: { entry: code, weights, took: took === 'true', reached: reached !== undefined },
      rollText: `{"entry":"${code}","t":"entry","weights":{${text}}}`,
    };
  }
}

/** Choices that have been read are kept: millions of papers say one of a few things. More different ones than this are read anew. */
const MOST_KEPT = 4096;

/** Reads the canonical lines of papers. */
export class PaperReader {
  readonly #choices = new Map<string, Choice | null>();

  /** The paper; null: it is none. */
  read(line: string): PublishedPaper | null {
    const [, text, entry, id, stateText, tracker] = PAPER.exec(line) ?? [];
    const state = PAPER_STATES.find((one) => one === stateText);
    if (text === undefined || id === undefined || tracker === undefined || state === undefined) return null;
    const choice = this.#choice(text);
    if (choice === undefined) return null;
    return entry === undefined ? { id, choice, tracker, state } : { id, entry, choice, tracker, state };
  }

  /** The choice; undefined when it is not canonical. */
  #choice(text: string): Choice | null | undefined {
    const kept = this.#choices.get(text);
    if (kept !== undefined) return kept;
    try {
      const choice = JSON.parse(text) as Choice | null;
      if (typeof choice !== 'object' || Array.isArray(choice) || choiceText(choice) !== text) return undefined;
      if (this.#choices.size < MOST_KEPT) this.#choices.set(text, choice);
      return choice;
    } catch {
      return undefined;
    }
  }
}
