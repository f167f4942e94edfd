import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNames } from '../../app/names.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { useWords } from '../../words/words.js';
import type { Ballot } from './paper.rules.js';
import { certificateOf } from './rule.rules.js';

/** What is published: the record, the certificate, fingerprints, and how one's own paper is checked. */
export function BallotOpenness({ ballot, isOnRoll }: { ballot: Ballot; isOnRoll: boolean }) {
  const w = useWords(ballotsWords);
  const certificate = certificateOf(ballot.decision);
  const isCounted = ballot.status === 'counted';
  return (
    <section className="stack" aria-labelledby="openness">
      <h2 id="openness">{w('openness')}</h2>
      <p>{w('checkHelp')}</p>
      <div className="row">
        <LinkButton to={`/ballots/${ballot.id}/check`}>{w('check')}</LinkButton>
        {isCounted && (ballot.secret || isOnRoll) && (
          <LinkButton to={`/api/v1/ballots/${ballot.id}/record`} reloadDocument download>
            {w('record')}
          </LinkButton>
        )}
        {certificate !== null && <Button onPress={() => download(certificate, ballot.id)}>{w('certificate')}</Button>}
      </div>
      {isCounted && <p className="small soft">{w(ballot.secret || isOnRoll ? 'recordHelp' : 'recordForRoll')}</p>}
      <Facts
        facts={[
          [w('fingerprint'), code(ballot.finalFingerprint ?? ballot.openingFingerprint)],
          [w('papersRoot'), code(certificate?.papers?.root ?? null)],
        ]}
      />
    </section>
  );
}

const code = (hex: string | null) => (hex === null ? null : <code className="ballot-code">{hex}</code>);

function download(certificate: object, ballot: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(certificate, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `certificate-${ballot}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Turnout by building of a named ballot, for those who bring papers in; nothing where it is not shown. */
export function TurnoutByBuilding({ ballot }: { ballot: Ballot }) {
  const w = useWords(ballotsWords);
  const { data } = useQuery({
    queryKey: keys.case(ballot.id, 'turnout'),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}/turnout', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const nameOf = useNames((data?.rows ?? []).map(({ building }) => building));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="by-building">
      <h2 id="by-building">{w('byBuilding')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{w('building')}</th>
            <th scope="col" className="end">
              {w('entriesColumn')}
            </th>
            <th scope="col" className="end">
              {w('tookColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ building, entries, took }) => (
            <tr key={building ?? ''}>
              <th scope="row">{nameOf(building) ?? w('elsewhere')}</th>
              <td className="end">{entries}</td>
              <td className="end">{took}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
