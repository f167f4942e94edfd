import { createReadStream } from 'node:fs';

import {
  trackerOfReceipt,
  verifyBallot as verifyRecord,
  verifyInclusion,
  type Certificate,
  type Finding,
  type Verdict,
  type VerifiedBallot,
} from '#libs/decision';

import { CommandFailed, say } from '../say.js';

const VERDICT_TEXTS: Record<Verdict, string> = {
  passed: '通过 · passed',
  failed: '未通过 · failed',
  no_quorum: '参与不足 · no quorum',
  tie: '平票 · tie',
};

/** Lines of a file of any size. Thrown (TypeError) when it is not UTF-8; what follows the last line end is a line if there is anything. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function lineOf({ code, line, text, detail }: Finding): string {
  const place = line === null ? '' : `第 ${String(line)} 行 · line ${String(line)}: `;
  const more = detail === null ? '' : ` (${detail})`;
  return `✗ ${place}${text.zh} · ${text.en} [${code}]${more}`;
}

/** Receipt as it was typed: spaces, dashes and case do not matter, and letters that look like digits are digits. */
function receiptOf(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

function sayCounts({ tests, winners, contested }: Certificate): void {
  for (const { base, counts, turnout, approval, options } of tests) {
    const { total, participating, yes, no, abstain, void: spoiled } = counts;
    say(
      `  ${base}: ${String(participating)}/${String(total)} · yes ${String(yes)} no ${String(no)} abstain ${String(abstain)} void ${String(spoiled)}`,
    );
    for (const comparison of [turnout, approval]) {
      if (comparison === null) continue;
      const { part, whole, needed, met, fraction } = comparison;
      const sign = fraction.inclusive ? '≥' : '>';
      const share = `${String(fraction.numerator)}/${String(fraction.denominator)}`;
      say(`    ${met ? '✓' : '✗'} ${String(part)} / ${String(whole)} ${sign} ${share} (≥ ${String(needed)})`);
    }
    for (const { id, votes, points } of options) {
      say(`    ${id}: ${String(votes)}${points === null ? '' : ` · ${String(points)}`}`);
    }
  }
  if (winners.length > 0) say(`  → ${winners.join(', ')}`);
  if (contested.length > 0) say(`  = ${contested.join(', ')}`);
}

function sayOutcome({ header, verdict, provisional, certificate }: VerifiedBallot): void {
  if (header !== null) say(`${header.title.zh} · ${header.title.en}`);
  if (certificate === null || verdict === null) return;
  const { rule, papers, rolls, on } = certificate;
  say(`${VERDICT_TEXTS[verdict]}${provisional ? '（待核定 · provisional）' : ''}  ${on}`);
  say(`  ${rule.label.zh} · ${rule.label.en} (${rule.id} v${String(rule.version)})  ${rule.law}`);
  sayCounts(certificate);
  say(`  选票 · papers ${String(papers?.counted ?? 0)} / ${String(papers?.count ?? 0)}  ${papers?.root ?? ''}`);
  say(`  名册 · roll ${String(rolls?.entries ?? 0)}  ${rolls?.opening ?? ''} → ${rolls?.final ?? ''}`);
}

/** `minyi verify ballot <file> [--receipt <code>]`: counts a published ballot anew and says everything that does not fit. */
export async function verifyBallot(file: string, { receipt }: { receipt?: string }): Promise<void> {
  const verified = await verifyRecord(linesOf(file));
  sayOutcome(verified);
  const findings = [...verified.findings];
  let found = verified.found;
  if (receipt !== undefined) {
    const inclusion = await verifyInclusion(trackerOfReceipt(receiptOf(receipt)), linesOf(file));
    if (inclusion.line !== null) say(`  ${inclusion.tracker}: ${inclusion.line}`);
    findings.push(...inclusion.findings);
    found += inclusion.findings.length;
  }
  if (found > 0) {
    const rest = found - findings.length;
    const more = rest > 0 ? [`… 另有 ${String(rest)} 处 · and ${String(rest)} more`] : [];
    throw new CommandFailed([...findings.map(lineOf), ...more]);
  }
  say('核验无误 · everything fits');
}
