/** What the service worker keeps; the same name stands there, because a worker shares no module with the pages. */
const ANSWERS = 'answers';

/** Called when a newer version of the pages lies ready. */
let onNewer: () => void = () => undefined;
let waiting: ServiceWorker | null = null;
/** Called when this device keeps what is read from now on. */
let onKeeping: () => void = () => undefined;

/** Keeps the pages on this device, so that they open without a network. A browser that cannot works without. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  // what the first visit has read so far went past the worker
  if (navigator.serviceWorker.controller === null)
    navigator.serviceWorker.addEventListener('controllerchange', () => onKeeping(), { once: true });
  const keep = (): void => void navigator.serviceWorker.register('/sw.js').then(watch, () => undefined);
  // what the page itself needs comes first
  if (document.readyState === 'complete') keep();
  else window.addEventListener('load', keep);
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = (worker: ServiceWorker | null): void => {
    // the first one has nothing to take the place of
    if (worker === null || navigator.serviceWorker.controller === null) return;
    waiting = worker;
    onNewer();
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(installing);
    });
  });
}

/** Says once when there is a newer version; nobody is interrupted by it. */
export function whenNewer(told: () => void): () => void {
  onNewer = told;
  if (waiting !== null) told();
  return () => {
    onNewer = () => undefined;
  };
}

/** Tells once, on the first visit, that what is read from now on is kept. */
export function whenKeeping(told: () => void): () => void {
  onKeeping = told;
  return () => {
    onKeeping = () => undefined;
  };
}

/** Opens the page anew with the newer version. */
export function takeNewerPages(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take-over');
}

/** Throws away what was read: on this device nobody is signed in any more, or somebody else is. */
export async function forgetAnswers(): Promise<void> {
  // no caches: a page that came over http keeps nothing
  if ('caches' in globalThis) await caches.delete(ANSWERS);
}
