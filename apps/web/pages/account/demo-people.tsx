import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useInstallation } from '../../app/installation.js';
import { ProblemBox } from '../../ui/problem.js';
import { accountWords } from '../../words/account.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import './account.css';

type DemoPerson = NonNullable<Schema<'Installation'>['demo']>['people'][number];

/** In a demonstration: everybody one can be, with their offices; one press and one is them. */
export function DemoPeople({ onEntered }: { onEntered: () => void }) {
  const w = useWords(accountWords);
  const { data } = useInstallation();
  const demo = data?.demo;
  const signIn = useCommand(
    (body: { login: string; password: string }, headers) => answered(api.POST('/api/v1/session', { body, headers })),
    { onDone: onEntered },
  );
  if (demo == null) return null;
  const groups = [
    ['demoResidents', demo.people.filter(({ offices }) => offices.length === 0)],
    ['demoStaff', demo.people.filter(({ offices }) => offices.length > 0)],
  ] as const;
  return (
    <section className="stack account-demo" aria-labelledby="demo-people">
      <h2 id="demo-people">{w('demoTitle')}</h2>
      <p>
        {w('demoLead')} <code>{demo.password}</code>
      </p>
      {signIn.error !== null && <ProblemBox error={signIn.error} />}
      {groups.map(([word, people]) => (
        <section key={word} className="stack tight" aria-labelledby={word}>
          <h3 id={word}>{w(word)}</h3>
          <ul className="account-people">
            {people.map((person) => (
              <li key={person.login}>
                <PersonButton
                  person={person}
                  isPending={signIn.isPending}
                  onPress={() => signIn.mutate({ login: person.login, password: demo.password })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function PersonButton({ person, isPending, onPress }: { person: DemoPerson; isPending: boolean; onPress: () => void }) {
  const w = useWords(accountWords);
  const between = useBetween();
  const inLabel = useLabel();
  const { name, title, offices, login } = person;
  return (
    <button
      type="button"
      className="card-button account-person"
      aria-disabled={isPending || undefined}
      onClick={() => !isPending && onPress()}
    >
      <strong>
        <bdi>{name}</bdi> <span className="soft small">{login}</span>
      </strong>
      <span>{inLabel(title)}</span>
      <span className="soft small">
        {offices.length === 0
          ? w('seesOwn')
          : offices.map(({ roleLabel, unit }) => `${unit} ${inLabel(roleLabel)}`).join(between)}
      </span>
    </button>
  );
}
