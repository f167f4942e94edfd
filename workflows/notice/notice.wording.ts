import type { Label } from '#libs/engine';

import type { NoticeKind } from './contract.js';

/*
 * The words of a notice: a template for each kind, filled with the facts, in both languages. Pure. A line whose facts are missing
 * is left out, so that nothing is ever posted with a gap in it.
 */

/** What the words are made of. */
export interface NoticeFacts {
  kind: NoticeKind;
  /** Name of the unit whose residents are addressed. */
  unit: string;
  title: string;
  /** What is shown. */
  text: string;
  blocking: boolean;
  /** The owners decided. */
  owners: boolean;
  days: number;
  dayUnit: 'day' | 'workingDay';
  /** Local dates; null while it does not hang. */
  from: string | null;
  until: string | null;
  /** Further facts by name, as words. */
  fields: Readonly<Record<string, string>>;
}

/** A notice in words. */
export interface NoticeWording {
  heading: Label;
  /** What it is about, as it was given: in the language it was written in. */
  title: string;
  text: string;
  /** The facts of its kind. */
  facts: Label[];
  /** How long it hangs, what waits for it, how to object, ask for a review, go to court. */
  rights: Label[];
  signature: Label;
}

interface Template {
  heading: Label;
  facts: Label[];
}

const l = (zh: string, en: string): Label => ({ zh, en });

const TEMPLATES: Readonly<Record<NoticeKind, Template>> = {
  result: {
    heading: l('结果公示', 'Notice of a result'),
    facts: [
      l('作出决定：{body}', 'Decided by: {body}'),
      l('决定日期：{decidedOn}', 'Decided on: {decidedOn}'),
      l('应到 {entitled}，实到或者参加表决 {took}。', 'Entitled: {entitled}; took part: {took}.'),
      l('赞成 {yes}，反对 {no}，弃权 {abstain}。', 'For {yes}, against {no}, abstained {abstain}.'),
      l('依据：{law}', 'Rule: {law}'),
    ],
  },
  plan: {
    heading: l('方案公示', 'Notice of a plan'),
    facts: [
      l('负责：{owner}', 'Responsible: {owner}'),
      l('费用：{cost} 元，来源：{funds}', 'Cost: {cost} yuan, from: {funds}'),
      l('时间：{begins} 至 {ends}', 'From {begins} to {ends}'),
    ],
  },
  covenant: {
    heading: l('公约公示', 'Notice of a covenant'),
    facts: [
      l('第 {number} 号，第 {version} 版', 'No. {number}, version {version}'),
      l('自 {inForce} 起施行', 'In force from {inForce}'),
      l('备案：{filing}', 'Filed: {filing}'),
      l('公约不设罚则。', 'A covenant sets no penalties.'),
    ],
  },
  agenda: {
    heading: l('会议议程公示', 'Notice of an agenda'),
    facts: [
      l('时间：{startsAt}', 'Time: {startsAt}'),
      l('地点：{place}', 'Place: {place}'),
      l('议题 {items} 项', 'Items: {items}'),
    ],
  },
  candidates: {
    heading: l('候选人公示', 'Notice of candidates'),
    facts: [
      l('应选 {seats} 名，候选人 {candidates} 名', 'To be elected: {seats}; candidates: {candidates}'),
      l('投票：{votesOn}', 'Vote: {votesOn}'),
    ],
  },
  roll: {
    heading: l('表决人名册公示', 'Notice of a roll of voters'),
    facts: [
      l('共 {entries} 个表决单位', 'Voting units: {entries}'),
      l('名册指纹：{fingerprint}', 'Fingerprint of the roll: {fingerprint}'),
      l('错漏请在 {appealsUntil} 前提出', 'Say what is wrong or missing by {appealsUntil}'),
    ],
  },
};

const GAP = /\{([A-Za-z]+)\}/g;

/** A line with its gaps filled; null when a fact for one of them is missing. */
function filled(line: string, fields: Readonly<Record<string, string>>): string | null {
  const names = [...line.matchAll(GAP)].map(([, name]) => name ?? '');
  if (!names.every((name) => Object.hasOwn(fields, name))) return null;
  return line.replace(GAP, (_gap, name: string) => fields[name] ?? '');
}

function filledLabel({ zh, en }: Label, fields: Readonly<Record<string, string>>): Label[] {
  const [inChinese, inEnglish] = [filled(zh, fields), filled(en, fields)];
  return inChinese === null || inEnglish === null ? [] : [{ zh: inChinese, en: inEnglish }];
}

function periodOf({ days, dayUnit, from, until }: NoticeFacts): Label {
  const [zh, en] = dayUnit === 'day' ? ['天', 'days'] : ['个工作日', 'working days'];
  const span = l(`公示期 ${String(days)} ${zh}`, `It hangs for ${String(days)} ${en}`);
  if (from === null) return l(`${span.zh}，自张贴之日起算。`, `${span.en} from the day it is posted.`);
  if (until === null) return l(`${span.zh}，自 ${from} 起算。`, `${span.en} from ${from}.`);
  return l(`${span.zh}：${from} 至 ${until}。`, `${span.en}: ${from} to ${until}.`);
}

/** What residents may do about it, in the order they would. */
function rightsOf(facts: NoticeFacts): Label[] {
  const { blocking, owners } = facts;
  return [
    periodOf(facts),
    blocking
      ? l(
          '本事项动用公共资金、限制使用或者影响权益：公示期满、异议全部答复后才办理。',
          'It spends common money, restricts use or affects rights: nothing is done until the days are over and every objection is answered.',
        )
      : l('本事项公示的同时即行办理。', 'It is acted on at once while this hangs.'),
    l(
      '有不同意见的，公示期内扫码、来电或者到居委会提出异议；每条异议都会得到书面答复。',
      'If you disagree, object by the code, by phone or at the office while it hangs; every objection is answered in writing.',
    ),
    l(
      '异议未被采纳的，可以请监督团复核一次；公示被撤回的，居民可以申诉。',
      'A dismissed objection can be reviewed once by the supervisors; a withdrawal can be appealed.',
    ),
    ...(owners
      ? [
          l(
            '业主大会或者业主委员会作出的决定侵害业主合法权益的，受侵害的业主可以请求人民法院予以撤销（民法典第二百八十条）。',
            'An owner whose rights are harmed by a decision of the owners may ask a people’s court to revoke it (Civil Code, article 280).',
          ),
        ]
      : []),
  ];
}

/** The notice in words, both languages. */
export function noticeWording(facts: NoticeFacts): NoticeWording {
  const { heading, facts: lines } = TEMPLATES[facts.kind];
  return {
    heading,
    title: facts.title,
    text: facts.text,
    facts: lines.flatMap((line) => filledLabel(line, facts.fields)),
    rights: rightsOf(facts),
    signature: l(
      [facts.unit, facts.from ?? ''].filter((part) => part !== '').join('　'),
      [facts.unit, facts.from ?? ''].filter((part) => part !== '').join(', '),
    ),
  };
}

/** The same as plain text for a chat group: Chinese, short lines, the address at the end. */
export function chatTextOf(wording: NoticeWording, address: string): string {
  const { heading, title, text, facts, rights, signature } = wording;
  return [
    `【${heading.zh}】${title}`,
    text,
    ...facts.map(({ zh }) => zh),
    ...rights.map(({ zh }) => zh),
    `详情与提出异议：${address}`,
    signature.zh,
  ].join('\n');
}
