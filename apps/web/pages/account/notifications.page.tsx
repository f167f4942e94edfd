import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { shellWords } from '../../words/shell.words.js';
import { useWords } from '../../words/words.js';
import { OwnPage } from './own-page.js';

type Preferences = Schema<'NotificationPreferences'>;
type Channel = Preferences['channels']['routine'][number];

const LANES = ['emergency', 'important', 'routine'] as const;
const CHANNELS: readonly Channel[] = ['sms', 'email'];

/** By what I am told, when not, and in which language. */
export function NotificationsPage() {
  const w = useWords(accountWords);
  return (
    <OwnPage title={w('notifications')} canBeRead>
      <Notifications />
    </OwnPage>
  );
}

function Notifications() {
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('notifications'),
    queryFn: () => answered(api.GET('/api/v1/my/notifications')),
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  return (
    <>
      <PreferencesForm kept={data} />
      <Email kept={data} />
    </>
  );
}

function PreferencesForm({ kept }: { kept: Preferences }) {
  const w = useWords(accountWords);
  const shell = useWords(shellWords);
  const [wish, setWish] = useState(kept);
  const save = useCommand(({ language, channels, hours, digest, digestHour }: Preferences, headers) =>
    answered(
      api.POST('/api/v1/my/notifications', { body: { language, channels, hours, digest, digestHour }, headers }),
    ),
  );
  return (
    <form
      className="stack account-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(wish);
      }}
    >
      <h2>{w('channels')}</h2>
      {LANES.map((lane) => (
        <fieldset key={lane} className="form-group">
          <legend>{w(`lane_${lane}`)}</legend>
          {lane === 'emergency' && <p className="field-help">{w('emergencyHelp')}</p>}
          {CHANNELS.map((channel) => (
            <CheckField
              key={channel}
              label={w(channel)}
              isSelected={wish.channels[lane].includes(channel)}
              onChange={(isOn) => {
                const others = wish.channels[lane].filter((one) => one !== channel);
                setWish({ ...wish, channels: { ...wish.channels, [lane]: isOn ? [...others, channel] : others } });
              }}
            />
          ))}
        </fieldset>
      ))}
      <QuietHours wish={wish} onChange={setWish} />
      <CheckField label={w('digest')} isSelected={wish.digest} onChange={(digest) => setWish({ ...wish, digest })} />
      {wish.digest && (
        <SelectField
          label={w('digestHour')}
          value={String(wish.digestHour)}
          onChange={(hour) => setWish({ ...wish, digestHour: Number(hour ?? wish.digestHour) })}
          choices={Array.from({ length: 24 }, (_, n) => ({ value: String(n), label: w('atHour', { n }) }))}
          isRequired
        />
      )}
      <ChoiceField
        label={w('messageLanguage')}
        value={wish.language}
        onChange={(language) => setWish({ ...wish, language: language === 'en' ? 'en' : 'zh' })}
        choices={[
          { value: 'zh', label: shell('chinese') },
          { value: 'en', label: shell('english') },
        ]}
        isRequired
      />
      <div role="status">{save.isSuccess && <Box kind="good">{w('saved')}</Box>}</div>
      {save.error !== null && <ProblemBox error={save.error} />}
      <Button type="submit" look="primary" size="big" isPending={save.isPending}>
        {w('save')}
      </Button>
    </form>
  );
}

const USUAL_HOURS = { from: '08:00', to: '21:00' };

function QuietHours({ wish, onChange }: { wish: Preferences; onChange: (wish: Preferences) => void }) {
  const w = useWords(accountWords);
  const { hours } = wish;
  return (
    <fieldset className="form-group">
      <legend>{w('quiet')}</legend>
      <p className="field-help">{w('quietHelp')}</p>
      <CheckField
        label={w('quietOwn')}
        isSelected={hours !== null}
        onChange={(isOwn) => onChange({ ...wish, hours: isOwn ? USUAL_HOURS : null })}
      />
      {hours !== null && (
        <>
          <TextField
            label={w('from')}
            type="time"
            value={hours.from}
            onChange={(from) => onChange({ ...wish, hours: { ...hours, from } })}
            isRequired
          />
          <TextField
            label={w('to')}
            type="time"
            value={hours.to}
            onChange={(to) => onChange({ ...wish, hours: { ...hours, to } })}
            isRequired
          />
        </>
      )}
    </fieldset>
  );
}

/** A mail address counts only after its code came back. */
function Email({ kept }: { kept: Preferences }) {
  const w = useWords(accountWords);
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const change = useCommand((body: { email: string | null }, headers) =>
    answered(api.POST('/api/v1/my/notifications', { body, headers })),
  );
  const confirm = useCommand((body: { code: string }, headers) =>
    answered(api.POST('/api/v1/my/notifications/confirm', { body, headers })),
  );
  const problem = change.error ?? confirm.error;
  return (
    <form
      className="stack account-form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ email });
      }}
    >
      <h2>{w('emailAddress')}</h2>
      {kept.email !== null && <p>{w('emailNow', { email: kept.email })}</p>}
      {problem !== null && <ProblemBox error={problem} />}
      {kept.email !== null && !kept.isEmailConfirmed && (
        <>
          <Box kind="warn">{w('emailUnconfirmed')}</Box>
          <TextField
            label={w('emailCode')}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            inputMode="numeric"
          />
          <p>
            <Button look="primary" isPending={confirm.isPending} onPress={() => confirm.mutate({ code })}>
              {w('confirmEmail')}
            </Button>
          </p>
        </>
      )}
      <TextField label={w('emailAddress')} type="email" value={email} onChange={setEmail} autoComplete="email" />
      <p className="row">
        <Button type="submit" isPending={change.isPending}>
          {w('save')}
        </Button>
        {kept.email !== null && <Button onPress={() => change.mutate({ email: null })}>{w('noEmail')}</Button>}
      </p>
    </form>
  );
}
