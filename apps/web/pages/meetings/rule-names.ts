import type { Schema } from '../../api/client.js';
import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';

/** A version of a rule with what it changed. */
export type RuleVersion = Schema<'RuleVersions'>['rows'][number];

/** What a field of a rule is called, by the last part of its path. */
export function useRuleNames(): (path: string) => string {
  const w = useWords(rulesWords);
  const names: Readonly<Record<string, string>> = {
    turnout: w('turnout'),
    approval: w('approval'),
    numerator: w('numerator'),
    denominator: w('denominator'),
    inclusive: w('inclusive'),
    abstention: w('abstention'),
    void: w('void'),
    tie: w('tie'),
    law: w('law'),
    validFrom: w('validFrom'),
    validTo: w('validTo'),
    status: w('status'),
    label: w('nameOfRule'),
    silence: w('silence'),
  };
  return (path) =>
    path
      .split('.')
      .flatMap((part) => names[part] ?? (part === 'tests' ? [] : part))
      .join(' · ');
}
