import type { Carrier, Outcome, Parcel } from './channel.types.js';
import { guardedPost } from './guarded-post.js';

/** A gateway for text messages: `POST {id, to, text}` with a bearer key; it answers 2xx, with `{id}` if it likes. */
export interface TextGateway {
  url: string;
  key: string | undefined;
}

/** Ours to mend, or passing: not the number's fault. */
const OURS: readonly number[] = [401, 402, 403, 404, 408, 425];

/**
 * Hands text messages to a gateway. The id is the same at every attempt, so that a gateway can drop what it has had. The operator
 * names the gateway in the environment: it may stand in the same house.
 */
export function smsCarrier({ url, key }: TextGateway): Carrier {
  return {
    carry: async ({ id, to, wording }: Parcel): Promise<Outcome> => {
      const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
      const body = JSON.stringify({ id, to, text: wording.short });
      const { status, text, error } = await guardedPost({ url, headers, body }, { allowsPrivate: true });
      if (error !== null) return { kind: 'down', error };
      if (status >= 200 && status < 300) return { kind: 'sent', providerId: idIn(text) };
      const said = `http ${String(status)}`;
      if (status === 429) return { kind: 'later', error: said };
      return status >= 500 || OURS.includes(status) ? { kind: 'down', error: said } : { kind: 'never', error: said };
    },
  };
}

function idIn(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return typeof id === 'string' ? id.slice(0, 200) : null;
  } catch {
    return null;
  }
}
