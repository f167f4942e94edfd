import type { ClockView } from '#libs/cases';
import type { Label } from '#libs/engine';

const ZONE = 'Asia/Shanghai';
const zh = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, dateStyle: 'long', timeStyle: 'short' });
const en = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, dateStyle: 'long', timeStyle: 'short' });

/** An instant as people write it, in both languages, on the wall clocks of China. */
export function instantInWords(instant: string): Label {
  const at = Date.parse(instant);
  return { zh: zh.format(at), en: en.format(at) };
}

/** Why a clock is due when it is, in one sentence. */
export function inWords({ state, armedAt, dueAt, rungs }: ClockView): Label {
  const from = instantInWords(armedAt);
  const due = instantInWords(dueAt);
  const fired = rungs.filter((rung) => rung.fired).length;
  const said = SENTENCES[state];
  const reminded: Label =
    fired === 0 ? { zh: '', en: '' } : { zh: `;已提醒 ${String(fired)} 次`, en: `; reminded ${String(fired)} time(s)` };
  return {
    zh: `${from.zh}起算,${said.zh.replace('{due}', due.zh)}${reminded.zh}。`,
    en: `Counted from ${from.en}; ${said.en.replace('{due}', due.en)}${reminded.en}.`,
  };
}

const SENTENCES: Record<ClockView['state'], Label> = {
  running: { zh: '按适用的日历应于{due}前完成', en: 'on its calendar it is due by {due}' },
  paused: { zh: '现已暂停，若现在恢复则应于{due}前完成', en: 'it is paused; resumed now it would be due by {due}' },
  due: { zh: '已于{due}到期', en: 'it was due on {due}' },
};
