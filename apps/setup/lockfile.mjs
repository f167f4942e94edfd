/**
 * `npm run check:lockfile`: may everybody install from this lockfile?
 * A registry sometimes lacks the build of a package for one platform. npm then leaves it out of the lockfile without a word,
 * and `npm ci` fails on other machines. Choose a version whose builds are all there, or name one under "overrides".
 */
import { readFileSync } from 'node:fs';
import { at } from './paths.mjs';

const registry = 'https://registry.npmjs.org/';
const { allowScripts, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const locked = new Set(Object.keys(packages).map(nameOf));

const complaints = Object.entries(packages).flatMap(([path, entry]) => {
  if (path === '') return [];
  const name = nameOf(path);
  const found = Object.keys(entry.optionalDependencies ?? {})
    .filter((optional) => !locked.has(optional))
    .map((optional) => `${name}@${entry.version}: no ${optional}, so npm ci fails elsewhere`);
  if (entry.hasInstallScript === true && !isDecided(name, entry.version))
    found.push(`${name}@${entry.version}: has an install script; allow or deny it in "allowScripts" of package.json`);
  if (entry.resolved !== undefined && !entry.resolved.startsWith(registry))
    found.push(`${name}@${entry.version}: resolved to ${entry.resolved}, not to ${registry}`);
  if (entry.link !== true && entry.inBundle !== true && entry.integrity === undefined)
    found.push(`${name}@${entry.version}: no integrity`);
  return found;
});

function isDecided(name, version) {
  return allowScripts[name] !== undefined || allowScripts[`${name}@${version}`] !== undefined;
}

const forVersionManagers = readFileSync(at('.node-version'), 'utf8').trim();
if (forVersionManagers !== dependencies.node)
  complaints.push(`.node-version says ${forVersionManagers}, package.json brings node ${dependencies.node}`);

for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
