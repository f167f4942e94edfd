import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { forgetAnswers } from '../../app/kept-pages.js';
import { Page } from '../../app/page.js';
import { useSession } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';
import { afterwards, codeIn } from './coming-in.rules.js';
import { PasswordForm } from './password-form.js';
import { CodeStep, EnrolStep, RecoveryCodes } from './second-factor.js';

type People = Schema<'SlipChoices'>['people'];

/** Coming in with an invitation slip: its code, who one is, and one is in. */
export function JoinPage() {
  const w = useWords(accountWords);
  const { code, setCode } = useSlipCode();
  const [people, setPeople] = useState<People | null>(null);
  const [joined, setJoined] = useState<Schema<'Session'> | null>(null);
  if (joined !== null) return <Joined session={joined} />;
  if (people === null)
    return (
      <Page title={w('joinTitle')} canBeRead>
        <SlipForm code={code} onCode={setCode} onFound={setPeople} />
      </Page>
    );
  return (
    <Page title={w('whoTitle')} canBeRead>
      <WhoForm code={code} people={people} onJoined={setJoined} />
    </Page>
  );
}

/** The code of the address, which is taken out of it at once: it must not stay in the history of a shared telephone. */
function useSlipCode() {
  const { code: given } = useParams();
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const [code, setCode] = useState(() => codeIn(hash, given));
  useEffect(() => {
    if (hash !== '' || given !== undefined) void navigate({ pathname: '/join', search }, { replace: true });
  }, [hash, given, search, navigate]);
  return { code, setCode };
}

function SlipForm({
  code,
  onCode,
  onFound,
}: {
  code: string;
  onCode: (code: string) => void;
  onFound: (people: People) => void;
}) {
  const w = useWords(accountWords);
  const look = useCommand((body: { code: string }) => answered(api.POST('/api/v1/join/look', { body })), {
    onDone: ({ people }) => onFound(people),
  });
  // whoever has scanned a slip has nothing to type and nothing to confirm
  const { mutate } = look;
  const [scanned] = useState(code);
  useEffect(() => {
    if (scanned !== '') mutate({ code: scanned });
  }, [mutate, scanned]);
  if (scanned !== '' && (look.isIdle || look.isPending || look.isSuccess)) return <Loading />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        look.mutate({ code });
      }}
    >
      <p>{w('joinLead')}</p>
      {look.error !== null && <ProblemBox error={look.error} />}
      <TextField label={w('slipCode')} value={code} onChange={onCode} autoComplete="off" maxLength={60} isRequired />
      <Button type="submit" look="primary" size="big" isPending={look.isPending}>
        {w('next')}
      </Button>
    </form>
  );
}

interface WhoFormProps {
  code: string;
  people: People;
  onJoined: (session: Schema<'Session'>) => void;
}

function WhoForm({ code, people, onJoined }: WhoFormProps) {
  const w = useWords(accountWords);
  const client = useQueryClient();
  const { data: session } = useSession();
  const [choice, setChoice] = useState<string | null>(people.length === 1 ? (people[0]?.choice ?? null) : null);
  const [isSure, setSure] = useState(false);
  const [isTried, setTried] = useState(false);
  const join = useCommand((body: { code: string; choice: string }) => answered(api.POST('/api/v1/join', { body })), {
    onDone: (entered) => {
      void forgetAnswers().then(() => client.resetQueries());
      onJoined(entered);
    },
  });
  const link = useCommand(
    (body: { code: string; choice: string }) =>
      answered(api.POST('/api/v1/single-sign-on', { body: { purpose: 'join', next: '/', ...body } })),
    { onDone: ({ url }) => location.assign(url) },
  );
  const isReady = choice !== null && isSure;
  const go = (command: typeof join | typeof link): void => {
    setTried(true);
    if (choice !== null && isSure) command.mutate({ code, choice });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go(join);
      }}
    >
      <p>{w('whoLead')}</p>
      {(join.error ?? link.error) !== null && <ProblemBox error={join.error ?? link.error} />}
      <ChoiceField
        label={w('whoTitle')}
        isRequired
        value={choice}
        onChange={setChoice}
        choices={people.map(({ choice: value, initial, birthYear }) => ({
          value,
          label: birthYear === null ? w('bornUnknown', { initial }) : w('bornIn', { initial, year: birthYear }),
        }))}
      />
      <CheckField label={w('itIsMe')} isSelected={isSure} onChange={setSure} />
      {isTried && !isReady && (
        <p className="field-error" role="alert">
          {w('needWho')}
        </p>
      )}
      <Button type="submit" look="primary" size="big" isPending={join.isPending}>
        {w('join')}
      </Button>
      {session?.singleSignOn != null && (
        <Button size="big" isPending={link.isPending} onPress={() => go(link)}>
          {session.singleSignOn}
        </Button>
      )}
    </form>
  );
}

/** In: the second factor where there has to be one, then a name and a password for other devices. */
function Joined({ session }: { session: Schema<'Session'> }) {
  const w = useWords(accountWords);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [step, setStep] = useState(session.secondFactor);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null)
    return (
      <Page title={w('codesTitle')}>
        <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
      </Page>
    );
  if (step === 'due' || step === 'enrol')
    return (
      <Page title={w(step === 'due' ? 'codeTitle' : 'enrolTitle')}>
        {step === 'due' ? (
          <CodeStep onDone={() => setStep('passed')} />
        ) : (
          <EnrolStep
            onDone={(made) => {
              setCodes(made);
              setStep('passed');
            }}
          />
        )}
      </Page>
    );
  return (
    <Page title={w('joinedTitle', { name: session.name ?? '' })} canBeRead>
      <p>{w('joinedLead')}</p>
      <Button look="primary" size="big" onPress={() => void navigate(afterwards(search.get('next'), session.staff))}>
        {w('goOn')}
      </Button>
      <details>
        <summary>{w('setLater')}</summary>
        <PasswordForm hasPassword={false} hasLogin={false} />
      </details>
    </Page>
  );
}
