import { Link } from 'react-router';

import { useTimes } from '../../app/times.js';
import { useNames } from '../../app/names.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { chainWords } from '../../words/chain.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { CaseLayout } from './case-layout.js';
import { Evidence } from './evidence.js';
import { sealOf, type SealFacts } from './work.rules.js';

/** One step of a chain at its department: papers, conditions, the signature or why there is none. */
export function SealView({ seen }: CaseViewProps) {
  const w = useWords(chainWords);
  const { inWords } = useTimes();
  const seal = sealOf(seen.context);
  const name = useNames([seal.unit, seal.upper, seen.unit], seen.id);
  const chain = seal.chain ?? seen.parent;
  return (
    <CaseLayout
      seen={seen}
      note={
        chain === null ? null : (
          <p>
            <Link to={`/cases/${chain}`}>{w('toChain')}</Link>
          </p>
        )
      }
    >
      <section className="stack" aria-labelledby="seal">
        <h2 id="seal">{w('seal')}</h2>
        <Facts
          facts={[
            [w('department'), <bdi key="unit">{name(seal.unit)}</bdi>],
            [w('kind'), seal.kind === null ? null : w(`kind_${seal.kind}`)],
            [w('basis'), seal.basis],
            [w('handedIn'), seal.submittedAt === null ? null : inWords(seal.submittedAt, 'dayAndTime')],
            [w('heldSince'), seal.heldSince === null ? null : inWords(seal.heldSince, 'dayAndTime')],
            [w('silence'), seal.silence === null ? null : w('silence', { source: seal.silence })],
          ]}
        />
        <Papers seal={seal} />
        <Conditions seal={seal} texts={seen.texts} />
        <Outcome seal={seal} texts={seen.texts} />
      </section>
    </CaseLayout>
  );
}

function Papers({ seal }: { seal: SealFacts }) {
  const w = useWords(chainWords);
  const names = [
    ...new Set([...seal.required, ...seal.papers.map(({ name }) => name), ...(seal.missing?.papers ?? [])]),
  ];
  if (names.length === 0) return null;
  return (
    <section aria-label={w('papers')}>
      <h3>{w('papers')}</h3>
      <ul>
        {names.map((name) => {
          const paper = seal.papers.find((one) => one.name === name);
          const isIn = paper !== undefined && seal.missing?.papers.includes(name) !== true;
          return (
            <li key={name}>
              {paper === undefined ? name : <a href={`/api/v1/files/${paper.file}/content`}>{name}</a>}{' '}
              <Chip kind={isIn ? 'good' : 'warn'}>{w(isIn ? 'paperIn' : 'paperOut')}</Chip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TextsProps {
  seal: SealFacts;
  texts: Readonly<Record<string, string | null>>;
}

function Conditions({ seal, texts }: TextsProps) {
  const w = useWords(chainWords);
  if (seal.conditions.length === 0) return null;
  return (
    <section aria-label={w('conditions')}>
      <h3>{w('conditions')}</h3>
      <ul>
        {seal.conditions.map(({ text, met }) => (
          <li key={text}>
            <span dir="auto">{texts[text]}</span>{' '}
            <Chip kind={met ? 'good' : 'warn'}>{w(met ? 'conditionMet' : 'conditionOpen')}</Chip>
          </li>
        ))}
      </ul>
      <Evidence files={seal.proof} nameOf={(n) => `${w('papers')} ${n}`} />
    </section>
  );
}

function Outcome({ seal, texts }: TextsProps) {
  const w = useWords(chainWords);
  return (
    <>
      {seal.refusal !== null && (
        <Box kind="bad" title={w('refusal')}>
          <p dir="auto">{texts[seal.refusal.reason]}</p>
          <p dir="auto">
            {w('basis')}：{texts[seal.refusal.basis] ?? seal.refusal.basis}
          </p>
        </Box>
      )}
      {seal.ruling !== null && (
        <Box kind="note" title={w('ruling')}>
          <p dir="auto">{texts[seal.ruling]}</p>
        </Box>
      )}
      {seal.signature !== null && (
        <Box kind="good" title={w('signature')}>
          {seal.signature.number !== null && <p>{w('numberOf', { number: seal.signature.number })}</p>}
          {seal.signature.validUntil !== null && <p>{w('validUntil', { day: seal.signature.validUntil })}</p>}
          {seal.signature.document !== null && (
            <p>
              <a href={`/api/v1/files/${seal.signature.document}/content`}>{w('document')}</a>
            </p>
          )}
        </Box>
      )}
    </>
  );
}
