/** `npm run build`: installs when needed and compiles when needed. */
import { build } from './build.mjs';
import { install } from './install.mjs';
import { reportingProblems } from './say.mjs';

await reportingProblems(() => build(install()));
