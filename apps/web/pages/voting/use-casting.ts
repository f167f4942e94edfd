import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { answered, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { keepReceipt, keptReceipts } from './kept-receipts.js';
import type { Choice } from './paper.rules.js';
import { receiptFrom } from './receipt.rules.js';

/** A paper that was taken, with the receipt of this device. */
export interface Taken {
  entry: string;
  receipt: string;
  castAt: string;
  state: 'counted' | 'setAside' | 'withdrawn';
}

interface Order {
  ballot: string;
  person: string;
  entries: readonly string[];
  choice: Choice;
  /** Receipt in force, by entry, of papers that are changed. */
  replaces: ReadonlyMap<string, string>;
}

/** A service that is being restarted is back within seconds. */
const TRIES = 6;
const PAUSE_MS = 1500;

/**
 * Sends papers one after the other. Each has one key and one receipt for as long as it says the same, so that it counts once however
 * often it is pressed or sent again; what was taken already is not sent again.
 */
export function useCasting() {
  const client = useQueryClient();
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const isRunning = useRef(false);
  const made = useRef(new Map<string, { key: string; receipt: string }>());

  const cast = async (order: Order): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setSending(true);
    setProblem(null);
    const done: Taken[] = [];
    try {
      for (const entry of order.entries) {
        const paper = `${entry} ${JSON.stringify(order.choice)} ${order.replaces.get(entry) ?? ''}`;
        const { key, receipt } = made.current.get(paper) ?? { key: crypto.randomUUID(), receipt: newReceipt() };
        made.current.set(paper, { key, receipt });
        const kept = await keptReceipts(order, entry);
        await keepReceipt(order, entry, { ...kept, sent: receipt });
        const { castAt, state, revision } = await sent(order, { entry, key, receipt });
        await keepReceipt(order, entry, { receipt, revision, sent: null });
        done.push({ entry, receipt, castAt, state });
      }
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setTaken(done);
      isRunning.current = false;
      setSending(false);
      await client.invalidateQueries();
    }
  };
  return { cast, taken, problem, isSending, forgetProblem: () => setProblem(null) };
}

function newReceipt(): string {
  return receiptFrom(crypto.getRandomValues(new Uint8Array(16)));
}

async function sent(order: Order, { entry, key, receipt }: { entry: string; key: string; receipt: string }) {
  const replaces = order.replaces.get(entry);
  for (let tries = 1; ; tries += 1) {
    try {
      return await answered(
        api.POST('/api/v1/ballots/{ballot}/papers', {
          params: { path: { ballot: order.ballot } },
          headers: { 'idempotency-key': key },
          body: { entry, choice: order.choice, receipt, ...(replaces === undefined ? {} : { replaces }) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isPassing) || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
    }
  }
}
