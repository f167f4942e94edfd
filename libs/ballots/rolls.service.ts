import type { Tx } from '#libs/database';
import { Reckoning } from '#libs/decision';
import type { Registry } from '#libs/registry';

import { BallotRefused } from './ballots.refused.js';
import { insertEntries, publicEntries, turnoutOf } from './ballots.sql.js';
import { BALLOT_POLICY } from './ballots.vocabulary.js';
import type { BallotDoubt, BallotPolicy, BallotRow, BallotSpec, FormedEntry, Turnouts } from './ballots.vocabulary.js';
import { entryCodes } from './codes.rules.js';
import { areEqual, basesOf, formEntries, formMembers, missingBases } from './entries.rules.js';
import type { LooseDoubt } from './entries.rules.js';
import { factsOf, membersOf } from './roll.facts.js';

export interface DrawnRoll {
  entries: number;
  doubts: BallotDoubt[];
  fingerprint: string;
  /** Weights of the whole roll, nobody having voted yet. */
  turnout: Turnouts;
}

/** Draws rolls from the registry, and says what was drawn. */
export class Rolls {
  constructor(private readonly registry: Registry) {}

  /** Writes the ballot with its roll. @throws BallotRefused when nobody may vote, or the rule or the secrecy does not fit. */
  async draw(tx: Tx, spec: BallotSpec): Promise<void> {
    const policy: BallotPolicy = { ...BALLOT_POLICY, ...castingOf(spec), ...spec.policy };
    const { entries, loose } = await this.#form(tx, spec, policy);
    refuseUnfit(spec, policy, entries);
    const codes = entryCodes(entries.length);
    const coded = entries.map((entry, index) => ({ ...entry, entry: codes[index] ?? '' }));
    const doubts: BallotDoubt[] = [
      ...coded.flatMap(({ entry, key, doubts: found }) => found.map((doubt) => ({ record: key, doubt, entry }))),
      ...loose.map(({ record, doubt }) => ({ record, doubt, entry: null })),
    ];
    await tx.query('delete from ballot_entries where ballot = $1', [spec.id]);
    await tx.query(
      `insert into ballots (id, unit, title, question, rule, roll, secret, policy, status, on_date, drawing, doubts)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'drawn', $9, $10, $11)
       on conflict (id) do update set unit = excluded.unit, title = excluded.title, question = excluded.question,
         rule = excluded.rule, roll = excluded.roll, secret = excluded.secret, policy = excluded.policy, status = 'drawn',
         on_date = excluded.on_date, drawing = excluded.drawing, doubts = excluded.doubts`,
      [
        spec.id,
        spec.unit,
        spec.title,
        spec.question,
        spec.rule,
        spec.roll,
        spec.secret,
        policy,
        spec.on,
        spec.drawing,
        JSON.stringify(doubts),
      ],
    );
    await insertEntries(tx, spec.id, coded);
  }

  async drawn(tx: Tx, ballot: BallotRow): Promise<DrawnRoll> {
    const [row] = await tx.query<{ doubts: BallotDoubt[] }>('select doubts from ballots where id = $1', [ballot.id]);
    const { turnout } = await turnoutOf(tx, ballot.id);
    const { hex, entries } = await fingerprintOf(tx, ballot);
    return { entries, doubts: row?.doubts ?? [], fingerprint: hex, turnout };
  }

  async #form(
    tx: Tx,
    { roll, rule, on }: BallotSpec,
    policy: BallotPolicy,
  ): Promise<{ entries: FormedEntry[]; loose: LooseDoubt[] }> {
    const { registry } = this;
    if (roll.of === 'members' || roll.of === 'named') {
      const people = await membersOf(tx, { registry, on }, roll);
      return { entries: formMembers(people, basesOf(rule)), loose: [] };
    }
    const taken = await registry.roll(tx, { of: roll.of, unit: roll.unit }, on);
    return formEntries(taken, await factsOf(tx, { registry, unit: roll.unit, on }, taken), policy);
  }
}

/** Fingerprint of the roll as it stands, reckoned by the steps of whoever verifies it; and how many entries it has. */
export async function fingerprintOf(
  tx: Tx,
  ballot: Pick<BallotRow, 'id' | 'question' | 'rule' | 'secret'>,
): Promise<{ hex: string; entries: number }> {
  const reckoning = new Reckoning(ballot);
  for await (const page of publicEntries(tx, ballot)) {
    for (const entry of page) reckoning.entry(entry);
  }
  const { final, entries } = reckoning.finish('').rolls;
  return { hex: final, entries };
}

/** Where the rule lets only a named delegate cast for a household, nobody else does. */
function castingOf({ rule }: BallotSpec): Partial<BallotPolicy> {
  return rule.casting?.by === 'delegate' ? { householdWithoutDelegate: 'nobody' } : {};
}

function refuseUnfit(
  { rule, secret }: BallotSpec,
  { leastPapers }: BallotPolicy,
  entries: readonly FormedEntry[],
): void {
  if (entries.length === 0) throw new BallotRefused('ballot.roll_empty');
  const [missing] = missingBases(rule, entries);
  if (missing !== undefined) throw new BallotRefused('ballot.rule_unfit', { base: missing });
  if (!secret) return;
  if (!areEqual(entries) || entries.some(({ weights }) => weights.area !== undefined))
    throw new BallotRefused('ballot.secret_weights');
  if (entries.length < leastPapers) throw new BallotRefused('ballot.too_few_for_secrecy', { least: leastPapers });
}
