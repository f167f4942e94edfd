import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { accountWords } from '../../words/account.words.js';
import { useLabel, useWords } from '../../words/words.js';

type Text = Schema<'ConsentTexts'>['rows'][number];

/** What I am asked to agree to, in its words; agreeing and withdrawing are one press each. */
export function Consents() {
  const w = useWords(accountWords);
  const texts = useQuery({
    queryKey: keys.book('consent-texts'),
    queryFn: () => answered(api.GET('/api/v1/consents/texts')),
    staleTime: 3_600_000,
  });
  const mine = useQuery({
    queryKey: keys.mine('consents'),
    queryFn: () => answered(api.GET('/api/v1/me/consents')),
  });
  const error = texts.error ?? mine.error;
  return (
    <section className="stack account-form" aria-labelledby="data-consents">
      <h2 id="data-consents">{w('consents')}</h2>
      {error !== null && <ProblemBox error={error} />}
      {(texts.data === undefined || mine.data === undefined) && error === null && <Loading />}
      {mine.data !== undefined &&
        texts.data?.rows.map((text) => (
          <ConsentItem
            key={text.purpose}
            text={text}
            givenAt={
              mine.data.rows.find(({ purpose, withdrawnAt }) => purpose === text.purpose && withdrawnAt === null)
                ?.givenAt ?? null
            }
          />
        ))}
    </section>
  );
}

function ConsentItem({
  text: { purpose, version, isSeparate, text },
  givenAt,
}: {
  text: Text;
  givenAt: string | null;
}) {
  const w = useWords(accountWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const agree = useCommand((_: null, headers) =>
    answered(api.POST('/api/v1/me/consents', { body: { purpose, textVersion: version }, headers })),
  );
  const withdraw = useCommand((_: null, headers) =>
    answered(api.POST('/api/v1/me/consents/withdraw', { body: { purpose }, headers })),
  );
  const problem = agree.error ?? withdraw.error;
  return (
    <div className="stack tight">
      <h3>{w(`purpose_${purpose}`)}</h3>
      {isSeparate && (
        <p>
          <Chip kind="warn">{w('separate')}</Chip>
        </p>
      )}
      <p>{inLabel(text)}</p>
      {problem !== null && <ProblemBox error={problem} />}
      <p className="row">
        {givenAt === null ? (
          <Button
            isPending={agree.isPending}
            onPress={() => agree.mutate(null)}
            aria-label={`${w('agree')}：${w(`purpose_${purpose}`)}`}
          >
            {w('agree')}
          </Button>
        ) : (
          <>
            <Chip kind="good">{w('agreedAt', { at: inWords(givenAt, 'day') })}</Chip>
            <Button
              isPending={withdraw.isPending}
              onPress={() => withdraw.mutate(null)}
              aria-label={`${w('withdraw')}：${w(`purpose_${purpose}`)}`}
            >
              {w('withdraw')}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
