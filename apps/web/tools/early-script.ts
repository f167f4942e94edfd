import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin, Rolldown } from 'vite';

import { accountWords } from '../words/account.words.js';
import { ballotsWords } from '../words/ballots.words.js';
import { coordinatorWords } from '../words/coordinator.words.js';
import { homeWords } from '../words/home.words.js';
import { residentWords } from '../words/resident.words.js';
import type { Wording } from '../words/wording.rules.js';

const SOURCE = fileURLToPath(new URL('../early.js', import.meta.url));
const PLACE = "'__MINYI_FIRST_PAGES__'";

interface FirstPage {
  /** Name of the chunk of the page. */
  chunk: string;
  /** What it is headed by, where that is always the same. */
  heading?: Wording;
  /** What is said below it, likewise. */
  lead?: Wording;
}

/**
 * Pages people open from a message, a poster or the telephone's first screen, by path; `*` stands for which case. What lies deeper
 * is another page: sending for these files there would be for nothing, and browsers complain of it.
 */
const FIRST_PAGES: Readonly<Record<string, FirstPage>> = {
  '/': { chunk: 'home.page', heading: homeWords.homeTitle },
  '/report': { chunk: 'report.page', heading: residentWords.askDanger, lead: residentWords.dangerHelp },
  '/issues': { chunk: 'issues.page', heading: residentWords.issues },
  '/notices': { chunk: 'notices.page', heading: residentWords.notices },
  '/my': { chunk: 'my.page', heading: accountWords.my },
  '/vote/*': { chunk: 'booth.page' },
  '/ballots': { chunk: 'ballots.page', heading: ballotsWords.ballots },
  '/cases/*': { chunk: 'case.page' },
  '/join': { chunk: 'join.page' },
  '/join/*': { chunk: 'join.page' },
  '/sign-in': { chunk: 'sign-in.page', heading: accountWords.signIn },
  '/desk': { chunk: 'desk.page', heading: coordinatorWords.desk },
};

/** Lays down the script that runs before all others, with the files and the heading each page begins with. */
export function earlyScript(): Plugin {
  return {
    name: 'minyi-early-script',
    configureServer: ({ middlewares }) => {
      middlewares.use('/early.js', (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(filled({}));
      });
    },
    generateBundle: {
      // chunks that hold nothing but styles are gone by then
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const pages = Object.entries(FIRST_PAGES).map(
          ([path, { chunk, ...said }]) => [path, { files: filesOf(chunks, chunk), ...said }] as const,
        );
        const missing = pages.flatMap(([, { files }]) => files).filter((file) => !(file.slice(1) in bundle));
        if (missing.length > 0) throw new Error(`the build has no ${missing.join(', ')}`);
        this.emitFile({ type: 'asset', fileName: 'early.js', source: filled(Object.fromEntries(pages)) });
      },
    },
    // the browser is to look for the main script before the opening one asks for it
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const main = chunks.find(({ name }) => name === 'main');
        if (main === undefined) return [];
        const needed = withImports(chunks, main).filter(({ isEntry }) => !isEntry);
        const attrs = { crossorigin: true };
        return [
          ...needed.map(({ fileName }) => ({ rel: 'modulepreload', href: `/${fileName}` })),
          ...stylesOf(needed).map((file) => ({ rel: 'stylesheet', href: `/${file}` })),
        ].map((link) => ({ tag: 'link', injectTo: 'head' as const, attrs: { ...attrs, ...link } }));
      },
    },
  };
}

function filled(pages: Readonly<Record<string, Omit<FirstPage, 'chunk'> & { files: readonly string[] }>>): string {
  const source = readFileSync(SOURCE, 'utf8');
  if (!source.includes(PLACE)) throw new Error('the early script has no place for the list of pages');
  // as a string of the script, whatever marks stand in a heading
  return source.replace(PLACE, () => JSON.stringify(JSON.stringify(pages)));
}

/** What a page needs beside the main script. */
function filesOf(chunks: readonly Rolldown.OutputChunk[], name: string): string[] {
  const page = chunks.find((chunk) => chunk.name === name);
  const main = chunks.find((chunk) => chunk.name === 'main');
  if (page === undefined || main === undefined) throw new Error(`the build has no ${name}`);
  const there = new Set(withImports(chunks, main));
  const needed = withImports(chunks, page).filter((chunk) => !there.has(chunk));
  return [...needed.map(({ fileName }) => fileName), ...stylesOf(needed)].map((file) => `/${file}`);
}

function stylesOf(chunks: readonly Rolldown.OutputChunk[]): string[] {
  return [...new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))];
}

function withImports(chunks: readonly Rolldown.OutputChunk[], begin: Rolldown.OutputChunk): Rolldown.OutputChunk[] {
  const found = new Set([begin]);
  for (const { imports } of found)
    for (const name of imports) {
      const chunk = chunks.find(({ fileName }) => fileName === name);
      if (chunk !== undefined) found.add(chunk);
    }
  return [...found];
}
