import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { ActPanel } from '../../forms/act-panel.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { Countdown } from './countdown.js';
import { useDesk } from './meeting-desk.js';
import type { Item } from './meeting.types.js';
import { countOf, votersHere, type Count, type RollAnswer } from './sitting.rules.js';

/** Acts of a ballot in the room that have a control of their own. */
const OWN_CONTROLS = ['recordCount', 'confirmCount'];

const ANSWERS: readonly RollAnswer[] = ['yes', 'no', 'abstain', 'invalid'];

/** The vote an item has come to: hands are counted here by one and confirmed by another, papers on the ballot's own page. */
export function VotePanel({ ballotId, item }: { ballotId: string; item: Item }) {
  const { seen, state, reader, textOf } = useDesk();
  const w = useWords(meetingsWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(ballotId),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}', { params: { path: { id: ballotId } } })),
  });
  if (error !== null) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const proposed = item.motion?.amendment ?? item.motion;
  const isVoter = item.secret && reader !== null && votersHere(state, item).includes(reader);
  const isCounting = data.abilities.some(({ act }) => act === 'recordCount');
  const isCounted = data.states.some(({ id }) => id.endsWith('counted'));
  const clock = data.clocks.find(({ state }) => state === 'running');
  return (
    <section className="stack tight meeting-vote" aria-labelledby="vote">
      <h3 id="vote">{w('vote')}</h3>
      {proposed !== null && (
        <p className="meeting-motion keep-lines" dir="auto">
          {textOf(proposed.measure)}
        </p>
      )}
      {clock !== undefined && <Countdown clock={clock} />}
      {isCounting && !item.secret && <CountForm ballot={data} item={item} />}
      {isCounted && <CountedNote ballot={data} />}
      {item.secret && (
        <Box>
          <p>{w('secretHelp')}</p>
          <p className="row">
            {isVoter && (
              <LinkButton look="primary" to={`/vote/${ballotId}?meeting=${seen.id}`}>
                {w('toVote')}
              </LinkButton>
            )}
            <Link to={`/cases/${ballotId}`}>{w('toBallot')}</Link>
          </p>
        </Box>
      )}
      <ActPanel seen={data} without={OWN_CONTROLS} isQuiet />
    </section>
  );
}

function CountedNote({ ballot }: { ballot: Schema<'Case'> }) {
  const w = useWords(meetingsWords);
  const mayConfirm = ballot.abilities.some(({ act }) => act === 'confirmCount');
  const counted = countedIn(ballot.context);
  return (
    <Box kind="warn" title={w('countedTitle')}>
      {counted !== null && <p className="number meeting-count">{w('votes', { ...counted })}</p>}
      <p>{w(mayConfirm ? 'confirmYourself' : 'secondPersonConfirms')}</p>
      {mayConfirm && <ConfirmCount ballot={ballot} counted={counted} />}
    </Box>
  );
}

/** The second person says once, with the numbers before their eyes, that they agree. */
function ConfirmCount({ ballot, counted }: { ballot: Schema<'Case'>; counted: ReturnType<typeof countedIn> }) {
  const w = useWords(meetingsWords);
  const [isAsking, setAsking] = useState(false);
  const command = useCommand((input: Record<string, never>, headers) =>
    answered(
      api.POST('/api/v1/cases/{id}/acts', {
        params: { path: { id: ballot.id } },
        body: { act: 'confirmCount', input },
        headers: { ...headers, 'if-match': `"${ballot.version}"` },
      }),
    ),
  );
  return (
    <>
      {command.error !== null && <ProblemBox error={command.error} />}
      <p>
        <Button look="primary" isPending={command.isPending} onPress={() => setAsking(true)}>
          {w('confirmCount')}
        </Button>
      </p>
      <Confirm
        isOpen={isAsking}
        title={w('askConfirmCount')}
        action={w('confirmCount')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          command.mutate({});
        }}
      >
        {counted !== null && <p className="number meeting-count">{w('votes', { ...counted })}</p>}
        <p>{w('cannotBeUndone')}</p>
      </Confirm>
    </>
  );
}

function countedIn(context: unknown): { yes: number; no: number; abstain: number; void: number } | null {
  if (typeof context !== 'object' || context === null) return null;
  const { count: votes } = context as { count?: unknown };
  if (typeof votes !== 'object' || votes === null) return null;
  const { yes = 0, no = 0, abstain = 0, invalid = 0 } = votes as Partial<Count>;
  return { yes, no, abstain, void: invalid };
}

interface CountFormProps {
  ballot: Schema<'Case'>;
  item: Item;
}

/** Hands as they are counted, or a roll call by name that adds up by itself; what does not fit those present is said at once. */
function CountForm({ ballot, item }: CountFormProps) {
  const { state } = useDesk();
  const w = useWords(meetingsWords);
  const [isRollCall, setRollCall] = useState(false);
  const [answers, setAnswers] = useState<Readonly<Record<string, RollAnswer>>>({});
  const [typed, setTyped] = useState<Record<RollAnswer, string>>({ yes: '', no: '', abstain: '', invalid: '' });
  const command = useCommand((count: Count, headers) =>
    answered(
      api.POST('/api/v1/cases/{id}/acts', {
        params: { path: { id: ballot.id } },
        body: { act: 'recordCount', input: { method: 'hands', ...count } },
        headers: { ...headers, 'if-match': `"${ballot.version}"` },
      }),
    ),
  );
  const voters = votersHere(state, item);
  const count = isRollCall ? countOf(answers) : typedCount(typed);
  const sum = count.yes + count.no + count.abstain + count.invalid;
  const most = item.voters ?? voters.length;
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (!command.isPending && sum > 0 && sum <= most) command.mutate(count);
      }}
    >
      <p className="row">
        <Button size="small" aria-pressed={!isRollCall} onPress={() => setRollCall(false)}>
          {w('byHands')}
        </Button>
        <Button size="small" aria-pressed={isRollCall} onPress={() => setRollCall(true)}>
          {w('byRollCall')}
        </Button>
      </p>
      {isRollCall ? (
        <RollCall voters={voters} answers={answers} onChange={setAnswers} />
      ) : (
        <div className="meeting-counts">
          {ANSWERS.map((answer) => (
            <TextField
              key={answer}
              label={w(`vote_${answer}`)}
              isPlain
              inputMode="numeric"
              value={typed[answer]}
              onChange={(text) => setTyped({ ...typed, [answer]: text.replaceAll(/\D/g, '') })}
            />
          ))}
        </div>
      )}
      <p className="number meeting-count" role="status">
        {w('votes', { ...count, void: count.invalid })} · {w('countedOf', { sum, most })}
        {sum > most && ` · ${w('tooMany')}`}
      </p>
      {command.error !== null && <ProblemBox error={command.error} />}
      <p>
        <Button look="primary" type="submit" isPending={command.isPending} isDisabled={sum === 0 || sum > most}>
          {w('enterCount')}
        </Button>
      </p>
    </form>
  );
}

function typedCount(typed: Record<RollAnswer, string>): Count {
  return {
    yes: Number(typed.yes),
    no: Number(typed.no),
    abstain: Number(typed.abstain),
    invalid: Number(typed.invalid),
  };
}

interface RollCallProps {
  voters: readonly string[];
  answers: Readonly<Record<string, RollAnswer>>;
  onChange: (answers: Readonly<Record<string, RollAnswer>>) => void;
}

/** Everybody by name: a choice for each, by mouse, finger or the arrow keys. */
function RollCall({ voters, answers, onChange }: RollCallProps) {
  const { nameOf } = useDesk();
  const w = useWords(meetingsWords);
  return (
    <ul className="meeting-roll">
      {voters.map((person) => (
        <li key={person}>
          <fieldset>
            <legend>
              <bdi>{nameOf(person)}</bdi>
            </legend>
            {ANSWERS.slice(0, 3).map((answer) => (
              <label key={answer}>
                <input
                  type="radio"
                  name={`roll-${person}`}
                  checked={answers[person] === answer}
                  onChange={() => onChange({ ...answers, [person]: answer })}
                />
                {w(`vote_${answer}`)}
              </label>
            ))}
          </fieldset>
        </li>
      ))}
    </ul>
  );
}
