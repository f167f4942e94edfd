import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { unitId, type DemoPersonKey } from '#apps/demo';

import { signInOverHttp } from '../sign-in/sign-in.js';

/** A request that changes something, with the key that names it for ever. */
interface Command {
  path: string;
  person: DemoPersonKey;
  key: string;
  body: unknown;
}

/** A command that was acknowledged, with its answer. */
export interface Acknowledged extends Command {
  caseId: string;
  version: number;
  /** `null` for a start. */
  act: string | null;
}

interface DoneBody {
  id: string;
  version: number;
  repeated: boolean;
}

/** The acts of one issue, one after the other: with effects, clocks that are armed, held and disarmed, and a child case. */
const COURSE: readonly [act: string, by: DemoPersonKey, input: object][] = [
  ['reply', 'collector', { text: '已经收到，由我负责。' }],
  ['askInformation', 'collector', { text: '请问是哪一层？' }],
  ['giveInformation', 'resident', { text: '三层。' }],
  ['sortAsCommon', 'collector', { category: 'lighting' }],
  ['support', 'neighbour', {}],
  ['stateCompetence', 'adviser', { decides: 'residents', text: '由居民协商决定。' }],
  ['chooseLevel', 'coordinator', { level: 'council' }],
];

/** Acts every finished issue has in its journal, in this order. */
export const ACTS: readonly string[] = COURSE.map(([act]) => act);

/** Longest wait for one answer before the request is sent again with the same key. */
const PATIENCE_MS = 4_000;
/** Now and then somebody's connection breaks before the answer is there, while the server carries on. */
const BROKEN_CONNECTIONS = 0.1;
const BREAKS_WITHIN_MS = 40;

/**
 * People who go on with their issues whatever happens to the servers: a request without an answer is sent again with its key,
 * to whichever server is there, until it is answered.
 */
export class Neighbours {
  readonly acknowledged: Acknowledged[] = [];
  /** Issues whose whole course was acknowledged. */
  readonly finished: string[] = [];
  /** Issues that were started and then left alone. */
  readonly forgotten: string[] = [];
  /** Requests that had to be sent more than once, and answers that came from memory. */
  readonly seen = { resent: 0, remembered: 0 };
  readonly #cookies = new Map<DemoPersonKey, string>();
  #isOver = false;
  #turn = 0;

  constructor(private readonly origins: () => readonly string[]) {}

  /** Starts issues and goes through their course until {@link stop}. */
  async live(people: number): Promise<void> {
    const one = async (): Promise<void> => {
      while (!this.#isOver) this.finished.push(await this.course());
    };
    await Promise.all(Array.from({ length: people }, one));
  }

  /** Lets everybody finish the issue they are at. */
  stop(): void {
    this.#isOver = true;
  }

  /** Starts an issue about which nobody does anything: only its clocks run. */
  async forget(): Promise<void> {
    this.forgotten.push(await this.start());
  }

  /** Sends acknowledged commands once more. Answers those that were not answered as before. */
  async repeat(commands: readonly Acknowledged[]): Promise<Acknowledged[]> {
    const answers = await Promise.all(commands.map((command) => this.send(command)));
    return commands.filter((command, index) => {
      const answer = answers[index];
      return answer?.repeated !== true || answer.id !== command.caseId || answer.version !== command.version;
    });
  }

  private async course(): Promise<string> {
    const caseId = await this.start();
    for (const [act, by, input] of COURSE) {
      const path = `/api/v1/cases/${caseId}/acts`;
      await this.command(act, { path, person: by, key: randomUUID(), body: { act, input } });
    }
    return caseId;
  }

  private async start(): Promise<string> {
    const input = { danger: false, title: '楼道灯不亮', unit: unitId('limin') };
    const body = { workflow: 'issue', input };
    return (await this.command(null, { path: '/api/v1/cases', person: 'resident', key: randomUUID(), body })).caseId;
  }

  private async command(act: string | null, command: Command): Promise<Acknowledged> {
    const { id, version } = await this.send(command);
    const acknowledged = { ...command, act, caseId: id, version };
    this.acknowledged.push(acknowledged);
    return acknowledged;
  }

  private async send(command: Command): Promise<DoneBody> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.attempt(command);
      if (answer === null) {
        this.seen.resent += 1;
        await delay(100);
        continue;
      }
      if (attempt > 0 && answer.repeated) this.seen.remembered += 1;
      return answer;
    }
  }

  /** `null`: no answer, or one that says to come back. @throws when the request is refused. */
  private async attempt({ path, person, key, body }: Command): Promise<DoneBody | null> {
    const isBroken = Math.random() < BROKEN_CONNECTIONS;
    const origins = this.origins();
    const origin = origins[(this.#turn += 1) % origins.length] ?? '';
    try {
      const cookie = await this.cookie(origin, person);
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(isBroken ? Math.random() * BREAKS_WITHIN_MS : PATIENCE_MS),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as DoneBody;
      if (response.status < 500) throw new Refused(`${path} was refused: ${text}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    return null;
  }

  /** Sessions are in the database: signed in once, with whichever server was there. */
  private async cookie(origin: string, person: DemoPersonKey): Promise<string> {
    const known = this.#cookies.get(person) ?? (await signInOverHttp(origin, person));
    this.#cookies.set(person, known);
    return known;
  }
}

class Refused extends Error {}
