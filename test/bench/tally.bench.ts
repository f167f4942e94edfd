/**
 * Counting: a million papers of a motion by heads and area, a hundred thousand ranked papers with twelve options by both methods,
 * and the verification of the published record of a million papers, from its lines to its certificate. The papers are
 * made beforehand and are not part of the time. Of three rounds the fastest counts: a neighbour on the same processor can only
 * slow a round down.
 */
import {
  YES_NO,
  ballotLines,
  presetRule,
  reckonBallot,
  tally,
  trackerOfReceipt,
  verifyBallot,
  verifyInclusion,
  type BallotHeader,
  type Choice,
  type CountedPaper,
  type DecisionRule,
  type PublishedBallot,
  type Question,
} from '#libs/decision';

import { timed } from './rounds.js';
import { report, time, type Measured } from './table.js';

const MOTION_PAPERS = 1_000_000;
const RANKED_PAPERS = 100_000;
const OPTIONS = 12;
const ROUNDS = 3;
const TALLY_MS = 5000;
const VERIFY_MS = 10_000;
const ON = '2026-06-08';

/** The same papers at every run (xorshift): a benchmark is repeated, not drawn. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

const random = numbers(20_260_608);
const below = (limit: number): number => random.next().value % limit;

function vote(): Choice {
  const drawn = below(100);
  return { vote: drawn < 78 ? 'yes' : drawn < 95 ? 'no' : 'abstain' };
}

function motionPapers(): CountedPaper[] {
  return Array.from({ length: MOTION_PAPERS }, () => ({
    weights: { heads: 1, area: 3000 + below(20_000) },
    choice: vote(),
  }));
}

function options(count: number): Question['options'] {
  return Array.from({ length: count }, (_, at) => ({
    id: `option-${String(at + 1)}`,
    label: { zh: `方案${String(at + 1)}`, en: `Option ${String(at + 1)}` },
  }));
}

/** All options in a drawn order; some papers name only the first few. */
function order(question: Question): Choice {
  const ids = question.options.map(({ id }) => id);
  for (let at = ids.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [ids[at], ids[other]] = [ids[other] ?? '', ids[at] ?? ''];
  }
  const named = below(4) === 0 ? 1 + below(ids.length) : ids.length;
  return { order: ids.slice(0, named).map((id) => [id]) };
}

function rule(id: string): DecisionRule {
  const found = presetRule(id);
  if (found === undefined) throw new Error(`no preset ${id}`);
  return found;
}

const code = (at: number): string => at.toString(36).toUpperCase().padStart(6, '0');

/** The record of a ballot in which everybody took part, as lines. */
function published(header: BallotHeader): string[] {
  const entries = Array.from({ length: MOTION_PAPERS }, (_, at) => ({
    entry: code(at),
    weights: header.secret ? { heads: 1 } : { heads: 1, area: 3000 + below(20_000) },
    took: true,
  }));
  const papers = entries.map(({ entry }, at) => ({
    id: `P${code(at)}`,
    ...(header.secret ? {} : { entry }),
    choice: vote(),
    tracker: trackerOfReceipt(String(at)),
    state: 'counted' as const,
  }));
  const { decision, misfits } = reckonBallot({ header, changes: [], entries, papers, on: ON });
  if (decision?.kind !== 'decided' || misfits.length > 0) throw new Error('the ballot cannot be certified');
  const ballot: PublishedBallot = { header, changes: [], entries, papers, certificate: decision.certificate };
  return [...ballotLines(ballot)];
}

const header: BallotHeader = {
  format: 'minyi-ballot/1',
  ballot: 'bench',
  title: { zh: '计票测速', en: 'Benchmark of counting' },
  unit: 'bench',
  question: YES_NO,
  rule: rule('owners-special'),
  secret: false,
  openedAt: '2026-05-08T00:00:00Z',
  closedAt: '2026-06-08T00:00:00Z',
};

/** The fastest of some rounds in wall time. */
async function fastest(work: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) taken.push((await timed(work)).ms);
  return Math.min(...taken);
}

async function measure(what: string, mostMs: number, work: () => unknown): Promise<Measured> {
  const ms = await fastest(work);
  return { what, value: time(ms), target: `< ${time(mostMs)}`, isReached: ms < mostMs };
}

async function verifying(lines: readonly string[]): Promise<void> {
  const { findings } = await verifyBallot(lines);
  if (findings.length > 0) throw new Error(findings.map(({ code: kind }) => kind).join(', '));
}

const count = (papers: number): string => papers.toLocaleString('en');

async function counting(): Promise<Measured[]> {
  const rows: Measured[] = [];
  const motion = motionPapers();
  rows.push(
    await measure(`tally of ${count(MOTION_PAPERS)} papers, yes or no, by heads and area`, TALLY_MS, () =>
      tally(YES_NO, motion),
    ),
  );
  for (const ranking of ['schulze', 'irv'] as const) {
    const question: Question = { method: 'ranked', options: options(OPTIONS), ranking };
    const ranked = Array.from({ length: RANKED_PAPERS }, () => ({ weights: { heads: 1 }, choice: order(question) }));
    rows.push(
      await measure(
        `tally of ${count(RANKED_PAPERS)} papers ranking ${String(OPTIONS)} options, ${ranking}`,
        TALLY_MS,
        () => tally(question, ranked),
      ),
    );
  }
  return rows;
}

async function proving(): Promise<Measured[]> {
  const rows: Measured[] = [];
  const secret: BallotHeader = { ...header, secret: true, rule: rule('residents-assembly-adults-2026') };
  for (const [kind, of] of [
    ['named, by heads and area', header],
    ['secret', secret],
  ] as const) {
    const lines = published(of);
    const what = `verify ${count(MOTION_PAPERS)} papers and as many entries, ${kind}`;
    rows.push(await measure(what, VERIFY_MS, () => verifying(lines)));
    if (!of.secret) {
      rows.push(
        await measure('prove one paper of them by its receipt', VERIFY_MS, () => verifyInclusion('777777', lines)),
      );
    }
  }
  return rows;
}

report('counting and proving, wall time, the fastest of three', [...(await counting()), ...(await proving())]);
