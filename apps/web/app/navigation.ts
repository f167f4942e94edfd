import type { shellWords } from '../words/shell.words.js';
import { holds, isStaff, type Me } from './session.js';

/** A main page with the offices that use it. */
export interface NavigationItem {
  to: string;
  word: keyof typeof shellWords;
  icon: string;
}

type Audience = 'everybody' | 'signedIn' | 'staff' | readonly string[];

const ITEMS: readonly (NavigationItem & { for: Audience; inBottomBar?: boolean })[] = [
  { to: '/', word: 'home', icon: '⌂', for: 'everybody', inBottomBar: true },
  { to: '/desk', word: 'desk', icon: '☰', for: 'staff', inBottomBar: true },
  { to: '/triage', word: 'triage', icon: '⇶', for: ['coordinator', 'collector', 'hotline'] },
  { to: '/issues', word: 'issues', icon: '◉', for: 'everybody', inBottomBar: true },
  { to: '/report', word: 'report', icon: '✎', for: 'everybody', inBottomBar: true },
  { to: '/notices', word: 'notices', icon: '⚑', for: 'everybody', inBottomBar: true },
  { to: '/ledger', word: 'ledger', icon: '▤', for: 'staff' },
  {
    to: '/meetings',
    word: 'meetings',
    icon: '◫',
    for: ['coordinator', 'chair', 'recorder', 'deliberator', 'secretary', 'representative', 'adviser'],
  },
  {
    to: '/ballots',
    word: 'ballots',
    icon: '☑',
    for: ['coordinator', 'recorder', 'supervisor', 'gridLeader', 'chair', 'adviser'],
  },
  { to: '/calls', word: 'calls', icon: '✆', for: ['coordinator', 'collector', 'gridLeader', 'gridWorker', 'recorder'] },
  { to: '/registry', word: 'registry', icon: '⌸', for: ['coordinator', 'recorder', 'gridLeader', 'operator'] },
  { to: '/rules', word: 'rules', icon: '§', for: ['coordinator', 'adviser', 'chair', 'secretary'] },
  { to: '/dashboards', word: 'dashboards', icon: '◔', for: 'everybody' },
  { to: '/operations', word: 'operations', icon: '⚙', for: ['operator'] },
  { to: '/gallery', word: 'gallery', icon: '⎇', for: 'everybody' },
  { to: '/my', word: 'mine', icon: '☺', for: 'signedIn', inBottomBar: true },
];

/** The main pages for whoever looks. */
export function navigationFor(me: Me | undefined): readonly (NavigationItem & { inBottomBar?: boolean })[] {
  return ITEMS.filter(({ for: audience }) => {
    if (audience === 'everybody') return true;
    if (audience === 'signedIn') return me !== undefined;
    return audience === 'staff' ? isStaff(me) : holds(me, ...audience);
  });
}
