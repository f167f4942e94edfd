import canonicalize from 'canonicalize';

import type { ErrorCode } from '#libs/contract';
import { Batcher, QueryError } from '#libs/database';
import type { Database } from '#libs/database';
import { choiceProblem, isVoid } from '#libs/decision';
import type { Choice, ChoiceProblem, Question } from '#libs/decision';
import type { Instant } from '#libs/engine';
import type { PersonId, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { Assistance } from './assistance.service.js';
import type { AssistanceOptions } from './assistance.service.js';
import type {
  BallotId,
  BallotStatus,
  Channel,
  Electorate,
  EntryCode,
  PaperState,
  RollSource,
} from './ballots.vocabulary.js';
import { castPapers } from './casting.sql.js';
import type { CastItem, CastRow, CastVerdict } from './casting.sql.js';
import { keyHash, lockOf, madeReceipt, readReceipt, requestHash, trackerOf } from './codes.rules.js';
import { BallotSecrets, envelopeSize, placeOfEntry } from './envelope.js';

/** Who enters a paper that is not the voter's own doing. */
export interface Assisted {
  channel: Exclude<Channel, 'own'>;
  by: PersonId;
  /** The second person at the telephone or at the door. */
  witness?: PersonId;
  /** Scan of the paper, or the voter's written waiver of secrecy. */
  file?: string;
}

export interface CastRequest {
  ballot: BallotId;
  entry: EntryCode;
  /** Whose right is used: somebody the roll lets cast for the entry. */
  caster: PersonId;
  choice: unknown;
  /** The same one again: the same answer, nothing written; the same one for something else is refused. */
  key: string;
  /** Made by the voter's device; without one the answer brings one. Never of an assisted paper. */
  receipt?: string;
  /** Receipt of the paper in force that this one replaces. */
  replaces?: string;
  assisted?: Assisted;
}

export type WithdrawRequest = Omit<CastRequest, 'choice' | 'receipt' | 'assisted' | 'replaces'> & { replaces: string };

export type CastAnswer =
  | {
      kind: 'recorded';
      ballot: BallotId;
      entry: EntryCode;
      revision: number;
      castAt: Instant;
      /** `setAside` while the unit is contested. */
      state: PaperState;
      /**
       * Only when the voter brought none; it is kept nowhere and shown again only to the same request. Never of an assisted paper:
       * whoever collects it could replace it. Its unit contests it instead.
       */
      receipt: string | null;
    }
  | {
      kind: 'refused';
      code: ErrorCode;
      /** What stands in the way of a second paper: when, how and by whom the first one was cast. */
      standing: { castAt: Instant; channel: Channel; isYours: boolean } | null;
      problem: ChoiceProblem | null;
    };

interface OpenBallot {
  question: Question;
  isSecret: boolean;
  rollOf: Electorate;
  size: number;
  secrets: BallotSecrets;
}

const CODES: Record<Exclude<CastVerdict, 'repeated'>, ErrorCode> = {
  unknown: 'ballot.unknown',
  not_entitled: 'ballot.not_entitled',
  not_open: 'ballot.not_open',
  closed: 'ballot.closed',
  nothing_cast: 'ballot.nothing_cast',
  already_cast: 'ballot.already_cast',
  wrong_receipt: 'ballot.wrong_receipt',
  receipt_used: 'ballot.receipt_used',
  key_reused: 'idempotency.key_reused',
};

/** Refusals that tell whether a unit has voted: of a secret ballot nobody but the unit hears them apart. */
const STANDINGS: readonly ErrorCode[] = ['ballot.already_cast', 'ballot.nothing_cast', 'ballot.wrong_receipt'];

/** Ballots a process keeps the secrets of, those opened last. */
const MOST_KNOWN = 200;

export interface CastingOptions extends AssistanceOptions {
  database: Database;
  vault: Vault;
  registry: Registry;
  /** The instant of a virtual world; `null`: the database's clock. */
  virtualNow?: () => Instant | null;
  /** The most papers one statement takes. */
  mostTogether?: number;
}

const refusal = (code: ErrorCode, problem: ChoiceProblem | null = null): CastAnswer => ({
  kind: 'refused',
  code,
  standing: null,
  problem,
});

/**
 * Takes papers, apart from the ballot's chart: concurrent ones share a statement and a commit, one paper of one unit whatever the
 * channel, answered after the commit.
 */
export class Casting {
  readonly #known = new Map<BallotId, OpenBallot>();
  readonly #batcher: Batcher<CastItem, CastRow>;
  readonly #assistance: Assistance;

  constructor(private readonly options: CastingOptions) {
    this.#assistance = new Assistance(options);
    this.#batcher = new Batcher({
      most: options.mostTogether ?? 256,
      lanes: 1,
      keyOf: ({ ballot, entry }) => placeOfEntry(ballot, entry),
      carryOut: (items: readonly CastItem[]) => this.#carryOut(items),
    });
  }

  /** Casts a paper, or replaces the one in force. Never inside a transaction. */
  async cast(request: CastRequest): Promise<CastAnswer> {
    const ballot = await this.#open(request.ballot);
    if ('kind' in ballot) return ballot;
    const problem = choiceProblem(ballot.question, request.choice);
    if (problem !== null) return refusal('ballot.choice_invalid', problem);
    // only a sheet of paper can be spoiled
    if (isVoid(request.choice as Choice) && request.assisted?.channel !== 'paper')
      return refusal('ballot.choice_invalid');
    const code = await this.#assistanceProblem(request, ballot);
    if (code !== null) return refusal(code);
    const answer = await this.#asListed(request, (listed) => this.#cast(listed, ballot));
    return this.#towards(request, ballot, answer);
  }

  /** Takes the paper in force back, as if it had never been cast; the unit may cast again. */
  async withdraw(request: WithdrawRequest): Promise<CastAnswer> {
    const ballot = await this.#open(request.ballot);
    if ('kind' in ballot) return ballot;
    return this.#asListed(request, (listed) => this.#withdraw(listed, ballot));
  }

  /** Forgets the secrets of a ballot in this process. */
  forget(ballot: BallotId): void {
    this.#known.delete(ballot);
  }

  /** Returns when every paper under way has been answered. */
  async whenIdle(): Promise<void> {
    await this.#batcher.whenIdle();
  }

  async #cast(request: CastRequest, ballot: OpenBallot): Promise<CastAnswer> {
    const choice = request.choice as Choice;
    const key = keyHash(request.ballot, `${request.caster}\n${request.key}`);
    const typed = request.assisted === undefined ? request.receipt : undefined;
    const brought = typed === undefined ? null : readReceipt(typed);
    if (typed !== undefined && brought === null) return refusal('ballot.receipt_malformed');
    const receipt = brought ?? madeReceipt(ballot.secrets.receipts, { entry: request.entry, key });
    const item = this.#sealed(request, ballot, { receipt, choice });
    const asked = requestHash(ballot.secrets.receipts, { key, choice, receipt, replaces: item.replaces });
    const row = await this.#batcher.add({ ...item, key, request: asked });
    return this.#answer(request, row, brought === null && request.assisted === undefined ? receipt : null);
  }

  async #withdraw(request: WithdrawRequest, ballot: OpenBallot): Promise<CastAnswer> {
    const key = keyHash(request.ballot, `${request.caster}\n${request.key}`);
    const blank = { receipt: madeReceipt(ballot.secrets.receipts, { entry: request.entry, key }), choice: null };
    const item = this.#sealed(request, ballot, blank);
    const asked = requestHash(ballot.secrets.receipts, { key, ...blank, replaces: item.replaces });
    const row = await this.#batcher.add({
      ...item,
      choice: null,
      tracker: null,
      key,
      request: asked,
      withdraws: true,
    });
    return this.#answer(request, row, null);
  }

  /** Takes a request again under the record of its caster that stands on the roll, when theirs does not: records are merged. */
  async #asListed<Request extends CastRequest | WithdrawRequest>(
    request: Request,
    take: (request: Request) => Promise<CastAnswer>,
  ): Promise<CastAnswer> {
    const answer = await take(request);
    if (answer.kind === 'recorded' || answer.code !== 'ballot.not_entitled') return answer;
    const { ballot, entry, caster } = request;
    const ids = await this.options.database.transaction((tx) => this.options.registry.idsOf(tx, caster), {
      readOnly: true,
    });
    if (ids.length < 2) return answer;
    const [listed] = await this.options.database.query<{ id: PersonId }>(
      `select c as id from ballot_entries e, unnest(e.casters) c
       where e.ballot = $1 and e.entry = $2 and c = any($3) and c <> $4 order by c limit 1`,
      [ballot, entry, ids, caster],
    );
    return listed === undefined ? answer : take({ ...request, caster: listed.id });
  }

  async #assistanceProblem(
    { assisted, ballot, entry, caster, replaces }: CastRequest,
    { isSecret, rollOf }: OpenBallot,
  ): Promise<ErrorCode | null> {
    if (assisted === undefined) return null;
    const paper = { ...assisted, ballot, entry, caster, isSecret, rollOf, isChange: replaces !== undefined };
    return this.options.database.transaction((tx) => this.#assistance.problem(tx, paper), { readOnly: true });
  }

  /** What is told of an assisted paper: to those of its unit that it came in, to whoever collects nothing of a secret one. */
  async #towards({ assisted }: CastRequest, { isSecret }: OpenBallot, answer: CastAnswer): Promise<CastAnswer> {
    if (assisted === undefined) return answer;
    if (answer.kind === 'recorded') {
      const { ballot, entry, revision } = answer;
      const news = { ballot, entry, revision, channel: assisted.channel };
      await this.options.database.transaction((tx) => this.#assistance.tell(tx, news));
      return answer;
    }
    return isSecret && STANDINGS.includes(answer.code) ? refusal('ballot.already_cast') : answer;
  }

  async #carryOut(items: readonly CastItem[]): Promise<CastRow[]> {
    const { database, virtualNow } = this.options;
    const carryOut = (): Promise<CastRow[]> =>
      database.transaction((tx) => castPapers(tx, items, virtualNow?.() ?? null), { retries: 3 });
    try {
      return await carryOut();
    } catch (error) {
      // another process has just used the same receipt: seen from the beginning it is refused
      if (error instanceof QueryError && error.constraint === 'ballot_papers_receipt') return carryOut();
      throw error;
    }
  }

  #sealed(
    request: CastRequest | WithdrawRequest,
    { secrets, isSecret, size }: OpenBallot,
    { receipt, choice }: { receipt: string; choice: Choice | null },
  ): Omit<CastItem, 'key' | 'request'> {
    const { ballot, entry, caster, replaces } = request;
    const assisted = 'assisted' in request ? request.assisted : undefined;
    const tracker = trackerOf(receipt);
    const place = placeOfEntry(ballot, entry);
    const former = replaces === undefined ? null : (readReceipt(replaces) ?? 'none');
    return {
      ballot,
      entry,
      caster,
      by: assisted?.by ?? null,
      witness: assisted?.witness ?? null,
      file: assisted?.file ?? null,
      channel: assisted?.channel ?? 'own',
      choice: isSecret ? null : (canonicalize(choice) ?? null),
      envelope: isSecret ? secrets.enclose({ choice, tracker }, { place, size }) : null,
      tracker: isSecret ? null : tracker,
      lock: lockOf(secrets.salt, receipt),
      replaces: former === null ? null : lockOf(secrets.salt, former),
      withdraws: false,
    };
  }

  #answer({ ballot, entry, caster }: CastRequest | WithdrawRequest, row: CastRow, receipt: string | null): CastAnswer {
    const { verdict, revision, castAt, state, channel } = row;
    if ((verdict === null || verdict === 'repeated') && revision !== null && castAt !== null && state !== null) {
      return { kind: 'recorded', ballot, entry, revision, castAt, state, receipt };
    }
    if (verdict === null || verdict === 'repeated') throw new Error('a paper was written and is not there');
    if (verdict === 'closed') this.forget(ballot);
    const isTaken = verdict === 'already_cast' && castAt !== null && channel !== null;
    const standing = isTaken ? { castAt, channel, isYours: row.caster === caster } : null;
    return { kind: 'refused', code: CODES[verdict], standing, problem: null };
  }

  /** What is needed to take papers of a ballot, kept while it is open; or why none is taken. */
  async #open(id: BallotId): Promise<OpenBallot | CastAnswer> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const [row] = await this.options.database.query<{
      status: BallotStatus;
      question: Question;
      secret: boolean;
      roll: RollSource;
      sealed: string | null;
    }>(
      `select b.status, b.question, b.secret, b.roll, k.sealed from ballots b left join ballot_keys k on k.ballot = b.id where b.id = $1`,
      [id],
    );
    if (row === undefined) return refusal('ballot.unknown');
    if (row.status === 'drawn' || row.status === 'appeals') return refusal('ballot.not_open');
    // once closed, the same request again still gets the answer it had
    if (row.sealed === null) return refusal('ballot.closed');
    const { question, secret, roll, sealed } = row;
    const secrets = BallotSecrets.open(this.options.vault, sealed);
    const open = { question, isSecret: secret, rollOf: roll.of, size: envelopeSize(question), secrets };
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(id, open);
    return open;
  }
}
