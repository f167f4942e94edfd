import { describe, expect, test } from '@jest/globals';

import { presetRule, YES_NO } from '#libs/decision';

import { ballotPapers, type PaperHead } from './print-ballot-papers.page.js';

function headOf(more: Partial<PaperHead['ballot']> = {}): PaperHead {
  const rule = presetRule('council');
  if (rule === undefined) throw new Error('there is no rule for councils');
  return {
    ballot: { title: { zh: '选楼长', en: 'Who leads' }, question: YES_NO, rule, secret: false, ...more },
    unit: '利民社区',
    closes: null,
    address: 'https://minyi.example/ballots/1',
  };
}
const PAPER = { entry: 'K7Q2M', doors: ['9号楼 3-301'], casters: ['陈秀英'], area: 8650 };

describe('a ballot paper', () => {
  test('of a named vote bears the number, the door, the area and who may sign', async () => {
    const page = await ballotPapers(headOf(), [PAPER]);
    for (const part of ['K7Q2M', '9号楼 3-301', '86.50 m²', '陈秀英', '签名']) expect(page).toContain(part);
  });

  test('of a secret vote bears nothing by which it could be known again: that stands on the outer envelope', async () => {
    const page = await ballotPapers(headOf({ secret: true }), [PAPER]);
    const [, envelope = '', paper = ''] = page.split('<section');
    for (const part of ['K7Q2M', '陈秀英', '外信封']) expect(envelope).toContain(part);
    for (const part of ['K7Q2M', '9号楼', '陈秀英']) expect(paper).not.toContain(part);
    expect(paper).toContain('□ 同意');
  });

  test('lists options, says how many may be ticked, and leaves room for ranks and scores', async () => {
    const options = ['甲', '乙'].map((zh, at) => ({ id: `o${String(at)}`, label: { zh, en: zh } }));
    const pageOf = (question: PaperHead['ballot']['question']): Promise<string> =>
      ballotPapers(headOf({ question }), [PAPER]);
    expect(await pageOf({ method: 'chooseUpTo', options, seats: 1, most: 2 })).toContain('最多勾 2 项');
    expect(await pageOf({ method: 'ranked', options, ranking: 'irv' })).toContain('＿＿');
    expect(await pageOf({ method: 'score', options, scale: { min: 1, max: 3 } })).toContain('□ 1　□ 2　□ 3');
    expect(await pageOf({ method: 'score', options, scale: { min: 0, max: 100 } })).toContain('（0–100）');
  });
});
