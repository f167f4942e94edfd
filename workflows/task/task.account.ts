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
  turn: TaskTurn;
  /** Where it is: with the unit, back with the dispatcher, in dispute, or handed in. */
  stage: 'doing' | 'returned' | 'disputed' | 'resting';
  /** Unit asked first, and the one that takes what nobody takes (兜底) as far as it was found; their successors after them. */
  first: string;
  fallback: string | null;
  /** Visits it was given for: the round of a dispute, which its answer repeats. */
  dispatches: number;
  /** The unit leads until a joint meeting names the owner. */
  isProvisional: boolean;
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
  return {
    ...{ facts, turn, stage: 'doing', first: unit, fallback: null, dispatches: 1, isProvisional: false },
    ...{ visit: null, proposed: null },
  };
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
      Object.assign(turn, { returnedAt: at, returnGround: word(input['ground']) });
      release(turn, at);
      reading.stage = 'returned';
      return;
    case 'reassign':
      if (unit !== null) give(reading, { unit, givenBy: 'dispatcher', from: at });
      return;
    case 'assignOwner':
      if (unit !== null) give(reading, { unit, givenBy: 'arbiter', from: at });
      return;
    case 'nobodyFits':
      fallBack(reading, at);
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
  const unit = word(input['unit']);
  if (name === 'supervision.started') reading.turn.supervised = true;
  if (name === 'arbiter.found' && reading.stage === 'disputed' && input['round'] === reading.dispatches) {
    reading.fallback = word(input['fallback']);
    // nothing stands above the units in dispute
    if (unit === null) fallBack(reading, at);
    reading.isProvisional = unit === null;
  }
  if (name === 'owner.named' && unit !== null) nameOwner(reading, unit, at);
  if (name === 'unit.succeeded') succeed(reading, { from: word(input['from']), to: word(input['to']) }, at);
}

/** A joint meeting settles a dispute or confirms or relieves who leads meanwhile; later minutes change nothing. */
function nameOwner(reading: Reading, unit: string, at: string): void {
  const { stage, turn } = reading;
  const isLeading = stage === 'doing' && reading.isProvisional;
  if (isLeading && unit === turn.unit) reading.isProvisional = false;
  else if (isLeading || stage === 'disputed') give(reading, { unit, givenBy: 'arbiter', from: at });
}

function readFired(reading: Reading, clock: string, at: string): void {
  const { turn } = reading;
  if (clock === 'acceptance') turn.acceptedBySilence = true;
  if (clock === 'handling' && turn.dueAt !== null) turn.overdue = true;
  if (clock === 'arbitration') fallBack(reading, at);
}

/** Nobody ruled, or nobody's duty fits: the fallback has it, or where none was found the unit asked first. */
function fallBack(reading: Reading, at: string): void {
  give(reading, { unit: reading.fallback ?? reading.first, givenBy: 'arbiter', from: at });
}

/** Another unit has it from here on. */
function give(reading: Reading, given: Pick<TaskTurn, 'unit' | 'givenBy' | 'from'>): void {
  if (reading.turn.returnedAt === null && reading.turn.finishedAt === null) leave(reading, given.from);
  const turn = turnOf(given);
  Object.assign(reading, { turn, visit: null, proposed: null, isProvisional: false, stage: 'doing' });
  reading.dispatches += 1;
  reading.facts.turns.push(turn);
}

/** A unit is merged or closed: its successor takes its place wherever it is remembered, with a time of its own. */
function succeed(reading: Reading, { from, to }: { from: string | null; to: string | null }, at: string): void {
  const { stage, dispatches, turn, isProvisional } = reading;
  if (reading.first === from) reading.first = to ?? reading.first;
  if (reading.fallback === from) reading.fallback = to;
  if (turn.unit !== from || to === null) return;
  if (stage !== 'doing' && stage !== 'resting') return;
  give(reading, { unit: to, givenBy: 'transfer', from: at });
  // while it is verified no time runs: the successor only steps in
  if (stage === 'resting') Object.assign(reading, { stage, dispatches, isProvisional });
}

function leave({ turn }: Reading, at: string): void {
  if (turn.leftAt !== null || turn.returnedAt !== null) return;
  turn.leftAt = at;
  release(turn, at);
}

/** It is the unit's no more. What had run out by then stays on its account; of what had not nothing is owed. */
function release(turn: TaskTurn, at: string): void {
  const { dueAt, heldSince } = turn;
  if (heldSince === null && dueAt !== null && at >= dueAt) turn.overdue = true;
  if (heldSince !== null) turn.heldMs += Date.parse(at) - Date.parse(heldSince);
  Object.assign(turn, { heldSince: null, dueAt: turn.overdue ? dueAt : null });
}

/** The handling clock says when a visit began, stood still, went on and ended. */
function readClocks(reading: Reading, line: AccountLine, event: LineEvent | null): void {
  const effects = effectsIn(line);
  const name = event?.kind === 'cancel' || line.kind === 'cancelled' ? 'cancel' : (event?.name ?? '');
  const isOff = effects.some((effect) => effect.kind === 'disarm' && effect.name === 'handling');
  // without a visit the step has just given the task to somebody else
  if (isOff && reading.visit !== null) {
    if (UNDONE.includes(name)) leave(reading, line.at);
    else handIn(reading, line.at);
  }
  for (const clock of armedIn(line)) {
    if (clock.name === 'acceptance') reading.turn.acceptDueAt = clock.dueAt;
    if (clock.name === 'redispatch') reading.stage = 'returned';
    if (clock.name === 'arbitration') dispute(reading);
    if (clock.name === 'handling') runs(reading, clock, line.at);
  }
}

/** The clock of a dispute says that there is one; measured anew it is the same dispute. */
function dispute(reading: Reading): void {
  if (reading.stage !== 'disputed') reading.facts.arbitrations += 1;
  reading.stage = 'disputed';
}

function handIn(reading: Reading, at: string): void {
  const { turn } = reading;
  reading.stage = 'resting';
  turn.finishedAt = at;
  if (turn.dueAt !== null && at >= turn.dueAt) turn.overdue = true;
}

function runs(reading: Reading, { token, dueAt }: { token: string; dueAt: string | null }, at: string): void {
  const { turn } = reading;
  if (reading.visit !== null && reading.visit !== token) turn.finishedAt = null;
  Object.assign(reading, { visit: token, stage: 'doing' });
  if (dueAt === null) {
    // a calendar that is edited meanwhile arms it anew, and the hold goes on
    turn.heldSince ??= at;
    return;
  }
  if (turn.heldSince !== null) turn.heldMs += Date.parse(at) - Date.parse(turn.heldSince);
  Object.assign(turn, { dueAt, heldSince: null });
}
