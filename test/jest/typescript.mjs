import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import swc, { version } from '@swc/core';

const root = new URL('../../', import.meta.url).href;
const globals = new URL('./globals.mjs', import.meta.url).href;
const options = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    experimental: { keepImportAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
const isOurs = (url) => url?.startsWith(root) === true && !url.startsWith(`${root}node_modules/`);

/**
 * From here on this process runs the project's TypeScript as it is, without dist/: `.js` beside a module means the `.ts`
 * there, `#libs/x` means `libs/x/index.ts`. What was compiled once is kept in `cacheFolder` under the hash of its source.
 */
export function loadTypeScript(cacheFolder) {
  mkdirSync(cacheFolder, { recursive: true });
  registerHooks({
    resolve(specifier, context, next) {
      if (!isOurs(context.parentURL)) return next(specifier, context);
      if (specifier === '@jest/globals') return { url: globals, format: 'module', shortCircuit: true };
      const room = /^#((?:libs|workflows|apps)\/.+)$/.exec(specifier)?.[1];
      if (room !== undefined) return { url: `${root}${room}/index.ts`, format: 'module', shortCircuit: true };
      if (specifier.startsWith('.') && specifier.endsWith('.js')) {
        const source = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL).href;
        if (existsSync(fileURLToPath(source))) return { url: source, format: 'module', shortCircuit: true };
      }
      return next(specifier, context);
    },
    load(url, context, next) {
      const { pathname } = new URL(url);
      if (!isOurs(url) || !pathname.endsWith('.ts')) return next(url, context);
      return { format: 'module', source: compiled(fileURLToPath(url), cacheFolder), shortCircuit: true };
    },
  });
}

function compiled(file, cacheFolder) {
  const source = readFileSync(file, 'utf8');
  const hash = createHash('sha256')
    .update(`${version}\0${JSON.stringify(options)}\0${file}\0${source}`)
    .digest('hex');
  const kept = join(cacheFolder, `${hash}.mjs`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = swc.transformSync(source, { ...options, filename: file, sourceFileName: pathToFileURL(file).href });
  const unfinished = `${kept}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, kept);
  return code;
}
