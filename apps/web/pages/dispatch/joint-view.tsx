import { Link } from 'react-router';

import { useTimes } from '../../app/times.js';
import { UNNAMED, useNames } from '../../app/names.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip, When, type ChipKind } from '../../ui/status.js';
import { chainWords } from '../../words/chain.words.js';
import { routingWords } from '../../words/routing.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { CaseLayout } from './case-layout.js';
import { jointOf, replyOf, type JointFacts, type JointMinute } from './work.rules.js';

interface PartProps {
  joint: JointFacts;
  name: (id: string | null) => string | null;
  texts: Readonly<Record<string, string | null>>;
}

/** A joint meeting: who is summoned and has answered, what units said, the minute with its duties, and who has signed it. */
export function JointView({ seen }: CaseViewProps) {
  const w = useWords(chainWords);
  const { inWords } = useTimes();
  const joint = jointOf(seen.context);
  const name = useNames([joint.chair, joint.unit, joint.place, ...joint.departments, joint.minute?.owner], seen.id);
  const part = { joint, name, texts: seen.texts };
  return (
    <CaseLayout
      seen={seen}
      hasPrints={joint.minute !== null}
      parts={{ unit: joint.departments.map((id) => ({ id, name: name(id) ?? id })) }}
    >
      <section className="stack" aria-labelledby="meeting">
        <h2 id="meeting">{w('meeting')}</h2>
        {joint.crossing && (
          <p>
            <Chip kind="note">{w('crossing')}</Chip>
          </p>
        )}
        <Facts
          facts={[
            [w('reason'), joint.reason === null ? null : <span dir="auto">{seen.texts[joint.reason]}</span>],
            [w('caller'), <bdi key="caller">{name(joint.unit)}</bdi>],
            [w('chair'), <bdi key="chair">{name(joint.chair)}</bdi>],
            [w('when'), joint.startsAt === null ? null : inWords(joint.startsAt, 'dayAndTime')],
            [w('where'), joint.where === null ? null : seen.texts[joint.where]],
            [
              w('openCase'),
              joint.task === null && joint.issue === null ? null : (
                <Link key="about" to={`/cases/${joint.task ?? joint.issue ?? ''}`}>
                  {w('openCase')}
                </Link>
              ),
            ],
          ]}
        />
      </section>
      <Summoned {...part} />
      <Statements {...part} />
      <Minute {...part} />
    </CaseLayout>
  );
}

const ANSWERS = { expected: 'neutral', confirmed: 'good', excused: 'note', silent: 'warn' } as const satisfies Record<
  string,
  ChipKind
>;
const REPLIES = { none: 'neutral', confirmed: 'good', objected: 'bad', silent: 'warn' } as const satisfies Record<
  string,
  ChipKind
>;

function Summoned({ joint, name, texts }: PartProps) {
  const w = useWords(chainWords);
  return (
    <section className="stack tight" aria-labelledby="summoned">
      <h2 id="summoned">{w('summoned')}</h2>
      <div className="work-table" tabIndex={0} role="group" aria-labelledby="summoned">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{w('unit')}</th>
              <th scope="col">{w('answer')}</th>
              <th scope="col">{w('attended')}</th>
              <th scope="col">{w('replies')}</th>
            </tr>
          </thead>
          <tbody>
            {joint.summons.map(({ unit, answer, excuse }) => {
              const reply = replyOf(unit, joint);
              const reason = joint.replies.findLast((one) => one.unit === unit)?.reason ?? null;
              return (
                <tr key={unit}>
                  <th scope="row">
                    <bdi>{name(unit) ?? UNNAMED}</bdi>
                  </th>
                  <td>
                    <Chip kind={ANSWERS[answer]}>{w(`answer_${answer}`)}</Chip>{' '}
                    <span dir="auto">{excuse === null ? '' : texts[excuse]}</span>
                  </td>
                  <td>{joint.attendance.includes(unit) && <Chip kind="good">{w('attended')}</Chip>}</td>
                  <td>
                    {joint.minute !== null && <Chip kind={REPLIES[reply]}>{w(`reply_${reply}`)}</Chip>}{' '}
                    <span dir="auto">{reason === null ? '' : texts[reason]}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Statements({ joint, name, texts }: PartProps) {
  const w = useWords(chainWords);
  if (joint.statements.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="statements">
      <h2 id="statements">{w('statements')}</h2>
      {joint.statements.map(({ unit, text, at }) => (
        <blockquote key={`${unit} ${at}`} className="task-note">
          <p>
            <strong>
              <bdi>{name(unit)}</bdi>
            </strong>{' '}
            <span className="soft small">
              <When at={at} exact />
            </span>
          </p>
          <p className="keep-lines" dir="auto">
            {texts[text]}
          </p>
        </blockquote>
      ))}
    </section>
  );
}

function Minute({ joint, name, texts }: PartProps) {
  const w = useWords(chainWords);
  const { minute } = joint;
  return (
    <section className="stack tight" aria-labelledby="minute">
      <h2 id="minute">{w('minute')}</h2>
      {minute === null ? (
        <p className="soft">{w('noMinute')}</p>
      ) : (
        <>
          <p className="keep-lines task-answer" dir="auto">
            {texts[minute.text]}
          </p>
          <Facts
            facts={[
              [w('owner'), minute.owner === null ? null : <bdi key="owner">{name(minute.owner)}</bdi>],
              [w('ground'), minute.ground === null ? null : texts[minute.ground]],
            ]}
          />
          <Duties minute={minute} name={name} texts={texts} />
        </>
      )}
      {joint.dissent.map(({ unit, reason }) => (
        <Box key={unit} kind="warn" title={w('dissent')}>
          <p>
            <bdi>{name(unit)}</bdi> <span dir="auto">{reason === null ? '' : texts[reason]}</span>
          </p>
        </Box>
      ))}
      {joint.ruling !== null && (
        <Box kind="note" title={w('ruling')}>
          <p dir="auto">{texts[joint.ruling]}</p>
        </Box>
      )}
    </section>
  );
}

function Duties({ minute, name, texts }: Pick<PartProps, 'name' | 'texts'> & { minute: JointMinute }) {
  const w = useWords(chainWords);
  const routing = useWords(routingWords);
  if (minute.duties.length === 0) return null;
  return (
    <div className="work-table" tabIndex={0} role="group" aria-label={w('duties')}>
      <table className="table">
        <caption>{w('duties')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('unit')}</th>
            <th scope="col">{w('duty')}</th>
            <th scope="col">{w('limit')}</th>
          </tr>
        </thead>
        <tbody>
          {minute.duties.map(({ id, unit, instruction, limit }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name(unit) ?? UNNAMED}</bdi>
              </th>
              <td dir="auto">{texts[instruction]}</td>
              <td>{limit === null ? '' : routing(`amount_${limit.unit}` as 'amount_day', { n: limit.amount })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
