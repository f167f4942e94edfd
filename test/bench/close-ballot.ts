/** Closes the ballot it is told of, in a process of its own, and says how long that took. */
import { openPlatform } from '#apps/platform';
import { readConfig } from '#libs/config';

const platform = await openPlatform(readConfig());
process.on('message', (ballot: string) => {
  const began = performance.now();
  void platform.database
    .transaction((tx) => platform.ballots.close(tx, ballot))
    .then(async () => {
      process.send?.(performance.now() - began);
      await platform.close();
      process.disconnect();
    });
});
process.send?.('ready');
