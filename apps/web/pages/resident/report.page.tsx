import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

import { Page } from '../../app/page.js';
import { useTimes } from '../../app/times.js';
import { FilesMissing, NONE_MISSING, useFilesOf } from '../../forms/files-missing.js';
import { TellUploads } from '../../forms/use-uploads.js';
import { Button } from '../../ui/button.js';
import { Box } from '../../ui/problem.js';
import { formWords } from '../../words/form.words.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';
import { ActingForSwitch } from './acting-for-switch.js';
import { ReportCheck } from './report-check.js';
import { ReportReceipt } from './report-receipt.js';
import { DangerStep, PhotoStep, SimilarStep, WhatStep, WhereStep } from './report-steps.js';
import { missingOn, shownStep, stepsOf, type ReportStep } from './report.rules.js';
import { useReport, type ReportState } from './report-state.js';
import './resident.css';

/** Saying something: one question a screen, danger first. What was entered stays on this device until it is sent. */
export function ReportPage() {
  const [search] = useSearchParams();
  const sent = search.get('sent');
  return sent === null ? <ReportForm /> : <ReportReceipt caseId={sent} />;
}

function ReportForm() {
  const w = useWords(residentWords);
  const [search, setSearch] = useSearchParams();
  const state = useReport();
  const steps = stepsOf(state.draft, state.similar.length > 0);
  const files = useFilesOf();
  const isWaiting = files.missing.underWay + files.missing.failed > 0;
  const asked = shownStep(search.get('step'), state.draft, steps);
  // nothing is sent before its photos have arrived
  const step = asked === 'check' && isWaiting ? 'photos' : asked;
  const [isTried, setTried] = useState(false);
  useFocusOnStep(step);
  const go = (to: ReportStep): void => {
    setTried(false);
    setSearch({ step: to });
  };
  const missing = missingOn(step, state.draft);
  const next = (): void => {
    if (missing === null && !(step === 'photos' && isWaiting)) go(steps[steps.indexOf(step) + 1] ?? 'check');
    else setTried(true);
  };
  const at = Math.max(0, steps.indexOf(step));
  return (
    <Page title={w(TITLES[step])} canBeRead above={<Progress at={at} of={steps.length} />}>
      {step === 'danger' && <Beginning state={state} />}
      <form
        className="stack resident-step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {step === 'danger' && <DangerStep state={state} onNext={() => go('what')} />}
        {step === 'what' && <WhatStep state={state} error={isTried && missing !== null ? w(missing) : undefined} />}
        {step === 'where' && <WhereStep state={state} error={isTried && missing !== null ? w(missing) : undefined} />}
        {step === 'similar' && <SimilarStep state={state} />}
        {(step === 'photos' || isWaiting) && (
          // a photo goes on being sent while somebody looks at an earlier question again
          <div className={step === 'photos' ? 'stack' : undefined} hidden={step !== 'photos'}>
            <TellUploads value={files.tell}>
              <PhotoStep state={state} />
              <FilesMissing missing={isTried ? files.missing : NONE_MISSING} />
            </TellUploads>
          </div>
        )}
        {step === 'check' && <ReportCheck state={state} onChange={go} />}
        {step !== 'danger' && step !== 'check' && (
          <Button type="submit" look="primary" size="big">
            {w(
              step === 'similar'
                ? 'mineIsAnother'
                : step === 'photos' && state.draft.files.length === 0 && !isWaiting
                  ? 'noPhotos'
                  : 'goOn',
            )}
          </Button>
        )}
      </form>
      {at > 0 && (
        <p>
          <Button look="quiet" onPress={() => go(steps[at - 1] ?? 'danger')}>
            <span aria-hidden="true">←</span> {w('goBack')}
          </Button>
        </p>
      )}
    </Page>
  );
}

const TITLES = {
  danger: 'askDanger',
  what: 'askWhat',
  where: 'askWhere',
  similar: 'askSimilar',
  photos: 'askPhotos',
  check: 'askCheck',
} as const satisfies Record<ReportStep, keyof typeof residentWords>;

/** A new question is announced and begins at the top. */
function useFocusOnStep(step: ReportStep): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo(0, 0);
    document.querySelector('h1')?.focus();
  }, [step]);
}

function Progress({ at, of }: { at: number; of: number }) {
  const w = useWords(residentWords);
  return (
    <p className="row soft small">
      {w('stepOf', { n: at + 1, of })}
      <progress className="resident-progress" max={of} value={at + 1} aria-label={w('stepOf', { n: at + 1, of })} />
    </p>
  );
}

/** For whom it is, and the draft of last time. */
function Beginning({ state: { foundAt, drop, draft } }: { state: ReportState }) {
  const w = useWords(formWords);
  const { fromNow } = useTimes();
  return (
    <>
      <ActingForSwitch />
      {foundAt !== null && draft.title !== '' && (
        <Box kind="note">
          <p className="row">
            {w('draftFound', { when: fromNow(foundAt) })} <bdi>{draft.title}</bdi>
            <Button size="small" onPress={drop}>
              {w('draftDrop')}
            </Button>
          </p>
        </Box>
      )}
    </>
  );
}
