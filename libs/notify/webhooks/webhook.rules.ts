import { createHmac, randomBytes } from 'node:crypto';

/** What is sent and signed: Standard Webhooks (standardwebhooks.com), for which there are verifiers in every language. */
export interface SignedEvent {
  id: string;
  /** Seconds since 1970. */
  timestamp: string;
  body: string;
}

const PREFIX = 'whsec_';

/** A fresh secret, shown once. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/** HMAC-SHA256 over `id.timestamp.body`, keyed with the secret's bytes, Base64 with its version before it. */
export function webhookSignature({ id, timestamp, body }: SignedEvent, secret: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Headers of an event. */
export function webhookHeaders(event: SignedEvent, secret: string): Record<string, string> {
  return {
    'webhook-id': event.id,
    'webhook-timestamp': event.timestamp,
    'webhook-signature': webhookSignature(event, secret),
    'user-agent': 'Minyi',
  };
}
