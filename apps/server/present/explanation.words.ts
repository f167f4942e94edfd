import type { Amount, Budget, DurationUnit, ExplainedDay, SkipReason } from '#libs/calendar';
import type { ClockExplanation } from '#libs/cases';
import type { Label } from '#libs/engine';

/** How instants of one zone are written, to the minute. */
interface Writer {
  instant: (at: string) => Label;
  time: (at: string) => string;
}

function writerOf(zone: string): Writer {
  const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' } as const;
  const zh = format('zh-CN', { ...day, ...minute });
  const en = format('en-GB', { ...day, ...minute });
  const time = format('en-GB', minute);
  return {
    instant: (at) => ({ zh: zh.format(Date.parse(at)), en: en.format(Date.parse(at)) }),
    time: (at) => time.format(Date.parse(at)),
  };
}

const UNITS: Record<DurationUnit, Label> = {
  minute: { zh: '分钟', en: 'minute(s)' },
  hour: { zh: '小时', en: 'hour(s)' },
  businessHour: { zh: '工作小时', en: 'business hour(s)' },
  day: { zh: '日', en: 'day(s)' },
  workingDay: { zh: '个工作日', en: 'working day(s)' },
};

const SKIPS: Record<SkipReason, Label> = {
  closedWeekday: { zh: '休息日', en: 'no office hours on this weekday' },
  closedException: { zh: '放假', en: 'closed' },
  outsideHours: { zh: '办公时间以外', en: 'outside office hours' },
  paused: { zh: '暂停中', en: 'paused' },
};

function amountOf({ amount, unit }: Amount): Label {
  return { zh: `${String(amount)} ${UNITS[unit].zh}`, en: `${String(amount)} ${UNITS[unit].en}` };
}

function budgetOf(budget: Budget, writer: Writer): Label {
  if (!('until' in budget)) return amountOf(budget);
  const { zh, en } = writer.instant(budget.until);
  return { zh: `固定到 ${zh}`, en: `a fixed end on ${en}` };
}

function lengthOf(ms: number): Label {
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return {
    zh: [hours > 0 ? `${String(hours)} 小时` : '', rest > 0 || hours === 0 ? `${String(rest)} 分` : ''].join(''),
    en: [hours > 0 ? `${String(hours)} h` : '', rest > 0 || hours === 0 ? `${String(rest)} min` : ''].join(' ').trim(),
  };
}

/** A day that begins and ends at midnight is written as 00:00–24:00. */
function spansOf({ counted }: ExplainedDay, writer: Writer): string {
  return counted
    .map(({ from, to }) => {
      const end = writer.time(to);
      return `${writer.time(from)}–${end === '00:00' ? '24:00' : end}`;
    })
    .join(', ');
}

function dayOf(day: ExplainedDay, writer: Writer): Label {
  const named = day.exception === undefined ? '' : ` ${day.exception}`;
  const first: Label =
    day.isStartDay === true
      ? { zh: '（起算当日，不计入工作日）', en: ' (the day it began on is not the first)' }
      : { zh: '', en: '' };
  if (day.skipped !== undefined) {
    const why = SKIPS[day.skipped];
    return {
      zh: `${day.date}${named}：不计，${why.zh}${first.zh}`,
      en: `${day.date}${named}: not counted, ${why.en}${first.en}`,
    };
  }
  const length = lengthOf(day.countedMs);
  const spans = spansOf(day, writer);
  return {
    zh: `${day.date}${named}：${spans}，计 ${length.zh}${first.zh}`,
    en: `${day.date}${named}: ${spans}, ${length.en} counted${first.en}`,
  };
}

function beginning({ explanation, measured }: ClockExplanation, writer: Writer): Label {
  const { armedAt, budget, calendar, zone } = explanation;
  const from = writer.instant(armedAt);
  const length = budgetOf(budget, writer);
  const version = measured === null ? '' : String(measured.version);
  return {
    zh: `${from.zh} 起算，期限${length.zh}，日历“${calendar}”${version === '' ? '' : `第 ${version} 版`}（时区 ${zone}）。`,
    en: `Counted from ${from.en}: ${length.en}, calendar “${calendar}”${version === '' ? '' : ` version ${version}`} (${zone}).`,
  };
}

function changes({ explanation, moves }: ClockExplanation, writer: Writer): Label[] {
  const pauses = explanation.pauses.map(({ from, to, savedMs }): Label => {
    const [begun, saved] = [writer.instant(from), lengthOf(savedMs)];
    const ended = to === null ? { zh: '现在', en: 'now' } : writer.instant(to);
    return {
      zh: `${begun.zh} 至 ${ended.zh} 暂停，不计 ${saved.zh}。`,
      en: `Paused from ${begun.en} to ${ended.en}: ${saved.en} not counted.`,
    };
  });
  const extensions = explanation.extensions.map(({ at, by, dueBefore, dueAfter }): Label => {
    const [on, long, before, after] = [
      writer.instant(at),
      amountOf(by),
      writer.instant(dueBefore),
      writer.instant(dueAfter),
    ];
    return {
      zh: `${on.zh} 延期 ${long.zh}：由 ${before.zh} 至 ${after.zh}。`,
      en: `Extended on ${on.en} by ${long.en}: from ${before.en} to ${after.en}.`,
    };
  });
  const edits = moves.map(({ at, before, after, calendar, version, reason }): Label => {
    const [on, was, is] = [writer.instant(at), writer.instant(before), writer.instant(after)];
    const moved: Label =
      before === after
        ? { zh: '到期时间不变', en: 'the due instant stays' }
        : { zh: `由 ${was.zh} 改为 ${is.zh}`, en: `moved from ${was.en} to ${is.en}` };
    return {
      zh: `${on.zh} 日历“${calendar}”改为第 ${String(version)} 版（${reason}）：${moved.zh}。`,
      en: `Calendar “${calendar}” became version ${String(version)} on ${on.en} (${reason}): ${moved.en}.`,
    };
  });
  return [...pauses, ...extensions, ...edits];
}

function ending({ explanation, clock }: ClockExplanation, writer: Writer): Label[] {
  const due = writer.instant(explanation.dueAt);
  const years = explanation.unconfirmedYears.join('、');
  const said: Label =
    clock.state === 'paused'
      ? {
          zh: `现已暂停；若现在恢复，应于 ${due.zh} 到期。`,
          en: `It is paused; resumed now it would be due on ${due.en}.`,
        }
      : clock.state === 'due'
        ? { zh: `已于 ${due.zh} 到期。`, en: `It was due on ${due.en}.` }
        : { zh: `因此应于 ${due.zh} 到期。`, en: `Therefore it is due on ${due.en}.` };
  if (years === '') return [said];
  return [
    said,
    {
      zh: `${years} 年的放假安排尚未确认，公布后会重新计算。`,
      en: `The holidays of ${years} are not confirmed; it is measured anew when they are.`,
    },
  ];
}

/** Why a clock is due when it is, in sentences to the minute. */
export function explanationInWords(explained: ClockExplanation): Label[] {
  const { explanation } = explained;
  const writer = writerOf(explanation.zone);
  const more: Label[] = explanation.isCut ? [{ zh: '其余各日从略。', en: 'Further days are left out.' }] : [];
  return [
    beginning(explained, writer),
    ...explanation.days.map((day) => dayOf(day, writer)),
    ...more,
    ...changes(explained, writer),
    ...ending(explained, writer),
  ];
}
