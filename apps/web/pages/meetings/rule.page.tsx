import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { holds, useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { TextField } from '../../ui/fields.js';
import { Box, EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { rulesWords } from '../../words/rules.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { ChangesList } from './changes-list.js';
import { RuleEditor } from './rule-editor.js';
import { useRuleNames, type RuleVersion } from './rule-names.js';
import { useShare, useValue } from './share-words.js';
import { usePlace } from './use-place.js';

/** One decision rule: what it asks, the law beside it, its versions, the next one, and its confirmation by the legal officer. */
export function RulePage() {
  const { rule: id = '' } = useParams();
  const w = useWords(rulesWords);
  const inLabel = useLabel();
  const unit = usePlace();
  const { data: me } = useMe();
  const [isEditing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('rule', id, unit),
    queryFn: () =>
      answered(
        api.GET('/api/v1/rules/{rule}/versions', { params: { path: { rule: id }, query: { unit: unit ?? '' } } }),
      ),
    enabled: unit !== null,
  });
  const rows = data?.rows ?? [];
  const newest = rows.at(-1);
  const inForce = rows.find(({ isInForce }) => isInForce) ?? newest;
  const mayConfirm = holds(me, 'adviser') && newest?.rule.status === 'to_be_confirmed';
  return (
    <Page
      title={inForce === undefined ? w('title') : inLabel(inForce.rule.label)}
      above={<Link to="/rules">{w('back')}</Link>}
      canBeRead
    >
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && newest === undefined && <EmptyState title={w('noRules')} />}
      {inForce !== undefined && <RuleFacts row={inForce} />}
      {unit !== null && newest !== undefined && holds(me, 'coordinator', 'secretary', 'operator') && !isEditing && (
        <p>
          <Button onPress={() => setEditing(true)}>{w('edit')}</Button>
        </p>
      )}
      {isEditing && unit !== null && newest !== undefined && (
        <RuleEditor unit={unit} newest={newest} onClose={() => setEditing(false)} />
      )}
      {mayConfirm && unit !== null && <Confirmation unit={unit} row={newest} />}
      {rows.length > 0 && <Versions rows={rows} />}
    </Page>
  );
}

function RuleFacts({ row: { rule } }: { row: RuleVersion }) {
  const w = useWords(rulesWords);
  const inLabel = useLabel();
  const inShare = useShare();
  const inValue = useValue();
  const shares = rule.tests.flatMap(({ base, turnout, approval }) => [
    ...(turnout === null ? [] : [[w('turnout'), `${w(`base_${base}`)} · ${inShare(turnout)}`] as const]),
    ...(approval === null ? [] : [[w('approval'), `${w(`base_${base}`)} · ${inShare(approval)}`] as const]),
  ]);
  return (
    <>
      <p>
        <Chip kind={rule.status === 'found' ? 'good' : 'warn'}>{w(`status_${rule.status}`)}</Chip>
      </p>
      <dl className="facts">
        {shares.map(([name, value]) => (
          <div key={name + value} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Facts
        facts={[
          [w('abstention'), inValue(rule.abstention)],
          [w('void'), inValue(rule.void)],
          [w('tie'), inValue(rule.tie)],
          [w('law'), rule.law],
          [w('validFrom'), rule.validFrom],
          [w('validTo'), rule.validTo],
        ]}
      />
      {rule.note !== undefined && <Box>{inLabel(rule.note)}</Box>}
    </>
  );
}

function Confirmation({ unit, row: { rule } }: { unit: string; row: RuleVersion }) {
  const w = useWords(rulesWords);
  const [law, setLaw] = useState('');
  const command = useCommand((cited: string, headers) =>
    answered(
      api.POST('/api/v1/rules/{rule}/confirm', {
        params: { path: { rule: rule.id } },
        body: { unit, version: rule.version, law: cited },
        headers,
      }),
    ),
  );
  return (
    <form
      className="form"
      aria-labelledby="confirmation"
      onSubmit={(event) => {
        event.preventDefault();
        if (law.trim() !== '') command.mutate(law.trim());
      }}
    >
      <h2 id="confirmation">{w('confirmTitle')}</h2>
      <p className="soft">{w('confirmHelp')}</p>
      <TextField label={w('article')} value={law} onChange={setLaw} isRequired />
      {command.error !== null && <ProblemBox error={command.error} />}
      {command.isSuccess && <Box kind="good">{w('confirmed')}</Box>}
      <p>
        <Button look="primary" type="submit" isPending={command.isPending} isDisabled={law.trim() === ''}>
          {w('confirm')}
        </Button>
      </p>
    </form>
  );
}

function Versions({ rows }: { rows: readonly RuleVersion[] }) {
  const w = useWords(rulesWords);
  const nameOf = useRuleNames();
  return (
    <section className="stack tight" aria-labelledby="versions">
      <h2 id="versions">{w('versions')}</h2>
      <ol className="timeline">
        {[...rows].reverse().map(({ rule, source, isInForce, changes }) => (
          <li key={rule.version} className="timeline-entry">
            <p className="row">
              <strong>{w('versionN', { n: rule.version })}</strong>
              {isInForce && <Chip kind="good">{w('inForce')}</Chip>}
              {source === null ? <span>{w('preset')}</span> : <When at={source.publishedAt} exact />}
              {source?.publishedBy != null && <span>{w('by', { name: source.publishedBy })}</span>}
            </p>
            {source !== null && <p dir="auto">{source.reason}</p>}
            {changes.length > 0 && <ChangesList changes={changes} nameOf={nameOf} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
