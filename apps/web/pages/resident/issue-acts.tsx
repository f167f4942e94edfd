import { useState } from 'react';
import { useLocation } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useMe } from '../../app/session.js';
import { ActForm } from '../../forms/act-form.js';
import { useLastingActs } from '../../forms/lasting-acts.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { formWords } from '../../words/form.words.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { useActingFor } from './acting-for.js';
import { FollowButton } from './follow-button.js';
import { ReviewForm } from './review-form.js';

type Ability = CaseViewProps['seen']['abilities'][number];

interface IssueActsProps extends CaseViewProps {
  story: Schema<'Story'>;
  /** Only the question whether it is solved: everything else stands elsewhere. */
  isOnlyReview?: boolean;
}

/** What a resident can do now: the one thing that waits for them large, the rest below. */
export function IssueActs({ seen, story, isOnlyReview = false }: IssueActsProps) {
  const w = useWords(residentWords);
  const forms = useWords(formWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const [said, setSaid] = useState<string | null>(null);
  const [open, setOpen] = useState<readonly string[]>([]);
  const acts = useLastingActs(seen.abilities, open);
  const review = acts.find(({ act }) => act === 'answer');
  const awaited = new Set(seen.awaits.flatMap(({ acts }) => acts));
  // whoever opens an issue answers for the first reply, but nobody replies to their own report
  const isReporter = story.mine.relations.some(({ key }) => key === 'reporter');
  const rest = acts.filter(({ act }) => act !== 'answer' && !(act === 'reply' && isReporter));
  const first = rest.filter(({ act }) => act === 'support' || awaited.has(act));
  const later = rest.filter((ability) => !first.includes(ability));
  const partsOf = (ability: Ability): OneActProps => ({
    ability,
    seen,
    isOpen: open.includes(ability.act),
    onOpen: (opens) => setOpen((all) => [...all.filter((one) => one !== ability.act), ...(opens ? [ability.act] : [])]),
    onDone: () => setSaid(forms('sent', { act: inLabel(ability.label) })),
  });
  return (
    <section className="stack resident-acts no-print" aria-labelledby="you-can">
      <h2 id="you-can">{w(review === undefined ? 'youCan' : 'review')}</h2>
      <div role="status">{said !== null && <Box kind="good">{said}</Box>}</div>
      {review !== undefined && <ReviewForm seen={seen} onDone={() => setSaid(w('reviewDone'))} />}
      {!isOnlyReview && (
        <>
          {first.map((ability) => (
            <OneAct key={ability.act} {...partsOf(ability)} isFirst={review === undefined} />
          ))}
          <div className="row">
            <FollowButton story={story} />
          </div>
          {later.length > 0 && (
            <details>
              <summary>{w('otherActs')}</summary>
              <div className="stack resident-more">
                {later.map((ability) => (
                  <OneAct key={ability.act} {...partsOf(ability)} />
                ))}
              </div>
            </details>
          )}
          {me === undefined ? (
            <SignInFirst />
          ) : (
            review === undefined && rest.length === 0 && <p className="soft">{w('notYet')}</p>
          )}
        </>
      )}
    </section>
  );
}

function SignInFirst() {
  const w = useWords(residentWords);
  const { pathname } = useLocation();
  return (
    <p className="row">
      <span>{w('signInToAct')}</span>
      <LinkButton to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{w('signIn')}</LinkButton>
    </p>
  );
}

interface OneActProps extends CaseViewProps {
  ability: Ability;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onDone: () => void;
  isFirst?: boolean;
}

/** An act: at once where nothing is asked, else with its form below the button. */
function OneAct({ ability, seen, isOpen, onOpen, onDone, isFirst = false }: OneActProps) {
  const inLabel = useLabel();
  const { relative } = useActingFor();
  const behalf = relative === null ? {} : { onBehalfOf: relative.person };
  const { properties = {} } = ability.input as { properties?: Record<string, unknown> };
  const isAtOnce = !ability.confirm && Object.keys(properties).length === 0;
  const send = useCommand(
    (_: null, headers) =>
      answered(
        api.POST('/api/v1/cases/{id}/acts', {
          params: { path: { id: seen.id } },
          body: { act: ability.act, input: {}, ...behalf },
          headers,
        }),
      ),
    { onDone },
  );
  if (isOpen)
    return (
      <div className="stack">
        <h3>{inLabel(ability.label)}</h3>
        <ActForm
          caseId={seen.id}
          version={seen.version}
          unit={seen.unit}
          {...behalf}
          {...ability}
          onCancel={() => onOpen(false)}
          onDone={() => {
            onOpen(false);
            onDone();
          }}
        />
      </div>
    );
  return (
    <div className="stack tight">
      {send.error !== null && <ProblemBox error={send.error} />}
      <Button
        size={isFirst ? 'big' : 'normal'}
        look={isFirst ? 'primary' : 'secondary'}
        isPending={send.isPending}
        onPress={() => {
          if (isAtOnce) send.mutate(null);
          else onOpen(true);
        }}
      >
        {inLabel(ability.label)}
      </Button>
      <p className="soft small">{inLabel(ability.help)}</p>
    </div>
  );
}
