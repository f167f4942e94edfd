/**
 * `npm start` on a machine with nothing but Node and npm: installs, compiles, then becomes the server.
 * `start.mjs worker` becomes a worker. Everything in apps/setup runs before anything is installed,
 * so it uses Node's own modules only.
 */
import { runApp } from './run-app.mjs';

const [app = 'server', ...args] = process.argv.slice(2);
await runApp(app, args);
