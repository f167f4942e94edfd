import { build } from './build.mjs';
import { handOver } from './hand-over.mjs';
import { install } from './install.mjs';
import { at } from './paths.mjs';
import { reportingProblems, say } from './say.mjs';

/** Becomes one of the programs in apps/ (server, worker, cli), after installing and compiling what is missing. */
export async function runApp(name, args, announce = true) {
  await reportingProblems(async () => {
    const node = install();
    build(node);
    if (announce) say(`正在启动 ${name} …`, `starting ${name} …`);
    await handOver(node, ['--enable-source-maps', at(`dist/apps/${name}/main.js`), ...args]);
  });
}
