import { expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';

import { LOCALES, WIDTHS, barriers, settled, testInstallation } from './testing/browser.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
const HEATING = unitId('heating');

const inState = (task: string, part: string): Promise<true> =>
  until(async () => {
    const { states } = await installation.neighbourhood.read('coordinator', `cases/${task}`);
    return states.some(({ id }) => id.includes(part)) ? true : null;
  });

const RETURN = { ground: 'not_our_duty', reason: '楼内管道由物业维护', basis: '权责清单第12条' };

test('a task that was returned twice comes back with the ruling and its reason, above everything else', async () => {
  const { neighbourhood } = installation;
  const { task } = await neighbourhood.dispatched('9号楼暖气阀门漏水');
  await neighbourhood.act('department', task, ['returnTask', RETURN]);
  await neighbourhood.act('coordinator', task, ['reassign', { unit: HEATING, note: '户外管段归供热公司。' }]);
  await neighbourhood.act('department', task, ['returnTask', RETURN]);
  await inState(task, 'task.arbitration');
  const reason = '户外管段由供热公司维护，依据供热条例。';
  await until(() =>
    neighbourhood.act('cityLeader', task, ['assignOwner', { unit: HEATING, reason }]).then(
      () => true,
      () => null,
    ),
  );
  const { page, complaints } = await installation.look(`/cases/${task}`, { ...desk, as: 'department' });
  const ruling = page.locator('.box.warn', { hasText: '已裁定由市供热公司承办' });
  await ruling.waitFor();
  expect(await ruling.textContent()).toContain(`裁定理由：${reason}`);
  expect(await ruling.textContent()).toContain('不能再退');
  const history = await page.getByRole('region', { name: '流转记录' }).textContent();
  for (const words of ['派单', '改派', '裁定', RETURN.reason, RETURN.basis, '户外管段归供热公司。'])
    expect(history).toContain(words);
  expect([await page.getByRole('button', { name: '退单' }).count(), complaints]).toEqual([0, []]);
  await page.context().close();
}, 120_000);

test('more time that was not given says so, and why; a hold says why the time stands still', async () => {
  const { neighbourhood } = installation;
  const { task } = await neighbourhood.dispatched('3号楼暖气不热');
  await neighbourhood.act('department', task, ['accept']);
  await neighbourhood.act('department', task, ['askExtension', { reason: '阀门缺货', days: 3 }]);
  await neighbourhood.act('coordinator', task, ['refuseExtension', { reason: '仓库还有存货，请去领取。' }]);
  const { page, complaints } = await installation.look(`/cases/${task}`, { ...desk, as: 'department' });
  const refusal = page.locator('.box.warn', { hasText: '延期：未同意' });
  await refusal.waitFor();
  expect(await refusal.textContent()).toContain('仓库还有存货，请去领取。');
  const hold = { ground: 'weather', reason: '大雪封路，车进不去', days: 2 };
  await neighbourhood.act('department', task, ['askHold', hold]);
  await neighbourhood.act('coordinator', task, ['approveHold']);
  await page.reload();
  await settled(page);
  const held = page.locator('.box.note', { hasText: '暂停办理，最多 2 个工作日' });
  await held.waitFor();
  expect(await held.textContent()).toContain('大雪封路，车进不去');
  expect(await page.textContent('main')).not.toContain('正在申请');
  expect([await barriers(page), complaints]).toEqual([[], []]);
  await page.context().close();
}, 120_000);

test('a late one is red, and names who has been told of it', async () => {
  const { neighbourhood } = installation;
  const { task } = await neighbourhood.dispatched('5号楼暖气不热');
  await neighbourhood.act('department', task, ['accept']);
  const { page } = await installation.look('/desk', { ...desk, as: 'department' });
  // nobody waits five working days in a test: the case is told as it will be then
  await page.route(`**/api/v1/cases/${task}`, async (route) => {
    const response = await route.fetch();
    const seen = (await response.json()) as { context: object; clocks: { name: string; rungs: Fired[] }[] };
    const at = '2026-03-02T09:30:00.000Z';
    const clocks = seen.clocks.map((clock) => ({
      ...clock,
      dueAt: at,
      rungs: clock.rungs.map((rung) => (rung.severity === 'supervise' ? rung : { ...rung, at, fired: true })),
    }));
    await route.fulfill({ response, json: { ...seen, clocks, context: { ...seen.context, overdue: true } } });
  });
  await page.goto(`${installation.origin}/cases/${task}`);
  await settled(page);
  const late = page.locator('.box.bad', { hasText: '已超期' });
  await late.waitFor();
  expect(await late.textContent()).toContain('已告诉经办人、本单位负责人');
  expect(await late.locator('li').count()).toBe(2);
  expect(await late.textContent()).not.toContain('督办');
  await page.context().close();
}, 120_000);

interface Fired {
  severity: string;
  at: string | null;
  fired: boolean;
}
