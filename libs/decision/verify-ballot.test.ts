import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type {
  BallotHeader,
  Choice,
  DecisionRule,
  PublishedEntry,
  PublishedPaper,
  Question,
  RollChange,
} from './index.js';
import {
  YES_NO,
  ballotLines,
  changeLine,
  entryLine,
  merkleRoot,
  paperLine,
  presetRule,
  reckonBallot,
  rollFingerprint,
  trackerOfReceipt,
  verifyBallot,
  verifyInclusion,
} from './index.js';

function preset(id: string): DecisionRule {
  const rule = presetRule(id);
  if (rule === undefined) throw new Error(`no preset ${id}`);
  return rule;
}

function headerOf(rule: DecisionRule, rest: Partial<BallotHeader> = {}): BallotHeader {
  return {
    format: 'minyi-ballot/1',
    ballot: 'ballot-7',
    title: { zh: '七单元加装电梯', en: 'A lift for stairwell 7' },
    unit: 'limin-7',
    question: YES_NO,
    rule,
    secret: false,
    openedAt: '2026-05-08T00:00:00Z',
    closedAt: '2026-06-08T10:00:00Z',
    ...rest,
  };
}

const receiptOf = (at: number): string => `RECEIPT${String(at).padStart(19, '0')}`;

interface Ballot {
  header: BallotHeader;
  changes: RollChange[];
  entries: PublishedEntry[];
  papers: PublishedPaper[];
}

/** Owners of a stairwell: the third sold a part, the last came on after opening, one went. Six of eight take part. */
function lift(): Ballot {
  const entries = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((entry, at) => ({
    entry,
    weights: { heads: 1, area: 8000 + at },
    took: at < 6,
  }));
  const change = { on: '2026-05-20', reason: 'sold' };
  return {
    header: headerOf(preset('owners-special')),
    changes: [
      { n: 1, entry: 'C', before: { heads: 1, area: 9000 }, after: { heads: 1, area: 8002 }, ...change },
      { n: 2, entry: 'H', before: null, after: { heads: 1, area: 8007 }, ...change },
      { n: 3, entry: 'CC', before: { heads: 1, area: 500 }, after: null, ...change },
    ],
    entries,
    papers: [
      ...entries.slice(0, 6).map(({ entry }, at) => ({
        id: `p${String(at)}`,
        entry,
        choice: { vote: at === 5 ? ('no' as const) : ('yes' as const) },
        tracker: trackerOfReceipt(receiptOf(at)),
        state: 'counted' as const,
      })),
      { id: 'p6', entry: 'G', choice: { vote: 'no' }, tracker: trackerOfReceipt(receiptOf(6)), state: 'setAside' },
      { id: 'p7', entry: 'H', choice: null, tracker: trackerOfReceipt(receiptOf(7)), state: 'withdrawn' },
    ],
  };
}

/** Three representatives, chosen in secret by twelve. */
function representatives(): Ballot {
  const ids = ['a', 'b', 'c', 'd'];
  const question: Question = {
    method: 'chooseUpTo',
    options: ids.map((id) => ({ id, label: { zh: id, en: id } })),
    seats: 3,
    most: 3,
  };
  return {
    header: headerOf(preset('representatives-meeting'), { question, secret: true }),
    changes: [],
    entries: Array.from({ length: 12 }, (_, at) => ({
      entry: `E${String(at).padStart(2, '0')}`,
      weights: { members: 1 },
      took: true,
    })),
    papers: Array.from({ length: 12 }, (_, at) => ({
      id: `x${String(at).padStart(2, '0')}`,
      choice: { options: at < 8 ? ['a', 'b', 'c'] : ['d'] },
      tracker: trackerOfReceipt(receiptOf(at)),
      state: 'counted',
    })),
  };
}

function linesOf({ header, changes, entries, papers }: Ballot): string[] {
  const { decision, misfits } = reckonBallot({ header, changes, entries, papers, on: '2026-06-08' });
  expect(misfits).toEqual([]);
  if (decision?.kind !== 'decided') throw new Error('not decided');
  return [...ballotLines({ header, changes, entries, papers, certificate: decision.certificate })];
}

async function codesOf(lines: string[]): Promise<string[]> {
  const { findings } = await verifyBallot(lines);
  return [...new Set(findings.map(({ code }) => code))];
}

describe('a published ballot', () => {
  test('of owners is counted anew to its certificate, with the roll as it was at opening', async () => {
    const ballot = lift();
    const verified = await verifyBallot(linesOf(ballot));
    expect(verified).toMatchObject({ findings: [], verdict: 'passed', provisional: false, lines: 21 });
    const { certificate } = verified;
    const opening = [
      ...ballot.entries.filter(({ entry }) => entry !== 'H' && entry !== 'C'),
      { entry: 'C', weights: { heads: 1, area: 9000 } },
      { entry: 'CC', weights: { heads: 1, area: 500 } },
    ];
    expect(certificate?.rolls).toEqual({
      opening: rollFingerprint(opening),
      final: rollFingerprint(ballot.entries),
      changes: createHash('sha256')
        .update(ballot.changes.map((one) => `${changeLine(one)}\n`).join(''))
        .digest('hex'),
      entries: 8,
    });
    expect(certificate?.papers).toEqual({
      count: 8,
      counted: 6,
      root: merkleRoot(ballot.papers.map((one) => paperLine(one))),
    });
  });

  test('in secret is counted without the papers naming anybody', async () => {
    const verified = await verifyBallot(linesOf(representatives()));
    expect(verified).toMatchObject({ findings: [], verdict: 'passed' });
    expect(verified.certificate?.winners).toEqual(['a', 'b', 'c']);
  });

  test('comes from a source that is read in pieces, too', async () => {
    async function* later(): AsyncGenerator<string> {
      for (const line of linesOf(lift())) yield await Promise.resolve(line);
    }
    expect((await verifyBallot(later())).findings).toEqual([]);
  });
});

describe('a published ballot that was touched', () => {
  const replace = (from: string, to: string) => (lines: string[]) => lines.map((line) => line.replace(from, to));
  const at = (place: number, change: (line: string) => string[]) => (lines: string[]) =>
    lines.flatMap((line, index) => (index === (place + lines.length) % lines.length ? change(line) : [line]));

  test.each<[string, (lines: string[]) => string[], string[]]>([
    ['a no made a yes', replace('"vote":"no"},"entry":"F"', '"vote":"yes"},"entry":"F"'), ['certificate.differs']],
    ['a paper left out', at(12, () => []), ['roll.took_differs', 'certificate.differs']],
    [
      'a paper twice',
      at(12, (line) => [line, line]),
      ['paper.not_sorted', 'paper.tracker_twice', 'paper.entry_twice', 'roll.took_differs', 'certificate.differs'],
    ],
    [
      'two papers with one tracker',
      replace(trackerOfReceipt(receiptOf(1)), trackerOfReceipt(receiptOf(0))),
      ['paper.tracker_twice', 'certificate.differs'],
    ],
    [
      'a voter who is on no roll',
      replace('"entry":"F","id"', '"entry":"FF","id"'),
      ['paper.entry_unknown', 'certificate.differs'],
    ],
    ['an area made larger', replace('"area":8005', '"area":9005'), ['certificate.differs']],
    ['an entry left out', at(4, () => []), ['paper.entry_unknown', 'roll.took_differs', 'certificate.differs']],
    ['a change left out', at(2, () => []), ['change.out_of_order', 'certificate.differs']],
    ['a change that says something else of before', replace('"area":9000', '"area":9001'), ['certificate.differs']],
    [
      'a change that ends elsewhere',
      replace('"area":8002,"heads":1},"before"', '"area":8003,"heads":1},"before"'),
      ['change.chain_broken', 'certificate.differs'],
    ],
    ['who took part', replace('"took":false', '"took":true'), ['roll.took_differs']],
    ['a paper set aside that counts', replace('setAside', 'counted'), ['roll.took_differs', 'certificate.differs']],
    [
      'a choice that is none',
      replace('{"vote":"no"},"entry":"F"', '{"vote":"maybe"},"entry":"F"'),
      ['paper.choice_invalid', 'roll.took_differs', 'certificate.differs'],
    ],
    ['another verdict', replace('"verdict":"passed"', '"verdict":"failed"'), ['certificate.differs']],
    [
      'a certificate with something more',
      replace('"verdict":"passed"', '"verdict":"passed","z":1'),
      ['line.not_canonical', 'certificate.differs'],
    ],
    ['an easier rule', replace('"numerator":3', '"numerator":2'), ['certificate.differs']],
    [
      'a count before the ballot was closed',
      replace('"on":"2026-06-08"', '"on":"2026-06-06"'),
      ['certificate.too_early'],
    ],
    ['a rule that is not in force', replace('"validFrom":"2021-01-01"', '"validFrom":"2031-01-01"'), ['count.refused']],
    ['no certificate', at(-1, () => []), ['certificate.missing']],
    [
      'something after the certificate',
      (lines) => [...lines, entryLine({ entry: 'Z', weights: { heads: 1, area: 1 }, took: false })],
      ['line.out_of_order', 'certificate.differs'],
    ],
    [
      'lines in another order',
      (lines) => [...lines.slice(0, 4), ...lines.slice(12, 20), ...lines.slice(4, 12), ...lines.slice(20)],
      ['paper.entry_unknown', 'line.out_of_order', 'certificate.differs'],
    ],
    ['a space', replace('"t":"entry",', '"t": "entry",'), ['line.not_canonical']],
    ['a member twice', replace('{"entry":"A",', '{"entry":"A","entry":"A",'), ['line.not_canonical']],
    ['a line end of another system', at(5, (line) => [`${line}\r`]), ['line.not_canonical']],
    ['a number written otherwise', replace('"area":8000', '"area":8.0e3'), ['line.not_canonical']],
    [
      'a weight that is no whole number',
      replace('"area":8000', '"area":8000.5'),
      ['line.malformed', 'paper.entry_unknown', 'roll.took_differs', 'certificate.differs'],
    ],
    [
      'a line that is no JSON',
      at(5, () => ['{']),
      ['line.not_json', 'paper.entry_unknown', 'roll.took_differs', 'certificate.differs'],
    ],
    ['a line of another kind', at(3, (line) => [line, '{"t":"remark"}', '[]']), ['line.malformed']],
    ['a header without a rule', replace('"rule":', '"rules":'), ['header.malformed']],
    ['an empty file', () => [], ['file.empty']],
  ])('%s', async (_, touch, expected) => {
    expect(await codesOf(touch(linesOf(lift())))).toEqual(expected);
  });

  test.each<[string, (lines: string[]) => string[], string[]]>([
    [
      'a paper that names its entry',
      replace('"id":"x03"', '"entry":"E03","id":"x03"'),
      ['paper.names_entry', 'certificate.differs'],
    ],
    [
      'somebody who weighs more',
      replace(
        '"E03","t":"entry","took":true,"weights":{"members":1',
        '"E03","t":"entry","took":true,"weights":{"members":2',
      ),
      ['entry.unequal_weights', 'certificate.differs'],
    ],
  ])('in secret: %s', async (_, touch, expected) => {
    expect(await codesOf(touch(linesOf(representatives())))).toEqual(expect.arrayContaining(expected));
  });

  test('anywhere, by one sign, is found out', async () => {
    const lines = linesOf(lift());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(lines.length - 1),
        fc.nat(),
        fc.constantFrom('0', '9', 'a', '"', '}', ' '),
        async (...[line, sign, by]) => {
          const text = lines[line] ?? '';
          const place = sign % text.length;
          fc.pre(text[place] !== by);
          const touched = `${text.slice(0, place)}${by}${text.slice(place + 1)}`;
          // the titles, the unit and the hours stand in the header only: nothing is reckoned from them
          fc.pre(line > 0);
          // a later day of the count is as possible as this one
          const isDate = line === lines.length - 1 && /"on":"[^"]*$/.test(text.slice(0, place));
          fc.pre(!isDate);
          const { findings } = await verifyBallot(lines.map((other, index) => (index === line ? touched : other)));
          expect(findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('says the day of its count by the calendar of its place, which may be one behind UTC', async () => {
    const dated = (on: string) =>
      codesOf(linesOf(lift()).map((line) => line.replace('"on":"2026-06-08"', `"on":"${on}"`)));
    expect(await dated('2026-06-07')).toEqual([]);
    expect(await dated('2026-06-06')).toEqual(['certificate.too_early']);
  });

  test('beyond recognition never ends in an exception', async () => {
    const json = fc.json({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), json), { maxLength: 5 }),
        fc.boolean(),
        async (garbage, hasHeader) => {
          const lines = linesOf(lift());
          const file = hasHeader ? [...lines.slice(0, 6), ...garbage, ...lines.slice(6)] : garbage;
          const { findings } = await verifyBallot(file);
          expect(findings.length > 0 || (hasHeader && garbage.length === 0)).toBe(true);
        },
      ),
    );
    const deep = `{"t":"paper","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(await codesOf([...linesOf(lift()).slice(0, 12), deep])).toContain('line.malformed');
  });

  test('a source that breaks off is a finding', async () => {
    function* broken(): Generator<string> {
      yield* linesOf(lift()).slice(0, 3);
      throw new Error('no more paper');
    }
    const { findings } = await verifyBallot(broken());
    expect(findings[0]).toMatchObject({ code: 'file.unreadable', line: 4, detail: 'no more paper' });
  });
});

describe('a receipt', () => {
  test('finds its paper and proves that the certificate covers it', async () => {
    const lines = linesOf(lift());
    const found = await verifyInclusion(receiptOf(4), lines);
    expect(found).toMatchObject({ findings: [], proof: { index: 4, size: 8 } });
    expect(found.line).toContain('"entry":"E"');
  });

  test.each<[string, string, (lines: string[]) => string[], string]>([
    ['that nobody has given', 'WRONG', (lines) => lines, 'receipt.not_found'],
    ['of a paper that is set aside', receiptOf(6), (lines) => lines, 'receipt.not_counted'],
    [
      'in a file whose papers were touched',
      receiptOf(4),
      (lines) => lines.map((line) => line.replace('"id":"p2"', '"id":"p2a"')),
      'receipt.not_included',
    ],
    ['in a file without a certificate', receiptOf(4), (lines) => lines.slice(0, -1), 'certificate.missing'],
  ])('%s', async (...[, receipt, touch, code]) => {
    const { findings } = await verifyInclusion(receipt, touch(linesOf(lift())));
    expect(findings.map((one) => one.code)).toEqual([code]);
  });
});

describe('every choice there is', () => {
  const options = ['a', 'b10', 'b9'].map((id) => ({ id, label: { zh: id, en: id } }));
  test.each<[string, Question, Choice[]]>([
    [
      'scores',
      { method: 'score', options, scale: { min: -1, max: 3 } },
      [{ scores: { b9: 3, b10: -1, a: 0 } }, { scores: {} }],
    ],
    ['ranks', { method: 'ranked', options, ranking: 'schulze' }, [{ order: [['b9', 'a'], ['b10']] }, { order: [] }]],
    ['run-off', { method: 'ranked', options, ranking: 'irv' }, [{ order: [['b9'], ['a']] }, { void: true }]],
    ['consent', { method: 'consent', options: [] }, [{ vote: 'object', reason: 'text-1' }, { vote: 'consent' }]],
    ['one option', { method: 'chooseOne', options }, [{ options: ['a'] }, { options: [] }, { void: true }]],
  ])('is written and read again: %s', async (_, question, choices) => {
    const header = headerOf(preset('council'), { question });
    const entries = choices.map((__, at) => ({ entry: `E${String(at)}`, weights: { members: 1 }, took: true }));
    const papers = choices.map((choice, at) => ({
      id: `P${String(at)}`,
      entry: `E${String(at)}`,
      choice,
      tracker: trackerOfReceipt(String(at)),
      state: 'counted' as const,
    }));
    expect(await codesOf(linesOf({ header, changes: [], entries, papers }))).toEqual([]);
  });
});
