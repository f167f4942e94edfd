import { fileURLToPath } from 'node:url';

/** The repository's root, whatever directory the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path below the root. */
export const at = (...parts) => [root, ...parts].join('/');
