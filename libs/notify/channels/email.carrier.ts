import { createTransport } from 'nodemailer';

import type { Carrier, Outcome, Parcel } from './channel.types.js';

export interface MailServer {
  /** `smtp://user:password@host:587`, `smtps://…:465`. */
  url: string;
  /** `民议 <minyi@example.cn>`. */
  from: string;
  /** Name in Message-IDs: the host of this installation. */
  host: string;
}

const CONNECTION_MS = 10_000;
const SILENCE_MS = 30_000;

/** Commands whose refusal is about the recipient or the mail, not about us. */
const ABOUT_RECIPIENT: readonly string[] = ['RCPT TO', 'DATA'];

/** What nodemailer says of a failure. */
interface MailFailure {
  code?: unknown;
  responseCode?: unknown;
  command?: unknown;
}

/** Hands mails to a mail server. */
export function emailCarrier({ url, from, host }: MailServer): Carrier {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECTION_MS,
    greetingTimeout: CONNECTION_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    carry: async ({ id, to, wording }: Parcel): Promise<Outcome> => {
      try {
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: wording.subject,
          text: wording.long,
          messageId: messageIdOf(id, host),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { kind: 'sent', providerId: sent.messageId };
      } catch (error) {
        return outcomeOf(error as MailFailure);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** The same for every attempt of one delivery: a mailbox that gets it twice shows it once. */
export function messageIdOf(id: string, host: string): string {
  return `<${id}@${host}>`;
}

/** What a refusal means. */
export function outcomeOf({ code, responseCode, command }: MailFailure): Outcome {
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const said = [status === 0 ? null : String(status), textOf(command), textOf(code)].filter((part) => part !== null);
  const error = said.length === 0 ? 'unknown' : said.join(' ');
  const isAboutRecipient = typeof command === 'string' && ABOUT_RECIPIENT.includes(command);
  if (isAboutRecipient && status >= 500) return { kind: 'never', error };
  // 421: the server is going away, whoever the mail is for
  if (isAboutRecipient && status >= 400 && status !== 421) return { kind: 'later', error };
  return { kind: 'down', error };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
