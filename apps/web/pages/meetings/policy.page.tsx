import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useLanguage } from '../../app/preferences.js';
import { holds, useMe } from '../../app/session.js';
import { FormPlace } from '../../forms/form-place.js';
import { SchemaForm } from '../../forms/schema-form.js';
import type { FieldSchema, FormValue } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { rulesWords } from '../../words/rules.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { ChangesList } from './changes-list.js';
import { differences, rebased, schemaAt } from './rules.rules.js';
import { usePlace } from './use-place.js';

/** The numbers a procedure goes by here: how they stand, their versions, and the next one as a form. */
export function PolicyPage() {
  const { workflow = '' } = useParams();
  const w = useWords(rulesWords);
  // said here: the form begins anew with the version it has just published
  const [isPublished, setPublished] = useState(false);
  const inLabel = useLabel();
  const unit = usePlace();
  const { data: form, error: formError } = useQuery({
    queryKey: keys.book('workflow', workflow),
    queryFn: () => answered(api.GET('/api/v1/workflows/{name}', { params: { path: { name: workflow } } })),
  });
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('policy', workflow, unit),
    queryFn: () =>
      answered(api.GET('/api/v1/policies/{workflow}', { params: { path: { workflow }, query: { unit: unit ?? '' } } })),
    enabled: unit !== null,
  });
  const problem = error ?? formError;
  const name = form === undefined ? workflow : inLabel(form.label);
  return (
    <Page title={w('policyTitle', { workflow: name })} above={<Link to="/rules">{w('back')}</Link>}>
      {problem !== null && <ProblemBox error={problem} onRetry={() => void refetch()} />}
      {problem === null && (data === undefined || form === undefined) && <Loading />}
      {data !== undefined && form !== undefined && unit !== null && (
        <>
          <Editor
            key={`${workflow} ${unit}`}
            newest={data.rows.findLast(({ isInForce }) => isInForce)}
            {...{ workflow, unit }}
            id={data.policy.id}
            body={data.policy.body as FormValue}
            schema={form.policy as FieldSchema}
            onDone={() => setPublished(true)}
          />
          <div role="status">{isPublished && <Box kind="good">{w('published')}</Box>}</div>
          <section className="stack tight" aria-labelledby="versions">
            <h2 id="versions">{w('versions')}</h2>
            <ol className="timeline">
              {[...data.rows].reverse().map((row, index) => (
                <li key={`${row.id}-${String(index)}`} className="timeline-entry">
                  <p className="row">
                    {row.since === null ? <span>{w('preset')}</span> : <When at={row.since} exact />}
                    {row.since !== null && <strong dir="auto">{row.name}</strong>}
                    {row.by !== null && <span>{w('by', { name: row.by })}</span>}
                    {row.isInForce && <Chip kind="good">{w('inForce')}</Chip>}
                  </p>
                  {row.changes.length > 0 && (
                    <ChangesList
                      changes={row.changes}
                      nameOf={(path) => nameIn(form.policy as FieldSchema, path, inLabel)}
                    />
                  )}
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </Page>
  );
}

type Version = Schema<'PolicyHistory'>['rows'][number];

interface EditorProps {
  newest: Version | undefined;
  workflow: string;
  unit: string;
  id: string;
  body: FormValue;
  schema: FieldSchema;
  onDone: () => void;
}

function Editor({ newest, workflow, unit, id, body, schema, onDone }: EditorProps) {
  const w = useWords(rulesWords);
  const inLabel = useLabel();
  const language = useLanguage();
  const { data: me } = useMe();
  const [began] = useState(id);
  const [value, setValue] = useState<FormValue>(body);
  const [name, setName] = useState('');
  const [seen, setSeen] = useState({ id, body });
  const command = useCommand(
    (sent: FormValue, headers) =>
      answered(
        api.POST('/api/v1/policies/{workflow}', {
          params: { path: { workflow } },
          body: { unit, base: id, name: name.trim(), body: sent },
          headers,
        }),
      ),
    {
      onDone: () => {
        setName('');
        onDone();
      },
    },
  );
  if (seen.id !== id) {
    setValue(rebased({ seen: seen.body, mine: value, newest: body }));
    setSeen({ id, body });
  }
  const isOvertaken = began !== id && command.data?.id !== id;
  const mayPublish = holds(me, 'coordinator', 'secretary', 'operator');
  const changes = differences(body, value);
  const errors = Object.fromEntries((command.error?.issues ?? []).map(({ path, message }) => [path, message]));
  return (
    <FormPlace value={{ unit, language }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (changes.length > 0 && name.trim() !== '') command.mutate(value);
        }}
      >
        <Box>{w('policyHelp')}</Box>
        <SchemaForm
          key={seen.id}
          schema={schema}
          value={value}
          onChange={mayPublish ? setValue : () => undefined}
          errors={errors}
        />
        {mayPublish && (
          <>
            <h2>{w('changed')}</h2>
            <div role="status">
              <ChangesList changes={changes} nameOf={(path) => nameIn(schema, path, inLabel)} />
            </div>
            <TextField label={w('policyName')} value={name} onChange={setName} isRequired />
            <div role="status">
              {isOvertaken && newest !== undefined && (
                <Box kind="warn">{w('overtaken', { name: newest.name, who: newest.by ?? '' })}</Box>
              )}
            </div>
            {command.error !== null && <ProblemBox error={command.error} />}
            <p>
              <Button
                look="primary"
                type="submit"
                isPending={command.isPending}
                isDisabled={changes.length === 0 || name.trim() === ''}
              >
                {w('publish')}
              </Button>
            </p>
          </>
        )}
      </form>
    </FormPlace>
  );
}

/** The labels along a path: “各层级的会议 · 居民议事会 · 最长开多久”. */
function nameIn(schema: FieldSchema, path: string, inLabel: (label: { zh: string; en: string }) => string): string {
  const parts = path.split('.');
  return parts
    .flatMap((part, index) => {
      const label = schemaAt(schema, parts.slice(0, index + 1).join('.'))?.label;
      return label === undefined ? [part] : [inLabel(label)];
    })
    .join(' · ');
}
