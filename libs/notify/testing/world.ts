import type { Database } from '#libs/database';
import { Registry, registryEntities } from '#libs/registry';
import { FakeClock, openTestDatabase, testVault } from '#libs/testing';

import type { CaseSide } from '../deliveries/deliveries.types.js';
import { calendarOfHours } from '../deliveries/hours.rules.js';
import { tellPersons, tellRole } from '../messages.sql.js';
import { notifyEntities } from '../notify.entity.js';
import { Notifications, type NotificationsGround } from '../notifications.js';
import type { PreferenceChange } from '../people/preferences.service.js';
import type { CaseChange } from '../webhooks/webhook-feed.service.js';
import { isDiscreet } from '../words/wording.rules.js';

const SINCE = { from: '2020-01-01', to: null };
const person = (id: string, phone?: string) => ({
  id,
  name: `name of ${id}`,
  gender: null,
  birthYear: 1980,
  unit: 'b1',
  household: null,
  flags: [],
  ...(phone === undefined ? {} : { phone }),
});

/** A community with a few people, a case, and messages on their way out of it. */
export class World {
  readonly clock = new FakeClock();
  readonly cases = new Map<string, CaseSide>();
  changes: CaseChange[] = [];
  #told = 0;

  private constructor(
    readonly database: Database,
    readonly registry: Registry,
    clock: FakeClock,
  ) {
    this.clock = clock;
  }

  static async open(): Promise<World> {
    const clock = new FakeClock();
    const database = await openTestDatabase([...registryEntities, ...notifyEntities]);
    const registry = new Registry({ vault: testVault(), now: () => clock.now() });
    await database.transaction((tx) =>
      registry.insert(tx, {
        units: [
          { id: 'community', code: 'c', kind: 'community', parent: null, name: '社区' },
          { id: 'grid', code: 'g', kind: 'grid', parent: 'community', name: '一网格' },
          { id: 'b1', code: 'b1', kind: 'building', parent: 'grid', name: '1号楼' },
          { id: 'elsewhere', code: 'e', kind: 'community', parent: null, name: '别处' },
        ],
        people: [
          person('wang', '13800000001'),
          person('li', '13800000002'),
          person('zhao', '13800000003'),
          person('nobody'),
          person('gone', '13800000009'),
        ],
        offices: [
          { id: 'o1', person: 'li', unit: 'community', role: 'coordinator', ...SINCE },
          { id: 'o2', person: 'li', unit: 'community', role: 'leader', ...SINCE },
          { id: 'o3', person: 'zhao', unit: 'community', role: 'coordinator', ...SINCE },
          { id: 'o4', person: 'zhao', unit: 'community', role: 'duty', ...SINCE },
        ],
      }),
    );
    const world = new World(database, registry, clock);
    world.reset();
    return world;
  }

  /** A fresh start: nothing told, the clock at Monday 09:00. */
  reset(): void {
    this.clock.setTo('2026-03-02T09:00:00+08:00');
    this.cases.clear();
    this.cases.set('case-1', sideOf());
    this.changes = [];
  }

  async clear(): Promise<void> {
    await this.database.query(
      `truncate messages, message_reads, deliveries, notification_preferences, notification_substitutes, webhooks,
       webhook_deliveries, webhook_attempts, robots, call_entries, call_attempts, delivery_spool`,
    );
    this.reset();
  }

  /** The room, with what a test sets up differently. */
  notifications(more: Partial<NotificationsGround> = {}): Notifications {
    return new Notifications({
      database: this.database,
      registry: this.registry,
      vault: testVault(),
      now: () => this.clock.now(),
      virtualNow: () => this.clock.now(),
      discreet: (_tx, ids) =>
        Promise.resolve(new Set(ids.filter((id) => isDiscreet(this.cases.get(id)?.visibility ?? 'public')))),
      today: () => new Date(Date.parse(this.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10),
      caseSide: (id) => Promise.resolve(this.cases.get(id) ?? null),
      hours: () => calendarOfHours({ from: '08:00', to: '20:00' }, 'Asia/Shanghai'),
      publicUrl: 'https://minyi.example.cn',
      posting: { allowsPrivate: true },
      changes: (_tx, { after, until, limit }) =>
        Promise.resolve(
          this.changes
            .filter(({ at, caseId }) => (at > after.at || (at === after.at && caseId > after.id)) && at < until)
            .sort((a, b) => (a.at === b.at ? a.caseId.localeCompare(b.caseId) : a.at.localeCompare(b.at)))
            .slice(0, limit),
        ),
      mail: undefined,
      sms: undefined,
      callAfterDays: 3,
      log: { warn: () => undefined, error: fail },
      jitter: () => 1,
      ...more,
    });
  }

  /** Gives somebody a confirmed address. */
  async mailTo({ preferences }: Notifications, id: string, change: PreferenceChange): Promise<void> {
    await this.database.transaction(async (tx) => {
      await preferences.change(tx, id, change);
      await preferences.confirm(tx, id, (await preferences.code(tx, id))?.code ?? '');
    });
  }

  /** Tells persons something; answers the id of what it comes of. */
  async tell(
    persons: string[],
    about = 'outcome',
    more: { severity?: string; clock?: string; caseId?: string } = {},
  ): Promise<string> {
    const { caseId = 'case-1', ...content } = more;
    const call = { ...this.#call(), caseId };
    await this.database.transaction((tx) => tellPersons({ tx, call }, persons, { about, ...content }));
    return call.id;
  }

  /** Tells whoever holds a role at a unit. */
  async tellRole(role: string, how: { severity?: string; cause?: string; unit?: string; excluded?: string[] } = {}) {
    const { severity = 'red', cause, unit = 'community', excluded = [] } = how;
    const call = { ...this.#call(), ...(cause === undefined ? {} : { id: cause }) };
    const content = { about: 'remind', severity, clock: 'handling' };
    await this.database.transaction((tx) => tellRole({ tx, call }, { role, unit, excluded }, content));
    return call.id;
  }

  #call() {
    this.#told += 1;
    return { id: `e${String(this.#told).padStart(5, '0')}`, caseId: 'case-1', at: this.clock.now() };
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

/** A public case under way, due on the same day at 17:30. */
export function sideOf(more: Partial<CaseSide> = {}): CaseSide {
  return {
    isLive: true,
    workflow: 'issue',
    kind: { zh: '说议办评', en: 'Issue' },
    visibility: 'public',
    clocks: [{ name: 'handling', label: { zh: '办理', en: 'Handling' }, dueAt: '2026-03-02T09:30:00.000Z' }],
    ...more,
  };
}

function fail(message: string, data: Record<string, unknown>): never {
  throw new Error(`${message}: ${JSON.stringify(data)}`);
}
