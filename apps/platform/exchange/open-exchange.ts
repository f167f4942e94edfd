import { mayGive, reachOf, type Access } from '#libs/access';
import type { Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Registered } from '#libs/engine';
import { ExternalNumbers, Imports, Partners, type ImportRights } from '#libs/exchange';
import type { LocalDate, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { Acting } from '../acting.js';
import type { Chore } from '../work/chore.types.js';
import { PartnerCases } from './partner-cases.js';

/** What the exchange with other systems and offices is opened with. */
export interface ExchangeGround {
  database: Database;
  registry: Registry;
  access: Access;
  vault: Vault;
  cases: Cases;
  acting: Acting;
  workflows: ReadonlyMap<string, Registered>;
  now: () => string;
  today: () => LocalDate;
}

/** Tables that come and go, and systems we exchange cases with. */
export interface Exchange {
  imports: Imports;
  partners: Partners;
  numbers: ExternalNumbers;
  partnerCases: PartnerCases;
}

export function openExchange(ground: ExchangeGround): Exchange {
  const { database, registry, vault, now, today } = ground;
  const numbers = new ExternalNumbers({ database, now });
  return {
    numbers,
    imports: new Imports({ database, registry, vault, now, today, ...importRights(ground) }),
    partners: new Partners({ database, registry, vault, now, today }),
    partnerCases: new PartnerCases({ ...ground, numbers }),
  };
}

/** What an import may do is what its desk may do: the same rules, asked for whoever checks or applies it. */
function importRights({ access, registry }: Pick<ExchangeGround, 'access' | 'registry'>): ImportRights {
  return {
    mayGive: async ({ by, lineage, ...office }, tx) => mayGive(await access.standing(tx, by), office, lineage),
    mayClassify: async ({ by, unit }, tx) => {
      const reach = reachOf(await access.standing(tx, by), 'visits.assign');
      return (await registry.lineage(tx, unit)).some((one) => reach.includes(one));
    },
  };
}

const DAY_MS = 86_400_000;
/** Staged rows hold personal data: they are kept as long as an office needs to correct its file. */
const STAGED_DAYS = 30;

/** What is done again and again for the exchange. */
export function exchangeChores({ imports }: Exchange, now: () => string): Chore[] {
  const prune = async (): Promise<void> => {
    await imports.prune(new Date(new Date(now()).getTime() - STAGED_DAYS * DAY_MS).toISOString());
  };
  return [{ name: 'forget staged imports', everyMs: DAY_MS, run: prune }];
}
