import type { QueryClient } from '@tanstack/react-query';

/** `live`: changes arrive as they happen; `lost`: what is shown may be old; `off`: nobody listens, the page is not looked at. */
export type LiveState = 'off' | 'connecting' | 'live' | 'lost';

const listeners = new Set<() => void>();
let state: LiveState = 'off';
let source: EventSource | null = null;
/** What a page reads before it listens for the first time is as fresh as what it would be told. */
let hasListened = false;
let stale = new Set<string>();
/** Set from the first change until what it made old has been asked for. */
let timer: ReturnType<typeof setTimeout> | undefined;
let holding = 0;

/** Changes that come together are asked for together. */
const TOGETHER_MS = 250;

export function liveState(): LiveState {
  return state;
}

export function onLiveState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Listens to the service while the page is looked at; a page that comes back into view asks for everything anew, which is what it
 * would have been told. One connection a page: browsers allow six to a host.
 */
export function startLive(client: QueryClient): () => void {
  const followView = (): void => {
    if (document.visibilityState === 'visible') connect(client);
    else disconnect();
  };
  document.addEventListener('visibilitychange', followView);
  followView();
  return () => {
    document.removeEventListener('visibilitychange', followView);
    disconnect();
  };
}

function connect(client: QueryClient): void {
  if (source !== null) return;
  const wasAway = hasListened && state !== 'connecting';
  hasListened = true;
  become('connecting');
  source = new EventSource('/api/v1/stream');
  let wasLost = wasAway && client.getQueryCache().getAll().length > 0;
  source.onopen = () => {
    become('live');
    if (wasLost) void client.invalidateQueries();
    wasLost = false;
  };
  source.onerror = () => {
    wasLost = true;
    become('lost');
    // a browser that has given up does not come back by itself
    if (source?.readyState === EventSource.CLOSED) reconnectLater(client);
  };
  source.addEventListener('case', (event: MessageEvent<string>) => {
    const { id } = JSON.parse(event.data) as { id: string };
    stale.add(id);
    tellSoon(client);
  });
  source.addEventListener('reload', () => void client.invalidateQueries());
}

function reconnectLater(client: QueryClient): void {
  disconnect('lost');
  setTimeout(() => {
    if (document.visibilityState === 'visible') connect(client);
  }, 5000);
}

function disconnect(as: LiveState = 'off'): void {
  source?.close();
  source = null;
  become(as);
}

/** Does many things one after the other; what they change is asked for when all are done. */
export async function togetherLive<T>(client: QueryClient, work: () => Promise<T>): Promise<T> {
  holding += 1;
  try {
    return await work();
  } finally {
    holding -= 1;
    if (stale.size > 0) tellSoon(client);
  }
}

function tellSoon(client: QueryClient): void {
  if (holding === 0) timer ??= setTimeout(() => void tell(client), TOGETHER_MS);
}

/** While much changes one question follows another instead of falling over it. */
async function tell(client: QueryClient): Promise<void> {
  const changed = stale;
  stale = new Set();
  const asked = [...changed].map((id) => client.invalidateQueries({ queryKey: ['case', id] }));
  await Promise.allSettled([...asked, client.invalidateQueries({ queryKey: ['lists'] })]);
  timer = undefined;
  if (stale.size > 0) tellSoon(client);
}

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}
