import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useLanguage } from '../../app/preferences.js';
import { FileField } from '../../forms/file-field.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Confirm } from '../../ui/dialog.js';
import { ProblemBox } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { useBallotNames, useEntries } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';
import { CasterField } from './caster-field.js';

/** Written proxies: those in force, and one more. */
export function BallotProxies({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const { nameOf: entryName } = useEntries(ballot.id);
  const [revoked, setRevoked] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: keys.case(ballot.id, 'proxies'),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}/proxies', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const nameOf = useBallotNames(ballot.id, data?.rows.flatMap(({ giver, holder }) => [giver, holder]) ?? []);
  const command = useCommand(
    (proxy: string, headers) =>
      answered(
        api.POST('/api/v1/ballots/{ballot}/proxies/{proxy}/revocation', {
          params: { path: { ballot: ballot.id, proxy } },
          headers,
        }),
      ),
    { onDone: () => setRevoked(null) },
  );
  return (
    <div className="stack">
      <section className="stack tight" aria-labelledby="proxies">
        <h2 id="proxies">{w('proxyList')}</h2>
        {error !== null && <ProblemBox error={error} />}
        {data?.rows.length === 0 && <p className="soft">{w('noProxies')}</p>}
        {data?.rows.map(({ id, entry, giver, holder, at, file }) => (
          <Card key={id} as="div">
            <p>
              <strong>{entryName(entry)}</strong> <bdi>{nameOf(giver)}</bdi> → <bdi>{nameOf(holder)}</bdi>{' '}
              <When at={at} />
            </p>
            <p className="row">
              {file !== null && (
                <a href={`/api/v1/files/${file}/content`} target="_blank" rel="noreferrer">
                  {w('proxyFile')}
                </a>
              )}
              <Button size="small" onPress={() => setRevoked(id)}>
                {w('revoke')}
              </Button>
            </p>
          </Card>
        ))}
      </section>
      <NewProxy ballot={ballot} />
      <Confirm
        isOpen={revoked !== null}
        title={w('revoke')}
        action={w('revoke')}
        isPending={command.isPending}
        onClose={() => setRevoked(null)}
        onConfirm={() => revoked !== null && command.mutate(revoked)}
      >
        {command.error !== null && <ProblemBox error={command.error} />}
      </Confirm>
    </div>
  );
}

const EMPTY = { entry: '', giver: '', holder: '', files: [] as string[] };

function NewProxy({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const language = useLanguage();
  const [form, setForm] = useState(EMPTY);
  const { suggestions, roll } = useEntries(ballot.id);
  const casters = roll.find(({ entry }) => entry === form.entry)?.casters;
  const nameOf = useBallotNames(ballot.id, casters ?? []);
  const { entry, giver, holder, files } = form;
  const [file = ''] = files;
  const command = useCommand(
    (body: { entry: string; giver: string; holder: string; file: string }, headers) =>
      answered(
        api.POST('/api/v1/ballots/{ballot}/proxies', { params: { path: { ballot: ballot.id } }, body, headers }),
      ),
    { onDone: () => setForm(EMPTY) },
  );
  const isReady = entry !== '' && giver !== '' && holder !== '' && file !== '';
  return (
    <FormPlace value={{ unit: ballot.unit, language, parts: suggestions === undefined ? {} : { entry: suggestions } }}>
      <section className="co-sub form" aria-labelledby="new-proxy">
        <h2 id="new-proxy">{w('enterProxy')}</h2>
        <ReferenceField
          label={w('entry')}
          isRequired
          refers="entry"
          value={entry}
          onChange={(next) => setForm({ ...form, entry: next, giver: '' })}
        />
        <CasterField
          label={w('giver')}
          casters={casters}
          nameOf={nameOf}
          value={giver}
          onChange={(next) => setForm({ ...form, giver: next })}
        />
        <ReferenceField
          label={w('holder')}
          isRequired
          refers="person"
          value={holder}
          onChange={(next) => setForm({ ...form, holder: next })}
        />
        <FileField
          label={w('proxyFile')}
          isRequired
          most={1}
          value={files}
          onChange={(next) => setForm({ ...form, files: next })}
        />
        {command.error !== null && <ProblemBox error={command.error} />}
        <p>
          <Button
            look="primary"
            isDisabled={!isReady}
            isPending={command.isPending}
            onPress={() => command.mutate({ entry, giver, holder, file })}
          >
            {w('enterProxy')}
          </Button>
        </p>
      </section>
    </FormPlace>
  );
}
