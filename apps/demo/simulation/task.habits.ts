import { demoPersonId } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { seatOf } from './cast.js';
import type { Twist } from './fates.js';
import { outcomeText } from './deliberate.habits.js';
import { demoFile } from './files.js';
import type { IssueSight } from './issue.sight.js';
import { coordinatorOf } from './say.habits.js';
import { dice, has, isIn, isInTime, phrase, within, words } from './scene.js';
import type { Move, Scene, When } from './scene.js';

/** What agents read of a task's context. */
export interface TaskSight {
  issue: string;
  unit: string;
  part: 'lead' | 'assist' | 'emergency' | 'errand';
  round: number;
  arbiter: string | null;
  returns: unknown[];
  handlers: string[];
  formerHandlers: string[];
  progressNotes: number;
  answers: { kind: string }[];
  holds: number;
  extensions: number;
  redoCount: number;
}

type TaskScene = Scene<TaskSight>;

/** Fates are about the leading work of the first round; assists and later rounds go well. */
function fated(scene: TaskScene, ...twists: Twist[]): boolean {
  const { part, round } = scene.context;
  return part !== 'assist' && round === 1 && has(scene, ...twists);
}

/** Whoever works on it: the one who accepted it, else the clerk or duty officer of the unit. */
function doerOf(scene: TaskScene): string {
  const { unit, handlers, part } = scene.context;
  const [handler] = handlers;
  if (handler !== undefined) return handler;
  const roles = part === 'emergency' ? ['duty', 'department'] : ['department', 'duty', 'leader', 'partner'];
  const found = roles.flatMap((role) => scene.cast.holders(role, unit));
  const [first] = found;
  if (first === undefined) throw new Error(`nobody works at the unit of task ${scene.id}`);
  return first;
}

function leaderOf(scene: TaskScene, unit: string | null): string {
  const [leader] = unit === null ? [] : scene.cast.holders('leader', unit);
  return leader ?? demoPersonId('leader');
}

/** Who signs that it cannot be done: the unit's leader, or the street's where the leader did the work. */
function signerOf(scene: TaskScene): string {
  const leader = leaderOf(scene, scene.context.unit);
  return scene.context.handlers.includes(leader) ? demoPersonId('leader') : leader;
}

function rhythmOf(scene: TaskScene): 'always' | 'office' {
  return scene.context.part === 'emergency' ? 'always' : 'office';
}

function at(scene: TaskScene, clock: string, share: number): When {
  return { ...within(scene, clock, share), rhythm: rhythmOf(scene) };
}

function accept(scene: TaskScene): Move[] {
  if (!isIn(scene, 'withDoer.dispatched')) return [];
  const by = doerOf(scene);
  const { returns, part } = scene.context;
  const isReturned =
    part !== 'emergency' &&
    ((fated(scene, 'task-returned') && returns.length === 0) ||
      (fated(scene, 'task-arbitrated') && returns.length < 2));
  if (isReturned && scene.context.arbiter === null) {
    const visit = String(returns.length);
    const input = {
      ground: returns.length === 0 ? 'not_our_duty' : 'wrong_place',
      reason: phrase(scene, 'returnTask', visit),
      basis: phrase(scene, 'returnBasis', visit),
    };
    return [{ act: 'returnTask', by, input, when: at(scene, 'acceptance', 0.5) }];
  }
  if (fated(scene, 'task-silent') && part !== 'emergency') return [];
  return [{ act: 'accept', by, input: {}, when: at(scene, 'acceptance', 0.4) }];
}

/** Another department of the matter than the one that has it now. */
function otherUnit(scene: TaskScene): string {
  const { matter } = scene.issue;
  const others = [...matter.departments, 'property', 'enforcement']
    .map(unitId)
    .filter((unit) => unit !== scene.context.unit);
  return others[0] ?? scene.context.unit;
}

function redirect(scene: TaskScene): Move[] {
  if (isIn(scene, 'returned')) {
    const input = { unit: otherUnit(scene), note: phrase(scene, 'reassignNote') };
    return [{ act: 'reassign', by: coordinatorOf(scene), input, when: at(scene, 'redispatch', 0.5) }];
  }
  if (!isIn(scene, 'arbitration') || scene.context.arbiter === null || fated(scene, 'arbitration-silent')) return [];
  const by = leaderOf(scene, scene.context.arbiter);
  const when = at(scene, 'arbitration', 0.5);
  if (fated(scene, 'ruled-impossible')) {
    return [
      {
        act: 'declareImpossible',
        by,
        input: { reason: phrase(scene, 'impossible'), evidence: [demoFile('survey')] },
        when,
      },
    ];
  }
  const unit = unitId(scene.issue.matter.departments[0]);
  return [{ act: 'assignOwner', by, input: { unit, reason: phrase(scene, 'ruling') }, when }];
}

const asked = (scene: TaskScene, kind: string): number =>
  scene.context.answers.filter((answer) => answer.kind === kind).length;

/** What whoever works on it asks for before it is done, by fate. */
function request(scene: TaskScene, by: string): Move | null {
  const { part } = scene.context;
  if (part === 'emergency') return null;
  const when = at(scene, 'handling', 0.3);
  if (fated(scene, 'task-hold', 'task-hold-refused') && asked(scene, 'hold') === 0 && scene.context.holds === 0) {
    const input = { ground: 'material', reason: phrase(scene, 'hold'), days: 10, evidence: [] };
    return { act: 'askHold', by, input, when };
  }
  const wantedExtensions = fated(scene, 'task-extended-twice')
    ? 2
    : fated(scene, 'task-extended', 'task-extension-refused')
      ? 1
      : 0;
  if (asked(scene, 'extension') < wantedExtensions) {
    const visit = String(asked(scene, 'extension'));
    return {
      act: 'askExtension',
      by,
      input: { reason: phrase(scene, 'extension', visit), days: 3 },
      when: at(scene, 'handling', 0.55),
    };
  }
  if (fated(scene, 'task-impossible', 'task-impossible-refused') && asked(scene, 'impossible') === 0) {
    const input = {
      reason: scene.issue.matter.impossible ?? phrase(scene, 'impossible'),
      evidence: [demoFile('survey')],
    };
    return { act: 'reportImpossible', by, input, when: at(scene, 'handling', 0.5) };
  }
  return null;
}

function handle(scene: TaskScene): Move[] {
  if (!isIn(scene, 'withDoer.handling.active.working')) return [];
  const by = doerOf(scene);
  if (fated(scene, 'task-withdrawn')) {
    return [
      {
        act: 'withdrawTask',
        by: coordinatorOf(scene),
        input: { reason: phrase(scene, 'withdrawTask') },
        when: at(scene, 'handling', 0.4),
      },
    ];
  }
  const wanted = request(scene, by);
  // who has missed the time can no longer ask for more
  const moves: Move[] = wanted !== null && isInTime(scene, wanted.when) ? [wanted] : [];
  const { progressNotes, redoCount, part } = scene.context;
  if (progressNotes === 0 && part === 'lead' && dice(scene, 'progress').chance(0.55)) {
    moves.push({
      act: 'progress',
      by,
      input: { note: words(scene, 'progress'), files: [demoFile('site')] },
      when: at(scene, 'handling', 0.3),
    });
  }
  const lateness = fated(scene, 'task-very-late') ? 2.6 : fated(scene, 'task-late') ? 1.25 : 0.6;
  const share = redoCount === 0 ? lateness : 0.5;
  const issue = scene.peek(scene.context.issue) as IssueSight | undefined;
  const visit = `${scene.context.unit}:${String(redoCount)}`;
  const input = { answer: outcomeText(scene, issue, visit), evidence: [demoFile('before'), demoFile('after')] };
  return [...moves, { act: 'finish', by, input, when: at(scene, 'handling', share) }];
}

const DECISIONS = [
  {
    state: 'holdAsked',
    clock: 'holdApproval',
    refused: 'task-hold-refused',
    grant: 'approveHold',
    refuse: 'refuseHold',
    words: 'refuseHold',
  },
  {
    state: 'extensionAsked',
    clock: 'extensionApproval',
    refused: 'task-extension-refused',
    grant: 'grantExtension',
    refuse: 'refuseExtension',
    words: 'refuseExtension',
  },
  {
    state: 'furtherExtensionAsked',
    clock: 'extensionApproval',
    refused: null,
    grant: 'leaderGrantExtension',
    refuse: 'leaderRefuseExtension',
    words: 'refuseExtension',
  },
  {
    state: 'impossibleReported',
    clock: 'signature',
    refused: 'task-impossible-refused',
    grant: 'signImpossible',
    refuse: 'refuseImpossible',
    words: 'refuseImpossible',
  },
  {
    state: 'signing',
    clock: 'answerSigning',
    refused: null,
    grant: 'signAnswer',
    refuse: 'sendBackAnswer',
    words: 'refuseImpossible',
  },
] as const;

function decide(scene: TaskScene): Move[] {
  const open = DECISIONS.find(({ state }) => isIn(scene, `withDoer.handling.active.${state}`));
  if (!open) return [];
  const isRefused = open.refused !== null && has(scene, open.refused);
  const by = {
    holdAsked: () => coordinatorOf(scene, scene.context.handlers),
    extensionAsked: () => coordinatorOf(scene, scene.context.handlers),
    furtherExtensionAsked: () => demoPersonId('leader'),
    impossibleReported: () => signerOf(scene),
    signing: () => signerOf(scene),
  }[open.state]();
  const input = isRefused ? { reason: phrase(scene, open.words) } : {};
  return [{ act: isRefused ? open.refuse : open.grant, by, input, when: at(scene, open.clock, 0.4) }];
}

function resume(scene: TaskScene): Move[] {
  if (!isIn(scene, 'withDoer.handling.held')) return [];
  return [{ act: 'resume', by: doerOf(scene), input: {}, when: at(scene, 'hold', 0.5) }];
}

function verify(scene: TaskScene): Move[] {
  if (!isIn(scene, 'verification')) return [];
  const { redoCount, handlers } = scene.context;
  const isBad = (fated(scene, 'task-redo') && redoCount === 0) || (fated(scene, 'task-redo-often') && redoCount < 3);
  const visit = String(redoCount);
  const input = isBad ? { reason: phrase(scene, 'notVerified', visit) } : { note: phrase(scene, 'verified', visit) };
  const not = [...handlers, ...scene.context.formerHandlers];
  if (isIn(scene, 'verification.bySupervisors')) {
    if (fated(scene, 'silent-supervisor')) return [];
    const by = scene.cast.one('supervisor', seatOf('supervisor'), { random: dice(scene, 'verifier'), not });
    return [{ act: isBad ? 'sendBack' : 'verify', by, input, when: at(scene, 'verification', 0.4) }];
  }
  if (isIn(scene, 'verification.bySubstitute')) {
    if (fated(scene, 'silent-substitute')) return [];
    const by = scene.cast.one('representative', seatOf('representative'), { random: dice(scene, 'substitute'), not });
    return [{ act: isBad ? 'sendBackInstead' : 'verifyInstead', by, input, when: at(scene, 'substitution', 0.4) }];
  }
  const by = coordinatorOf(scene, not);
  return [
    { act: isBad ? 'coordinatorSendBack' : 'coordinatorVerify', by, input, when: at(scene, 'lastVerification', 0.4) },
  ];
}

/** What people do to a task. */
export function taskMoves(scene: TaskScene): Move[] {
  return [accept, redirect, handle, decide, resume, verify].flatMap((habit) => habit(scene));
}
