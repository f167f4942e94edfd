import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { rulesWords } from '../../words/rules.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useShare } from './share-words.js';
import { usePlace } from './use-place.js';

/** Every decision rule that holds here, with its law; the way to the other books. */
export function RulesPage() {
  const w = useWords(rulesWords);
  const inLabel = useLabel();
  const inShare = useShare();
  const unit = usePlace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('rules', unit),
    queryFn: () => answered(api.GET('/api/v1/rules', { params: { query: { unit: unit ?? '' } } })),
    enabled: unit !== null,
  });
  const at = unit === null ? '' : `?unit=${unit}`;
  return (
    <Page title={w('title')} canBeRead>
      <p>{w('intro')}</p>
      <nav className="row" aria-label={w('title')}>
        <LinkButton to={`/procedure${at}`}>{w('procedure')}</LinkButton>
        <LinkButton to={`/calendars${at}`}>{w('calendars')}</LinkButton>
        <LinkButton to={`/registers${at}`}>{w('registers')}</LinkButton>
        <LinkButton to={`/bodies${at}`}>{w('bodies')}</LinkButton>
      </nav>
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.rows.length === 0 && <EmptyState title={w('noRules')} />}
      <ul className="tiles">
        {(data?.rows ?? []).map(({ rule }) => (
          <Card key={rule.id} as="li">
            <h2>
              <Link to={`/rules/${rule.id}${at}`}>{inLabel(rule.label)}</Link>
            </h2>
            <ul>
              {rule.tests
                .flatMap(({ base, turnout, approval }) => [
                  ...(turnout === null ? [] : [w('turnoutOf', { base: w(`base_${base}`), share: inShare(turnout) })]),
                  ...(approval === null
                    ? []
                    : [w('approvalOf', { base: w(`base_${base}`), share: inShare(approval) })]),
                ])
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
            <p className="row small">
              <Chip kind={rule.status === 'found' ? 'good' : 'warn'}>{w(`status_${rule.status}`)}</Chip>
              <span>{w('versionN', { n: rule.version })}</span>
            </p>
            <p className="soft small">{rule.law}</p>
          </Card>
        ))}
      </ul>
      <PolicyLinks at={at} />
    </Page>
  );
}

function PolicyLinks({ at }: { at: string }) {
  const w = useWords(rulesWords);
  const inLabel = useLabel();
  const { data } = useQuery({
    queryKey: keys.book('workflows'),
    queryFn: () => answered(api.GET('/api/v1/workflows')),
  });
  return (
    <section className="stack tight" aria-labelledby="policies">
      <h2 id="policies">{w('policies')}</h2>
      <ul>
        {(data?.rows ?? []).map(({ name, label }) => (
          <li key={name}>
            <Link to={`/rules/policies/${name}${at}`}>{inLabel(label)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
