import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { peopleWords } from '../../words/people.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { Person } from './person.page.js';
import { RecordDialog } from './record-form.js';
import { choiceOf, labelOf, wordOr } from './vocabulary.rules.js';

const PURPOSES = ['meterWatching', 'healthNote', 'photoPublication', 'contactSharing'] as const;
const CHANNELS = ['slip', 'door', 'delegate'] as const;
const said = (key: keyof typeof peopleWords) => labelOf(peopleWords, key);

/** What a person has agreed to; entering what was signed on paper, and that it was withdrawn. */
export function PersonConsents({ person, mayWrite }: { person: Person; mayWrite: boolean }) {
  const w = useWords(peopleWords);
  const [isEntering, setEntering] = useState(false);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const path = { person: person.id };
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('consents', person.id),
    queryFn: () => answered(api.GET('/api/v1/people/{person}/consents', { params: { path } })),
  });
  const withdraw = useCommand(
    (purpose: string, headers) =>
      answered(
        api.POST('/api/v1/people/{person}/consents/withdraw', {
          params: { path },
          body: { purpose: purpose as never },
          headers,
        }),
      ),
    { onDone: () => setWithdrawing(null) },
  );
  const purposeOf = (purpose: string): string => {
    const word = wordOr(peopleWords, purpose);
    return word === null ? purpose : w(word);
  };
  return (
    <section className="stack" aria-label={w('consents')}>
      <h2>{w('consents')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.rows.length === 0 && <p className="soft">{w('noConsents')}</p>}
      {data !== undefined && data.rows.length > 0 && (
        <ul className="rg-list">
          {data.rows.map(({ id, purpose, givenAt, slip, withdrawnAt }) => (
            <li key={id}>
              <span className="rg-what">
                <span>{purposeOf(purpose)}</span>
                <span className="soft small">
                  {w('agreedAt')} <When at={givenAt} exact />
                  {slip !== null && ` · ${w('slipNumber', { slip })}`}
                </span>
              </span>
              {withdrawnAt !== null ? (
                <Chip>{w('withdrawn')}</Chip>
              ) : (
                mayWrite && (
                  <Button
                    size="small"
                    onPress={() => setWithdrawing(purpose)}
                    aria-label={w('withdrawOf', { purpose: purposeOf(purpose) })}
                  >
                    {w('withdraw')}
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <p>
          <Button onPress={() => setEntering(true)}>{w('enterConsent')}</Button>
        </p>
      )}
      {isEntering && <ConsentDialog person={person} onClose={() => setEntering(false)} />}
      <Confirm
        isOpen={withdrawing !== null}
        title={w('withdrawTitle', { name: person.name, purpose: purposeOf(withdrawing ?? '') })}
        action={w('withdraw')}
        look="danger"
        isPending={withdraw.isPending}
        onConfirm={() => withdrawing !== null && withdraw.mutate(withdrawing)}
        onClose={() => setWithdrawing(null)}
      >
        <p>{w('withdrawHelp')}</p>
        {withdraw.error !== null && <ProblemBox error={withdraw.error} />}
      </Confirm>
    </section>
  );
}

const CONSENT: FieldSchema = {
  type: 'object',
  required: ['purpose', 'channel', 'slip'],
  properties: {
    purpose: { ...choiceOf(peopleWords, PURPOSES), label: said('consentFor') },
    channel: { ...choiceOf(peopleWords, CHANNELS), label: said('consentHow') },
    slip: { type: 'string', maxLength: 80, label: said('signedSlip'), help: said('signedSlipHelp') },
    evidence: { type: 'string', format: 'file', label: said('evidence'), help: said('evidenceHelp') },
  },
};

function ConsentDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const w = useWords(peopleWords);
  const inLabel = useLabel();
  const { data: texts } = useQuery({
    queryKey: keys.book('consent-texts'),
    queryFn: () => answered(api.GET('/api/v1/consents/texts')),
  });
  return (
    <RecordDialog
      isOpen
      onClose={onClose}
      title={w('enterConsentTitle', { name: person.name })}
      action={w('enterConsent')}
      schema={CONSENT}
      unit={person.unit}
      send={(value, headers) => {
        const textVersion = texts?.rows.find(({ purpose }) => purpose === value['purpose'])?.version ?? '';
        return answered(
          api.POST('/api/v1/people/{person}/consents', {
            params: { path: { person: person.id } },
            // the form is made from the body of this endpoint; the service checks it again
            body: { ...value, textVersion } as never,
            headers,
          }),
        );
      }}
      onDone={() => undefined}
    >
      <p>{w('enterConsentHelp')}</p>
      {texts !== undefined && (
        <details>
          <summary>{w('consentTexts')}</summary>
          <ul>
            {texts.rows.map(({ purpose, text }) => (
              <li key={purpose}>{inLabel(text)}</li>
            ))}
          </ul>
        </details>
      )}
    </RecordDialog>
  );
}
