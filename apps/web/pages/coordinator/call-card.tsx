import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { useLabel, useWords } from '../../words/words.js';

const OUTCOMES = ['reached', 'not_reached', 'refused', 'moved'] as const;

/** Somebody to call: what to say, the number when it is asked for, how it ended. */
export function CallCard({ call }: { call: Schema<'Call'> }) {
  const w = useWords(fieldWorkWords);
  const inLabel = useLabel();
  const { id, name, address, phone, reason, status, say, attempts } = call;
  const number = useCommand((_: null, headers) =>
    answered(api.POST('/api/v1/calls/{call}/phone', { params: { path: { call: id } }, headers })),
  );
  const attempt = useCommand((outcome: (typeof OUTCOMES)[number], headers) =>
    answered(api.POST('/api/v1/calls/{call}/attempts', { params: { path: { call: id } }, body: { outcome }, headers })),
  );
  const shown = number.data?.phone;
  return (
    <Card>
      <h2 className="co-name">
        <bdi>{name}</bdi> <Chip>{w(reason)}</Chip>
      </h2>
      <p>
        <bdi>{address}</bdi>
      </p>
      <p>
        <strong>{w('say')}</strong> <span dir="auto">{inLabel(say)}</span>
      </p>
      {status === 'open' && (
        <>
          <p className="row">
            {phone === null && <span>{w('noPhone')}</span>}
            {phone !== null && shown === undefined && (
              <>
                <span className="number">{phone}</span>
                <Button isPending={number.isPending} onPress={() => number.mutate(null)}>
                  {w('showPhone')}
                </Button>
              </>
            )}
            {shown !== undefined && (
              <a className="button primary big" href={`tel:${shown}`}>
                <span className="number">{shown}</span>
              </a>
            )}
          </p>
          <div className="row" role="group" aria-label={w('outcome')}>
            {OUTCOMES.map((outcome) => (
              <Button key={outcome} isPending={attempt.isPending} onPress={() => attempt.mutate(outcome)}>
                {w(outcome)}
              </Button>
            ))}
          </div>
        </>
      )}
      {[number.error, attempt.error].map((error, at) => error !== null && <ProblemBox key={at} error={error} />)}
      {attempts.length > 0 && (
        <p className="small soft">
          {w('attempts')}{' '}
          {attempts.map(({ at, outcome }) => (
            <span key={at}>
              <When at={at} exact /> {w(outcome)}{' '}
            </span>
          ))}
        </p>
      )}
    </Card>
  );
}
