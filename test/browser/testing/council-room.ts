import { randomUUID } from 'node:crypto';

import type { Page } from 'playwright-core';

import { demoPersonId } from '#apps/demo';
import type { Platform } from '#apps/platform';

import { until } from './neighbourhood.js';

type Choice = { vote: 'yes' | 'no' | 'abstain' } | { options: string[] };

/** The meeting as whoever keeps it works it: names chosen from lists, buttons pressed by what stands on them. */
export class CouncilRoom {
  constructor(readonly page: Page) {}

  /** Presses a button and waits until the page says what was noted. */
  async does(name: string | RegExp, said: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
    await this.hears(said);
  }

  async hears(said: string | RegExp): Promise<void> {
    await this.page.locator('.meeting-said').getByText(said).waitFor();
  }

  async picks(label: string, name: string): Promise<void> {
    await this.page.getByLabel(label).selectOption({ label: name });
  }

  /** A matter or an election of the meeting's own. */
  async adds(title: string, { seats }: { seats?: number } = {}): Promise<void> {
    await this.page.getByRole('button', { name: '增加本会事项' }).click();
    const form = this.page.getByRole('dialog', { name: '增加本会事项' });
    await form.getByLabel('议什么事').fill(title);
    await form.getByRole('radio', { name: seats === undefined ? '议事' : '选举' }).check({ force: true });
    if (seats !== undefined) await form.getByLabel('选出几人').fill(String(seats));
    await form.getByRole('button', { name: '增加本会事项' }).click();
    await form.waitFor({ state: 'detached' });
    await this.page.locator('.meeting-agenda').getByText(title).waitFor();
  }

  /** Ticks the first so many of those who stand so, and enters them. */
  async enters(what: 'arrivals' | 'departures', many: number): Promise<void> {
    const standing = what === 'arrivals' ? /未到|已离场/ : '到场';
    const rows = this.page.getByRole('list', { name: '到场名单' }).getByRole('listitem');
    const those = rows.filter({ hasText: standing }).filter({ hasNotText: /主持人|龙艳|刘丽萍|郭淑芬/ });
    const all = what === 'arrivals' ? rows.filter({ hasText: standing }) : those;
    for (let at = 0; at < many; at += 1) await all.nth(at).getByRole('checkbox').check();
    const word = what === 'arrivals' ? '登记到场' : '登记离场';
    const said = what === 'arrivals' ? `已登记 ${String(many)} 人到场` : `已登记 ${String(many)} 人离场`;
    await this.does(`${word}（${String(many)} 人）`, said);
  }

  async calls(title: string): Promise<void> {
    await this.page.getByRole('button', { name: /^进入下一项/ }).click();
    await this.page.getByRole('heading', { name: title, level: 2 }).waitFor();
  }

  /** One member moves a text, another seconds it. */
  async moves(measure: string): Promise<void> {
    await this.picks('哪位成员提出或附议', '龙艳');
    await this.page.getByLabel(/或者写一项新的措施/).fill(measure);
    await this.does('登记 龙艳 的动议', '已登记 龙艳 的动议');
    await this.seconds();
  }

  async seconds(): Promise<void> {
    await this.page.getByText('等人附议').waitFor();
    await this.picks('哪位成员提出或附议', '刘丽萍');
    await this.does('登记 刘丽萍 附议', '已登记 刘丽萍 附议');
    await this.page.getByText('刘丽萍 附议', { exact: true }).waitFor();
  }

  async countsHands([yes, no, abstain]: readonly [number, number, number]): Promise<void> {
    await this.page.getByRole('button', { name: /^举手表决/ }).click();
    const vote = this.page.getByRole('region', { name: '表决' });
    await vote.getByLabel('赞成').fill(String(yes));
    await vote.getByLabel('反对').fill(String(no));
    await vote.getByLabel('弃权').fill(String(abstain));
    await vote.getByRole('button', { name: '登记计票结果' }).click();
    await vote.getByText('计票的人不能自己复核', { exact: false }).waitFor();
  }

  async asks(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }
}

/** The second person, with their own telephone, says that they counted the same. */
export async function confirmsCount(page: Page, counts: string): Promise<void> {
  const vote = page.getByRole('region', { name: '表决' });
  await vote.getByText(counts).waitFor();
  await vote.getByRole('button', { name: '复核无误' }).click();
  await page.getByRole('dialog', { name: '您数的也是这样？' }).getByRole('button', { name: '复核无误' }).click();
  await vote.waitFor({ state: 'detached' });
}

/** Members vote secretly on their own telephones, all but whoever does it on a page of the test. */
export async function votesSecretly(platform: Platform, ballot: string, choice: Choice): Promise<number> {
  const { ballots, database } = platform;
  const roll = await until(async () => {
    const lines = await database.transaction((tx) => ballots.papers.roll(tx, ballot), { readOnly: true });
    return lines.length === 0 ? null : lines;
  });
  let cast = 0;
  for (const { entry, casters } of roll) {
    const caster = casters[0] ?? '';
    if (caster === demoPersonId('chair')) continue;
    const receipt = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
    const answer = await ballots.casting.cast({ ballot, entry, caster, choice, key: randomUUID(), receipt });
    if (answer.kind !== 'recorded') throw new Error(`refused: ${answer.code}`);
    cast += 1;
  }
  return cast;
}
