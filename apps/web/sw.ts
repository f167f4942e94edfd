/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

const A_WEEK_S = 604_800;
/** The pages throw it away under this name too: a worker is one file and shares no module with them. */
const ANSWERS = 'answers';

/**
 * What was read can be read again without a network; what is sent never waits here, the page keeps it as a draft.
 * Answers are kept by this browser only and thrown away when somebody signs out.
 */
cleanupOutdatedCaches();
clientsClaim();
precacheAndRoute('__MINYI_PRECACHE__' as unknown as PrecacheEntry[]);

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/health\//, /^\/metrics/, /^\/readme/, /^\/register(?:\/|$)/],
  }),
);

// what is about people by name stays out: a phone is lent, a desk is shared. Who is signed in is kept, or nothing of theirs could be read
const NEVER_KEPT =
  /\/(?:stream|session\/|me\/(?:tokens|sessions|sign-ins|looks)|people|households|premises|visits|imports|slips|privacy|sign-ins|unmask|accounts|exports|calls|roll|print|desk\/inside)/;
registerRoute(
  ({ url, request }) =>
    request.method === 'GET' &&
    url.origin === self.location.origin &&
    url.pathname.startsWith('/api/v1/') &&
    !NEVER_KEPT.test(url.pathname),
  new NetworkFirst({
    cacheName: ANSWERS,
    networkTimeoutSeconds: 8,
    plugins: [
      new ExpirationPlugin({ maxEntries: 300, maxAgeSeconds: A_WEEK_S }),
      { cachedResponseWillBeUsed: undated },
    ],
  }),
);

/** A kept answer does not say what time it is: by its date the pages set their clock. */
function undated({ cachedResponse }: { cachedResponse?: Response | undefined }): Promise<Response | undefined> {
  if (cachedResponse === undefined) return Promise.resolve(undefined);
  const { body, status, statusText } = cachedResponse;
  const headers = new Headers(cachedResponse.headers);
  headers.delete('date');
  return Promise.resolve(new Response(body, { status, statusText, headers }));
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
