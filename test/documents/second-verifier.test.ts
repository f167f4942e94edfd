import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { verifyBallot } from '#libs/decision';

import { closeRunOff, receiptOf, sampleBallots, type SampleBallot } from './sample-ballots.js';

/*
 * docs/examples/verify_ballot.py counts as docs/verify-a-ballot.md says; its author had not seen our count. Where the two
 * come to different ends, one of the three is wrong.
 */

const PROGRAM = fileURLToPath(new URL('../../docs/examples/verify_ballot.py', import.meta.url));
const MANUAL = new URL('../../docs/verify-a-ballot.md', import.meta.url);

interface Said {
  verdict: string | undefined;
  findings: string[];
  notes: string[];
}

interface Run {
  code: number | null;
  said: Said[];
}

/** Runs the program once over all texts, each as a file. */
function run(folder: string, texts: readonly (string | Buffer)[], options: readonly string[] = []): Run {
  const files = texts.map((text, at) => {
    const file = join(folder, `${String(at)}.ndjson`);
    writeFileSync(file, text);
    return file;
  });
  const ended = spawnSync('python3', [PROGRAM, ...files, ...options], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (ended.error !== undefined) throw new Error('python3 未能运行 · python3 did not run', { cause: ended.error });
  if (ended.stderr !== '') throw new Error(ended.stderr);
  const said = new Map(files.map((file): [string, Said] => [file, { verdict: undefined, findings: [], notes: [] }]));
  for (const line of ended.stdout.split('\n')) {
    const [, file = '', kind = '', text = ''] =
      /^(.*?\.ndjson): (?:(verdict|finding|unreadable): )?(.*)$/.exec(line) ?? [];
    const of = said.get(file);
    if (of === undefined) continue;
    if (kind === 'verdict') of.verdict = text;
    else if (kind === '') of.notes.push(text);
    else of.findings.push(text);
  }
  return { code: ended.status, said: [...said.values()] };
}

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

let folder: string;
let samples: SampleBallot[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minyi-second-'));
  samples = sampleBallots(120);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the program of a stranger', () => {
  test('fits the complete file that the document prints, and proves the paper of its receipt', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(MANUAL, 'utf8')) ?? [];
    const { code, said } = run(folder, [example], ['--receipt', '0123-4567-89AB-CDEF-GHJK-MNPQ-ro']);
    expect(said).toEqual([
      {
        verdict: 'failed',
        findings: [],
        notes: [
          'receipt: paper 2K7A, counted, says {"vote":"yes"}',
          expect.stringMatching(/^receipt: proof \{"index":0,"path":\["[0-9a-f]{64}","[0-9a-f]{64}"\],"size":4\}$/),
        ],
      },
    ]);
    expect(code).toBe(0);
  });

  test('comes to the same certificate as we do, number by number, of ballots of every kind', () => {
    const { code, said } = run(
      folder,
      samples.map(({ lines }) => textOf(lines)),
    );
    const wrong = samples.flatMap(({ kind, verdict, lines }, at) =>
      said[at]?.verdict === verdict && said[at].findings.length === 0 ? [] : [{ kind, verdict, said: said[at], lines }],
    );
    expect(wrong).toEqual([]);
    expect(code).toBe(0);
  });

  test('puts out whoever had fewer votes in the latest round that tells apart who is level', () => {
    const { lines } = closeRunOff();
    expect(lines.at(-1)).toContain('"out":["c"],"votes":[7,5,5,null,null]');
    expect(run(folder, [textOf(lines)])).toMatchObject({ code: 0, said: [{ verdict: 'passed', findings: [] }] });
  });

  test('says of a verdict by a rule that is still to be confirmed that it is provisional', () => {
    const some = samples.slice(0, 40);
    const { said } = run(
      folder,
      some.map(({ lines }) => textOf(lines)),
    );
    expect(said.map(({ notes }) => notes.some((note) => note.startsWith('provisional')))).toEqual(
      some.map(({ traits }) => traits.includes('provisional')),
    );
  });

  test('was tried on every verdict of every method, and on everything that makes a count difficult', () => {
    expect(new Set(samples.map(({ kind, verdict }) => `${kind} ${verdict}`))).toEqual(
      new Set(
        ['yesNo', 'consent', 'chooseOne', 'chooseUpTo', 'score', 'schulze', 'irv'].flatMap((kind) =>
          ['passed', 'failed', 'no_quorum', 'tie'].map((verdict) => `${kind} ${verdict}`),
        ),
      ),
    );
    expect(new Set(samples.flatMap(({ traits }) => traits))).toEqual(
      new Set([
        ...['named', 'secret', 'provisional', 'changed roll', 'several bases', 'void'],
        ...['counted', 'setAside', 'withdrawn', 'quorum true', 'quorum false'],
        ...[
          'silent not_counted null',
          'silent with_majority null',
          'silent with_majority yes',
          'silent with_majority no',
        ],
        ...['vacant seats', 'all seats filled', 'some elected, some contested'],
      ]),
    );
  });
});

type Touch = (lines: readonly string[]) => string[] | null;

/** Changes the line at a place, counted from the end when negative; null: there is no such line. */
function changed(lines: readonly string[], place: number, change: (line: string) => string[]): string[] | null {
  const line = lines.at(place);
  if (place === -1 ? line === undefined : lines.indexOf(line ?? '') < 0 || line === undefined) return null;
  const at = (place + lines.length) % lines.length;
  const touched = [...lines.slice(0, at), ...change(line ?? ''), ...lines.slice(at + 1)];
  return touched.join('\n') === lines.join('\n') ? null : touched;
}

const placeOf = (lines: readonly string[], kind: string): number =>
  lines.findIndex((line) => line.includes(`"t":"${kind}"`));
const at =
  (kind: string, change: (line: string) => string[]): Touch =>
  (lines) =>
    placeOf(lines, kind) < 0 ? null : changed(lines, placeOf(lines, kind), change);
const certificate = (change: (line: string) => string): Touch => at('certificate', (line) => [change(line)]);
const more = (digits: string): string => String(Number(digits) + 1);

/** The first two numbers that differ, one in the place of the other. */
function swapped(line: string): string {
  const [first, ...others] = [...line.matchAll(/(?<="(?:part|whole|needed|yes|total|participating)":)\d+/g)];
  const other = others.find(([digits]) => digits !== first?.[0]);
  if (first === undefined || other === undefined) return line;
  return `${line.slice(0, first.index)}${other[0]}${line.slice(first.index + first[0].length, other.index)}${first[0]}${line.slice(other.index + other[0].length)}`;
}

const TOUCHES: readonly [string, Touch][] = [
  [
    'one byte of a paper',
    at('paper', (line) => [
      line.replace(/"tracker":"./, (text) => `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`),
    ]),
  ],
  ['a paper that is not there', at('paper', () => [])],
  ['a paper twice', at('paper', (line) => [line, line])],
  ['a paper in another state', at('paper', (line) => [line.replace('"counted"', '"setAside"')])],
  [
    'a paper that says nothing the question asks',
    at('paper', (line) => [line.replace(/"choice":.*?,"(?=entry|id)/, '"choice":{"vote":"maybe"},"')]),
  ],
  ['a weight changed', at('entry', (line) => [line.replace(/\d+(?=\}\}$)/, more)])],
  ['an entry that is not there', at('entry', () => [])],
  [
    'who took part',
    at('entry', (line) => [line.replace(/"took":(true|false)/, (_, is) => `"took":${String(is === 'false')}`)]),
  ],
  ['a change of the roll that is not there', at('change', () => [])],
  ['a change of the roll with another date', at('change', (line) => [line.replace('05-20', '05-21')])],
  ['two numbers of the certificate, one in the place of the other', certificate(swapped)],
  ['one number of the certificate', certificate((line) => line.replace(/(?<="part":)\d+/, more))],
  [
    'another verdict',
    certificate((line) =>
      line.replace(/(?<="verdict":")[a-z_]+/, (verdict) => (verdict === 'passed' ? 'failed' : 'passed')),
    ),
  ],
  ['a certificate with a member too many', certificate((line) => line.replace('"void":"', '"vood":1,"void":"'))],
  ['a certificate with a member too few', certificate((line) => line.replace(/"vacant":[^,]*,/, ''))],
  ['a truth written as a number', certificate((line) => line.replace('"tied":false', '"tied":0'))],
  [
    'another fraction in the rule',
    (lines) => changed(lines, 0, (line) => [line.replace(/(?<="denominator":)\d+/, more)]),
  ],
  ['other lines first: entries', (lines) => exchanged(lines, placeOf(lines, 'entry'), 'entry')],
  ['other lines first: papers', (lines) => exchanged(lines, placeOf(lines, 'paper'), 'paper')],
  ['no certificate', (lines) => lines.slice(0, -1)],
  ['a line behind the certificate', (lines) => [...lines, ...lines.slice(-1)]],
  ['a space', at('paper', (line) => [line.replace('"id":', '"id": ')])],
  ['members in another order', at('paper', (line) => [line.replace(/("state":"\w+"),("t":"paper")/, '$2,$1')])],
  ['a number written otherwise', at('entry', (line) => [line.replace(/(\d+)(?=\}\}$)/, '$1.0')])],
  ['a line end of another system', at('entry', (line) => [`${line}\r`])],
  ['an empty line', at('entry', (line) => [line, ''])],
];

/** A line and the one of its kind behind it, in the other order. */
function exchanged(lines: readonly string[], place: number, kind: string): string[] | null {
  const [first, second] = lines.slice(place, place + 2);
  if (place < 0 || first === undefined || second?.includes(`"t":"${kind}"`) !== true) return null;
  return [...lines.slice(0, place), second, first, ...lines.slice(place + 2)];
}

describe('a file that was touched is found out by the program of a stranger and by ours', () => {
  const touchedBy = new Map<string, { lines: string[]; said: Said | undefined }[]>();
  let code: number | null = null;
  beforeAll(() => {
    const some = samples.filter((_, place) => place % 24 === 0);
    const all = TOUCHES.flatMap(([what, touch]) =>
      some.flatMap(({ lines }) => {
        const after = touch(lines);
        return after === null ? [] : [{ what, lines: after }];
      }),
    );
    const ended = run(
      folder,
      all.map(({ lines }) => textOf(lines)),
    );
    code = ended.code;
    for (const [at, { what, lines }] of all.entries()) {
      touchedBy.set(what, [...(touchedBy.get(what) ?? []), { lines, said: ended.said[at] }]);
    }
  });

  test.each(TOUCHES)('%s', async (what) => {
    const files = touchedBy.get(what) ?? [];
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter(({ said }) => said === undefined || said.findings.length === 0)).toEqual([]);
    expect(code).toBe(1);
    for (const { lines } of files) expect((await verifyBallot(lines)).findings).not.toEqual([]);
  });

  test('a file cut off by one byte, or with a byte order mark', () => {
    const whole = textOf(samples[0]?.lines ?? []);
    expect(run(folder, [whole.slice(0, -1)]).code).toBe(1);
    expect(run(folder, [`\uFEFF${whole}`]).code).toBe(1);
  });

  test('one byte anywhere behind the header: both find it, or it is the date of the count', async () => {
    const places = fc.sample(
      fc.tuple(fc.nat(samples.length - 1), fc.nat(), fc.constantFrom('0', '1', '9', 'a', 'Z', '"', '}', ',', ' ')),
      {
        seed: 7,
        numRuns: 400,
      },
    );
    const touched = places.flatMap(([which, where, by]) => {
      const { lines = [] } = samples[which] ?? {};
      const [header = '', ...others] = lines;
      const rest = textOf(others).slice(0, -1);
      const place = (where * 7919) % rest.length;
      const isDate = /"on":"[^"]*$/.test(rest.slice(0, place)) && rest.lastIndexOf('{"certificate":', place) >= 0;
      if (rest[place] === by || rest[place] === '\n' || isDate || rest.charCodeAt(place) > 127) return [];
      return [[header, ...`${rest.slice(0, place)}${by}${rest.slice(place + 1)}`.split('\n')]];
    });
    const { said } = run(folder, touched.map(textOf));
    expect(said.filter(({ findings }) => findings.length === 0)).toEqual([]);
    const found = await Promise.all(touched.map(async (lines) => (await verifyBallot(lines)).findings.length > 0));
    expect(found.every(Boolean)).toBe(true);
  });
});

describe('a receipt, in the program of a stranger', () => {
  const withState = (state: string): { text: string; receipt: string } => {
    const sample = samples.find(({ papers }) => papers.some((paper) => paper.state === state && paper.choice !== null));
    const place = sample?.papers.findIndex((paper) => paper.state === state) ?? -1;
    return { text: textOf(sample?.lines ?? []), receipt: receiptOf(place) };
  };

  test('of a counted paper proves it', () => {
    const { text, receipt } = withState('counted');
    const { code, said } = run(folder, [text], ['--receipt', receipt]);
    expect([code, said[0]?.findings]).toEqual([0, []]);
    expect(said[0]?.notes[0]).toMatch(/^receipt: paper P\d+, counted/);
  });

  test.each([
    { what: 'of a paper that was set aside', state: 'setAside', from: '', to: '', finding: /was not counted$/ },
    { what: 'that nobody was given', state: 'counted', from: 'TEST', to: 'BEST', finding: /no paper has its tracker/ },
    { what: 'that is none', state: 'counted', from: /.*/, to: 'U', finding: /not 26 characters/ },
  ])('$what is a finding', ({ state, from, to, finding }) => {
    const { text, receipt } = withState(state);
    const { code, said } = run(folder, [text], ['--receipt', receipt.replace(from, to)]);
    expect(code).toBe(1);
    expect(said[0]?.findings).toEqual([expect.stringMatching(finding)]);
  });
});

test('a file that is missing, empty or no ballot at all is unreadable for the program of a stranger', () => {
  expect(run(folder, ['']).code).toBe(2);
  expect(run(folder, [Buffer.from([0xff, 0xfe, 0x00])]).code).toBe(2);
  expect(run(folder, [], [join(folder, 'nowhere.ndjson')]).code).toBe(2);
  expect(run(folder, [textOf(samples[0]?.lines ?? [])], [join(folder, 'nowhere.ndjson')]).code).toBe(2);
});
