import { Page } from '../../app/page.js';
import { useTimes } from '../../app/times.js';
import { useMe, holds } from '../../app/session.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { StatusChip } from '../../ui/status.js';
import { casesWords } from '../../words/cases.words.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { CaseFacts, Journal } from '../cases/general-case-view.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { PrintLinks } from '../coordinator/print-links.js';
import { AgendaPanel } from './agenda-panel.js';
import { AttendancePanel } from './attendance-panel.js';
import { Countdown, clockOf } from './countdown.js';
import { FloorPanel } from './floor-panel.js';
import { ActButton, MeetingDeskPlace, useDesk } from './meeting-desk.js';
import { stateOf, type MeetingState } from './meeting.types.js';
import { MinutesPanel } from './minutes-panel.js';
import { QuorumLine } from './quorum-line.js';
import { Shortcuts } from './shortcuts.js';
import { proxiesInForce, quorumOf } from './sitting.rules.js';
import { useNames, useRoster, type Member } from './use-names.js';
import './meetings.css';

/** Acts with a control of their own on this page; whatever else can be done is offered by the panel below. */
const OWN_CONTROLS = [
  ...['orderAgenda', 'addItem', 'dropItem', 'reschedule', 'callOff', 'recall', 'giveProxy', 'revokeProxy'],
  ...['showCode', 'arrive', 'arriveAsNeighbour', 'recordArrivals', 'leave', 'recordDepartures', 'recordProxy'],
  ...['admitGuest', 'openSitting', 'adjourn', 'takeChair', 'handOverChair', 'presentItem', 'carryOver'],
  ...['markUnsettled', 'declareOutside', 'prolongDebate', 'prolongSitting', 'giveFloor', 'endTurn', 'putToVote'],
  ...['putAmendmentToVote', 'holdElection', 'closeSitting', 'speak', 'askForFloor', 'leaveList', 'recuse', 'propose'],
  ...['second', 'moveAmendment', 'secondAmendment', 'acceptAmendment', 'withdrawAmendment', 'amendMotion'],
  ...[
    'withdrawMotion',
    'nominate',
    'acceptNomination',
    'declareInterest',
    'recordAcceptance',
    'draftMinutes',
    'signMinutes',
  ],
  ...['returnMinutes', 'witnessMinutes'],
];

/** A meeting before, while and after it sits. */
export function MeetingView({ seen }: CaseViewProps) {
  const state = stateOf(seen);
  return state === null ? <OutsideView seen={seen} /> : <InsideView seen={seen} state={state} />;
}

/** For whoever is no member: what it is, when, and what came of it. */
function OutsideView({ seen }: CaseViewProps) {
  const c = useWords(casesWords);
  const inLabel = useLabel();
  return (
    <Page
      title={seen.title ?? inLabel(seen.workflowLabel)}
      above={
        <p>
          <StatusChip status={seen.status} label={seen.stage.label} />
        </p>
      }
      canBeRead
      actions={<LinkButton to={`/cases/${seen.id}/chart`}>{c('seeChart')}</LinkButton>}
    >
      <ActPanel seen={seen} />
      <PrintLinks of={seen} />
      <CaseFacts seen={seen} />
      <section className="stack tight" aria-labelledby="journal">
        <h2 id="journal">{c('journal')}</h2>
        <Journal caseId={seen.id} />
      </section>
    </Page>
  );
}

function InsideView({ seen, state }: CaseViewProps & { state: MeetingState }) {
  const c = useWords(casesWords);
  const w = useWords(meetingsWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const nameOf = useNames([...peopleIn(state), state.unit], seen.id);
  const roster = useRoster(state, holds(me, 'coordinator', 'secretary', 'chair', 'recorder', 'operator', 'leader'));
  const step = seen.stage.key;
  return (
    <Page
      title={seen.title ?? inLabel(seen.workflowLabel)}
      width="full"
      above={
        <p>
          <StatusChip status={seen.status} label={seen.stage.label} />
        </p>
      }
      actions={
        <>
          {step === 'sitting' && (
            <LinkButton to={`/meetings/${seen.id}/screen`} target="_blank">
              {w('openScreen')}
            </LinkButton>
          )}
          <LinkButton to={`/cases/${seen.id}/chart`}>{c('seeChart')}</LinkButton>
        </>
      }
    >
      <MeetingDeskPlace seen={seen} state={state} nameOf={nameOf}>
        {step === 'convened' && <Before roster={roster} />}
        {step === 'sitting' && <Live roster={roster} />}
        {(step === 'minutes' || step === 'ended') && <After />}
        <div className="no-print">
          <ActPanel seen={seen} without={OWN_CONTROLS} isQuiet />
        </div>
        <details>
          <summary>{c('journal')}</summary>
          <Journal caseId={seen.id} />
        </details>
      </MeetingDeskPlace>
    </Page>
  );
}

function peopleIn(state: MeetingState): string[] {
  const { present, attended, guests, chair, drafter, signer, queue, items, proxies } = state;
  const named = [chair, drafter, signer, ...queue.map(({ person }) => person)];
  const ofItems = items.flatMap(({ recused, declared, motion, past, nominations, elected, speeches }) => [
    ...recused,
    ...declared,
    ...elected,
    ...[motion?.mover, motion?.seconder, motion?.amendment?.mover, motion?.amendment?.seconder],
    ...past.flatMap(({ mover, seconder }) => [mover, seconder]),
    ...nominations.flatMap(({ person, nominator }) => [person, nominator]),
    ...speeches.map(({ person }) => person),
  ]);
  const all = [
    ...present,
    ...attended,
    ...guests,
    ...named,
    ...ofItems,
    ...proxies.flatMap(({ giver, holder }) => [giver, holder]),
  ];
  return all.flatMap((id) => id ?? []);
}

function Before({ roster }: { roster: readonly Member[] | null }) {
  const { state, nameOf, seen } = useDesk();
  const w = useWords(meetingsWords);
  const { inWords, fromNow } = useTimes();
  const { needed, base, isAnybody } = quorumOf({ ...state, present: [], proxies: [] }, null);
  return (
    <div className="meeting-columns two">
      <div className="stack">
        {state.shortNotice && <Box kind="warn">{w('shortNotice', { n: state.policy?.noticeHours ?? 0 })}</Box>}
        <Facts
          facts={[
            [w('when'), `${inWords(state.startsAt, 'dayAndTime')}（${fromNow(state.startsAt)}）`],
            [w('who'), `${nameOf(state.unit)} · ${w(`kind_${state.kind}`)}`],
            [w('members'), w('people', { n: state.members })],
            [w('quorumNeeded'), isAnybody ? w('anybody') : w('neededOf', { needed, base })],
          ]}
        />
        <div className="row">
          <ActButton act="reschedule" />
          <ActButton act="recall" look="primary" />
          <ActButton act="giveProxy" />
          <ActButton act="revokeProxy" />
          <ActButton act="recordProxy" />
          <ActButton act="callOff" look="danger" />
        </div>
        <AgendaPanel isOpen />
      </div>
      <div className="stack">
        <Invited roster={roster} />
        <PrintLinks of={seen} />
      </div>
    </div>
  );
}

/** Whom the invitation has gone to, and who has sent somebody instead. */
function Invited({ roster }: { roster: readonly Member[] | null }) {
  const { state, nameOf } = useDesk();
  const w = useWords(meetingsWords);
  return (
    <section className="stack tight" aria-labelledby="invited">
      <h2 id="invited">{w('invited')}</h2>
      <p className="soft small">{w(roster?.length === 0 ? 'invitedNeighbours' : 'invitedHelp')}</p>
      {roster !== null && roster.length > 0 && roster.length !== state.members && (
        <Box kind="warn">{w('rosterDiffers', { n: roster.length, members: state.members })}</Box>
      )}
      <ul className="meeting-people" aria-label={w('invited')}>
        {(roster ?? []).map(({ person, name }) => {
          const proxy = state.proxies.find(({ giver }) => giver === person);
          return (
            <li key={person} className="meeting-person">
              <bdi>{name}</bdi>
              {proxy !== undefined && (
                <span className="soft small">{w('proxyTo', { name: nameOf(proxy.holder) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Live({ roster }: { roster: readonly Member[] | null }) {
  const { state, seen, nameOf } = useDesk();
  const w = useWords(meetingsWords);
  const sitting = clockOf(seen.clocks, 'sitting');
  return (
    <>
      <div className="meeting-bar">
        <QuorumLine state={state} item={null} />
        <p className="row">
          <span>{state.chair === null ? w('noChair') : w('chairIs', { name: nameOf(state.chair) })}</span>
          {sitting !== undefined && <Countdown clock={sitting} />}
          {proxiesInForce(state).length > 0 && <span>{w('proxies', { n: proxiesInForce(state).length })}</span>}
        </p>
      </div>
      <div className="meeting-columns">
        <div className="meeting-col-floor">
          <FloorPanel />
        </div>
        <div className="meeting-col-agenda stack">
          <AgendaPanel isOpen />
          <Shortcuts />
        </div>
        <div className="meeting-col-room">
          <AttendancePanel roster={roster} />
        </div>
      </div>
    </>
  );
}

function After() {
  return (
    <div className="meeting-columns two">
      <MinutesPanel />
      <AgendaPanel isOpen={false} />
    </div>
  );
}
