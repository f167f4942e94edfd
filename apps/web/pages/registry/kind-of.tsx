import { Chip } from '../../ui/status.js';
import { registryWords } from '../../words/registry.words.js';
import { unitKindWords } from '../../words/unit-kinds.words.js';
import { useWords } from '../../words/words.js';
import type { Unit } from './units.js';
import { wordOr } from './vocabulary.rules.js';

/** What a unit is, and whether it was closed. */
export function KindOf({ unit }: { unit: Pick<Unit, 'kind' | 'body' | 'to'> }) {
  const w = useWords(registryWords);
  const kinds = useWords(unitKindWords);
  const body = unit.body === null ? null : wordOr(unitKindWords, unit.body);
  return (
    <>
      <span className="soft small">{kinds(body ?? unit.kind)}</span>
      {unit.to !== null && <Chip kind="warn">{w('closedFrom', { day: unit.to })}</Chip>}
    </>
  );
}
