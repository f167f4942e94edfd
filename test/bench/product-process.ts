import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** How a program of the product is started. */
export interface ProductOptions {
  app: 'server' | 'worker' | 'cli';
  args?: readonly string[];
  /** Variables of the program; of this process's environment only the search path reaches it, and where compiled modules are kept. */
  env: Readonly<Record<string, string>>;
}

/** A line of the program's log. */
export type LogLine = Readonly<Record<string, unknown>> & { msg: string };

const KEPT_LINES = 200;

/** A compiled program of the product (`dist/apps/…`) in a process of its own, as an installation runs it. */
export class ProductProcess {
  readonly child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #log: LogLine[] = [];
  #heard: () => void = () => undefined;

  private constructor({ app, args = [], env }: ProductOptions) {
    const program = join(process.cwd(), 'dist', 'apps', app, 'main.js');
    this.child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environmentOfPrograms(), ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream !== null) createInterface({ input: stream }).on('line', (line) => this.keep(line));
  }

  static start(options: ProductOptions): ProductProcess {
    return new ProductProcess(options);
  }

  /** The last lines it printed, for a failure's message. */
  get output(): string {
    return this.#lines.join('\n');
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits until it answers requests there. @throws when it ends instead. */
  async answersAt(origin: string): Promise<void> {
    while (!(await isAlive(origin))) {
      if (this.hasEnded) throw new Error(`the program ended before it answered:\n${this.output}`);
      await delay(25);
    }
  }

  /** Waits for a line of its log. @throws when it ends without one. */
  async logged(message: string): Promise<LogLine> {
    for (;;) {
      const found = this.#log.find(({ msg }) => msg.includes(message));
      if (found !== undefined) return found;
      if (this.hasEnded) throw new Error(`the program ended without saying "${message}":\n${this.output}`);
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
        this.child.once('close', () => resolve());
      });
    }
  }

  /** Ends it the hard way (SIGKILL) and waits until it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop in order and waits. Answers its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  /** Waits until it has ended by itself. Answers its exit code. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'close');
    return this.child.exitCode;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }

  private keep(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    const entry = parsed(line);
    if (entry === null || entry.msg === 'request') return;
    this.#log.push(entry);
    this.#heard();
  }
}

function environmentOfPrograms(): Record<string, string> {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };
}

async function isAlive(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/health/live`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function parsed(line: string): LogLine | null {
  try {
    const value = JSON.parse(line) as Partial<LogLine> | null;
    return typeof value?.msg === 'string' ? (value as LogLine) : null;
  } catch {
    return null;
  }
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return address.port;
}
