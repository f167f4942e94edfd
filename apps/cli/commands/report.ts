import { CommandFailed, say } from '../say.js';
import { withApi } from './cases.js';

interface Label {
  zh: string;
  en: string;
}

interface ReportBody {
  content: {
    title: Label;
    activity: Record<string, number>;
    labels: Record<string, Label>;
    rates: {
      rates: Record<string, { numerator: number; denominator: number; excluded: number; percent: string | null }>;
    } | null;
    entries: { number: string | null; category: string | null; onTime: boolean | null; ending: string | null }[];
  };
  digest: string;
  isKept: boolean;
}

interface ReportOptions {
  unit: string;
  month?: string;
  period?: string;
  json?: boolean;
  print?: boolean;
}

/** `minyi report --unit … --month 2026-03`: what the account says of a unit; `--print` is the page for paper. */
export function report({ unit, month, period = month, json = false, print = false }: ReportOptions): Promise<void> {
  if (period === undefined) throw new CommandFailed(['请写 --month 2026-03 或 --period · give --month or --period']);
  const path = `/api/v1/ledger/reports/${encodeURIComponent(unit)}/${encodeURIComponent(period)}`;
  return withApi(async (api) => {
    if (print) {
      say(await api.text(`${path}/print`));
      return;
    }
    const body = await api.get<ReportBody>(path);
    if (json) {
      say(JSON.stringify(body, null, 2));
      return;
    }
    tell(body);
  });
}

function tell({ content, digest, isKept }: ReportBody): void {
  const { title, activity, labels, rates, entries } = content;
  say(`${title.zh} · ${title.en}${isKept ? '' : '（未归档 · not on file yet）'}`);
  for (const [name, count] of Object.entries(activity))
    say(`  ${labels[name]?.zh ?? name} ${labels[name]?.en ?? ''}: ${String(count)}`);
  for (const [name, { numerator, denominator, excluded, percent }] of Object.entries(rates?.rates ?? {}))
    say(
      `  ${name}: ${percent ?? '—'}% (${String(numerator)}/${String(denominator)}, 剔除 excluded ${String(excluded)})`,
    );
  for (const { number, category, onTime, ending } of entries)
    say(`  ${number ?? ''} ${category ?? ''} ${onTime === null ? '' : onTime ? '✓' : '✗'} ${ending ?? ''}`);
  say(`  SHA-256 ${digest}`);
}
