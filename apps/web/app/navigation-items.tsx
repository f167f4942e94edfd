import { NavLink } from 'react-router';

import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import type { NavigationItem } from './navigation.js';

/** Links to main pages. */
export function NavigationItems({ items, onGo }: { items: readonly NavigationItem[]; onGo?: () => void }) {
  const w = useWords(shellWords);
  return (
    <ul className="shell-items">
      {items.map(({ to, word, icon: Icon }) => (
        <li key={to}>
          <NavLink to={to} end={to === '/'} className="shell-item" onClick={onGo}>
            <Icon aria-hidden="true" className="shell-icon" />
            {w(word)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
