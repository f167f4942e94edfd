/** A process that does nothing but bring the account after the journals: to be killed in the middle of it. */
import { openPlatform, readInstallation } from '#apps/platform';

const platform = await openPlatform(readInstallation(process.env));
await platform.ledger.projector.sweep();
process.stdout.write('swept\n');
await platform.close();
