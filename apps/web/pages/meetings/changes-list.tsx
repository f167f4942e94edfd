import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';
import { changesInWords, type Change, type NameOf } from './rules.rules.js';
import { useValue } from './share-words.js';

/** What changes, old → new, each by the name of its field. */
export function ChangesList({ changes, nameOf }: { changes: readonly Change[]; nameOf: NameOf }) {
  const w = useWords(rulesWords);
  const inValue = useValue();
  if (changes.length === 0) return <p className="soft">{w('nothingChanged')}</p>;
  return (
    <ul>
      {changesInWords(changes, nameOf, inValue).map(({ path, name, before, after }) => (
        <li key={path}>
          {name}：<del>{before}</del> → <ins>{after}</ins>
        </li>
      ))}
    </ul>
  );
}
