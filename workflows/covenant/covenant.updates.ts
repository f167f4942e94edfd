import { personOf, type CovenantContext, type Signatory } from './covenant.context.js';
import { change, counted, counting, fromChild, on } from './covenant.update.js';
import { ballotContract } from '../ballot/contract.js';
import { noticeContract } from '../notice/contract.js';

/** What was adopted, signed and filed is so no longer: the text has changed. */
const UNADOPTED = { vote: null, adopted: null, chair: null, filing: null } as const;

function withDrafter(context: CovenantContext, person: string | null): Pick<CovenantContext, 'drafters'> {
  return person === null || context.drafters.includes(person)
    ? { drafters: context.drafters }
    : { drafters: [...context.drafters, person] };
}

function signed(context: CovenantContext, one: Signatory): Signatory[] {
  const isKnown = context.signatories.some(({ person }) => person === one.person);
  if (!isKnown) return [...context.signatories, one];
  return context.signatories.map((each) => (each.person === one.person ? { ...each, isNamed: one.isNamed } : each));
}

/** What each step writes into the context. The chart names them, nothing else calls them. */
export const covenantUpdates = {
  recordDraft: on('writeDraft', (context, { input, by }) => ({
    ...withDrafter(context, personOf(by)),
    text: input.text,
    title: input.title ?? context.title,
    // what was generated is generated no longer once a word of it is changed
    document: null,
  })),
  countReminder: counting('reminders'),
  countSilence: counting('silences'),
  recordCheck: on('clearDraft', (context, { input, by, on: day }) => ({
    check: { by: personOf(by) ?? 'system', on: day, body: input.adoptedBy, finding: input.finding },
    // amended in the sitting and found lawful: the amended text is the text
    ...(context.adopted === null ? {} : { text: context.adopted.text }),
  })),
  countReturn: on('returnDraft', (context, { input }) => ({
    ...counted(context, 'returns'),
    ...UNADOPTED,
    lastReason: input.reason,
    lastGround: input.ground,
  })),
  recordRefusal: on('refuseDraft', (_context, { input }) => ({
    lastReason: input.reason,
    lastGround: input.ground,
    ending: 'refused',
  })),
  recordWithdrawal: on('withdrawDraft', (_context, { input }) => ({ lastReason: input.reason, ending: 'withdrawn' })),
  recordComments: fromChild(noticeContract.output, (_context, { result }) => ({
    commentsUpheld: result === 'objection_upheld' || result === 'withdrawn',
  })),
  countRework: change((context) => ({
    ...counted(context, 'reworks'),
    ...UNADOPTED,
    commentsUpheld: false,
    check: null,
  })),
  recordMeeting: on('submitToMeeting', (_context, { input }) => ({ meeting: input.meeting })),
  countAgenda: change((context) => ({ ...counted(context, 'agendas'), meeting: null })),
  recordMeetingVote: on('agenda.result', (context, { payload, on: day }) => ({
    vote: {
      verdict: payload.result === 'adopted' ? 'passed' : 'failed',
      provisional: payload.provisional,
      certificate: payload.certificate,
      by: payload.meeting,
      on: day,
    },
    adopted: payload.result === 'adopted' ? { text: payload.measure ?? context.text ?? '', on: day } : null,
  })),
  recordBallot: fromChild(ballotContract.output, (context, { verdict, provisional, certificate }, day) => ({
    vote: { verdict, provisional, certificate, by: context.case, on: day },
    adopted: verdict === 'passed' ? { text: context.text ?? '', on: day } : null,
  })),
  recordNoBallot: change((context, { on: day }) => ({
    vote: { verdict: 'no_quorum', provisional: false, certificate: null, by: context.case, on: day },
  })),
  countTry: on('callAgain', (context, { input }) => ({
    ...counted(context, 'tries'),
    ...UNADOPTED,
    meeting: null,
    lastReason: input.reason,
  })),
  countAsk: counting('asks'),
  recordSettled: on('verdict.settled', (context, { payload }) => {
    const { vote } = context;
    if (vote === null || payload.verdict === null) return {};
    const settled = { ...vote, verdict: payload.verdict, provisional: false, certificate: payload.certificate };
    return { vote: settled, adopted: payload.verdict === 'passed' ? context.adopted : null };
  }),
  countRecheck: change((context) => ({ ...counted(context, 'returns'), chair: null, filing: null })),
  recordSigning: on('sign', (_context, { by, at }) => ({ chair: { person: personOf(by) ?? 'system', at } })),
  countDeclined: on('declineToSign', (context, { input }) => ({
    ...counted(context, 'returns'),
    lastReason: input.reason,
    lastGround: null,
  })),
  recordFiling: on('acceptFiling', (_context, { input, on: day }) => ({
    filing: { number: input.number, on: day, bySilence: false },
  })),
  recordSilentFiling: change((_context, { on: day }) => ({ filing: { number: null, on: day, bySilence: true } })),
  countFilingObjection: on('objectToFiling', (context, { input }) => ({
    ...counted(context, 'filingObjections'),
    chair: null,
    filing: null,
    lastReason: input.reason,
    lastGround: input.ground,
  })),
  recordFinalObjection: on('objectToFiling', (_context, { input }) => ({
    lastReason: input.reason,
    lastGround: input.ground,
    ending: 'refused',
  })),
  recordSignature: on('signPledge', (context, { input, by, at }) => ({
    signatories: signed(context, { person: personOf(by) ?? 'system', isNamed: input.isNamed, at }),
  })),
  recordLeaving: on('leavePledge', (context, { by }) => ({
    signatories: context.signatories.filter(({ person }) => person !== personOf(by)),
  })),
  recordPledged: change((context, { on: day }) => ({ adopted: { text: context.text ?? '', on: day } })),
  recordEntry: on('register.entered', (_context, { payload }) => ({ entered: payload, refusedBy: null })),
  recordRefusedEntry: on('register.refused', (_context, { payload }) => ({ refusedBy: payload.code })),
  recordNoEntry: change(() => ({ refusedBy: 'register.silent' })),
  countEntry: counting('entries'),
  countEntryAnew: change((context) => ({
    counts: { ...context.counts, entries: 0, silences: context.counts.silences + 1 },
  })),
  recordAnnulment: on('annul', (_context, { input }) => ({ lastReason: input.reason, ending: 'revoked' })),
  recordDissolution: on('dissolvePledge', (_context, { input }) => ({ lastReason: input.reason, ending: 'revoked' })),
  countReview: counting('reviews'),
  recordReview: on('keep', (context, { input }) => ({ ...counted(context, 'reviews'), lastReason: input.reason })),
  recordSuccession: on('entry.ended', (_context, { payload }) => ({ ending: payload.how })),
  endAsRepealed: change(() => ({ ending: 'repealed' })),
  endAsRejected: change(() => ({ ending: 'rejected' })),
  endAsLapsed: change(() => ({ ending: 'lapsed' })),
  endAsCancelled: change(() => ({ ending: 'cancelled' })),
};
