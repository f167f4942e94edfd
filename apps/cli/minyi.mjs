#!/usr/bin/env node
/** `minyi`: the command line. Installs and compiles what is missing, then runs on the project's own Node. */
import { runApp } from '../setup/run-app.mjs';

await runApp('cli', process.argv.slice(2), false);
