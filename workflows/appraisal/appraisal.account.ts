import { endIn, eventOf, startOf, type AccountLine, type AppraisalFacts, type StreetAppraisal } from '#libs/contract';

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The account of an appraisal, from its journal alone. Pure. */
export function appraisalAccount(lines: readonly AccountLine[]): AppraisalFacts | null {
  const [first] = lines;
  if (first?.kind !== 'started') return null;
  const input = startOf(first);
  const facts: AppraisalFacts = {
    ...{ of: 'appraisal', unit: word(input['unit']), period: word(input['period']) },
    ...{ departments: words(input['departments']), streets: words(input['streets']), pointsMost: 0 },
    ...{ appraisals: [], silent: [], comments: {}, publishedAt: null, endedAt: null },
  };
  for (const line of lines) read(facts, line);
  return facts;
}

function read(facts: AppraisalFacts, line: AccountLine): void {
  const event = eventOf(line);
  if (event?.kind === 'act' && event.name === 'appraise') {
    const { street, department, scores, remark } = event.input;
    const said: StreetAppraisal = {
      ...{ street: word(street), department: word(department), remark: word(remark), at: line.at },
      scores: Object.fromEntries(
        Object.entries((scores ?? {}) as Record<string, unknown>).map(([name, points]) => [name, Number(points)]),
      ),
    };
    const others = facts.appraisals.filter((one) => one.street !== said.street || one.department !== said.department);
    facts.appraisals = [...others, said];
  }
  if (event?.kind === 'act' && event.name === 'comment')
    facts.comments[word(event.input['department'])] = word(event.input['text']);
  const end = endIn(line);
  if (end === null) return;
  facts.endedAt = line.at;
  if (end.output['result'] === 'published') facts.publishedAt = line.at;
  facts.pointsMost = Number(end.output['pointsMost'] ?? 0);
  facts.silent = words(end.output['silent']);
}
