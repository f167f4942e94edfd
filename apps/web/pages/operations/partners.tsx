import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { AddForm } from './add-form.js';
import { Secret } from './hooks.js';
import { AskedAct, Read } from './parts.js';
import { SwitchAct } from './switch-act.js';

const SCOPES = ['cases.start', 'changes.read'] as const;
const OVERLAP_HOURS = 24;

/** Systems that hand over matters and take back how they are going. */
export function PartnersPart({ unit }: { unit: string }) {
  const w = useWords(operationsWords);
  const [key, setKey] = useState('');
  const query = useQuery({
    queryKey: keys.list('partners'),
    queryFn: () => answered(api.GET('/api/v1/partners')),
  });
  return (
    <>
      <p className="soft">{w('partnersHelp')}</p>
      <AddForm
        title={w('addPartner')}
        action={w('add')}
        fields={[
          { name: 'code', label: w('code'), kind: 'text', help: w('codeHelp') },
          { name: 'name', label: w('name'), kind: 'text' },
          {
            ...{ name: 'scopes', label: w('scopes'), kind: 'many' as const },
            choices: SCOPES.map((value) => ({ value, label: w(value) })),
          },
          { name: 'systems', label: w('systems'), kind: 'text', help: w('systemsHelp') },
        ]}
        send={({ code = '', name = '', scopes = '', systems = '' }, headers) =>
          answered(
            api.POST('/api/v1/partners', {
              body: {
                ...{ code, name, unit, systems: systems.split(/\s+/).filter(Boolean) },
                scopes: SCOPES.filter((one) => scopes.split(' ').includes(one)),
              },
              headers,
            }),
          )
        }
      />
      <Secret secret={key} />
      <Read query={query}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <EmptyState title={w('partnersNone')} />}
            <ul className="operations-cards">
              {rows.map(({ id, code, name, isActive, scopes, systems }) => (
                <li key={id} className="card">
                  <p className="row">
                    <strong>{name}</strong>
                    <span className="soft">
                      {code} · {scopes.map((one) => w(one)).join(' / ')} · {systems.join(' ')}
                    </span>
                    <Chip kind={isActive ? 'good' : 'neutral'}>{w(isActive ? 'isOn' : 'isOff')}</Chip>
                  </p>
                  <div className="row">
                    <AskedAct
                      {...{ act: w('newKey'), name, help: w('newKeyHelp') }}
                      send={(_, headers) =>
                        answered(
                          api.POST('/api/v1/partners/{partner}/keys', {
                            params: { path: { partner: code } },
                            ...{ body: { overlapHours: OVERLAP_HOURS }, headers },
                          }),
                        )
                      }
                      onDone={(done) => setKey(done.key)}
                    />
                    <SwitchAct
                      {...{ name, isActive }}
                      send={(isOn, headers) =>
                        answered(
                          api.POST('/api/v1/partners/{partner}/switch', {
                            params: { path: { partner: code } },
                            ...{ body: { isActive: isOn }, headers },
                          }),
                        )
                      }
                    />
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Read>
    </>
  );
}
