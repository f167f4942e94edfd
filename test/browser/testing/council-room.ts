import type { Page } from 'playwright-core';

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
}
