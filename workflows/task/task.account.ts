import {
  armedIn,
  childIn,
  effectsIn,
  endIn,
  eventOf,
  startOf,
  type AccountLine,
  type LineEvent,
  type TaskFacts,
  type TaskTurn,
} from '#libs/contract';

/** What is known of a task while its journal is read. */
interface Reading {
  facts: TaskFacts;
  first: string;
  turn: TaskTurn;
  /** Token of the handling clock of the present visit; another token is another visit. */
  visit: string | null;
  /** Unit a transfer was proposed to, by those who have the task. */
  proposed: string | null;
}

type Input = LineEvent['input'];
const word = (value: Input[string] | undefined): string | null => (typeof value === 'string' ? value : null);

const SENDING_BACK = ['sendBack', 'sendBackInstead', 'coordinatorSendBack'];
const VERIFYING = ['verify', 'verifyInstead', 'coordinatorVerify'];
const GRANTING = ['grantExtension', 'leaderGrantExtension'];
const REFUSING = ['refuseExtension', 'leaderRefuseExtension'];

/** Events that end a visit without anything being handed in. */
const UNDONE = [
  'returnTask',
  'transfer',
  'takeOver',
  'withdrawTask',
  'cancel',
  'unit.succeeded',
  'owner.named',
  'admission.checked',
  'declareImpossible',
];

/** The account of a task, from its journal alone: one turn for each unit that had it. Pure. */
export function taskAccount(lines: readonly AccountLine[]): TaskFacts | null {
  const [first] = lines;
  if (first?.kind !== 'started') return null;
  const reading = begin(first);
  for (const line of lines) read(reading, line);
  return reading.facts;
}

function begin(line: AccountLine): Reading {
  const input = startOf(line);
  const unit = word(input['unit']) ?? '';
  const turn = turnOf({ unit, givenBy: 'dispatcher', from: line.at });
  const facts: TaskFacts = {
    of: 'task',
    issue: word(input['issue']) ?? '',
    child: childIn(line),
    origin: word(input['origin']) ?? 'issue',
    place: word(input['place']) ?? '',
    part: word(input['part']) ?? 'lead',
    matter: word(input['matter']),
    contact: word(input['contact']),
    confidential: input['confidential'] === true,
    openedAt: line.at,
    turns: [turn],
    arbitrations: 0,
    verifiedAt: null,
    endedAt: null,
    ending: null,
  };
  return { facts, first: unit, turn, visit: null, proposed: null };
}

function turnOf(given: Pick<TaskTurn, 'unit' | 'givenBy' | 'from'>): TaskTurn {
  return {
    ...given,
    ...{ acceptDueAt: null, acceptedAt: null, acceptedBySilence: false },
    ...{ returnedAt: null, returnGround: null, leftAt: null, dueAt: null, heldSince: null, heldMs: 0, holds: 0 },
    ...{ extensions: 0, extensionsRefused: 0, finishedAt: null, overdue: false, redo: 0, supervised: false },
  };
}

function read(reading: Reading, line: AccountLine): void {
  if (line.kind === 'dropped') return;
  const event = eventOf(line);
  const { facts } = reading;
  if (event?.kind === 'act') readAct(reading, event, line.at);
  if (event?.kind === 'told') readTold(reading, event, line.at);
  if (event?.kind === 'clock') readFired(reading, event.name, line.at);
  readClocks(reading, line, event);
  if (event !== null && VERIFYING.includes(event.name)) facts.verifiedAt = line.at;
  const end = endIn(line);
  if (end === null) return;
  facts.endedAt = line.at;
  facts.ending = end.status === 'cancelled' ? 'cancelled' : (word(end.output['result']) ?? end.status);
  if (facts.ending === 'cancelled' && reading.turn.finishedAt === null) leave(reading, line.at);
}

function readAct(reading: Reading, { name, input }: LineEvent, at: string): void {
  const { turn } = reading;
  const unit = word(input['unit']);
  if (GRANTING.includes(name)) turn.extensions += 1;
  if (REFUSING.includes(name)) turn.extensionsRefused += 1;
  if (SENDING_BACK.includes(name)) turn.redo += 1;
  switch (name) {
    case 'accept':
      turn.acceptedAt ??= at;
      return;
    case 'returnTask':
      Object.assign(turn, { returnedAt: at, returnGround: word(input['ground']), dueAt: null, heldSince: null });
      return;
    case 'reassign':
      if (unit !== null) give(reading, { unit, givenBy: 'dispatcher', from: at });
      return;
    case 'assignOwner':
      if (unit !== null) give(reading, { unit, givenBy: 'arbiter', from: at });
      return;
    case 'transfer':
      if (unit !== null) give(reading, { unit, givenBy: 'transfer', from: at });
      return;
    case 'proposeTransfer':
      reading.proposed = unit;
      return;
    case 'takeOver':
      if (reading.proposed !== null) give(reading, { unit: reading.proposed, givenBy: 'transfer', from: at });
      return;
    case 'approveHold':
      turn.holds += 1;
      return;
    default:
  }
}

function readTold(reading: Reading, { name, input }: LineEvent, at: string): void {
  const named = word(input[name === 'unit.succeeded' ? 'to' : 'unit']);
  if (name === 'supervision.started') reading.turn.supervised = true;
  if (named === null || named === reading.turn.unit) return;
  if (name === 'owner.named') give(reading, { unit: named, givenBy: 'arbiter', from: at });
  if (name === 'unit.succeeded' && word(input['from']) === reading.turn.unit) succeed(reading, named, at);
}

function readFired(reading: Reading, clock: string, at: string): void {
  const { turn, facts } = reading;
  if (clock === 'acceptance') turn.acceptedBySilence = true;
  if (clock === 'handling' && turn.dueAt !== null) turn.overdue = true;
  if (clock === 'redispatch') facts.arbitrations += 1;
  // nobody ruled: the unit asked first owns it
  if (clock === 'arbitration') give(reading, { unit: reading.first, givenBy: 'arbiter', from: at });
}

/** Another unit has it from here on. */
function give(reading: Reading, given: Pick<TaskTurn, 'unit' | 'givenBy' | 'from'>): void {
  if (reading.turn.returnedAt === null && reading.turn.finishedAt === null) leave(reading, given.from);
  reading.turn = turnOf(given);
  reading.visit = null;
  reading.proposed = null;
  reading.facts.turns.push(reading.turn);
}

/** Another unit steps into the place of the one that had it: the same visit and time go on. */
function succeed(reading: Reading, unit: string, at: string): void {
  const { visit, turn } = reading;
  const { dueAt, heldSince, overdue } = turn;
  give(reading, { unit, givenBy: 'transfer', from: at });
  Object.assign(reading.turn, { dueAt, heldSince, overdue });
  reading.visit = visit;
}

function leave({ turn }: Reading, at: string): void {
  Object.assign(turn, { leftAt: at, dueAt: null, heldSince: null });
}

/** The handling clock says when a visit began, stood still, went on and ended. */
function readClocks(reading: Reading, line: AccountLine, event: LineEvent | null): void {
  const effects = effectsIn(line);
  const name = event?.kind === 'cancel' || line.kind === 'cancelled' ? 'cancel' : (event?.name ?? '');
  const isOff = effects.some((effect) => effect.kind === 'disarm' && effect.name === 'handling');
  // without a visit the step has just given the task to somebody else
  if (isOff && reading.visit !== null && !UNDONE.includes(name)) handIn(reading, line.at);
  for (const clock of armedIn(line)) {
    if (clock.name === 'acceptance') reading.turn.acceptDueAt = clock.dueAt;
    if (clock.name === 'arbitration' && clock.dueAt !== null) reading.facts.arbitrations += 1;
    if (clock.name === 'handling') runs(reading, clock, line.at);
  }
}

function handIn({ turn }: Reading, at: string): void {
  turn.finishedAt = at;
  if (turn.dueAt !== null && at >= turn.dueAt) turn.overdue = true;
}

function runs(reading: Reading, { token, dueAt }: { token: string; dueAt: string | null }, at: string): void {
  const { turn } = reading;
  if (reading.visit !== null && reading.visit !== token) turn.finishedAt = null;
  reading.visit = token;
  if (dueAt === null) {
    turn.heldSince = at;
    return;
  }
  if (turn.heldSince !== null) turn.heldMs += Date.parse(at) - Date.parse(turn.heldSince);
  Object.assign(turn, { dueAt, heldSince: null });
}
