import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { createServer, type Server } from '#apps/server';

import { openTestPlatform } from './api/testing/api.js';

const script = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
let server: Server;
let origin: string;

beforeAll(async () => {
  server = await createServer(await openTestPlatform());
  await server.app.listen(0, '127.0.0.1');
  origin = await server.app.getUrl();
}, 120_000);

afterAll(() => server.stop(), 60_000);

test('the tour of the manual takes an issue through two meetings, a returned task and a second round to its end', async () => {
  const { code, said } = await run(['env', `MINYI=${origin}`, 'bash', script('tour.sh')]);
  expect(code === 0 ? '' : said).toBe('');
  expect(said).toContain('评议 · Judge the outcome');
  const { rows } = (await (await fetch(`${origin}/api/v1/cases?workflow=issue`)).json()) as {
    rows: { status: string; title: string }[];
  };
  expect(rows).toMatchObject([{ status: 'done', title: '5号楼前管沟盖板破损' }]);
  const count = (pattern: RegExp): number => [...said.matchAll(pattern)].length;
  expect([count(/signMinutes →/g), count(/returnTask →/g), count(/postOutcome →/g)]).toEqual([2, 1, 2]);
}, 300_000);

test('the tour of the registry imports a building from office files, lets a resident in by slip, shows each only their own, and erases', async () => {
  const { code, said } = await run(['env', `MINYI=${origin}`, 'bash', script('registry-tour.sh')]);
  expect(code === 0 ? '' : said).toBe('');
  const lines = said.split('\n');
  expect(
    lines.filter((line) => line.startsWith('checked ')).map((line) => JSON.parse(line.slice(8)) as object),
  ).toMatchObject([
    { rows: 3, new: 3, errors: 0 },
    { rows: 4, new: 4, errors: 0, warnings: 1 },
    { rows: 7, new: 6, unchanged: 1, errors: 0 },
    { rows: 7, new: 0, unchanged: 7 },
    { rows: 2, changed: 2 },
  ]);
  expect(said).toContain('2026-03-15 adults: 5');
  expect(said).toContain('2026-11-15 adults: 4');
  expect(lines).toContain('何玉梅');
  expect(said).toMatch(/volunteer: issues \d+, people 403, households to visit 3/);
  expect(said).toMatch(/coordinator: issues \d+, people 200/);
  expect(said).toMatch(
    /resident: issues \d+, people 403, households to visit 0|resident: issues \d+, people 403, households to visit none/,
  );
  expect(said).not.toContain('一楼门铃不响');
}, 300_000);

test('the tour of deciding takes statements and positions, draws a roll, changes it by two people, and counts a published record anew', async () => {
  const { code, said } = await run(['env', `MINYI=${origin}`, 'bash', script('voting-tour.sh')]);
  expect(code === 0 ? '' : said).toBe('');
  const lines = said.split('\n');
  expect(lines).toContain('rejected: 点名指责邻居，请改为对事的意见。');
  expect(lines).toContain('费用按楼层分担，一楼不出钱。 fewer than 10 people: not shown');
  expect(lines.filter((line) => /^[0-9A-Z]{4}: 1 head, [0-9.]+ m², cast by one of \d$/.test(line))).toHaveLength(12);
  expect(lines).toContain('9号楼3单元加装一部电梯，费用按楼层分担。: appeals, 1 to cast');
  expect(lines).toContain('投票还没有开始');
  expect(said).toMatch(/^1: area \d+ → 6500, approved, 按产权证更正面积$/m);
  expect(lines).toContain('residents-assembly-adults-2026: to_be_confirmed');
}, 300_000);

test('the tour of dispatch says who would get it and why, returns, extends once, moves a due date by a closed day, and counts', async () => {
  const { code, said } = await run(['env', `MINYI=${origin}`, 'bash', script('dispatch-tour.sh')]);
  expect(code === 0 ? '' : said).toBe('');
  const lines = said.split('\n');
  expect(lines).toContain('承办：市供热公司(市)。依据：权责清单。');
  expect(said).toMatch(/^因此应于 .* 17:30 到期。$/m);
  expect(lines).toContain('the task would move');
  expect(said).toMatch(/^moved from \S+ to \S+$/m);
  expect(lines).toContain('停电检修，停止办公一天。');
  expect(lines.filter((line) => line.endsWith('→ access.denied'))).toHaveLength(3);
  expect(said).toMatch(/^20\d\d-limin-\d{6}$/m);
  expect(said).toMatch(/^response (\d+)\/\1, return \1\/\1, extension 0\/0$/m);
  expect(lines).toContain('somebody is on duty');
  expect(lines).toContain('0 to call');
}, 300_000);

async function run([program = '', ...args]: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [said, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: code === 0 ? said : `${said}\n${complaints}` };
}
