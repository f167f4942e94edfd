import { randomUUID } from 'node:crypto';

import { unitId, type DemoPersonKey } from '#apps/demo';
import type { Platform } from '#apps/platform';

import { SignedIn } from '../../sign-in/sign-in.js';

/** Where pages are looked at and what they are looked at with. */
interface Place {
  origin: string;
  platform: Platform;
}

interface Answer {
  id: string;
  code?: string;
  detail?: string;
  rows: { id: string; entry: string }[];
  states: { id: string }[];
  stage: { key: string };
}

interface Report {
  by?: DemoPersonKey;
  unit?: string;
  place?: string;
}

/** From UTC to the clock on the wall of the community. */
const HOURS_AHEAD = 8;
const LIMIN = unitId('limin');
const BUILDING = unitId('limin-b9');
const STAIRWELL = unitId('limin-b9-s3');
const HEATING = unitId('heating');

/** People of the demonstration who get things under way, over HTTP as anybody would. */
export class Neighbourhood {
  readonly #signedIn: SignedIn;

  constructor(private readonly place: Place) {
    this.#signedIn = new SignedIn(() => place.platform);
  }

  /** The cookie of a demo person, for a browser that need not type a password. */
  cookie(who: DemoPersonKey): Promise<string> {
    return this.#signedIn.demo(who);
  }

  /** The cookie of anybody in the registry. */
  cookieOf(person: string): Promise<string> {
    return this.#signedIn.person(person);
  }

  /** Somebody says that something is wrong; answers the issue. */
  async reported(title: string, { by, unit = LIMIN, place = BUILDING }: Report = {}): Promise<string> {
    const input = { danger: false, title, description: `${title}，已经三天了。`, unit, place };
    return (await this.send(by ?? 'resident', 'cases', { workflow: 'issue', input })).id;
  }

  async act(who: DemoPersonKey, id: string, [act, input = {}]: readonly [act: string, input?: object]): Promise<void> {
    await this.send(who, `cases/${id}/acts`, { act, input });
  }

  /** An issue whose residents say what they think of it; answers issue and deliberation. */
  async deliberated(title: string): Promise<{ issue: string; deliberation: string }> {
    const issue = await this.reported(title, { by: 'neighbour', place: STAIRWELL });
    await this.act('collector', issue, ['reply', { text: '已经收到，先问清楚由谁决定。' }]);
    await this.act('collector', issue, ['sortAsCommon', { category: 'lift' }]);
    await this.act('adviser', issue, ['stateCompetence', { decides: 'owners', text: '由业主共同决定。' }]);
    await this.act('coordinator', issue, ['chooseLevel', { level: 'building' }]);
    const deliberation = await this.child(issue, 'deliberation');
    const say = await this.send('neighbour', `deliberations/${deliberation}/statements`, {
      text: '费用按楼层分担，一楼不出钱。',
    });
    await this.send(
      'coordinator',
      `deliberations/${deliberation}/statements/${String(Reflect.get(say, 'number'))}/moderate`,
      { show: true },
    );
    return { issue, deliberation };
  }

  /** An issue that the heating company has to see to; answers issue and task. */
  async dispatched(title: string): Promise<{ issue: string; task: string }> {
    const issue = await this.reported(title);
    await this.act('collector', issue, ['reply', { text: '已经收到，马上联系。' }]);
    await this.act('collector', issue, ['sortAsCommon', { category: 'heating' }]);
    await this.act('adviser', issue, ['stateCompetence', { decides: 'department', text: '供热设施由供热单位维护。' }]);
    await this.act('coordinator', issue, [
      'takeDirectLine',
      { reason: 'statutory_duty', text: '法定职责，直接派单。' },
    ]);
    await this.act('coordinator', issue, ['dispatch', { measure: '更换阀门。', lead: HEATING, class: 'general' }]);
    return { issue, task: await this.child(issue, 'task') };
  }

  /** A ballot of owners of a stairwell whose roll is drawn and may still be changed. */
  async calledVote(title: string): Promise<string> {
    const roll = { of: 'owners', unit: STAIRWELL };
    const input = { taking: 'papers', title, unit: STAIRWELL, rule: 'owners-special', roll };
    const { id } = await this.send('coordinator', 'cases', { workflow: 'ballot', input });
    const { ballots, database } = this.place.platform;
    await until(() => database.transaction((tx) => ballots.ballotOf(tx, id)));
    return id;
  }

  /** The days in which the roll could be appealed against are over: nobody waits seven of them in a test. */
  async opened(ballot: string): Promise<{ entry: string; voter: string }[]> {
    const { ballots, database } = this.place.platform;
    const units = await database.transaction(async (tx) => {
      await ballots.open(tx, ballot, { closesAt: '2099-01-01T00:00:00.000Z' });
      return ballots.papers.roll(tx, ballot);
    });
    return units.flatMap(({ entry, casters: [voter] }) => (voter === undefined ? [] : [{ entry, voter }]));
  }

  /** The days of the vote are over, and it is counted. */
  async counted(ballot: string): Promise<void> {
    const { ballots, database, localDateOf, now } = this.place.platform;
    await database.transaction((tx) => ballots.close(tx, ballot));
    await database.transaction((tx) => ballots.count(tx, ballot, localDateOf(now())));
  }

  /** A ballot of owners of a stairwell that takes papers. */
  async voting(title: string): Promise<{ ballot: string; voters: string[] }> {
    const ballot = await this.calledVote(title);
    return { ballot, voters: (await this.opened(ballot)).map(({ voter }) => voter) };
  }

  /** Somebody who may cast in {@link voting}; the code of the slip their household was given, and how they stand on it. */
  async invited(ballot: string): Promise<{ person: string; code: string; label: string }> {
    const { ballots, registry, database } = this.place.platform;
    const found = await database.transaction(async (tx) => {
      const owners = new Set((await ballots.papers.roll(tx, ballot)).flatMap(({ casters }) => casters));
      for (const { id } of await registry.households(tx, STAIRWELL)) {
        const people = await registry.inhabitantsOf(tx, id);
        const person = people.find((one) => owners.has(one));
        if (person !== undefined) return { household: id, person: await registry.person(tx, person) };
      }
      return null;
    });
    if (found?.person == null) throw new Error('no owner lives in the stairwell');
    const body = { unit: STAIRWELL, kind: 'household', subjects: [found.household] };
    const { slips } = (await this.send('coordinator', 'slips', body)) as unknown as { slips: { code: string }[] };
    const { id: person, name, birthYear } = found.person;
    const label = birthYear === null ? `${name.slice(0, 1)}○○` : `${String(birthYear)} 年出生`;
    return { person, code: slips[0]?.code ?? '', label };
  }

  /** A meeting of the council a week from now, called and not yet begun. */
  async meeting(title: string): Promise<string> {
    const startsAt = await this.daysAhead(8);
    const input = { unit: LIMIN, level: 'council', title, startsAt, members: 15 };
    return (await this.send('coordinator', 'cases', { workflow: 'meeting', input })).id;
  }

  /** The hour of a meeting has come: nobody waits for it in a test. Its clock fires as it always does. */
  async hourCame(meeting: string): Promise<void> {
    const { cases, database } = this.place.platform;
    const at = await this.daysAhead(0);
    await database.query(
      `update cases set next_due_at = $2::timestamptz, clocks = (
         select json_object_agg(key, case value->>'name' when 'start'
           then jsonb_set(value::jsonb, '{dueAt}', to_jsonb($2::text))::json else value end)
         from json_each(clocks)) where id = $1`,
      [meeting, at],
    );
    await until(async () => {
      await cases.fireDue();
      const { stage } = await this.read('coordinator', `cases/${meeting}`);
      return stage.key === 'convened' ? null : true;
    });
  }

  /** An issue that residents decide about and that waits for a meeting of the council, with what is proposed. */
  async forCouncil(title: string, measure: string): Promise<string> {
    const issue = await this.reported(title);
    await this.act('collector', issue, ['reply', { text: '已经收到，今天去看。' }]);
    await this.act('collector', issue, ['sortAsCommon', { category: '垃圾分类' }]);
    await this.act('adviser', issue, ['stateCompetence', { decides: 'residents', text: '由居民协商决定。' }]);
    await this.act('coordinator', issue, ['chooseLevel', { level: 'council' }]);
    const deliberation = await this.child(issue, 'deliberation');
    await this.act('deliberator', deliberation, ['draftMeasure', { text: measure }]);
    await this.act('coordinator', deliberation, ['conclude']);
    return issue;
  }

  /** A meeting of the twenty of the council that begins in so many seconds, with matters of its own; answers the meeting. */
  async council(title: string, { inSeconds, matters }: { inSeconds: number; matters: string[] }): Promise<string> {
    const startsAt = await this.daysAhead(inSeconds / 86_400);
    const input = { unit: LIMIN, level: 'council', title, startsAt, members: 20 };
    const { id } = await this.send('coordinator', 'cases', { workflow: 'meeting', input });
    for (const matter of matters) await this.act('coordinator', id, ['addItem', { title: matter, kind: 'matter' }]);
    return id;
  }

  /** What people and places are called. */
  async names(): Promise<ReadonlySet<string>> {
    const { database } = this.place.platform;
    const rows = await database.query<{ name: string }>('select name from units union select name from people');
    return new Set(rows.map(({ name }) => name));
  }

  /** So many days from now by the clock of the service; ISO 8601. */
  async daysAhead(days: number): Promise<string> {
    const { now } = (await (await fetch(`${this.place.origin}/api/v1/installation`)).json()) as { now: string };
    return new Date(Date.parse(now) + days * 86_400_000).toISOString();
  }

  /** An hour from now as a field for a day and a time takes it: by the clock on the wall of the community. */
  async inAnHour(): Promise<string> {
    return (await this.daysAhead((1 + HOURS_AHEAD) / 24)).slice(0, 16);
  }

  /** The child of a case that a workflow has, once it is there. */
  child(id: string, workflow: string): Promise<string> {
    return until(async () => {
      const { rows } = await this.read('coordinator', `cases?parent=${id}&workflow=${workflow}&status=active`);
      return rows[0]?.id ?? null;
    });
  }

  async read(who: DemoPersonKey, path: string): Promise<Answer> {
    return this.answer(
      await fetch(`${this.place.origin}/api/v1/${path}`, { headers: { cookie: await this.cookie(who) } }),
    );
  }

  private async send(who: DemoPersonKey, path: string, body: object): Promise<Answer> {
    return this.answer(
      await fetch(`${this.place.origin}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          cookie: await this.cookie(who),
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(body),
      }),
    );
  }

  private async answer(response: Response): Promise<Answer> {
    const body = (await response.json()) as Answer;
    if (!response.ok)
      throw new Error(`${response.url}: ${String(body.code)} ${String(body.detail)} ${JSON.stringify(body)}`);
    return body;
  }
}

const PATIENCE_MS = 60_000;

/** What something comes to once it is there. */
export async function until<T>(look: () => Promise<T | null>, patienceMs = PATIENCE_MS): Promise<T> {
  const begin = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - begin > patienceMs) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
