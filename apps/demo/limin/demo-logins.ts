import { demoPeople } from './demo-people.js';
import type { DemoPersonKey } from './demo-people.js';

/** The one password of the demonstration. Accounts with it exist in demonstration mode only. */
export const DEMO_PASSWORD = 'minyi-demo-2026';

/** A way in of the demonstration. */
export interface DemoLogin {
  /** The key of the person, also the login name. */
  login: DemoPersonKey;
  /** Id of the person. */
  person: string;
  name: string;
  title: { zh: string; en: string };
}

/** One login for each demo person. */
export const demoLogins: readonly DemoLogin[] = Object.values(demoPeople).map(({ key, id, name, title }) => ({
  login: key as DemoPersonKey,
  person: id,
  name,
  title,
}));
