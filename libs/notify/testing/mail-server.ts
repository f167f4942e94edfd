import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

/** A mail as a server received it. */
export interface ReceivedMail {
  to: string[];
  messageId: string;
  subject: string;
  text: string;
}

/** A real mail server in this process, which can be told to refuse. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Recipients it knows nothing of. */
  readonly unknown = new Set<string>();
  /** Called after a mail was taken and before the client is told: where a worker may die. */
  afterData: () => void | Promise<void> = () => undefined;
  #server: SMTPServer | undefined;
  #port = 0;

  /** Starts on its port of before, or on a free one. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      closeTimeout: 100,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => {
        if (this.unknown.has(address)) answer(Object.assign(new Error('no such user'), { responseCode: 550 }));
        else answer();
      },
      onData: (stream, session, answer) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.mails.push({ to, ...parsed(Buffer.concat(parts).toString('utf8')) });
          void Promise.resolve(this.afterData()).then(() => {
            answer();
          });
        });
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) await new Promise<void>((resolve) => server.close(resolve));
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.#port)}`;
  }
}

function parsed(raw: string): Omit<ReceivedMail, 'to'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const coded = body.join('\r\n\r\n');
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  return { messageId: header('Message-ID'), subject: words(header('Subject')), text: decoded(coded, encoding) };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of a header (RFC 2047). */
function words(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decoded(text.replaceAll('_', ' '), 'quoted-printable'),
    );
}
