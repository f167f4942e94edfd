import type { Tx } from '#libs/database';
import type { Vault } from '#libs/vault';

import { PreferencesService } from './people/preferences.service.js';
import { Robots } from './robots/robots.service.js';
import { Webhooks } from './webhooks/webhooks.service.js';

/** Seals addresses and secrets of this room with the key in use; answers how many it sealed again. */
export async function resealNotifications(tx: Tx, vault: Vault): Promise<number> {
  const parts = { vault, now: () => '', posting: { allowsPrivate: false } };
  const preferences = await new PreferencesService(parts).reseal(tx);
  return preferences + (await new Robots(parts).reseal(tx)) + (await new Webhooks(parts).reseal(tx));
}
