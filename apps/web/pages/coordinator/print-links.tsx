import { printWords } from '../../words/print.words.js';
import { useWords } from '../../words/words.js';
import { printsOf, type Printed } from './prints.rules.js';

/** Papers of a case: each opens in a window of its own, ready to print. Nothing where nothing is printed. */
export function PrintLinks({ of }: { of: Printed }) {
  const w = useWords(printWords);
  const prints = printsOf(of);
  if (prints.length === 0) return null;
  return (
    <nav className="no-print stack tight" aria-label={w('prints')}>
      <h2>{w('prints')}</h2>
      <ul>
        {prints.map(({ name, href }) => (
          <li key={name}>
            <a href={href} target="_blank" rel="noreferrer">
              {w(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
