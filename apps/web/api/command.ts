import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

import { now } from '../app/clock.js';
import { ApiProblem } from './problem.js';
import { keepSending, stillSending, type Sending } from './sending.js';

/** Header that makes a command count once, however often it is sent. */
export type Once = { 'idempotency-key': string };

/**
 * Sends a command so that it counts once: pressed twice, or sent again because no answer came, it keeps its key. A new key is made
 * for other input, and after it was carried out. What it changed is asked for anew.
 */
export function useCommand<Input, Done>(
  send: (input: Input, headers: Once) => Promise<Done>,
  { onDone, name }: { onDone?: (done: Done, input: Input) => void; name?: string } = {},
): UseMutationResult<Done, ApiProblem, Input> {
  const client = useQueryClient();
  const used = useRef<Sending | null>(null);
  const running = useRef<Promise<Done> | null>(null);
  /** Remembers under which key this is sent from now on. */
  const keyed = (written: string): Once => {
    used.current ??= name === undefined ? null : stillSending(name, now());
    if (used.current?.input !== written) used.current = { key: crypto.randomUUID(), input: written, at: now() };
    if (name !== undefined) keepSending(name, used.current);
    return { 'idempotency-key': used.current.key };
  };
  const forget = (): void => {
    used.current = null;
    if (name !== undefined) keepSending(name, null);
  };
  return useMutation<Done, ApiProblem, Input>({
    mutationFn: (input) => {
      const written = JSON.stringify([input]);
      if (used.current?.input === written && running.current !== null) return running.current;
      const sent = send(input, keyed(written)).catch((error: unknown) => {
        if (!(error instanceof ApiProblem) || error.code !== 'idempotency.key_reused') throw error;
        // what is the same here was something else where it arrived, by what stands around the form: this is not that
        forget();
        return send(input, keyed(written));
      });
      running.current = sent;
      return sent.finally(() => {
        running.current = null;
      });
    },
    onSuccess: async (done, input) => {
      forget();
      onDone?.(done, input);
      await client.invalidateQueries();
    },
  });
}
