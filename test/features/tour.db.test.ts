import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { createServer, type Server } from '#apps/server';

import { openTestPlatform } from './api/testing/api.js';

const script = fileURLToPath(new URL('../../docs/tour.sh', import.meta.url));
let server: Server;
let origin: string;

beforeAll(async () => {
  server = await createServer(await openTestPlatform());
  await server.app.listen(0, '127.0.0.1');
  origin = await server.app.getUrl();
}, 120_000);

afterAll(() => server.stop(), 60_000);

test('the tour of the manual takes an issue through two meetings, a returned task and a second round to its end', async () => {
  const { code, said } = await run(['env', `MINYI=${origin}`, 'bash', script]);
  expect(code === 0 ? '' : said).toBe('');
  expect(said).toContain('评议 · Judge the outcome');
  const { rows } = (await (await fetch(`${origin}/api/v1/cases?workflow=issue`)).json()) as {
    rows: { status: string; title: string }[];
  };
  expect(rows).toMatchObject([{ status: 'done', title: '5号楼前管沟盖板破损' }]);
  const count = (pattern: RegExp): number => [...said.matchAll(pattern)].length;
  expect([count(/signMinutes →/g), count(/returnTask →/g), count(/postOutcome →/g)]).toEqual([2, 1, 2]);
}, 300_000);

async function run([program = '', ...args]: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [said, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: code === 0 ? said : `${said}\n${complaints}` };
}
