import type { BaseTest, DecisionRule, Fraction } from '#libs/decision';
import type { Json, JsonObject, Label } from '#libs/engine';

import { PROCEDURE_CHAPTERS, type Sentence } from './procedure.sentences.js';

/** Rules of procedure (议事规则) of a community, as a document. Nothing in it depends on the day it is made. */
export interface ProcedureDocument {
  format: 'minyi-procedure/1';
  unit: string;
  title: Label;
  sections: ProcedureSection[];
}

export interface ProcedureSection {
  key: string;
  heading: Label;
  articles: ProcedureArticle[];
}

/** One number or choice in words, with where it comes from. */
export interface ProcedureArticle {
  key: string;
  text: Label;
  /** Law or practice it comes from; null: a preset the community may change. */
  law: string | null;
  source: { kind: 'rule' | 'policy'; id: string; version: string };
}

/** A policy in force. */
export interface PolicyInUse {
  workflow: string;
  id: string;
  body: JsonObject;
  /** Its JSON Schema with the words of each field and choice, as the engine's `formOf` makes it. */
  form: JsonObject;
}

/** What the document is made of. */
export interface ProcedureFacts {
  unit: string;
  unitName: string;
  rules: readonly DecisionRule[];
  policies: readonly PolicyInUse[];
}

const l = (zh: string, en: string): Label => ({ zh, en });

/** Writes the rules of procedure from the rules and policies in force. Every number of the policies is in it, named or not. */
export function procedureDocument({ unit, unitName, rules, policies }: ProcedureFacts): ProcedureDocument {
  const chapters = PROCEDURE_CHAPTERS.map(({ key, heading, workflow, sentences }) => {
    const policy = policies.find((one) => one.workflow === workflow);
    const articles = policy === undefined ? [] : sentences.flatMap((sentence) => articleOf(policy, sentence));
    return { key, heading, articles };
  });
  const others = policies.flatMap(unnamed);
  return {
    format: 'minyi-procedure/1',
    unit,
    title: l(`${unitName}议事规则`, `Rules of procedure of ${unitName}`),
    sections: [
      { key: 'decisions', heading: l('表决规则', 'When a proposal passes'), articles: rules.map(ruleArticle) },
      ...chapters,
      { key: 'others', heading: l('其他时限与次数', 'Other limits'), articles: others },
    ].filter(({ articles }) => articles.length > 0),
  };
}

const BASES = {
  heads: l('人数', 'heads'),
  area: l('专有部分面积', 'exclusive area'),
  households: l('户数', 'households'),
  members: l('成员', 'members'),
  present: l('到场人数', 'those present'),
} as const;

function fractionIn({ numerator, denominator, inclusive }: Fraction): Label {
  const share = `${String(numerator)}/${String(denominator)}`;
  return inclusive ? l(`${share}以上（含）`, `at least ${share}`) : l(`超过${share}`, `more than ${share}`);
}

function testIn({ base, turnout, approval }: BaseTest): Label {
  const { zh, en } = BASES[base];
  const [came, agreed] = [
    turnout === null ? null : fractionIn(turnout),
    approval === null ? null : fractionIn(approval),
  ];
  return l(
    [`按${zh}`, ...(came ? [`参加须${came.zh}`] : []), ...(agreed ? [`同意须为参加的${agreed.zh}`] : [])].join('，'),
    [`by ${en}`, ...(came ? [`${came.en} take part`] : []), ...(agreed ? [`${agreed.en} of them agree`] : [])].join(
      ', ',
    ),
  );
}

const TIES = {
  fails: l('票数相等的不通过', 'a tie fails'),
  vote_again: l('票数相等的再次表决', 'a tie is voted on again'),
  chair_decides: l('票数相等的由主持人决定', 'the chair decides a tie'),
} as const;
const SILENT = {
  not_counted: l('未表决的不计', 'the silent are not counted'),
  with_majority: l('已送达未表决的随多数（从众）', 'the silent who were reached go with the majority'),
} as const;

function ruleArticle(rule: DecisionRule): ProcedureArticle {
  const tests = rule.tests.map(testIn);
  const [tie, silence] = [TIES[rule.tie], SILENT[rule.silence]];
  const open =
    rule.status === 'to_be_confirmed'
      ? l('（待核定：核定前结果不生效）', ' (to be confirmed: until then verdicts are provisional)')
      : l('', '');
  return {
    key: `rule:${rule.id}`,
    text: l(
      `${rule.label.zh}：${tests.map(({ zh }) => zh).join('；')}；${tie.zh}；${silence.zh}。${open.zh}`,
      `${rule.label.en}: ${tests.map(({ en }) => en).join('; ')}; ${tie.en}; ${silence.en}.${open.en}`,
    ),
    law: rule.law,
    source: { kind: 'rule', id: rule.id, version: String(rule.version) },
  };
}

/* policies */

function valueAt(body: Json, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((part, name) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return undefined;
    return part[name];
  }, body);
}

const DURATIONS: Readonly<Record<string, Label>> = {
  minute: l('分钟', 'minutes'),
  hour: l('小时', 'hours'),
  businessHour: l('办公小时', 'office hours'),
  day: l('天', 'days'),
  workingDay: l('个工作日', 'working days'),
};

/** A value in words: a length of time, a share, a number, yes or no. */
function inWords(value: Json): Label {
  if (typeof value === 'boolean') return value ? l('是', 'yes') : l('否', 'no');
  if (value === null) return l('不要求', 'none');
  if (Array.isArray(value)) {
    const parts = value.map(inWords);
    return l(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '));
  }
  if (typeof value !== 'object') return l(String(value), String(value));
  const { amount, unit, numerator } = value;
  const duration = typeof unit === 'string' ? DURATIONS[unit] : undefined;
  if (duration !== undefined && typeof amount === 'number')
    return l(`${String(amount)}${duration.zh}`, `${String(amount)} ${duration.en}`);
  return numerator === undefined
    ? l(JSON.stringify(value), JSON.stringify(value))
    : fractionIn(value as unknown as Fraction);
}

function articleOf({ workflow, id, body }: PolicyInUse, sentence: Sentence): ProcedureArticle[] {
  const value = valueAt(body, sentence.path);
  if (value === undefined) return [];
  const said = sentence.says === undefined ? undefined : sentence.says[JSON.stringify(value)];
  const { zh, en } = inWords(value);
  const text = said ?? l(sentence.zh.replace('{}', zh), sentence.en.replace('{}', en));
  return [{ key: `${workflow}:${sentence.path}`, text, law: sentence.law ?? null, source: sourceOf(id) }];
}

function sourceOf(id: string): ProcedureArticle['source'] {
  return { kind: 'policy', id: id.split(':')[0] ?? id, version: id };
}

/** What has no sentence of its own stands at the end by its name, so that no number is hidden. */
function unnamed({ workflow, id, body, form }: PolicyInUse): ProcedureArticle[] {
  const named = PROCEDURE_CHAPTERS.filter((one) => one.workflow === workflow).flatMap(({ sentences }) =>
    sentences.map(({ path }) => path),
  );
  return leaves(body, '')
    .filter(({ path }) => !named.some((known) => path === known || path.startsWith(`${known}.`)))
    .map(({ path, value }) => {
      const { name, said } = fieldAt(form, path, value);
      return {
        key: `${workflow}:${path}`,
        text: l(`${name.zh}：${said.zh}`, `${name.en}: ${said.en}`),
        law: null,
        source: sourceOf(id),
      };
    });
}

/** What a field of a policy is called, from the outermost part to itself, and its value in the words of its choices. */
function fieldAt(form: JsonObject, path: string, value: Json): { name: Label; said: Label } {
  const labels: Label[] = [];
  let at: JsonObject = form;
  for (const part of path.split('.')) {
    const key = isObject(at.propertyNames) ? choice(at.propertyNames, part) : undefined;
    at = partOf(at, part) ?? {};
    labels.push(key ?? (isObject(at.label) ? (at.label as unknown as Label) : l(part, part)));
  }
  const inChoices = (one: Json, shape: Json | undefined): Label =>
    typeof one !== 'string'
      ? inWords(one)
      : ((isObject(shape) ? choice(shape, one) : undefined) ?? l(`“${one}”`, `“${one}”`));
  const parts = Array.isArray(value) ? value.map((one) => inChoices(one, at.items)) : [inChoices(value, at)];
  return { name: joined(labels, ' · ', ' · '), said: joined(parts, '、', ', ') };
}

/** What one value of a choice is called. */
function choice({ values }: JsonObject, value: string): Label | undefined {
  const label = isObject(values) ? values[value] : undefined;
  return isObject(label) ? (label as unknown as Label) : undefined;
}

const joined = (labels: readonly Label[], zh: string, en: string): Label =>
  l(labels.map((one) => one.zh).join(zh), labels.map((one) => one.en).join(en));

/** The schema of a property, also where it stands in one of several alternatives or among the values of a record. */
function partOf({ properties, additionalProperties, anyOf, oneOf }: JsonObject, part: string): JsonObject | undefined {
  const own = isObject(properties) ? properties[part] : undefined;
  if (isObject(own)) return own;
  const alternatives = [anyOf, oneOf].flatMap((one) => (Array.isArray(one) ? one : [])).filter(isObject);
  const found = alternatives.map((one) => partOf(one, part)).find((one) => one !== undefined);
  return found ?? (isObject(additionalProperties) ? additionalProperties : undefined);
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leaves(value: Json, path: string): { path: string; value: Json }[] {
  const isBranch =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('amount' in value) &&
    !('numerator' in value);
  if (!isBranch) return [{ path, value }];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
}

/** The document as plain text: what stands in the register and is shown to the legal officer. */
export function procedureText({ title, sections }: ProcedureDocument): string {
  const lines = sections.flatMap(({ heading, articles }, chapter) => [
    `第${String(chapter + 1)}章 ${heading.zh}`,
    ...articles.map(
      ({ text, law }, n) =>
        `${String(chapter + 1)}.${String(n + 1)} ${text.zh}${law === null ? '' : `〔依据：${law}〕`}`,
    ),
  ]);
  return [title.zh, ...lines].join('\n');
}
