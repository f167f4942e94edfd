import { Link } from 'react-router';

import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip, type ChipKind } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { ActButton, ChairButton, useDesk } from './meeting-desk.js';
import type { Item, ItemStatus } from './meeting.types.js';
import { moved, outcomeOf, resultOf, waitingItems } from './sitting.rules.js';

const KINDS: Record<ItemStatus, ChipKind> = {
  waiting: 'neutral',
  adopted: 'good',
  rejected: 'bad',
  next_meeting: 'warn',
  unsettled: 'warn',
  dropped: 'neutral',
  withdrawn: 'neutral',
  refused: 'note',
};

/** The agenda: items in their order with their papers, what became of each, and how the order is changed. */
export function AgendaPanel({ isOpen }: { isOpen: boolean }) {
  const { state, seen, can, send, isSending, textOf } = useDesk();
  const onFloor = seen.stage.key === 'sitting' ? state.current : null;
  const w = useWords(meetingsWords);
  const order = waitingItems(state).map(({ issue }) => issue);
  const taken = state.items.filter(({ status }) => status !== 'refused');
  const refused = state.items.filter(({ status }) => status === 'refused');
  const move = (issue: string, by: -1 | 1): void =>
    send({ act: 'orderAgenda', input: { issues: moved(order, issue, by) }, said: w('agendaOrdered') });
  return (
    <section className="stack tight" aria-labelledby="agenda">
      <h2 id="agenda">{w('agenda')}</h2>
      {taken.length === 0 && (
        <EmptyState title={w('agendaEmpty')}>
          <p>{w('agendaEmptyHelp')}</p>
        </EmptyState>
      )}
      <ol className="meeting-agenda">
        {taken.map((item, index) => (
          <li
            key={item.issue}
            aria-current={item.issue === state.current && item.status === 'waiting' ? 'true' : undefined}
          >
            <ItemHead item={item} number={index + 1} />
            {isOpen && item.status === 'waiting' && item.issue !== onFloor && (
              <div className="row">
                {can('orderAgenda') && order.length > 1 && (
                  <>
                    <Button
                      size="small"
                      isDisabled={order[0] === item.issue || isSending}
                      aria-label={w('moveUp', { title: textOf(item.title) })}
                      onPress={() => move(item.issue, -1)}
                    >
                      <span aria-hidden="true">↑</span>
                    </Button>
                    <Button
                      size="small"
                      isDisabled={order.at(-1) === item.issue || isSending}
                      aria-label={w('moveDown', { title: textOf(item.title) })}
                      onPress={() => move(item.issue, 1)}
                    >
                      <span aria-hidden="true">↓</span>
                    </Button>
                  </>
                )}
                <ChairButton
                  act="presentItem"
                  label={w('callItem')}
                  size="small"
                  look={order[0] === item.issue ? 'primary' : 'secondary'}
                  input={{ issue: item.issue }}
                  shortcut={order[0] === item.issue ? 'i' : undefined}
                />
                <ActButton
                  act="dropItem"
                  size="small"
                  about={textOf(item.title)}
                  given={{ issue: item.issue }}
                  without={['issue']}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      <ActButton act="addItem" size="small" />
      {refused.length > 0 && (
        <details>
          <summary>{w('refusedItems', { n: refused.length })}</summary>
          <ol className="meeting-agenda">
            {refused.map((item, index) => (
              <li key={item.issue}>
                <ItemHead item={item} number={index + 1} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** Title, papers and what became of an item. */
function ItemHead({ item, number }: { item: Item; number: number }) {
  const { textOf, state, seen } = useDesk();
  const w = useWords(meetingsWords);
  const isOn = item.issue === state.current && item.status === 'waiting' && seen.stage.key === 'sitting';
  const vote = resultOf(item.certificate);
  const outcome = outcomeOf(item);
  return (
    <>
      <p className="meeting-item-title">
        <span className="number">{number}.</span> <bdi>{textOf(item.title)}</bdi>
      </p>
      <p className="row small">
        <Chip kind={isOn ? 'info' : KINDS[outcome]}>{w(isOn ? 'onFloor' : `item_${outcome}`)}</Chip>
        {item.provisional && <Chip kind="warn">{w('provisional')}</Chip>}
        {item.kind === 'election' && <span>{w('election', { n: item.seats })}</span>}
        {item.decides !== 'residents' && <span>{w(`decides_${item.decides}`)}</span>}
        {vote !== null && <span className="number">{w('votes', { ...vote.counts })}</span>}
        {!item.own && (
          <Link to={`/cases/${item.issue}`} aria-label={w('papersOf', { title: textOf(item.title) })}>
            {w('papers')}
          </Link>
        )}
      </p>
      {item.reason !== null && (
        <p className="soft small" dir="auto">
          {textOf(item.reason)}
        </p>
      )}
      {item.measure !== null && (
        <p className="small" dir="auto">
          {w('adoptedText', { text: textOf(item.measure) })}
        </p>
      )}
    </>
  );
}
