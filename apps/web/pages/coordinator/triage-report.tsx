import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { useCase } from '../../api/cases.js';
import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { triageWords } from '../../words/triage.words.js';
import { useWords, type Label } from '../../words/words.js';
import { ReportText } from './report-text.js';
import { TriageActs, type OpenAct } from './triage-acts.js';
import { TriageSimilar } from './triage-similar.js';

interface TriageReportProps {
  id: string;
  /** It was there when the page was opened: nobody has gone on to it. */
  isFirst: boolean;
  onDone: (act: Label, title: string) => void;
  /** A form of it is open: it stays in hand, also when it does not wait any more. */
  onWriting: (isWriting: boolean) => void;
  onNext: (() => void) | undefined;
}

/** One report: what was said in the middle; what is similar, and what can be done, at the right. */
export function TriageReport({ id, isFirst, onDone, onWriting, onNext }: TriageReportProps) {
  const [open, setOpen] = useState<OpenAct | null>(null);
  const isWriting = open !== null;
  useEffect(() => {
    onWriting(isWriting);
    return () => onWriting(false);
  }, [isWriting, onWriting]);
  const seen = useCase(id);
  const story = useQuery({
    queryKey: keys.case(id, 'story'),
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/story', { params: { path: { id } } })),
  });
  const error = seen.error ?? story.error;
  if (seen.data === undefined || story.data === undefined)
    return error === null ? (
      <Loading />
    ) : (
      <ProblemBox
        error={error}
        onRetry={() => {
          void seen.refetch();
          void story.refetch();
        }}
      />
    );
  const { title } = story.data;
  return (
    <>
      <article className="tr-report stack">
        <ReportHead id={id} isFirst={isFirst} story={story.data} onNext={onNext} />
        <ReportText seen={seen.data} story={story.data} />
      </article>
      <div className="tr-side stack">
        <TriageActs seen={seen.data} open={open} onOpen={setOpen} onDone={(act) => onDone(act, title ?? '')} />
        <TriageSimilar seen={seen.data} story={story.data} onOpen={setOpen} />
      </div>
    </>
  );
}

interface ReportHeadProps extends Pick<TriageReportProps, 'id' | 'isFirst' | 'onNext'> {
  story: Schema<'Story'>;
}

function ReportHead({ id, isFirst, story, onNext }: ReportHeadProps) {
  const w = useWords(triageWords);
  const desk = useWords(coordinatorWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // the next report is read out; the first one, when the page is opened, is not
    if (!isFirst && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isFirst]);
  return (
    <header className="stack tight">
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {story.title ?? desk('untitled')}
      </h2>
      <p className="row">
        <LinkButton to={`/cases/${id}`} size="small">
          {w('wholeCase')}
        </LinkButton>
        {onNext !== undefined && (
          <Button size="small" onPress={onNext}>
            {w('next')}
          </Button>
        )}
      </p>
    </header>
  );
}
