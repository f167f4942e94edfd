import { Box, EmptyState } from '../../ui/problem.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { Countdown, clockOf } from './countdown.js';
import { ActButton, ChairButton, ChairReason, useDesk } from './meeting-desk.js';
import { MotionPanel } from './motion-panel.js';
import { QuorumLine } from './quorum-line.js';
import { currentItem, waitingItems } from './sitting.rules.js';
import { SpeakingPanel } from './speaking-panel.js';
import { VotePanel } from './vote-panel.js';

/** What the sitting is at: check-in, between two items, or the item on the floor with its debate and vote. */
export function FloorPanel() {
  const { seen, state } = useDesk();
  const item = currentItem(state);
  const isOnFloor = item?.status === 'waiting';
  const ballot = seen.children.find(({ workflow, status }) => workflow === 'ballot' && status === 'active');
  if (!isOnFloor) return <BetweenItems />;
  return (
    <div className="stack meeting-floor">
      <ItemOnFloor />
      {ballot === undefined ? (
        <>
          <MotionPanel item={item} />
          <SpeakingPanel item={item} />
        </>
      ) : (
        <VotePanel ballotId={ballot.id} item={item} />
      )}
    </div>
  );
}

function BetweenItems() {
  const { state, seen, textOf } = useDesk();
  const w = useWords(meetingsWords);
  const isGathering = state.openedAt === null;
  const next = waitingItems(state)[0];
  const clock = clockOf(seen.clocks, 'gathering', 'quorumWait');
  const isLost = seen.states.some(({ id }) => id.endsWith('quorumLost'));
  return (
    <section className="stack" aria-labelledby="floor">
      <h2 id="floor">{w(isGathering ? 'checkingIn' : isLost ? 'quorumLost' : 'betweenItems')}</h2>
      {clock !== undefined && <Countdown clock={clock} />}
      {isGathering && <p>{w('checkInHelp')}</p>}
      {isLost && <Box kind="warn">{w('quorumLostHelp')}</Box>}
      <div className="row">
        <ActButton act="openSitting" look="primary" />
        <ActButton act="adjourn" />
      </div>
      {!isGathering && !isLost && next !== undefined && (
        <div className="stack tight">
          <p>{w('nextItem', { title: textOf(next.title) })}</p>
          <p>
            <ChairButton act="presentItem" label={w('callNext')} look="primary" input={{ issue: next.issue }} />
          </p>
        </div>
      )}
      {!isGathering && next === undefined && <EmptyState title={w('allDone')}>{w('allDoneHelp')}</EmptyState>}
      <SittingControls isDone={!isGathering && next === undefined} />
    </section>
  );
}

function ItemOnFloor() {
  const { state, textOf, seen } = useDesk();
  const w = useWords(meetingsWords);
  const item = currentItem(state);
  if (item === null) return null;
  const number = state.items
    .filter(({ status }) => status !== 'refused')
    .findIndex(({ issue }) => issue === item.issue);
  const debate = clockOf(seen.clocks, 'debate');
  const persons = { person: state.present.map((id) => ({ id, name: id })) };
  return (
    <section className="stack tight" aria-labelledby="floor">
      <p className="soft">
        {w('itemOf', { n: number + 1, of: state.items.filter(({ status }) => status !== 'refused').length })}
      </p>
      <h2 id="floor">
        <bdi>{textOf(item.title)}</bdi>
      </h2>
      {debate !== undefined && <Countdown clock={debate} />}
      {item.measures.length > 0 && item.motion === null && (
        <>
          <p className="small soft">{w('proposedSoFar')}</p>
          <ol>
            {item.measures.map((id) => (
              <li key={id} dir="auto">
                {textOf(id)}
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{w('quorumOfItem')}</h3>
      <QuorumLine state={state} item={item} />
      <div className="row">
        <PersonAct act="recuse" persons={persons} />
        <ChairButton act="prolongDebate" label={w('prolongDebate')} size="small" />
        <ChairReason act="carryOver" label={w('carryOver')} />
        <ChairReason act="markUnsettled" label={w('markUnsettled')} />
        <ActButton act="declareOutside" size="small" />
      </div>
    </section>
  );
}

/** An act about somebody in the room, chosen by name. */
function PersonAct({ act, persons }: { act: string; persons: { person: { id: string; name: string }[] } }) {
  const { nameOf } = useDesk();
  return (
    <ActButton act={act} size="small" parts={{ person: persons.person.map(({ id }) => ({ id, name: nameOf(id) })) }} />
  );
}

/** What can be done with the sitting as a whole; when nothing waits any more, to close it is what comes next. */
function SittingControls({ isDone }: { isDone: boolean }) {
  const { state } = useDesk();
  const w = useWords(meetingsWords);
  const persons = { person: state.present.filter((id) => id !== state.chair).map((id) => ({ id, name: id })) };
  return (
    <div className="row">
      <ActButton act="takeChair" size="small" />
      <PersonAct act="handOverChair" persons={persons} />
      <ActButton act="prolongSitting" size="small" />
      <ChairButton
        act="closeSitting"
        label={w('closeSitting')}
        {...(isDone ? { look: 'primary' } : { size: 'small' })}
        ask={w('askClose')}
      />
    </div>
  );
}
