import { Link, useNavigate, useParams, useSearchParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useLanguage } from '../../app/preferences.js';
import { useMe } from '../../app/session.js';
import { Page } from '../../app/page.js';
import { CommandForm, type Done } from '../../forms/act-form.js';
import type { FieldSchema, FormValue } from '../../forms/schema.types.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Loading, NotYet } from '../../ui/problem.js';
import { chartWords } from '../../words/chart.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useWorkflow } from './chart-queries.js';

/** Starts a case of any workflow with the form the workflow itself describes: a new workflow needs no page. */
export function StartPage() {
  const { workflow: name = '' } = useParams();
  const ui = useWords(uiWords);
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useWorkflow(name);
  return (
    <Page
      title={data === undefined ? ui('loading') : w('startTitle', { name: inLabel(data.label) })}
      above={<Link to={`/gallery/${name}`}>{w('drawing')}</Link>}
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data?.mayStart === true && <StartForm workflow={data} />}
      {data?.mayStart === false && (
        <EmptyState title={w('mayNotStart')}>
          <p>{w('mayNotStartHelp')}</p>
          <LinkButton to={`/sign-in?next=${encodeURIComponent(`/start/${name}`)}`}>{w('signIn')}</LinkButton>
        </EmptyState>
      )}
    </Page>
  );
}

function StartForm({ workflow }: { workflow: Schema<'Workflow'> }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const language = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data: me } = useMe();
  const schema = workflow.input as FieldSchema;
  const home = search.get('unit') ?? me?.roles[0]?.unit ?? null;
  const given = {
    ...(schema.properties?.['unit']?.type === 'string' && home !== null ? { unit: home } : {}),
    ...askedIn(schema, search),
  };
  if (me === undefined) return <Loading />;
  const send = (input: FormValue, headers: { 'idempotency-key': string }): Promise<Done> =>
    answered(api.POST('/api/v1/cases', { body: { workflow: workflow.name, input }, headers }));
  return (
    <CommandForm
      action={w('startAct')}
      help={inLabel(workflow.description)}
      schema={schema}
      draft={`${me.person} start ${workflow.name}`}
      place={{ unit: home, language }}
      given={given}
      send={send}
      onDone={({ id }) => void navigate(`/cases/${id}`)}
    />
  );
}

/** What the address says beforehand, such as the task a meeting is called about. */
function askedIn({ properties = {} }: FieldSchema, search: URLSearchParams): FormValue {
  return Object.fromEntries(
    [...search].flatMap(([name, value]): [string, unknown][] => {
      const property = properties[name];
      if (property === undefined) return [];
      return [[name, property.type === 'array' ? [value] : value]];
    }),
  );
}
