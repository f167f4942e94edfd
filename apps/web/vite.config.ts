import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { compressed } from './tools/compressed.ts';
import { earlyScript } from './tools/early-script.ts';
import { serviceWorker } from './tools/service-worker.ts';

const below = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `vite build` writes dist/web, which the server serves; `vite` beside a running server is for working on pages. */
export default defineConfig({
  root: below('.'),
  cacheDir: below('../../node_modules/.cache/vite'),
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [earlyScript(), serviceWorker(), compressed()],
  build: {
    outDir: below('../../dist/web'),
    emptyOutDir: true,
    target: ['chrome100', 'safari15.4', 'firefox102'],
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: below('index.html'), sw: below('sw.ts') },
      output: { entryFileNames: entryName },
      onLog: (level, log, handle) => {
        // "use client" means something to frameworks that render on a server only
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '^/(api/v1|api/docs|api/openapi|readme|register)(?![a-z])': { target: 'http://127.0.0.1:3000' } },
  },
});

/** The service worker has to keep its name: browsers look for its next version under it. */
function entryName({ name }: { name: string }): string {
  return name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js';
}
