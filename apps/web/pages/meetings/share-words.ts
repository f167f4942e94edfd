import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';
import type { Fraction } from './meeting.types.js';
import { isFraction } from './rules.rules.js';

/** A share in words: “超过 1/2”. */
export function useShare(): (share: Fraction) => string {
  const w = useWords(rulesWords);
  return ({ numerator, denominator, inclusive }) =>
    w(inclusive ? 'share_reach' : 'share_exceed', { part: numerator, whole: denominator });
}

/** Any value of a rule or policy in words. */
export function useValue(): (value: unknown) => string {
  const w = useWords(rulesWords);
  const inShare = useShare();
  return (value) => {
    if (value === null || value === undefined || value === '') return w('nothing');
    if (typeof value === 'boolean') return w(value ? 'yes' : 'no');
    if (isFraction(value)) return inShare(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text in rulesWords ? w(text as 'fails') : text;
  };
}
