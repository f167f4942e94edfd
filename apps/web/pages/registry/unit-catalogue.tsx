import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { catalogueWords } from '../../words/catalogue.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { MatterForm } from './matter-form.js';
import { questionsOf, type Question } from './questions.rules.js';
import { mayDo } from './reach.rules.js';
import { useCatalogue } from './use-catalogue.js';
import type { UnitPartProps } from './units.js';

export type Matter = Schema<'Catalogue'>['rows'][number];
type Editing = { matter: string } | { matter: null; parent: string | null };

/** Matters people can come with at a unit, under their headings; looking at one, editing one. */
export function UnitCatalogue({ unit, lineage }: UnitPartProps) {
  const w = useWords(catalogueWords);
  const inLabel = useLabel();
  const { data: me } = useMe();
  const { data, error, refetch } = useCatalogue(unit.id);
  const [seen, setSeen] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const mayWrite = mayDo(me, 'catalogue', lineage);
  const rows = data?.rows ?? [];
  const headings = rows.filter(({ parent }) => parent === null || !rows.some(({ id }) => id === parent));
  return (
    <section className="stack" aria-label={w('catalogue')}>
      <div className="row apart">
        <p className="soft">{w('catalogueHelp')}</p>
        {mayWrite && (
          <Button look="primary" onPress={() => setEditing({ matter: null, parent: null })}>
            {w('addMatter')}
          </Button>
        )}
      </div>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && rows.length === 0 && (
        <EmptyState title={w('noMatters')}>
          <p>{w('noMattersHelp')}</p>
        </EmptyState>
      )}
      {headings.map((heading) => (
        <section key={heading.id} className="stack tight">
          <h2>
            <span className="soft number">{heading.code}</span> {inLabel(heading.name)}
          </h2>
          <ul className="rg-list">
            {[heading, ...rows.filter(({ parent }) => parent === heading.id)].map((matter, index) => (
              <MatterRow
                key={matter.id}
                matter={matter}
                isHeading={index === 0}
                canEdit={mayWrite && matter.unit === unit.id}
                onSee={() => setSeen(matter.id)}
                onEdit={() => setEditing({ matter: matter.id })}
              />
            ))}
          </ul>
        </section>
      ))}
      {seen !== null && <MatterDialog matter={seen} onClose={() => setSeen(null)} />}
      {editing !== null && (
        <Dialog
          isOpen
          size="wide"
          onClose={() => setEditing(null)}
          title={w(editing.matter === null ? 'addMatter' : 'editMatter')}
          actions={<></>}
        >
          <MatterForm unit={unit.id} {...{ rows }} matter={editing.matter} onClose={() => setEditing(null)} />
        </Dialog>
      )}
    </section>
  );
}

interface MatterRowProps {
  matter: Matter;
  isHeading: boolean;
  /** A matter of a catalogue above is edited there. */
  canEdit: boolean;
  onSee: () => void;
  onEdit: () => void;
}

function MatterRow({ matter, isHeading, canEdit, onSee, onEdit }: MatterRowProps) {
  const w = useWords(catalogueWords);
  const inLabel = useLabel();
  const name = inLabel(matter.name);
  return (
    <li>
      <span className="rg-what">
        <span>
          <span className="soft number">{matter.code}</span>{' '}
          <bdi>{isHeading ? w('headingItself', { name }) : name}</bdi>
        </span>
        <span className="soft small">
          {matter.competence !== null && w(matter.competence)}
          <LimitsText limits={matter.limits} hasBefore={matter.competence !== null} />
        </span>
      </span>
      <span className="row">
        <Button size="small" onPress={onSee} aria-label={w('seeOf', { name })}>
          {w('see')}
        </Button>
        {canEdit && (
          <Button size="small" onPress={onEdit} aria-label={w('editOf', { name })}>
            {w('edit')}
          </Button>
        )}
      </span>
    </li>
  );
}

function LimitsText({ limits, hasBefore = false }: { limits: Matter['limits']; hasBefore?: boolean }) {
  const w = useWords(catalogueWords);
  const said = Object.entries(limits).map(([name, { amount, unit }]) =>
    w('limitSaid', { clock: name === 'handling' ? w('handling') : name, time: w(unitWord(unit), { n: amount }) }),
  );
  return <>{said.length > 0 && `${hasBefore ? ' · ' : ''}${said.join(' · ')}`}</>;
}

const LIMIT_UNITS = ['minute', 'hour', 'businessHour', 'day', 'workingDay'] as const;
const unitWord = (unit: string): (typeof LIMIT_UNITS)[number] => LIMIT_UNITS.find((one) => one === unit) ?? 'day';

/** A matter as residents meet it: the guide, and what has to be answered. */
function MatterDialog({ matter, onClose }: { matter: string; onClose: () => void }) {
  const w = useWords(catalogueWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('matter', matter),
    queryFn: () => answered(api.GET('/api/v1/matters/{matter}', { params: { path: { matter } } })),
  });
  return (
    <Dialog isOpen onClose={onClose} title={data === undefined ? w('matter') : inLabel(data.name)}>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && (
        <>
          <Facts
            facts={[
              [w('code'), data.code],
              [w('competence'), data.competence === null ? w('competenceOpen') : w(data.competence)],
              [w('limits'), Object.keys(data.limits).length === 0 ? null : <LimitsText limits={data.limits} />],
            ]}
          />
          <h3>{w('guide')}</h3>
          <p className="keep-lines" dir="auto">
            {data.guide === null ? w('noGuide') : inLabel(data.guide.text)}
          </p>
          <h3>{w('questions')}</h3>
          <Questions schema={data.questions} />
        </>
      )}
    </Dialog>
  );
}

function Questions({ schema }: { schema: unknown }) {
  const w = useWords(catalogueWords);
  const questions = questionsOf(schema);
  if (questions === null) return <Box kind="info">{w('questionsBeyond')}</Box>;
  if (questions.length === 0) return <p className="soft">{w('noQuestions')}</p>;
  return (
    <ul className="rg-list">
      {questions.map((question) => (
        <QuestionLine key={question.key} question={question} />
      ))}
    </ul>
  );
}

function QuestionLine({ question }: { question: Question }) {
  const w = useWords(catalogueWords);
  const inLabel = useLabel();
  return (
    <li>
      <bdi>{inLabel(question)}</bdi>
      <span className="soft small">
        {w(question.kind)} · {w(question.isRequired ? 'mustAnswer' : 'mayAnswer')}
        {question.options.length > 0 && ` · ${question.options.join(' / ')}`}
      </span>
    </li>
  );
}
