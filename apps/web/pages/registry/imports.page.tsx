import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ApiProblem } from '../../api/problem.js';
import { sendFile } from '../../api/send-file.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Box, EmptyState, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { SelectField } from '../../ui/select-field.js';
import { importWords } from '../../words/imports.words.js';
import { useWords } from '../../words/words.js';
import { mayDo } from './reach.rules.js';
import { RegistryNav } from './registry-nav.js';
import { ForRegistryStaff } from './registry-staff.js';
import { isPlace } from './tree.rules.js';
import { useMyUnits } from './units.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

const KINDS = ['units', 'premises', 'households', 'people', 'bodies', 'catalogue'] as const;
/** Largest table the service takes, in bytes. */
const MOST_BYTES = 30 * 1024 * 1024;
const LISTS = ['people', 'households', 'premises', 'units', 'bodies', 'catalogue'] as const;

/** Tables of offices brought in and taken out. */
export function ImportsPage() {
  const w = useWords(importWords);
  const { data: me } = useMe();
  return (
    <Page title={w('imports')}>
      <RegistryNav />
      <ForRegistryStaff needs="import">
        <div className="stack loose">
          <UploadForm />
          <ImportList />
          {mayDo(me, 'export') && <Exports />}
        </div>
      </ForRegistryStaff>
    </Page>
  );
}

/** Places of mine to choose from, mine first. */
function usePlaces(ability: 'import' | 'export') {
  const { units, roots } = useMyUnits(ability);
  const mine = roots.map(({ unit, name }) => ({ value: unit, label: name }));
  const others = units
    .filter((unit) => isPlace(unit) && unit.kind !== 'stairwell' && !mine.some(({ value }) => value === unit.id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return [...mine, ...others];
}

interface Table {
  kind: string;
  unit: string;
  asOf: string;
  key: string;
  onProgress: (share: number) => void;
}

/** Sends a table; nothing is written to the registry by it. */
function sendTable(file: File, { kind, unit, asOf, key, onProgress }: Table): Promise<Schema<'Import'>> {
  const query = new URLSearchParams({ unit, name: file.name, ...(asOf === '' ? {} : { asOf }) });
  return sendFile(file, { path: `imports/${kind}/files?${query.toString()}`, name: file.name, key, onProgress });
}

function UploadForm() {
  const w = useWords(importWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const id = useId();
  const places = usePlaces('import');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('people');
  const [unit, setUnit] = useState<string | null>(null);
  const [asOf, setAsOf] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isTried, setTried] = useState(false);
  const key = useRef(crypto.randomUUID());
  const at = unit ?? places[0]?.value ?? null;
  const send = async (): Promise<void> => {
    setTried(true);
    if (file === null || file.size > MOST_BYTES || at === null || share !== null) return;
    setError(null);
    setShare(0);
    try {
      const staged = await sendTable(file, { kind, unit: at, asOf, key: key.current, onProgress: setShare });
      await client.invalidateQueries();
      void navigate(`/registry/imports/${staged.id}`);
    } catch (problem) {
      setError(problem);
      // sent again because no answer came, it counts once; after a refusal it is another try
      if (!(problem instanceof ApiProblem && problem.isPassing)) key.current = crypto.randomUUID();
    } finally {
      setShare(null);
    }
  };
  return (
    <section className="stack" aria-label={w('upload')}>
      <h2>{w('upload')}</h2>
      <p>{w('uploadHelp')}</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ChoiceField
          label={w('whichTable')}
          isRequired
          value={kind}
          onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'people')}
          choices={KINDS.map((value) => ({ value, label: w(value) }))}
        />
        <p>
          <a className="button secondary normal" href={`/api/v1/imports/${kind}/template`} download>
            {w('template', { table: w(kind) })}
          </a>
        </p>
        <SelectField
          label={w('ofUnit')}
          help={w('ofUnitHelp')}
          isRequired
          value={at}
          onChange={setUnit}
          choices={places}
        />
        <TextField label={w('asOf')} help={w('asOfHelp')} type="date" value={asOf} onChange={setAsOf} />
        <div className="rg-file field">
          <label className="field-label" htmlFor={id}>
            {w('file')}
          </label>
          <input
            id={id}
            type="file"
            className="input"
            accept=".csv,.xlsx,text/csv"
            aria-describedby={`${id}-notes`}
            onChange={({ target }) => {
              key.current = crypto.randomUUID();
              setFile(target.files?.[0] ?? null);
            }}
          />
          <div id={`${id}-notes`}>
            <p className="field-help">{w('fileHelp')}</p>
            {isTried && file === null && <p className="field-error">{w('fileNeeded')}</p>}
            {file !== null && file.size > MOST_BYTES && <p className="field-error">{w('fileTooLarge')}</p>}
          </div>
        </div>
        {share !== null && <UploadProgress share={share} />}
        {error !== null && <ProblemBox error={error} />}
        <p>
          <Button look="primary" type="submit" isPending={share !== null}>
            {w('uploadAction')}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** How much of a table has arrived, in [0, 1]; then it is read. */
function UploadProgress({ share }: { share: number }) {
  const w = useWords(importWords);
  return (
    <div role="status" className="stack tight">
      <progress className="rg-progress" max={100} value={share * 100} aria-label={w('uploading')} />
      <p>{w(share < 1 ? 'uploadingPercent' : 'reading', { n: Math.floor(share * 100) })}</p>
    </div>
  );
}

function ImportList() {
  const w = useWords(importWords);
  const imports = usePaged(keys.list('imports'), (from) =>
    answered(api.GET('/api/v1/imports', { params: { query: from } })),
  );
  return (
    <section className="stack" aria-label={w('before')}>
      <h2>{w('before')}</h2>
      <PagedRows
        list={imports}
        empty={
          <EmptyState title={w('noImports')}>
            <p>{w('noImportsHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="rg-list">
            {rows.map(({ id, kind, state, fileName, at, counts }) => (
              <li key={id}>
                <span className="rg-what">
                  <Link to={`/registry/imports/${id}`}>
                    <bdi>{fileName}</bdi>
                  </Link>
                  <span className="soft small">
                    {w(kind)} · {w('rowCount', { n: counts.rows })} · <When at={at} />
                  </span>
                </span>
                <StateChip state={state} />
              </li>
            ))}
          </ul>
        )}
      </PagedRows>
    </section>
  );
}

/** Where an import stands. */
export function StateChip({ state }: { state: 'uploaded' | 'checked' | 'applied' | 'undone' }) {
  const w = useWords(importWords);
  const kinds = { uploaded: 'info', checked: 'info', applied: 'good', undone: 'neutral' } as const;
  return <Chip kind={kinds[state]}>{w(state)}</Chip>;
}

/** Lists to take away: telephones masked, nothing sensitive in them. */
function Exports() {
  const w = useWords(importWords);
  const places = usePlaces('export');
  const [list, setList] = useState<string | null>('people');
  const [unit, setUnit] = useState<string | null>(null);
  const at = unit ?? places[0]?.value ?? '';
  return (
    <section className="stack" aria-label={w('exports')}>
      <h2>{w('exports')}</h2>
      <Box kind="info">{w('exportsHelp')}</Box>
      <div className="rg-toolbar">
        <SelectField
          label={w('whichList')}
          isRequired
          value={list}
          onChange={setList}
          choices={LISTS.map((value) => ({ value, label: w(value) }))}
        />
        <SelectField label={w('ofUnit')} isRequired value={at} onChange={setUnit} choices={places} />
      </div>
      {list !== null && at !== '' && (
        <p className="row">
          <a className="button secondary normal" href={`/api/v1/exports/${list}?unit=${at}&format=xlsx`} download>
            {w('asExcel')}
          </a>
          <a className="button secondary normal" href={`/api/v1/exports/${list}?unit=${at}&format=csv`} download>
            {w('asCsv')}
          </a>
        </p>
      )}
    </section>
  );
}
