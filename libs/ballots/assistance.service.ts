import type { ErrorCode } from '#libs/contract';
import type { Tx } from '#libs/database';
import type { PersonId, Registry } from '#libs/registry';

import { entryRow } from './ballots.sql.js';
import { BallotRefused } from './ballots.refused.js';
import type { BallotId, Channel, Electorate, EntryCode } from './ballots.vocabulary.js';

/** A paper that was not the voter's own doing, as those of its unit are told of it. */
export interface AssistedNews {
  ballot: BallotId;
  entry: EntryCode;
  revision: number;
  channel: Channel;
  casters: PersonId[];
}

/** What a caller wires in; without them every file is taken to be there, and nobody is told. */
export interface AssistanceOptions {
  registry: Registry;
  /** Whether a waiver, a scan or a written proxy is there, and was not erased. */
  fileExists?: (tx: Tx, file: string) => Promise<boolean>;
  /** Tells the casters of a unit that a paper of it came in by somebody else's hand. Told again it changes nothing. */
  tell?: (tx: Tx, news: AssistedNews) => Promise<void>;
}

/** A paper that somebody else enters, as far as it has to be judged. */
export interface AssistedPaper {
  ballot: BallotId;
  entry: EntryCode;
  caster: PersonId;
  channel: Exclude<Channel, 'own'>;
  by: PersonId;
  witness?: PersonId;
  file?: string;
  isSecret: boolean;
  rollOf: Electorate;
  /** It would replace a paper in force. */
  isChange: boolean;
}

/** Judges what others do for a voter: who they are as persons, not as records, and whether what they refer to is there. */
export class Assistance {
  constructor(private readonly options: AssistanceOptions) {}

  /** What is missing when somebody else enters a paper; judged before anything of the unit's papers is looked at. */
  async problem(tx: Tx, paper: AssistedPaper): Promise<ErrorCode | null> {
    const { channel, by, caster, file, isSecret, rollOf, isChange } = paper;
    if (isSecret && isChange) return 'ballot.waiver_needed';
    if (channel === 'telephone' || channel === 'doorstep') {
      if (!(await this.#isWitnessed(tx, paper))) return 'ballot.witness_needed';
      const code = await this.fileProblem(tx, file);
      return isSecret && (file === undefined || code !== null) ? 'ballot.waiver_needed' : code;
    }
    if (channel === 'paper' && (await this.isSamePerson(tx, by, [caster]))) return 'ballot.two_people';
    // a raised hand is seen by everybody, and a secret sheet lies in two envelopes
    if (isSecret) return 'ballot.waiver_needed';
    // hands are raised in a room, by those who were named as present in it
    if (channel === 'hands' && rollOf !== 'named') return 'ballot.witness_needed';
    return this.fileProblem(tx, file);
  }

  async fileProblem(tx: Tx, file: string | null | undefined): Promise<ErrorCode | null> {
    const { fileExists } = this.options;
    if (file === undefined || file === null || fileExists === undefined) return null;
    return (await fileExists(tx, file)) ? null : 'ballot.file_unknown';
  }

  /** @throws BallotRefused `ballot.file_unknown` */
  async refuseMissing(tx: Tx, file: string | null | undefined): Promise<void> {
    const code = await this.fileProblem(tx, file);
    if (code !== null) throw new BallotRefused(code);
  }

  /** Whether somebody is one of these people, under any record of them. */
  async isSamePerson(tx: Tx, person: PersonId, others: readonly (PersonId | null | undefined)[]): Promise<boolean> {
    const ids = await this.options.registry.idsOf(tx, person);
    return others.some((other) => other !== null && other !== undefined && ids.includes(other));
  }

  /** @throws BallotRefused `ballot.two_people` when somebody is one of these people, under any record of them. */
  async refuseSame(tx: Tx, person: PersonId, others: readonly (PersonId | null | undefined)[]): Promise<void> {
    if (await this.isSamePerson(tx, person, others)) throw new BallotRefused('ballot.two_people');
  }

  /** Tells everybody who may cast for the unit. */
  async tell(tx: Tx, news: Omit<AssistedNews, 'casters'>): Promise<void> {
    const { tell } = this.options;
    if (tell === undefined) return;
    const { casters } = await entryRow(tx, news.ballot, news.entry);
    await tell(tx, { ...news, casters });
  }

  /** The witness is somebody who is known and lives, and neither of the two, nor of the unit whose paper it is. */
  async #isWitnessed(tx: Tx, { ballot, entry, caster, by, witness }: AssistedPaper): Promise<boolean> {
    if (witness === undefined || (await this.isSamePerson(tx, by, [caster]))) return false;
    const { registry } = this.options;
    const known = await registry.person(tx, witness);
    const person = known?.mergedInto == null ? known : await registry.person(tx, known.mergedInto);
    if (person === null || person.diedOn !== null || person.erasedOn !== null) return false;
    const [row] = await tx.query<{ casters: PersonId[] }>(
      'select casters from ballot_entries where ballot = $1 and entry = $2',
      [ballot, entry],
    );
    return !(await this.isSamePerson(tx, witness, [caster, by, ...(row?.casters ?? [])]));
  }
}
