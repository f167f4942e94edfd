import { useState } from 'react';

import { useLanguage } from '../../app/preferences.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { CheckField } from '../../ui/fields.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { routingWords } from '../../words/routing.words.js';
import { useWords } from '../../words/words.js';
import { Admissions } from './admissions.js';
import './dispatch.css';
import { Proposals } from './proposals.js';
import { RoutePreview, useRoute } from './route-preview.js';

/** Who gets what: dry runs for everybody; what returns have taught and the admission register for those who keep it. */
export function RoutingPage() {
  const w = useWords(routingWords);
  const { data: me } = useMe();
  const office = me?.roles.find(({ held }) => held !== 'residence') ?? me?.roles[0];
  const mayKeep =
    me?.roles.some(({ role, held }) => held !== 'residence' && ['coordinator', 'operator'].includes(role)) ?? false;
  return (
    <Page title={w('title')} width="full">
      <DryRun unit={office?.unit ?? null} />
      {office !== undefined && mayKeep && <Proposals unit={office.unit} />}
      {office !== undefined && <Admissions unit={office.unit} />}
    </Page>
  );
}

function DryRun({ unit }: { unit: string | null }) {
  const w = useWords(routingWords);
  const language = useLanguage();
  const [matter, setMatter] = useState('');
  const [place, setPlace] = useState('');
  const [danger, setDanger] = useState(false);
  const { data, error, isFetching, refetch } = useRoute({ matter, place, danger });
  return (
    <section className="stack" aria-labelledby="dry-run">
      <h2 id="dry-run">{w('dryRun')}</h2>
      <p className="soft">{w('dryRunHelp')}</p>
      <FormPlace value={{ unit: place === '' ? unit : place, language }}>
        <div className="tiles">
          <ReferenceField label={w('place')} refers="unit" value={place} onChange={setPlace} isRequired />
          <ReferenceField label={w('matter')} refers="category" value={matter} onChange={setMatter} isRequired />
          <CheckField label={w('danger')} help={w('dangerHelp')} isSelected={danger} onChange={setDanger} />
        </div>
      </FormPlace>
      <div role="status">
        {isFetching && <Loading />}
        {data !== undefined && <RoutePreview route={data} />}
        {data === undefined && !isFetching && error === null && <p className="soft">{w('choosePlace')}</p>}
      </div>
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
    </section>
  );
}
