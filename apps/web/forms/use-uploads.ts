import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react';

import { keys } from '../api/keys.js';
import { ApiProblem } from '../api/problem.js';
import { roomFor } from './upload.rules.js';
import { upload } from './upload.js';

/** A file on its way. */
export interface Sending {
  key: string;
  file: File;
  /** `null`: it waits for its turn, or is made smaller; else 0 to 1. */
  share: number | null;
  isBegun: boolean;
  problem: ApiProblem | null;
}

/** Files of a form that are not there yet. */
export interface NotThere {
  underWay: number;
  failed: number;
}

/** Told by each field of files to the form around it, which waits for them. */
export const TellUploads = createContext<(field: string, files: NotThere) => void>(() => undefined);

interface UploadsOptions {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  most: number;
}

/** Sends files as soon as they are chosen, one after the other, and keeps count of what is not there yet. */
export function useUploads({ value, onChange, most }: UploadsOptions) {
  const client = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const now = useRef({ value, onChange });
  now.current = { value, onChange };
  const aborts = useRef(new Map<string, AbortController>());
  const line = useRef(Promise.resolve());
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);
  useTold(sending);
  const update = (key: string, changed: Partial<Sending>): void =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const drop = (key: string): void => setSending((all) => all.filter((one) => one.key !== key));
  const send = async (key: string, file: File, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    update(key, { isBegun: true });
    try {
      const stored = await upload(file, { key, signal, onProgress: (share) => update(key, { share }) });
      client.setQueryData(keys.book('file', stored.id), stored);
      const ids = [...now.current.value, stored.id];
      // the next file may be there before this one is drawn
      now.current.value = ids;
      now.current.onChange(ids);
      drop(key);
    } catch (problem) {
      if (problem instanceof ApiProblem) update(key, { problem });
    }
  };
  // one after the other: a slow network is not made slower, and three hundred photos do not fill the memory
  const queue = (key: string, file: File): void => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    line.current = line.current.then(() => send(key, file, abort.signal));
  };
  return {
    sending,
    leftOut,
    add: (files: readonly File[]): void => {
      const { added, left } = roomFor(files, { most, taken: value.length + sending.length });
      const chosen = added.map((file) => ({
        ...{ key: crypto.randomUUID(), file },
        ...{ share: null, isBegun: false, problem: null },
      }));
      setLeftOut(left.map(({ name }) => name));
      setSending((all) => [...all, ...chosen]);
      for (const { key, file } of chosen) queue(key, file);
    },
    again: ({ key, file }: Sending): void => {
      update(key, { problem: null, share: null, isBegun: false });
      queue(key, file);
    },
    remove: ({ key }: Sending): void => {
      aborts.current.get(key)?.abort();
      drop(key);
    },
  };
}

function useTold(sending: readonly Sending[]): void {
  const tell = useContext(TellUploads);
  const field = useId();
  const failed = sending.filter(({ problem }) => problem !== null).length;
  const underWay = sending.length - failed;
  useEffect(() => {
    tell(field, { underWay, failed });
    return () => tell(field, { underWay: 0, failed: 0 });
  }, [tell, field, underWay, failed]);
}
