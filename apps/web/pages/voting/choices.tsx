import type { ReactNode } from 'react';

import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import {
  ABSTAINING,
  mostOptions,
  NOTHING_PICKED,
  scoresOf,
  withOption,
  withScore,
  type Picked,
  type Question,
} from './paper.rules.js';

interface ChoicesProps<Asked extends Question = Question> {
  question: Asked;
  picked: Picked;
  onPick: (picked: Picked) => void;
}

interface BigChoiceProps {
  isOn: boolean;
  onPress: () => void;
  /** Sign beside the words: never the colour alone. */
  sign: ReactNode;
  label: string;
  help?: string;
  kind?: 'yes' | 'no' | 'plain';
  isFull?: boolean;
}

/** A choice as large as a hand: pressed or not is shown by a mark, a border and the state that is read out. */
function BigChoice({ isOn, onPress, sign, label, help, kind = 'plain', isFull = false }: BigChoiceProps) {
  return (
    <button
      type="button"
      className={`vote-choice ${kind}`}
      aria-pressed={isOn}
      data-full={(isFull && !isOn) || undefined}
      onClick={onPress}
    >
      <span className="vote-sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        <span className="vote-label" dir="auto">
          {label}
        </span>
        {help !== undefined && <span className="vote-help">{help}</span>}
      </span>
      <span className="vote-mark" aria-hidden="true">
        {isOn ? '✔' : ''}
      </span>
    </button>
  );
}

/** For, against, abstaining: a motion. */
export function VoteChoices({
  question,
  picked,
  onPick,
  abstentionCounts,
}: ChoicesProps & { abstentionCounts: boolean }) {
  const w = useWords(votingWords);
  return (
    <div className="vote-choices" role="group" aria-label={w('choose')}>
      {(question.method === 'yesNo' ? (['yes', 'no'] as const) : (['consent', 'object'] as const)).map((vote, at) => (
        <BigChoice
          key={vote}
          {...(at === 0 ? ({ kind: 'yes', sign: '✓' } as const) : ({ kind: 'no', sign: '✗' } as const))}
          label={w(vote)}
          help={w(`${vote}Help`)}
          isOn={picked.vote === vote}
          onPress={() => onPick({ ...NOTHING_PICKED, vote })}
        />
      ))}
      <BigChoice
        sign="○"
        label={w('abstain')}
        help={w(abstentionCounts ? 'abstainCounts' : 'abstainHelp')}
        isOn={picked.abstains}
        onPress={() => onPick(ABSTAINING)}
      />
    </div>
  );
}

/** One, several, or a ranking: options are pressed; of a ranking in the order in which they are liked. */
export function OptionChoices({ question, picked, onPick }: ChoicesProps) {
  const w = useWords(votingWords);
  const inLabel = useLabel();
  const most = mostOptions(question);
  const isRanked = question.method === 'ranked';
  const isFull = question.method === 'chooseUpTo' && picked.options.length >= most;
  return (
    <>
      <p>
        {isRanked
          ? w('rankHelp')
          : question.method === 'chooseUpTo'
            ? w('chooseMostHelp', { n: most, seats: question.seats })
            : w('chooseOneHelp')}
      </p>
      <div className="vote-choices" role="group" aria-label={w('choose')}>
        {question.options.map(({ id, label }) => {
          const at = picked.options.indexOf(id);
          const place = at < 0 ? w('notPlaced') : w('place', { n: at + 1 });
          return (
            <BigChoice
              key={id}
              sign={isRanked && at >= 0 ? at + 1 : '○'}
              label={inLabel(label)}
              help={isRanked ? place : undefined}
              isOn={at >= 0}
              isFull={isFull}
              onPress={() => onPick(withOption(question, picked, id))}
            />
          );
        })}
        <BigChoice sign="—" label={w('abstainFromAll')} isOn={picked.abstains} onPress={() => onPick(ABSTAINING)} />
      </div>
      {question.method === 'chooseUpTo' && (
        <p role="status">
          {w('mayChooseMore', { n: picked.options.length, left: most - picked.options.length })} {isFull && w('full')}
        </p>
      )}
    </>
  );
}

/** Every option with its scores; a scale that is too long for buttons is a slider of the device. */
export function ScoreChoices({ question, picked, onPick }: ChoicesProps<Extract<Question, { method: 'score' }>>) {
  const w = useWords(votingWords);
  const inLabel = useLabel();
  const { min, max } = question.scale;
  const isShort = max - min <= 10;
  return (
    <>
      <p>{w('scoreHelp', { min, max })}</p>
      {question.options.map(({ id, label }) => (
        <fieldset key={id} className="vote-scores">
          <legend dir="auto">{inLabel(label)}</legend>
          {isShort ? (
            <div className="row">
              {scoresOf(question.scale).map((n) => (
                <button
                  key={n}
                  type="button"
                  className="vote-score"
                  aria-pressed={picked.scores[id] === n}
                  aria-label={w('scoreOf', { name: inLabel(label), n })}
                  onClick={() => onPick(withScore(picked, id, n))}
                >
                  {n}
                </button>
              ))}
            </div>
          ) : (
            <label className="row">
              <input
                type="range"
                min={min}
                max={max}
                value={picked.scores[id] ?? min}
                onChange={({ target }) =>
                  onPick({ ...NOTHING_PICKED, scores: { ...picked.scores, [id]: Number(target.value) } })
                }
              />
              <output>
                {picked.scores[id] === undefined ? w('notPlaced') : w('points', { n: picked.scores[id] })}
              </output>
            </label>
          )}
        </fieldset>
      ))}
      <BigChoice sign="—" label={w('abstainFromAll')} isOn={picked.abstains} onPress={() => onPick(ABSTAINING)} />
    </>
  );
}
