import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back. */
export interface WireAnswer {
  status: number;
  body: string;
}

/**
 * One connection that is kept alive, one request at a time: the least a client can do, because whoever makes the load stands on
 * the same machine. Understands answers with `content-length` only.
 */
export class Wire {
  #waiting: ((answer: WireAnswer) => void) | null = null;
  #read = '';

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (part: string) => {
      this.#read += part;
      this.#take();
    });
  }

  static async open(origin: string): Promise<Wire> {
    const { hostname, port, host } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    return new Wire(socket, host);
  }

  post(path: string, headers: string, body: string): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting !== null) {
        reject(new Error('one request at a time'));
        return;
      }
      this.#waiting = resolve;
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\ncontent-type: application/json\r\n${headers}content-length: ${String(
          Buffer.byteLength(body),
        )}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #take(): void {
    const end = this.#read.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#read.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#read.length < end + 4 + length) return;
    const body = this.#read.slice(end + 4, end + 4 + length);
    this.#read = this.#read.slice(end + 4 + length);
    const answer = this.#waiting;
    this.#waiting = null;
    answer?.({ status: Number(head.slice(9, 12)), body });
  }
}

/** How long each request took, and all of them together, in milliseconds. */
export interface Stormed {
  wallMs: number;
  times: number[];
}

/** Sends every request over a number of connections, each connection the next one as soon as it has its answer. */
export async function storm<Request>(
  origin: string,
  {
    clients,
    requests,
    send,
  }: { clients: number; requests: readonly Request[]; send: (wire: Wire, request: Request) => Promise<void> },
): Promise<Stormed> {
  const wires = await Promise.all(Array.from({ length: clients }, () => Wire.open(origin)));
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    wires.map(async (wire) => {
      for (;;) {
        const request = requests[next];
        next += 1;
        if (request === undefined) return;
        const at = performance.now();
        await send(wire, request);
        times.push(performance.now() - at);
      }
    }),
  );
  const wallMs = performance.now() - began;
  for (const wire of wires) wire.close();
  return { wallMs, times };
}

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
}
