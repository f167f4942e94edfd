import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link, useParams } from 'react-router';

import { caseQuery } from '../../api/cases.js';
import type { Schema } from '../../api/client.js';
import { liveState, onLiveState } from '../../api/live.js';
import { useTimes } from '../../app/times.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { Countdown, clockOf } from './countdown.js';
import { stateOf, type Item, type MeetingState } from './meeting.types.js';
import { currentItem, outcomeOf, quorumOf, resultOf, speakingOrder, waitingItems } from './sitting.rules.js';
import { useNames } from './use-names.js';
import './meetings.css';

/** Asked again even where no news come: a wall nobody touches must not stand still. */
const AGAIN_MS = 20_000;

/** What the wall of the room shows: the item, its text, who speaks, whether enough are there, what came of the vote. */
export function ScreenPage() {
  const { id = '' } = useParams();
  const w = useWords(meetingsWords);
  const { data, error, isError } = useQuery({
    ...caseQuery(id),
    refetchInterval: AGAIN_MS,
  });
  useEffect(() => {
    document.title = data?.title ?? w('title');
  }, [data, w]);
  if (data === undefined) return error === null ? <Loading /> : <ProblemBox error={error} />;
  const state = stateOf(data);
  if (state === null)
    return (
      <div className="screen">
        <h1>{data.title}</h1>
        <EmptyState title={w('screenEmpty')}>{w('screenEmptyHelp')}</EmptyState>
      </div>
    );
  return <Screen seen={data} state={state} isOld={isError} />;
}

function Screen({ seen, state, isOld }: { seen: Schema<'Case'>; state: MeetingState; isOld: boolean }) {
  const w = useWords(meetingsWords);
  const { inWords } = useTimes();
  const item = currentItem(state);
  const isOn = item?.status === 'waiting';
  const step = seen.stage.key;
  return (
    <div className="screen">
      <Lost isOld={isOld} />
      <div className="screen-line">
        <h1>{seen.title}</h1>
        {step === 'sitting' && <QuorumSign state={state} item={isOn ? item : null} />}
      </div>
      {step === 'convened' && (
        <p className="screen-item">
          {w('screenWaiting', { when: inWords(state.startsAt, 'weekday') + ' ' + inWords(state.startsAt, 'time') })}
        </p>
      )}
      {step === 'sitting' &&
        (isOn ? <OnFloor seen={seen} state={state} item={item} /> : <Between seen={seen} state={state} item={item} />)}
      {(step === 'minutes' || step === 'ended') && <p className="screen-item">{w('screenOver')}</p>}
      {state.code != null && step === 'sitting' && <p className="screen-text">{w('codeIs', { code: state.code })}</p>}
      <p className="screen-foot small no-print">
        <Link to={`/meetings/${seen.id}`}>{w('leaveScreen')}</Link>
      </p>
    </div>
  );
}

/** A connection that is gone is said: an old picture must not be taken for the present one. */
function Lost({ isOld }: { isOld: boolean }) {
  const w = useWords(meetingsWords);
  const live = useSyncExternalStore(onLiveState, liveState);
  const [isLong, setLong] = useState(false);
  const isLost = live === 'lost' || isOld;
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setTimeout(() => setLong(true), 3000);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isLost]);
  return <div role="status">{isLost && isLong && <p className="screen-lost">{w('screenLost')}</p>}</div>;
}

function QuorumSign({ state, item }: { state: MeetingState; item: Item | null }) {
  const w = useWords(meetingsWords);
  const { isReached, missing, here, base, needed, isAnybody } = quorumOf(state, item);
  return (
    <>
      <span className={`screen-sign ${isReached ? 'yes' : 'no'}`}>
        <span aria-hidden="true">{isReached ? '✔' : '✘'}</span>
        {isReached ? w('screenQuorumYes') : w('screenQuorumNo', { n: missing })}
      </span>
      <span className="number">
        {isAnybody ? w('quorumAnybody', { here }) : w('quorumWords', { here, base, needed })}
      </span>
    </>
  );
}

interface PartProps {
  seen: Schema<'Case'>;
  state: MeetingState;
}

function OnFloor({ seen, state, item }: PartProps & { item: Item }) {
  const w = useWords(meetingsWords);
  const textOf = (id: string): string => seen.texts[id] ?? w('erasedText');
  const people = [
    state.floor?.person,
    ...state.queue.map(({ person }) => person),
    ...item.nominations.map(({ person }) => person),
  ];
  const nameOf = useNames(
    people.flatMap((id) => id ?? []),
    seen.id,
  );
  const taken = state.items.filter(({ status }) => status !== 'refused');
  const turn = clockOf(seen.clocks, 'turn');
  const debate = clockOf(seen.clocks, 'debate');
  const order = speakingOrder(state, item).slice(0, 4);
  const isVoting = seen.children.some(({ workflow, status }) => workflow === 'ballot' && status === 'active');
  const text = item.motion?.amendment?.measure ?? item.motion?.measure;
  return (
    <>
      <p>{w('itemOf', { n: taken.findIndex(({ issue }) => issue === item.issue) + 1, of: taken.length })}</p>
      <p className="screen-item" dir="auto">
        {textOf(item.title)}
      </p>
      {text !== undefined && (
        <p className="screen-text" dir="auto">
          {textOf(text)}
        </p>
      )}
      {item.nominations.length > 0 && (
        <p className="screen-text">{item.nominations.map(({ person }) => nameOf(person)).join(' · ')}</p>
      )}
      {isVoting && (
        <p className="screen-line">
          <span className="screen-sign">{w('screenVoting')}</span>
        </p>
      )}
      {state.floor !== null && (
        <p className="screen-line">
          <span>{w('screenSpeaks')}</span>
          <bdi className="screen-speaker">{nameOf(state.floor.person)}</bdi>
          {turn !== undefined && <Countdown clock={turn} isLarge />}
        </p>
      )}
      {order.length > 0 && (
        <p className="screen-line">
          <span>{w('screenNext')}</span>
          {order.map(({ person }, index) => (
            <bdi key={person}>
              {index + 1}. {nameOf(person)}
            </bdi>
          ))}
        </p>
      )}
      {state.floor === null && !isVoting && debate !== undefined && (
        <p className="screen-line">
          <Countdown clock={debate} isLarge />
        </p>
      )}
    </>
  );
}

/** Between two items: what came of the last, and what comes. */
function Between({ seen, state, item }: PartProps & { item: Item | null }) {
  const w = useWords(meetingsWords);
  const textOf = (id: string): string => seen.texts[id] ?? w('erasedText');
  const vote = resultOf(item?.certificate);
  const next = waitingItems(state)[0];
  return (
    <>
      {item !== null && item.status !== 'waiting' && (
        <>
          <p className="screen-item" dir="auto">
            {textOf(item.title)}
          </p>
          <p className="screen-line">
            <span>{w('screenResult')}</span>
            <span
              className={`screen-sign ${item.status === 'adopted' ? 'yes' : item.status === 'rejected' ? 'no' : ''}`}
            >
              <span aria-hidden="true">{item.status === 'adopted' ? '✔' : item.status === 'rejected' ? '✘' : '…'}</span>
              {w(`item_${outcomeOf(item)}`)}
            </span>
            {item.provisional && <span className="screen-sign">{w('provisional')}</span>}
          </p>
          {vote !== null && (
            <dl className="screen-votes">
              {(['yes', 'no', 'abstain'] as const).map((answer) => (
                <div key={answer}>
                  <dt>{w(`vote_${answer}`)}</dt>
                  <dd className="number">{vote.counts[answer]}</dd>
                </div>
              ))}
            </dl>
          )}
          {item.measure !== null && (
            <p className="screen-text" dir="auto">
              {textOf(item.measure)}
            </p>
          )}
        </>
      )}
      {item === null && <p className="screen-item">{w(state.openedAt === null ? 'checkingIn' : 'betweenItems')}</p>}
      {next !== undefined && state.openedAt !== null && <p>{w('nextItem', { title: textOf(next.title) })}</p>}
    </>
  );
}
