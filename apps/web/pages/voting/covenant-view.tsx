import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { useTimes } from '../../app/times.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { NotYet } from '../../ui/problem.js';
import { Chip, Due, StatusChip } from '../../ui/status.js';
import { petitionWords } from '../../words/petition.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { useParticulars } from './particulars.js';
import './voting.css';

type Covenant = NonNullable<Schema<'Particulars'>['covenant']>;

/** A covenant: its text in large print, whom it binds, how far it is, and signing or leaving it where it is a pledge. */
export function CovenantView({ seen }: CaseViewProps) {
  const w = useWords(petitionWords);
  const { data, error, refetch } = useParticulars(seen.id);
  const covenant = data?.covenant;
  return (
    <Page
      title={seen.title ?? ''}
      canBeRead
      above={
        <p className="row">
          <StatusChip status={seen.status} label={seen.stage.label} />
          {seen.status === 'active' && <Due dueAt={seen.clocks[0]?.dueAt ?? null} />}
          {covenant?.hasSigned === true && <Chip kind="good">{w('youSigned')}</Chip>}
        </p>
      }
      actions={<LinkButton to={`/cases/${seen.id}/chart`}>{w('seeChart')}</LinkButton>}
    >
      {covenant == null && <NotYet error={error} onRetry={refetch} />}
      {covenant != null && <CovenantText covenant={covenant} />}
      <ActPanel seen={seen} without={covenant?.hasSigned === true ? ['signPledge'] : ['leavePledge']} isQuiet />
    </Page>
  );
}

function CovenantText({ covenant }: { covenant: Covenant }) {
  const w = useWords(petitionWords);
  const { inWords } = useTimes();
  const { kind, text, isAdopted, finding, signatories, entry, filing } = covenant;
  const day = (on: string) => inWords(`${on}T04:00:00Z`, 'day');
  return (
    <>
      <p>
        {w(`kind_${kind}`)} <span className="soft">{w('noPenalties')}</span>
      </p>
      <section className="stack" aria-labelledby="text">
        <h2 id="text" className="row">
          <span>{w('text')}</span> <Chip kind={isAdopted ? 'good' : 'info'}>{w(isAdopted ? 'adopted' : 'draft')}</Chip>
        </h2>
        <p className="keep-lines vote-paper vote-text" dir="auto">
          {text ?? w('noText')}
        </p>
      </section>
      <Facts
        facts={[
          [w('finding'), finding],
          [w('signatories'), kind === 'pledge' ? signatories : null],
          [w('registered'), entry?.number],
          [w('inForce'), entry === null ? null : day(entry.inForceFrom)],
          [w('filing'), filing === null ? null : `${filing.number ?? w('filedBySilence')} · ${day(filing.on)}`],
        ]}
      />
    </>
  );
}
