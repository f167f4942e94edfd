import { createHash } from 'node:crypto';

import type { Plugin } from 'vite';

const PLACE = '__MINYI_PRECACHE__';
/** Pages somebody opens on the stairs without a network need these; charts for leaders do not. */
const KEPT = /[.](?:js|css|html|svg|webmanifest)$/;
const NOT_KEPT = /(?:echarts|sw[.]js$)/;

/** Writes the list of built files into the service worker, with a revision where the name has no hash. */
export function serviceWorker(): Plugin {
  return {
    name: 'minyi-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        const entries = Object.values(bundle)
          .filter(({ fileName }) => KEPT.test(fileName) && !NOT_KEPT.test(fileName))
          .map((file) => ({
            url: `/${file.fileName}`,
            revision: file.fileName.startsWith('assets/')
              ? null
              : createHash('sha256')
                  .update(file.type === 'chunk' ? file.code : file.source)
                  .digest('hex')
                  .slice(0, 12),
          }))
          .sort((a, b) => (a.url < b.url ? -1 : 1));
        worker.code = worker.code.replace(new RegExp(`["'\`]${PLACE}["'\`]`), JSON.stringify(entries));
        if (worker.code.includes(PLACE)) throw new Error('the service worker has no list of files');
      },
    },
  };
}
