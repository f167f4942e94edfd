import { NavLink } from 'react-router';

import { useMe } from '../../app/session.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { mayDo, type Ability } from './reach.rules.js';
import './registry.css';

const PAGES: readonly { to: string; word: keyof typeof registryWords; needs: Ability }[] = [
  { to: '/registry', word: 'units', needs: 'read' },
  { to: '/registry/people', word: 'people', needs: 'read' },
  { to: '/registry/imports', word: 'imports', needs: 'import' },
  { to: '/registry/slips', word: 'slips', needs: 'slips' },
  { to: '/registry/changes', word: 'changes', needs: 'read' },
  { to: '/visits', word: 'visits', needs: 'visit' },
];

/** The pages of the registry that somebody may use. */
export function RegistryNav() {
  const w = useWords(registryWords);
  const { data: me } = useMe();
  const pages = PAGES.filter(({ needs }) => mayDo(me, needs));
  if (pages.length === 0) return null;
  return (
    <nav aria-label={w('registryPages')} className="rg-nav no-print">
      <ul className="row">
        {pages.map(({ to, word }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/registry'} className="rg-nav-item">
              {w(word)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
