import { Menu } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';

import { whenSignedOut } from '../api/client.js';
import { Button, LinkButton } from '../ui/button.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import { ConnectionBar } from './connection-bar.js';
import { useInstallation } from './installation.js';
import { LanguageSwitch } from './language-switch.js';
import { navigationFor } from './navigation.js';
import { NavigationItems } from './navigation-items.js';
import { setPreferences, usePreferences } from './preferences.js';
import { useMe, useSession } from './session.js';
import './shell.css';

// what is seldom needed comes when it is: the first page of a phone stays small
const DisplayDialog = lazy(async () => ({ default: (await import('./display-dialog.js')).DisplayDialog }));
const MenuDialog = lazy(async () => ({ default: (await import('./menu-dialog.js')).MenuDialog }));
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.js')).SignInAgain }));

/** Pages that stand alone: a projector, a booth. */
const BARE = /^\/(?:meetings\/[^/]+\/screen)$/;

/** What surrounds every page: name, navigation, display, connection. */
export function Shell() {
  const w = useWords(shellWords);
  const { pathname } = useLocation();
  const isBare = BARE.test(pathname);
  return (
    <>
      <a className="skip-link" href="#main">
        {w('skip')}
      </a>
      {!isBare && <TopBar />}
      <div className={`shell${isBare ? ' bare' : ''}`}>
        {!isBare && <Navigation place="side" />}
        <main id="main" tabIndex={-1}>
          <ConnectionBar />
          <Outlet />
        </main>
      </div>
      {!isBare && <Demonstration />}
      {!isBare && <Navigation place="bottom" />}
      <WhenSignedOut />
      <ScrollRestoration />
    </>
  );
}

/** Who is signed in, or how to be; nothing before that is known. */
function OwnLink() {
  const w = useWords(shellWords);
  const { data: session } = useSession();
  const { data: me } = useMe();
  if (session === undefined) return null;
  if (session.person === null || session.secondFactor !== 'passed')
    return (
      <LinkButton size="small" look="primary" to="/sign-in">
        {w('signIn')}
      </LinkButton>
    );
  const unread = me?.unread ?? 0;
  return (
    <LinkButton size="small" to="/my/messages">
      <bdi>{me?.name ?? session.name}</bdi>
      {unread > 0 && (
        <span className="shell-unread">
          {unread > 99 ? '99+' : unread}
          <span className="visually-hidden">{w('messages')}</span>
        </span>
      )}
    </LinkButton>
  );
}

function TopBar() {
  const w = useWords(shellWords);
  const { size } = usePreferences();
  const [isDisplayOpen, setDisplayOpen] = useState(false);
  return (
    <header className="shell-top">
      <NavLink to="/" className="shell-brand">
        {w('product')}
      </NavLink>
      <div className="row shell-tools">
        <Button
          size="small"
          look="quiet"
          onPress={() => setPreferences({ size: size === 'large' ? 'normal' : 'large' })}
        >
          {w(size === 'large' ? 'largePrintOff' : 'largePrint')}
        </Button>
        <span className="not-in-large">
          <LanguageSwitch />
        </span>
        <span className="not-on-phones">
          <Button size="small" look="quiet" onPress={() => setDisplayOpen(true)}>
            {w('display')}
          </Button>
        </span>
        <OwnLink />
      </div>
      {isDisplayOpen && (
        <Suspense>
          <DisplayDialog isOpen onClose={() => setDisplayOpen(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** Beside these a phone has the menu with everything. */
const IN_BOTTOM_BAR = 4;

function Navigation({ place }: { place: 'side' | 'bottom' }) {
  const w = useWords(shellWords);
  const { data: me } = useMe();
  const all = navigationFor(me);
  const [open, setOpen] = useState<'menu' | 'display' | null>(null);
  const isBar = place === 'bottom';
  const items = isBar ? all.filter(({ inBottomBar }) => inBottomBar === true).slice(0, IN_BOTTOM_BAR) : all;
  return (
    <nav className={`shell-${place}`} aria-label={w('navigation')}>
      <NavigationItems items={items} />
      {isBar && (
        <button type="button" className="shell-item" aria-haspopup="dialog" onClick={() => setOpen('menu')}>
          <Menu aria-hidden="true" className="shell-icon" />
          {w('menu')}
        </button>
      )}
      <Suspense>
        {open === 'menu' && <MenuDialog onClose={() => setOpen(null)} onDisplay={() => setOpen('display')} />}
        {open === 'display' && <DisplayDialog isOpen onClose={() => setOpen(null)} />}
      </Suspense>
    </nav>
  );
}

/** People who come upon a demonstration should not take it for their community. */
function Demonstration() {
  const w = useWords(shellWords);
  const { data: installation } = useInstallation();
  if (installation?.demo == null) return null;
  return <footer className="shell-foot soft small">{w('demo')}</footer>;
}

/** Asks to sign in again above the page, so that nothing on it is lost. */
function WhenSignedOut() {
  const [isOut, setOut] = useState(false);
  const { data: session } = useSession();
  const wasIn = session?.person != null;
  useEffect(() => {
    whenSignedOut(() => {
      if (wasIn) setOut(true);
    });
  }, [wasIn]);
  return (
    isOut && (
      <Suspense>
        <SignInAgain isOpen name={session?.name ?? ''} onDone={() => setOut(false)} />
      </Suspense>
    )
  );
}
