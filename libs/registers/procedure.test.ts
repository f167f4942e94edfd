import { describe, expect, test } from '@jest/globals';

import { AT_LEAST_TWO_THIRDS, presetRule } from '#libs/decision';
import { formOf, type JsonObject } from '#libs/engine';
import { ballotWorkflow } from '#workflows/ballot';
import { issueWorkflow } from '#workflows/issue';
import { meetingWorkflow } from '#workflows/meeting';
import { noticeWorkflow } from '#workflows/notice';

import { procedureDocument, procedureText, type PolicyInUse } from './procedure.rules.js';
import { PROCEDURE_CHAPTERS } from './procedure.sentences.js';
import { differencesOf } from './rule-changes.rules.js';

const policies: PolicyInUse[] = [meetingWorkflow, ballotWorkflow, issueWorkflow, noticeWorkflow].map((workflow) => ({
  workflow: workflow.name,
  id: `${workflow.name}:1`,
  body: workflow.policy.schema.parse(workflow.policy.presets[workflow.policy.default]) as JsonObject,
  form: formOf(workflow, { part: 'policy' }),
}));
const rules = ['council', 'owners-special', 'residents-assembly-households-2026'].flatMap((id) => presetRule(id) ?? []);
const made = (change: { policies?: PolicyInUse[] } = {}) =>
  procedureDocument({ unit: 'limin', unitName: '丽民社区', rules, policies, ...change });
const articles = (document = made()) => document.sections.flatMap((section) => section.articles);
const article = (key: string) => articles().find((one) => one.key === key);

describe('rules of procedure', () => {
  test('say every number of the policies in force, named or by its place', () => {
    const said = articles().map(({ key }) => key);
    const leavesOf = (value: unknown, path: string): string[] =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !('amount' in value) &&
      !('numerator' in value)
        ? Object.entries(value).flatMap(([key, part]) =>
            leavesOf(part, `${path}${path.endsWith(':') ? '' : '.'}${key}`),
          )
        : [path];
    const wanted = policies.flatMap(({ workflow, body }) => leavesOf(body, `${workflow}:`));
    expect(wanted.filter((path) => !said.includes(path))).toEqual([]);
  });

  test.each(PROCEDURE_CHAPTERS.map(({ workflow, sentences }) => [workflow, sentences] as const))(
    'of %s have a sentence only for what is in its policy',
    (workflow, sentences) => {
      const said = articles().map(({ key }) => key);
      expect(sentences.map(({ path }) => `${workflow}:${path}`).filter((key) => !said.includes(key))).toEqual([]);
    },
  );

  test('have no gap in any sentence, in both languages', () => {
    for (const { text } of articles()) expect([text.zh, text.en].join()).not.toMatch(/\{\}|undefined|\[object/);
  });

  test('call every number by its name and no part of it by a key of the program', () => {
    const chinese = articles(made()).filter(({ key }) => !key.startsWith('rule:'));
    expect(chinese.map(({ text }) => text.zh).filter((text) => /[a-z]{3}/.test(text.replace(/“.*?”/g, '')))).toEqual(
      [],
    );
  });

  test('give fractions exactly, with the law beside them', () => {
    expect(article('rule:owners-special')).toMatchObject({
      law: presetRule('owners-special')?.law,
      text: { zh: expect.stringContaining('参加须2/3以上（含），同意须为参加的3/4以上（含）') as unknown },
    });
    expect(article('meeting:levels.council.quorum')?.text.en).toContain('at least 2/3');
    expect(AT_LEAST_TWO_THIRDS.inclusive).toBe(true);
  });

  test('say of a rule that is to be confirmed that it is', () => {
    expect(article('rule:residents-assembly-households-2026')?.text.zh).toContain('待核定');
  });

  test('say where each number comes from, and null where it is a preset', () => {
    expect(article('issue:noticeDays')).toMatchObject({
      law: null,
      source: { kind: 'policy', id: 'issue', version: 'issue:1' },
    });
    expect(article('ballot:polls.atHome.extension')?.law).toContain('深圳');
  });

  test('are the same document as long as nothing in force has changed', () => {
    expect(made()).toEqual(made());
  });

  test('that are made again after a change differ in what has changed, and in nothing else', () => {
    const changed = policies.map((one) =>
      one.workflow === 'issue' ? { ...one, body: { ...one.body, noticeDays: 15 } } : one,
    );
    const differences = differencesOf(
      made() as unknown as JsonObject,
      made({ policies: changed }) as unknown as JsonObject,
    );
    expect(differences.map(({ after }) => after)).toEqual([
      '动用公共资金、限制使用或者影响权益的决定公示15天，期满后办理。',
      'What spends common money, restricts use or affects rights is posted for 15 days first.',
    ]);
  });

  test('are written out as numbered articles for the register', () => {
    const text = procedureText(made());
    expect(text.split('\n').slice(0, 3)).toEqual([
      '丽民社区议事规则',
      '第1章 表决规则',
      expect.stringMatching(/^1\.1 议事会：/),
    ]);
    expect(text.length).toBeLessThan(20_000);
  });
});
