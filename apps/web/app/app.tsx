import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { I18nProvider, RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { RouterProvider } from 'react-router/dom';

import { startLive } from '../api/live.js';
import { ApiProblem } from '../api/problem.js';
import { whenKeeping } from './kept-pages.js';
import { useLanguage } from './preferences.js';
import { readAhead } from './read-ahead.js';
import { router } from './router.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // what was refused is refused again; what was not reached may come
      retry: (count, error) => count < 2 && (!(error instanceof ApiProblem) || error.isPassing),
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
const answeredFirst = readAhead(client);

/** A page that waits longer than this shows what it has. */
const WAIT_MS = 400;

/**
 * Comes when the page can be drawn as a whole: its script is there and it is known who looks at it. Drawing the frame first and the
 * page into it afterwards costs a telephone twice.
 */
export async function begun(): Promise<void> {
  const isThere = new Promise<void>((resolve) => {
    if (router.state.initialized) resolve();
    else
      router.subscribe(({ initialized }) => {
        if (initialized) resolve();
      });
  });
  const waited = new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  await Promise.race([Promise.all([isThere, answeredFirst]), waited]);
}

/** Everything around the pages that has no face. */
export function App() {
  const language = useLanguage();
  useEffect(() => startLive(client), []);
  useEffect(() => whenKeeping(() => void client.invalidateQueries()), []);
  // what the service words itself, such as errors, is asked for in the other language
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current === language) return;
    asked.current = language;
    void client.invalidateQueries();
  }, [language]);
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
        <AriaRouterProvider navigate={(path) => void router.navigate(path)}>
          <RouterProvider router={router} />
        </AriaRouterProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
