/** Encodings of office files, in the order they are tried. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Encoding named by the mark at the very beginning. */
export function encodingByMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: where commas, digits and line ends are, every other byte is zero. `null`: it is not UTF-16.
 */
export function encodingByZeros(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = head.length / 20;
  if (odd > many && odd > even * 4) return 'utf-16le';
  return even > many && even > odd * 4 ? 'utf-16be' : null;
}

/** What a file's first bytes say it is. `old excel`: .xls, or a workbook with a password. */
export function formatOf(head: Uint8Array): 'zip' | 'old excel' | 'binary' | 'text' {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old excel';
  if (encodingByMark(head) !== null || encodingByZeros(head) !== null) return 'text';
  return head.includes(0) ? 'binary' : 'text';
}

export const DELIMITERS = [',', '\t', ';', '，', '|'] as const;

/**
 * The sign that separates cells: the one that stands equally often in most of the first lines. Signs inside quotes do not count.
 */
export function delimiterOf(text: string): string {
  const lines = linesOutsideQuotes(text).slice(0, 40);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = mostFrequent(counts);
    const score = usual.times * Math.min(usual.count, 30);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function linesOutsideQuotes(text: string): string[] {
  return text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/);
}

function mostFrequent(counts: readonly number[]): { count: number; times: number } {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [count, often] = [...times].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  return { count, times: often };
}
