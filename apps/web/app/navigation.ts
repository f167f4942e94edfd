import {
  BookOpenText,
  Building2,
  CalendarDays,
  ChartColumn,
  ClipboardList,
  FilePlus2,
  HeartHandshake,
  House,
  Images,
  Inbox,
  ListFilter,
  Megaphone,
  MessagesSquare,
  Phone,
  Route,
  Scale,
  Settings,
  Siren,
  UserRound,
  Vote,
  Workflow,
  Users,
  type LucideIcon,
} from 'lucide-react';

import type { shellWords } from '../words/shell.words.js';
import { holds, isStaff, type Me } from './session.js';

/** A main page with the offices that use it. */
export interface NavigationItem {
  to: string;
  word: keyof typeof shellWords;
  icon: LucideIcon;
}

type Audience = 'everybody' | 'signedIn' | 'staff' | readonly string[];

const ITEMS: readonly (NavigationItem & { for: Audience; inBottomBar?: boolean })[] = [
  { to: '/', word: 'home', icon: House, for: 'everybody', inBottomBar: true },
  { to: '/desk', word: 'desk', icon: Inbox, for: 'staff', inBottomBar: true },
  { to: '/triage', word: 'triage', icon: ListFilter, for: ['coordinator', 'collector', 'hotline'] },
  { to: '/issues', word: 'issues', icon: MessagesSquare, for: 'everybody', inBottomBar: true },
  { to: '/report', word: 'report', icon: FilePlus2, for: 'everybody', inBottomBar: true },
  { to: '/notices', word: 'notices', icon: Megaphone, for: 'everybody', inBottomBar: true },
  { to: '/ledger', word: 'ledger', icon: ClipboardList, for: 'staff' },
  {
    to: '/meetings',
    word: 'meetings',
    icon: Users,
    for: ['coordinator', 'chair', 'recorder', 'deliberator', 'secretary', 'representative', 'adviser'],
  },
  {
    to: '/ballots',
    word: 'ballots',
    icon: Vote,
    for: ['coordinator', 'recorder', 'supervisor', 'gridLeader', 'chair', 'adviser'],
  },
  {
    to: '/calls',
    word: 'calls',
    icon: Phone,
    for: ['coordinator', 'collector', 'gridLeader', 'gridWorker', 'recorder'],
  },
  { to: '/registry', word: 'registry', icon: Building2, for: ['coordinator', 'recorder', 'gridLeader', 'operator'] },
  {
    to: '/visits',
    word: 'visits',
    icon: HeartHandshake,
    for: ['volunteer', 'gridLeader', 'gridWorker', 'coordinator'],
  },
  { to: '/photos', word: 'photos', icon: Images, for: ['coordinator', 'recorder'] },
  { to: '/routing', word: 'routing', icon: Route, for: ['coordinator', 'leader', 'adviser'] },
  { to: '/duty', word: 'duty', icon: Siren, for: ['coordinator', 'department', 'leader', 'duty'] },
  { to: '/calendars', word: 'calendars', icon: CalendarDays, for: ['coordinator', 'leader', 'operator'] },
  { to: '/registers', word: 'registers', icon: BookOpenText, for: 'everybody' },
  { to: '/rules', word: 'rules', icon: Scale, for: ['coordinator', 'adviser', 'chair', 'secretary'] },
  { to: '/dashboards', word: 'dashboards', icon: ChartColumn, for: 'everybody' },
  { to: '/operations', word: 'operations', icon: Settings, for: ['operator'] },
  { to: '/gallery', word: 'gallery', icon: Workflow, for: 'everybody' },
  { to: '/my', word: 'mine', icon: UserRound, for: 'signedIn', inBottomBar: true },
];

/** The main pages for whoever looks. */
export function navigationFor(me: Me | undefined): readonly (NavigationItem & { inBottomBar?: boolean })[] {
  return ITEMS.filter(({ for: audience }) => {
    if (audience === 'everybody') return true;
    if (audience === 'signedIn') return me !== undefined;
    return audience === 'staff' ? isStaff(me) : holds(me, ...audience);
  });
}
