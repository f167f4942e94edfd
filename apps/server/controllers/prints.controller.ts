import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform, readStory, type SeenCase } from '#apps/platform';
import { minutesOf, type MeetingContext, type Minutes } from '#workflows/meeting';
import { chatTextOf, noticeWording, type NoticeContext, type NoticeWording } from '#workflows/notice';

import { printEndpoints } from '../api/prints.endpoints.js';
import type { StoryBody } from '../api/story.schema.js';
import type { Caller } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { ERASED, HTML, INSIDE, localTime, NOT_PUBLIC, send } from '../http/prints.js';
import { Route } from '../http/route.decorator.js';
import { caseSheet, reviewSlip } from '../pages/print-case.page.js';
import { meetingNotice } from '../pages/print-meeting-notice.page.js';
import { minutesSheet, type MinutesReader } from '../pages/print-minutes.page.js';
import { noticeSheet } from '../pages/print-notice.page.js';
import { presentStory } from '../present/story.view.js';

const SOMEBODY = '一名成员';

/** Notices and minutes on paper. Whoever may not see them is told there is no such case. */
@Controller()
export class PrintsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(printEndpoints.printNotice)
  async notice(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printNotice, request);
    const page = await noticeSheet(await this.wording(params.id, caller), this.addressOf(params.id));
    await send(reply, HTML, page);
  }

  @Route(printEndpoints.writeChatText)
  async chatText(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.writeChatText, request);
    const wording = await this.wording(params.id, caller);
    await send(reply, 'text/plain; charset=utf-8', chatTextOf(wording, this.addressOf(params.id)));
  }

  @Route(printEndpoints.printMinutes)
  async minutes(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printMinutes, request);
    const seen = await this.see(params.id, 'meeting', caller);
    const minutes = minutesOf(seen.view.context as unknown as MeetingContext);
    const isInside = INSIDE.includes(seen.eyes);
    if (minutes.signedAt === null && !isInside) refuse('case.unknown');
    await send(reply, HTML, await minutesSheet(minutes, await this.readerOf(minutes, { seen, isInside })));
  }

  @Route(printEndpoints.printMeetingNotice)
  async meetingNotice(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printMeetingNotice, request);
    const seen = await this.see(params.id, 'meeting', caller);
    const minutes = minutesOf(seen.view.context as unknown as MeetingContext);
    const { textOf, unit, address, timeOf } = await this.readerOf(minutes, { seen, isInside: false });
    const page = await meetingNotice({
      kind: minutes.kind.label,
      calledBy: minutes.calledBy.label,
      title: textOf(minutes.title),
      unit,
      startsAt: timeOf(minutes.startsAt),
      isShortNotice: minutes.shortNotice,
      items: minutes.items.map(({ title, decides }) => ({ title: textOf(title), decides: decides.label })),
      address,
    });
    await send(reply, HTML, page);
  }

  @Route(printEndpoints.printCase)
  async caseSheet(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printCase, request);
    const story = await this.story(params.id, caller);
    const timeOf = (instant: string): string => localTime(this.platform.calendars, instant);
    await send(reply, HTML, await caseSheet({ story, address: this.addressOf(params.id), timeOf }));
  }

  @Route(printEndpoints.printReviewSlip)
  async reviewSlip(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(printEndpoints.printReviewSlip, request);
    const story = await this.story(params.id, caller);
    if (story.workflow !== 'issue') refuse('case.unknown');
    await send(reply, HTML, await reviewSlip({ story, address: this.addressOf(params.id) }));
  }

  private async story(id: string, caller: Caller): Promise<StoryBody> {
    const facts = (await readStory(this.platform, id, caller)) ?? refuse('case.unknown');
    return presentStory(facts, this.platform.workflows);
  }

  private async see(id: string, workflow: string, caller: Caller): Promise<SeenCase> {
    const seen = await this.platform.reader.see(id, caller);
    return seen?.view.workflow === workflow ? seen : refuse('case.unknown');
  }

  /** What hangs is public; what does not hang yet is read by those who hang it. */
  private async wording(id: string, caller: Caller): Promise<NoticeWording> {
    const seen = await this.see(id, 'notice', caller);
    const context = seen.view.context as unknown as NoticeContext;
    if (context.postedAt === null && !INSIDE.includes(seen.eyes)) refuse('case.unknown');
    const named = Object.values(context.fields).filter((field) => typeof field === 'string');
    const texts = await this.platform.cases.texts([context.title, context.text, ...named]);
    const textOf = (text: string): string => texts[text] ?? ERASED;
    const hanging = seen.view.clocks.find(({ name }) => name === 'hanging');
    const dayUnit = (seen.view.context['policy'] as { dayUnit?: 'day' | 'workingDay' } | undefined)?.dayUnit ?? 'day';
    return noticeWording({
      ...context,
      unit: await this.unitName(context.unit),
      title: textOf(context.title),
      text: textOf(context.text),
      dayUnit,
      from: context.postedAt === null ? null : this.platform.localDateOf(context.postedAt),
      until: hanging === undefined ? null : this.platform.localDateOf(hanging.dueAt),
      // a text by its id, else the date or number itself
      fields: Object.fromEntries(
        Object.entries(context.fields).map(([name, value]) => [name, texts[value] ?? String(value)]),
      ),
    });
  }

  private async readerOf(minutes: Minutes, { seen, isInside }: Reading): Promise<MinutesReader> {
    const names = isInside ? await this.namesOf(minutes) : new Map<string, string>();
    const hidden = await this.hiddenTexts(minutes);
    const texts = await this.platform.cases.texts(textsIn(minutes));
    return {
      unit: await this.unitName(minutes.unit),
      address: this.addressOf(seen.view.id),
      textOf: (id) => (hidden.has(id) ? NOT_PUBLIC : (texts[id] ?? ERASED)),
      nameOf: (person) => names.get(person) ?? SOMEBODY,
      timeOf: (instant) => localTime(this.platform.calendars, instant),
    };
  }

  /** Texts of issues that are confidential now: they are not read out of old minutes. */
  private async hiddenTexts({ items }: Minutes): Promise<ReadonlySet<string>> {
    const ofIssues = items.flatMap((item) => (item.issue === null ? [] : [{ caseId: item.issue, item }]));
    const shown = new Set(await this.platform.reader.withoutConfidential(ofIssues));
    return new Set(ofIssues.filter((row) => !shown.has(row)).flatMap(({ item }) => textsOfItem(item)));
  }

  private async namesOf(minutes: Minutes): Promise<ReadonlyMap<string, string>> {
    const { database, registry } = this.platform;
    const people = await database.transaction((tx) => registry.people(tx, personsIn(minutes)), { readOnly: true });
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  private async unitName(unit: string): Promise<string> {
    return (await this.platform.reader.unitNames([unit])).get(unit) ?? '';
  }

  private addressOf(id: string): string {
    return `${this.platform.config.http.publicUrl}/cases/${encodeURIComponent(id)}`;
  }
}

interface Reading {
  seen: SeenCase;
  isInside: boolean;
}

function textsOfItem({ title, reason, measure, motions }: Minutes['items'][number]): string[] {
  const moved = motions.flatMap((motion) => [motion.measure, ...motion.amendments.map((one) => one.measure)]);
  return [title, reason, measure, ...moved].filter((id) => id !== null);
}

function textsIn({ title, remarks, items }: Minutes): string[] {
  return [title, ...(remarks === null ? [] : [remarks]), ...items.flatMap(textsOfItem)];
}

/** People whom the printed page names. */
function personsIn({ chair, drafter, signer, presence, items }: Minutes): string[] {
  const named = items.flatMap(({ motions, election }) => [
    ...motions.flatMap(({ mover, seconder }) => [mover, seconder]),
    ...(election === null ? [] : [...election.candidates, ...election.elected]),
  ]);
  const all = [chair, drafter, signer, ...presence.guests, ...named].filter((person) => person !== null);
  return [...new Set(all)];
}
