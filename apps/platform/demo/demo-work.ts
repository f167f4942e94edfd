import type { PlatformParts } from '../platform.js';
import { wallClock } from '../clock.js';
import { loadDemoAdmissions } from './demo-admissions.js';
import { loadDemoClaims } from './demo-claims.js';
import { loadDemoRoster } from './demo-roster.js';

/** What the demonstration has beside its people: an admission register, a duty roster, households taken on. */
export async function loadDemoWork(
  ground: Pick<PlatformParts, 'database' | 'registry' | 'routing' | 'privacy'> & { today: () => string },
): Promise<void> {
  const { database, registry, routing, privacy, today } = ground;
  await loadDemoAdmissions({ database, routing, now: wallClock.instant });
  await loadDemoRoster({ database, now: wallClock.instant });
  await loadDemoClaims({ database, registry, claims: privacy.visits.claims, today });
}
