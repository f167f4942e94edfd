import { useState } from 'react';

import type { Schema } from '../../api/client.js';
import { useLanguage } from '../../app/preferences.js';
import { useTimes } from '../../app/times.js';
import { ActForm } from '../../forms/act-form.js';
import { ActPanel } from '../../forms/act-panel.js';
import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { Chip, Due, StatusChip } from '../../ui/status.js';
import { petitionWords } from '../../words/petition.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { usePersonId } from './ballot-queries.js';
import { useFraction } from './ballot-words.js';
import { useParticulars } from './particulars.js';
import { fractionInChinese } from './rule.rules.js';
import './ballots.css';
import './voting.css';

type Petition = NonNullable<Schema<'Particulars'>['petition']>;

/** A petition: what is asked for and why, how far it is, signing it, taking one's signature back. */
export function PetitionView({ seen }: CaseViewProps) {
  const w = useWords(petitionWords);
  const person = usePersonId();
  const { data, error, refetch } = useParticulars(seen.id);
  const petition = data?.petition;
  const [isSigned, setSigned] = useState(false);
  const without = petition?.hasSigned === true ? ['sign'] : ['sign', 'withdrawSignature'];
  const signing = seen.abilities.find(({ act }) => act === 'sign');
  return (
    <Page
      title={seen.title ?? ''}
      canBeRead
      above={
        <p className="row">
          <StatusChip status={seen.status} label={seen.stage.label} />
          {seen.status === 'active' && <Due dueAt={seen.clocks[0]?.dueAt ?? null} />}
        </p>
      }
      actions={<LinkButton to={`/cases/${seen.id}/chart`}>{w('seeChart')}</LinkButton>}
    >
      {petition == null && <NotYet error={error} onRetry={refetch} />}
      {petition != null && <PetitionFacts petition={petition} />}
      <div role="status">{isSigned && <Box kind="good">{w('signed')}</Box>}</div>
      {signing !== undefined && petition?.hasSigned === false && (
        <section className="stack" aria-labelledby="sign">
          <h2 id="sign">{w('sign')}</h2>
          <ActForm
            caseId={seen.id}
            version={seen.version}
            unit={seen.unit}
            {...signing}
            without={petition.base === 'adults' ? ['of'] : []}
            onDone={() => setSigned(true)}
          />
        </section>
      )}
      {person === '' && (
        <EmptyState title={w('signInFirst')}>
          <LinkButton look="primary" size="big" to={`/sign-in?next=${encodeURIComponent(`/cases/${seen.id}`)}`}>
            {w('signIn')}
          </LinkButton>
        </EmptyState>
      )}
      <ActPanel seen={seen} without={without} isQuiet />
    </Page>
  );
}

function PetitionFacts({ petition }: { petition: Petition }) {
  const w = useWords(petitionWords);
  const language = useLanguage();
  const fraction = useFraction();
  const { inWords } = useTimes();
  const { reason, signatures, needed, size, base, share, meetsAt, hasSigned } = petition;
  const missing = needed === null ? null : Math.max(0, needed - signatures);
  const shown = language === 'zh' ? fractionInChinese(share) : fraction(share);
  return (
    <>
      {reason !== null && (
        <section className="stack tight" aria-labelledby="why">
          <h2 id="why">{w('why')}</h2>
          <p className="keep-lines" dir="auto">
            {reason}
          </p>
        </section>
      )}
      <section className="stack tight" aria-labelledby="progress">
        <h2 id="progress">{w('progress')}</h2>
        <p className="row">
          <strong className="ballot-verdict">{w('signatures', { n: signatures })}</strong>
          {hasSigned && <Chip kind="good">{w('youSigned')}</Chip>}
        </p>
        {needed === null || size === null ? (
          <p>{w('notSized')}</p>
        ) : (
          <>
            <div className="ballot-line" aria-hidden="true">
              <span className="ballot-part" style={{ inlineSize: `${Math.min(100, (signatures * 100) / needed)}%` }} />
            </div>
            <p>{w('neededOf', { n: needed, size, base: w(`base_${base}`), share: shown })}</p>
            <p>
              <strong>{missing === 0 ? `✓ ${w('reached')}` : w('stillNeeded', { n: missing ?? 0 })}</strong>
            </p>
          </>
        )}
        {meetsAt !== null && (
          <p>
            {w('meetsAt')} <time dateTime={meetsAt}>{inWords(meetsAt, 'dayAndTime')}</time>
          </p>
        )}
        <p className="small soft">{w('private')}</p>
      </section>
    </>
  );
}
